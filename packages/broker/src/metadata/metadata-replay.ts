import { CorruptMetadataError } from "./corrupt-metadata-error.ts";
import type { MetadataDelta } from "./metadata-delta.ts";
import { MetadataChanges } from "./metadata-delta.ts";
import type { MetadataImage } from "./metadata-image.ts";
import type { MetadataRecord } from "./metadata-record.ts";
import { replayRecord } from "./replay-record.ts";

/**
 * Turns committed records into images, one delta a batch.
 *
 * A transaction (KIP-868: BeginTransaction ... EndTransaction or AbortTransaction) may span
 * batches. Until its end nothing of it is seen; an abort, or the end of the log inside it, leaves
 * the image as it was at its begin.
 */
export class MetadataReplay {
  #published: MetadataImage;
  #working: MetadataImage;
  #changes = new MetadataChanges();
  #transaction: { readonly image: MetadataImage; readonly changes: MetadataChanges } | undefined;

  constructor(image: MetadataImage) {
    this.#published = image;
    this.#working = image;
  }

  /** After the last delta. */
  get image(): MetadataImage {
    return this.#published;
  }

  get inTransaction(): boolean {
    return this.#transaction !== undefined;
  }

  /** Replays the records of one batch; undefined while a transaction is open. */
  batch(
    records: readonly MetadataRecord[],
    at: { readonly lastOffset: number; readonly epoch: number },
  ): MetadataDelta | undefined {
    for (const record of records) this.#record(record);
    this.#working = { ...this.#working, offset: at.lastOffset, epoch: at.epoch };
    if (this.#transaction !== undefined) return undefined;
    const delta = this.#changes.between(this.#published, this.#working);
    this.#published = this.#working;
    this.#changes = new MetadataChanges();
    return delta;
  }

  /** Leaves an open transaction: nobody is left who could end it. */
  abandonTransaction(): void {
    if (this.#transaction !== undefined) this.#abort();
  }

  #record(record: MetadataRecord): void {
    switch (record.type) {
      case "BeginTransactionRecord":
        if (this.inTransaction) {
          throw new CorruptMetadataError("a transaction begins inside another one.");
        }
        this.#transaction = { image: this.#working, changes: this.#changes.copy() };
        return;
      case "EndTransactionRecord":
        if (!this.inTransaction)
          throw new CorruptMetadataError("a transaction ends that never began.");
        this.#transaction = undefined;
        return;
      case "AbortTransactionRecord":
        if (!this.inTransaction) {
          throw new CorruptMetadataError("a transaction is aborted that never began.");
        }
        this.#abort();
        return;
      default:
        this.#working = replayRecord(this.#working, record, this.#changes);
    }
  }

  #abort(): void {
    const begin = this.#transaction!;
    this.#working = begin.image;
    this.#changes = begin.changes;
    this.#transaction = undefined;
  }
}
