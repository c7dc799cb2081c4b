import { RunningProcess } from "../runner/processes.ts";

/**
 * Reads a topic with kcat, read_committed, from its beginning on for as long as it lives.
 *
 * The records of each partition must be the numbers 0, 1, 2 and so on: a record that is there
 * twice, out of order, or seen although its transaction is aborted (its number comes again) is the
 * fault, and the first one is kept.
 */
export class CommittedReader implements Disposable {
  fault: string | undefined;
  readonly #topic: string;
  readonly #process: RunningProcess;
  readonly #counts: number[];

  constructor(bootstrap: string, topic: string, partitions: number) {
    this.#topic = topic;
    this.#counts = Array<number>(partitions).fill(0);
    const quick = "-X reconnect.backoff.max.ms=500 -X topic.metadata.refresh.interval.ms=2000";
    const how = `-X isolation.level=read_committed -E -q -u ${quick}`;
    const words = `-b ${bootstrap} -C -t ${topic} -o beginning ${how} -f`.split(" ");
    this.#process = new RunningProcess("kcat", [...words, "%p %o %s\n"], {
      onLine: (line, stream) => {
        if (stream === "stdout") this.#see(line);
      },
    });
  }

  /** Records seen so far, of all partitions. */
  get count(): number {
    return this.#counts.reduce((sum, each) => sum + each, 0);
  }

  #see(line: string): void {
    const [partition, offset, number] = line.split(" ").map(Number) as [number, number, number];
    const expected = this.#counts[partition]!;
    if (number !== expected) {
      this.fault ??= `${this.#topic}-${partition}: record ${number} at offset ${offset}, expected ${expected}.`;
    }
    this.#counts[partition]! += 1;
  }

  [Symbol.dispose](): void {
    this.#process.signal("SIGKILL");
  }
}
