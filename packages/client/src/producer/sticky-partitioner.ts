import type { Random } from "@naru/runtime";

/**
 * Chooses partitions for the records of one topic that have neither key nor partition, as Kafka
 * does (KIP-794): one partition until `batch.size` bytes have gone there and its batches are full,
 * so that batches fill, then another at random. At twice `batch.size` it moves on in any case.
 */
export class StickyPartitioner {
  readonly #random: Random;
  readonly #batchSize: number;
  #candidates: readonly number[] = [];
  #partition = -1;
  #producedBytes = 0;

  constructor(random: Random, batchSize: number) {
    this.#random = random;
    this.#batchSize = Math.max(1, batchSize);
  }

  /** The partition for the next record. `candidates` have a leader, or are all when none has. */
  partition(candidates: readonly number[], areBatchesFull: (partition: number) => boolean): number {
    const isDue =
      this.#producedBytes >= 2 * this.#batchSize ||
      (this.#producedBytes >= this.#batchSize && areBatchesFull(this.#partition));
    const isNews = candidates !== this.#candidates;
    this.#candidates = candidates;
    if (isDue || (isNews && !candidates.includes(this.#partition))) {
      this.#partition = candidates[this.#random.integer(candidates.length)] ?? 0;
      this.#producedBytes = 0;
    }
    return this.#partition;
  }

  /** So many bytes have gone to the chosen partition. */
  produced(bytes: number): void {
    this.#producedBytes += bytes;
  }
}
