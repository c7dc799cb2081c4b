import { NO_PRODUCER_EPOCH, NO_SEQUENCE, NO_TIMESTAMP, addToSequence } from "@naru/protocol";

/** A producer may have five requests in flight, so a retry is one of its last five batches. */
export const RECENT_BATCHES_MAX = 5;
const SEQUENCES = 0x8000_0000;

/** What is kept of a batch to recognise it when it is sent again. */
export interface RecentBatch {
  readonly lastSequence: number;
  readonly lastOffset: number;
  readonly offsetDelta: number;
  readonly timestamp: number;
}

/** What a partition knows of one producer id. */
export class ProducerEntry {
  readonly producerId: number;
  producerEpoch = NO_PRODUCER_EPOCH;
  coordinatorEpoch = -1;
  /** Of the last batch or marker; expiry counts from it. */
  lastTimestamp = NO_TIMESTAMP;
  /** -1 outside a transaction. */
  currentTxnFirstOffset = -1;
  /** Oldest first. Empty after a marker with a new epoch. */
  recentBatches: RecentBatch[] = [];

  constructor(producerId: number) {
    this.producerId = producerId;
  }

  get lastSequence(): number {
    return this.recentBatches.at(-1)?.lastSequence ?? NO_SEQUENCE;
  }

  /** The last data batch's end; -1 where none is known. */
  get lastOffset(): number {
    return this.recentBatches.at(-1)?.lastOffset ?? -1;
  }

  get isInTransaction(): boolean {
    return this.currentTxnFirstOffset !== -1;
  }

  /** A new epoch forgets the batches of the old one: sequences start again. */
  setEpoch(producerEpoch: number): void {
    if (producerEpoch === this.producerEpoch) return;
    this.producerEpoch = producerEpoch;
    this.recentBatches = [];
  }

  addBatch(batch: RecentBatch): void {
    if (this.recentBatches.length === RECENT_BATCHES_MAX) this.recentBatches.shift();
    this.recentBatches.push(batch);
    this.lastTimestamp = batch.timestamp;
  }

  /** The batch that was appended with exactly these sequences, in this epoch. */
  findDuplicate(
    producerEpoch: number,
    sequences: { readonly first: number; readonly last: number },
  ): RecentBatch | undefined {
    if (producerEpoch !== this.producerEpoch) return undefined;
    return this.recentBatches.find(
      (batch) => batch.lastSequence === sequences.last && firstSequence(batch) === sequences.first,
    );
  }

  copy(): ProducerEntry {
    const copy = new ProducerEntry(this.producerId);
    copy.producerEpoch = this.producerEpoch;
    copy.coordinatorEpoch = this.coordinatorEpoch;
    copy.lastTimestamp = this.lastTimestamp;
    copy.currentTxnFirstOffset = this.currentTxnFirstOffset;
    copy.recentBatches = [...this.recentBatches];
    return copy;
  }
}

function firstSequence(batch: RecentBatch): number {
  return addToSequence(batch.lastSequence, SEQUENCES - batch.offsetDelta);
}
