import assert from "node:assert/strict";
import * as path from "node:path";
import { KafkaTools, type ToolName } from "../kafka/tools.ts";
import { repository } from "../naru/broker.ts";
import { type Finished, run } from "../runner/processes.ts";
import type { RunningBroker } from "../runner/target.ts";

const LIMIT_MS = 30_000;

/** What is put before a tool beside its words, and what is compared of its answer. */
export interface Question {
  readonly input?: string;
  /** How both must end; without it they need only end in the same way. */
  readonly code?: number;
  /** Leaves out what differs from run to run. */
  readonly plain?: (stdout: string) => string;
}

/** One of Kafka's tools and our script of its name, against the same broker. */
export class BothTools implements Disposable {
  readonly broker: RunningBroker;
  readonly #tools = new KafkaTools();
  readonly #server: readonly string[];

  constructor(broker: RunningBroker) {
    this.broker = broker;
    this.#server = ["--bootstrap-server", broker.bootstrap];
  }

  ours(tool: ToolName, words: readonly string[], input = ""): Promise<Finished> {
    const script = path.join(repository, "bin", `${tool}.sh`);
    return run(script, this.#addressed(tool, words), { limitMs: LIMIT_MS, input });
  }

  theirs(tool: ToolName, words: readonly string[], input = ""): Promise<Finished> {
    return this.#tools.run(tool, this.#addressed(tool, words), input);
  }

  /** As `theirs`, for a tool that ends its process by itself. */
  theirsAlone(tool: ToolName, words: readonly string[]): Promise<Finished> {
    return this.#tools.runAlone(tool, this.#addressed(tool, words));
  }

  /** Of kafka-cluster each subcommand takes the server, not the tool itself. */
  #addressed(tool: ToolName, words: readonly string[]): readonly string[] {
    return tool === "kafka-cluster" ? [...words, ...this.#server] : [...this.#server, ...words];
  }

  /** Both end with the same code, and print the same on standard output. */
  async same(
    tool: ToolName,
    words: readonly string[],
    { input, code, plain = (stdout) => stdout }: Question = {},
  ): Promise<void> {
    const [theirs, ours] = await Promise.all([
      this.theirs(tool, words, input),
      this.ours(tool, words, input),
    ]);
    assert.deepEqual(
      { code: ours.code, stdout: plain(ours.stdout) },
      { code: theirs.code, stdout: plain(theirs.stdout) },
      ours.stderr,
    );
    if (code !== undefined) assert.equal(ours.code, code, ours.stderr);
  }

  [Symbol.dispose](): void {
    this.#tools[Symbol.dispose]();
  }
}
