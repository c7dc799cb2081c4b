import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { BothTools } from "../look-alike/both-tools.ts";
import type { ToolName } from "../kafka/tools.ts";
import { repository } from "../naru/broker.ts";
import type { Finished } from "../runner/processes.ts";
import type { RunningBroker } from "../runner/target.ts";
import { plainly } from "./plainly.ts";

/** How a question is put beside its words, and what of its answers is compared. */
export interface Asking {
  readonly input?: string;
  /** Of the words that the answer consists of, those of every run. */
  readonly plain?: (text: string) => string;
  /** What Naru prints must be among what Kafka prints: it has fewer APIs and settings. */
  readonly isPart?: boolean;
  /** Only Kafka's own tool is asked: of ours, if there is one, another suite asks it. */
  readonly isTheirsAlone?: boolean;
  /** Kafka's tool ends its process by itself: it runs in one of its own. */
  readonly endsProcess?: boolean;
}

interface Told {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A question to Naru and to Apache Kafka, by Kafka's tool and, where there is one, by ours: they
 * are told the same. `%` in a word is `k` for Kafka's tool and `n` for ours: what one changes, the
 * other has not seen.
 */
export class FourWays implements Disposable {
  readonly #naru: BothTools;
  readonly #kafka: BothTools;

  constructor(naru: RunningBroker, kafka: RunningBroker) {
    this.#naru = new BothTools(naru);
    this.#kafka = new BothTools(kafka);
  }

  async ask(tool: ToolName, words: readonly string[], asking: Asking = {}): Promise<void> {
    const input = asking.input ?? "";
    const theirWords = words.map((word) => word.replaceAll("%", "k"));
    const [expected, theirs] = await Promise.all(
      [this.#kafka, this.#naru].map((both) =>
        asking.endsProcess === true
          ? both.theirsAlone(tool, theirWords)
          : both.theirs(tool, theirWords, input),
      ),
    );
    const told = toldOf(expected!, asking);
    const heard = toldOf(theirs!, asking);
    if (asking.isPart === true) assertPart(heard, told);
    else assert.deepEqual(heard, told, `Kafka's ${tool}: Naru (actual), Kafka (expected)`);
    const script = path.join(repository, "bin", `${tool}.sh`);
    if (asking.isTheirsAlone === true || !existsSync(script)) return;
    const ourWords = words.map((word) => word.replaceAll("%", "n"));
    const [againstKafka, againstNaru] = await Promise.all([
      this.#kafka.ours(tool, ourWords, input),
      this.#naru.ours(tool, ourWords, input),
    ]);
    assert.deepEqual(toldOf(againstKafka, asking), told, `our ${tool} against Kafka`);
    assert.deepEqual(toldOf(againstNaru, asking), heard, `our ${tool} against Naru`);
  }

  [Symbol.dispose](): void {
    this.#naru[Symbol.dispose]();
    this.#kafka[Symbol.dispose]();
  }
}

function toldOf({ code, stdout, stderr }: Finished, { plain = (text) => text }: Asking): Told {
  // The driver keeps a tool from ending the process by an exception that some tools catch.
  const said = stdout.replace("\nError: Executing consumer group command failed due to null\n", "");
  return { code, stdout: plain(plainly(said)), stderr: plainly(withoutNoise(stderr)) };
}

/** Every line that Naru gives is one that Kafka gives. */
function assertPart(heard: Told, told: Told): void {
  assert.deepEqual([heard.code, heard.stderr], [told.code, told.stderr]);
  const known = new Set(told.stdout.split("\n"));
  assert.deepEqual(
    heard.stdout.split("\n").filter((line) => !known.has(line)),
    [],
  );
  assert.ok(heard.stdout.split("\n").length > 5, heard.stdout);
}

/** Stack traces; warnings, which the driver does not let its tools print. */
const noise = new RegExp(
  String.raw`^(\t|Caused by:|\[.*\] WARN | at \[Source|` +
    String.raw`(java|org\.apache|joptsimple|com\.fasterxml)[\w.]*(Exception|Error)\b)`,
);
const lists = /^(Invalid (state|types) list|Option '\[reset-offsets\]' requires one)/;

/** Without Java's stack traces, the help that follows on a mistake, and the driver's own words. */
function withoutNoise(stderr: string): string {
  const lines = stderr
    .split("\n")
    .filter((line) => !noise.test(line))
    // A set is walked in another order in each process.
    .map((line) =>
      lists.test(line)
        ? line
            .split(/[^\w-]+/)
            .toSorted()
            .join(" ")
        : line,
    );
  const exited = lines.indexOf("Tools$Exited");
  if (exited >= 0) lines.splice(exited - 1, 2);
  const usage = lines.findIndex((line) => /^Option( \(\* = required\))? +Description/.test(line));
  return (usage < 0 ? lines : lines.slice(0, usage)).join("\n").trim();
}
