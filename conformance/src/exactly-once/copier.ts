import * as path from "node:path";
import { javaWords } from "../kafka/installation.ts";
import { pythonCommand } from "../members/installs.ts";
import { lastLines, RunningProcess } from "../runner/processes.ts";

/** What a program copies. */
export interface CopyWork {
  readonly bootstrap: string;
  readonly source: string;
  readonly target: string;
  readonly transactionTimeoutMs: number;
  readonly seed: number;
}

/** A program ends by itself when its broker is away for too long, but not for ever. */
const FAILURES_MAX = 40;
/** In one transaction; of librdkafka's each takes a tenth of a second, however small. */
const JAVA_RECORDS = 300;
const LIBRDKAFKA_RECORDS = 1_000;

const pythonProgram = path.join(import.meta.dirname, "..", "..", "transactions", "copier.py");

/** A program that copies a topic in transactions: killed, and started again until it is done. */
export class Copier {
  readonly name: string;
  /** Resolves when all is copied; rejects when the program cannot go on. */
  readonly done: Promise<void>;
  isDone = false;
  kills = 0;
  /** How it ended where nobody killed it. */
  readonly failures: string[] = [];
  readonly #command: string;
  readonly #words: (start: number) => string[];
  #process: RunningProcess | undefined;

  constructor(name: string, command: string, words: (start: number) => string[]) {
    this.name = name;
    this.#command = command;
    this.#words = words;
    this.done = this.#run();
    this.done.catch(() => undefined);
  }

  /** SIGKILL; it starts again by itself. */
  kill(): void {
    if (this.#process?.isRunning !== true) return;
    this.kills += 1;
    this.#process.signal("SIGKILL");
  }

  async #run(): Promise<void> {
    for (;;) {
      const child = new RunningProcess(
        this.#command,
        this.#words(this.kills + this.failures.length),
      );
      this.#process = child;
      const exit = await child.exited;
      if (exit.code === 0) {
        this.isDone = true;
        return;
      }
      if (exit.signal === "SIGKILL") continue;
      const last = lastLines(child.output, 1).trim();
      this.failures.push(`${this.name} ended with ${exit.code ?? exit.signal}: ${last}`);
      if (this.failures.length >= FAILURES_MAX) {
        throw new Error(`${this.name} ended ${FAILURES_MAX} times.\n${this.failures.join("\n")}`);
      }
    }
  }
}

/** Apache Kafka's own copier of one partition; its transactions are of version 2. */
export function javaCopier(work: CopyWork, partition: number): Copier {
  const options = {
    "broker-list": work.bootstrap,
    "input-topic": work.source,
    "input-partition": partition,
    "output-topic": work.target,
    "consumer-group": `${work.target}-${partition}`,
    "transactional-id": `${work.target}-${partition}`,
    "transaction-size": JAVA_RECORDS,
    "transaction-timeout": work.transactionTimeoutMs,
  };
  const words = Object.entries(options).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const main = ["org.apache.kafka.tools.TransactionalMessageCopier", ...words];
  const all = javaWords([...main, "--enable-random-aborts", "--use-group-metadata"], {
    heap: "-Xmx128M",
    logLevel: "ERROR",
  });
  return new Copier(`the Java copier of partition ${partition}`, "java", () => all);
}

/** A copier of all partitions by librdkafka; its transactions are of version 1. */
export function librdkafkaCopier(work: CopyWork): Copier {
  const { bootstrap, source, target, transactionTimeoutMs, seed } = work;
  return new Copier("the copier of librdkafka", pythonCommand, (start) => [
    pythonProgram,
    bootstrap,
    source,
    target,
    target,
    target,
    String(LIBRDKAFKA_RECORDS),
    String(transactionTimeoutMs),
    String(seed + start),
  ]);
}
