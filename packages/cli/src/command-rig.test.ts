// What the tests of the commands share: a whole broker in a simulated world, and a terminal made of
// arrays. No port, no file, no waiting: a minute of the simulated clock takes none.
import assert from "node:assert/strict";
import { startBroker } from "@naru/broker";
import { Cluster } from "@naru/client";
import { simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";
import type { Io } from "./io.ts";
import { commands } from "./commands.ts";
import { kafkaTools } from "./kafka-tools.ts";
import { parseWords } from "./program.ts";
import type { Services } from "./services.ts";
import { failureText } from "./failure.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export class CommandRig {
  readonly sim: SimulatedRuntime;
  readonly files = new Map<string, string>();
  readonly stop = new AbortController();
  /** Nobody reads standard output any more. */
  readonly outputEnd = new AbortController();

  private constructor(sim: SimulatedRuntime) {
    this.sim = sim;
  }

  static async start(): Promise<CommandRig> {
    const sim = simulatedRuntime({ seed: 7 });
    await sim.run(startBroker({ runtime: sim, host: "localhost", port: 9092 }));
    return new CommandRig(sim);
  }

  /** Runs `naru` with these words, as main does. */
  async naru(words: readonly string[], input = ""): Promise<Said> {
    const terminal = new Terminal(input, this.outputEnd.signal);
    const parsed = parseWords(words, commands, {
      out: (text) => terminal.written.push(Buffer.from(text)),
      err: (text) => terminal.errors.push(text.trimEnd()),
    });
    if (typeof parsed === "number") return terminal.said(parsed);
    const run = await parsed.command.load();
    return this.#finish(terminal, () => run(parsed.options, this.#services(), terminal));
  }

  /** The same with words that none of which has a blank. */
  line(line: string, input = ""): Promise<Said> {
    return this.naru(line.split(" "), input);
  }

  kafkaTopics(line: string): Promise<Said> {
    return this.kafkaTool("kafka-topics", line);
  }

  /** Several at the same time, each begun a while after the one before; all of them go well. */
  async together(
    lines: readonly string[],
    { apartMs }: { readonly apartMs: number },
  ): Promise<string[]> {
    const ready = await Promise.all(
      lines.map(async (line) => {
        const parsed = parseWords(line.split(" "), commands, { out: () => {}, err: () => {} });
        assert.ok(typeof parsed !== "number", line);
        return { options: parsed.options, run: await parsed.command.load() };
      }),
    );
    const work = ready.map(async ({ options, run }, index) => {
      const terminal = new Terminal("", this.outputEnd.signal);
      await this.sim.clock.after(index * apartMs);
      assert.equal(await run(options, this.#services(), terminal), 0);
      return terminal.said(0).out;
    });
    return this.sim.run(Promise.all(work));
  }

  /** Runs one of the look-alikes of Kafka's tools. */
  async kafkaTool(name: keyof typeof kafkaTools, line: string, input = ""): Promise<Said> {
    const terminal = new Terminal(input, this.outputEnd.signal);
    const words = line === "" ? [] : line.split(" ");
    const tool = await kafkaTools[name]();
    return this.#finish(terminal, () => tool(words, this.#services(), terminal));
  }

  async #finish(terminal: Terminal, run: () => Promise<number>): Promise<Said> {
    try {
      return terminal.said(await this.sim.run(run()));
    } catch (error) {
      terminal.err(failureText(error));
      return terminal.said(1);
    }
  }

  #services(): Services {
    const text = (path: string): string => {
      const found = this.files.get(path);
      assert.ok(found !== undefined, `no file ${path}`);
      return found;
    };
    return {
      runtime: this.sim,
      connect: (bootstrapServers, options) =>
        Promise.resolve(new Cluster({ runtime: this.sim, bootstrapServers, ...options })),
      readFile: (path) => chunksOf(text(path)),
      readText: (path) => Promise.resolve(text(path)),
      stop: this.stop.signal,
      commandName: "naru",
    };
  }
}

class Terminal implements Io {
  readonly written: Uint8Array[] = [];
  readonly errors: string[] = [];
  readonly isWatched = false;
  readonly isPrompted = false;
  readonly input: AsyncIterable<Uint8Array>;
  readonly outputEnded: AbortSignal;

  constructor(input: string, outputEnded: AbortSignal) {
    this.input = chunksOf(input);
    this.outputEnded = outputEnded;
  }

  out(line: string): void {
    this.written.push(Buffer.from(`${line}\n`));
  }

  err(line: string): void {
    this.errors.push(line);
  }

  write(bytes: Uint8Array): Promise<void> {
    this.written.push(bytes);
    return Promise.resolve();
  }

  progress(): void {}

  said(code: number): Said {
    return {
      code,
      out: Buffer.concat(this.written).toString("latin1"),
      err: this.errors.join("\n"),
    };
  }
}

/** Input that comes in pieces, cut anywhere. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, "latin1");
  for (let at = 0; at < bytes.length; at += 7) {
    await Promise.resolve();
    yield bytes.subarray(at, at + 7);
  }
}
