import { RecordBatch, RecordReader, batchesIn } from "@naru/protocol";
import type { CoordinatorMachine } from "./coordinator-machine.ts";

const COMMIT_MARKER = 1;
const MARKER_TYPE_AT = 3;

/** Rebuilds a machine from the batches of its log. Counts what it leaves alone. */
export class LogReplay<Rec, Timer, Effect = never> {
  readonly #machine: CoordinatorMachine<Rec, Timer, Effect>;
  recordCount = 0;
  skippedCount = 0;

  constructor(machine: CoordinatorMachine<Rec, Timer, Effect>) {
    this.#machine = machine;
  }

  batches(bytes: Uint8Array): void {
    for (const batch of batchesIn(bytes)) this.#batch(batch);
  }

  #batch(batch: RecordBatch): void {
    const reader = new RecordReader(batch);
    while (reader.next()) {
      const { key, value } = reader;
      if (key === null) continue;
      if (batch.isControl) this.#marker(batch.producerId, key);
      else this.#record(batch, key, value);
    }
  }

  #record(batch: RecordBatch, key: Uint8Array, value: Uint8Array | null): void {
    const record = this.#machine.decode(key, value);
    if (record === undefined) {
      this.skippedCount += 1;
      return;
    }
    this.recordCount += 1;
    if (batch.isTransactional) this.#machine.replayInTransaction(record, batch.producerId);
    else this.#machine.replay(record);
  }

  /** A marker's key is its version and its type, two bytes each. */
  #marker(producerId: number, key: Uint8Array): void {
    const outcome = key[MARKER_TYPE_AT] === COMMIT_MARKER ? "COMMIT" : "ABORT";
    this.#machine.replayTransactionEnd(producerId, outcome);
  }
}
