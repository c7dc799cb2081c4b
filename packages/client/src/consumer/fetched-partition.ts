import {
  ProtocolError,
  RecordBatch,
  RecordReader,
  batchFrameAt,
  controlRecordType,
  type BatchFrame,
} from "@naru/protocol";
import type { FetchResponsePartitionData as PartitionData } from "@naru/protocol/messages/fetch";
import type { FetchedRecord, TopicPartition } from "./fetched-record.ts";

export interface FetchedPartitionOptions {
  /** Records before it are in the first batch, but were not asked for. */
  readonly fetchOffset: number;
  readonly isCommittedOnly: boolean;
  readonly checkCrcs: boolean;
}

/**
 * What a fetch brought for one partition: batches that are opened one after the other, when their
 * records are asked for.
 *
 * With `isCommittedOnly` the broker names the aborted transactions that overlap, each with its
 * producer and first offset. From there on that producer's batches are passed over, until the
 * marker that says ABORT. Control batches are never seen.
 */
export class FetchedPartition {
  readonly #where: TopicPartition;
  readonly #options: FetchedPartitionOptions;
  readonly #bytes: Uint8Array;
  /** By first offset, the next one last. */
  readonly #aborted: { producerId: number; firstOffset: number }[];
  readonly #abortedProducers = new Set<number>();
  #at = 0;
  #reader: RecordReader | undefined;
  /** The offset after all that was taken or passed over. */
  nextOffset: number;

  constructor(where: TopicPartition, data: PartitionData, options: FetchedPartitionOptions) {
    this.#where = where;
    this.#options = options;
    this.#bytes = data.records ?? new Uint8Array(0);
    this.#aborted = options.isCommittedOnly
      ? (data.abortedTransactions ?? []).toSorted((a, b) => b.firstOffset - a.firstOffset)
      : [];
    this.nextOffset = options.fetchOffset;
  }

  get fetchOffset(): number {
    return this.#options.fetchOffset;
  }

  /** The offset after the last whole batch: where the next fetch begins. Opens nothing. */
  endOffset(): number {
    let end = this.nextOffset;
    for (let at = 0; batchFrameAt(this.#bytes, at) === "whole";) {
      const batch = RecordBatch.at(this.#bytes, at);
      end = Math.max(end, batch.nextOffset);
      at += batch.lengthBytes;
    }
    return end;
  }

  /** Moves up to `count` records into `records`; false when there are no more. */
  take(count: number, records: FetchedRecord[]): boolean {
    let left = count;
    while (left > 0) {
      const reader = this.#reader ?? this.#nextReader();
      if (reader === undefined) return false;
      left -= this.#takeFrom(reader, left, records);
    }
    return true;
  }

  #takeFrom(reader: RecordReader, count: number, records: FetchedRecord[]): number {
    const { topic, partition } = this.#where;
    const { fetchOffset } = this.#options;
    const { partitionLeaderEpoch: leaderEpoch, timestampType } = reader.batch;
    let taken = 0;
    while (taken < count) {
      if (!reader.next()) {
        this.#reader = undefined;
        // Cleaning may have taken the last records away: their offsets are passed over.
        this.nextOffset = reader.batch.nextOffset;
        return taken;
      }
      const { offset } = reader;
      if (offset < fetchOffset) continue;
      const { timestamp, key, value, headers } = reader;
      records.push({
        topic,
        partition,
        offset,
        timestamp,
        timestampType,
        leaderEpoch,
        key,
        value,
        headers,
      });
      this.nextOffset = offset + 1;
      taken += 1;
    }
    this.#reader = reader;
    return taken;
  }

  /** Opens the next batch whose records are for users. */
  #nextReader(): RecordReader | undefined {
    for (;;) {
      const frame = batchFrameAt(this.#bytes, this.#at);
      if (frame === "truncated") return undefined;
      if (frame !== "whole") throw this.#damaged(`found ${faults[frame]}`);
      const batch = RecordBatch.at(this.#bytes, this.#at);
      this.#at += batch.lengthBytes;
      if (this.#options.checkCrcs && !batch.crcIsValid) {
        throw this.#damaged(`has CRC ${hex(batch.crc)}, expected ${hex(batch.computeCrc())}`);
      }
      if (batch.lastOffset >= this.#options.fetchOffset && !this.#isPassedOver(batch)) {
        return new RecordReader(batch);
      }
      this.nextOffset = Math.max(this.nextOffset, batch.nextOffset);
    }
  }

  #isPassedOver(batch: RecordBatch): boolean {
    if (this.#options.isCommittedOnly && batch.hasProducerId) {
      this.#learnAborted(batch.lastOffset);
      if (batch.isControl && isAbortMarker(batch)) this.#abortedProducers.delete(batch.producerId);
      else if (batch.isTransactional && this.#abortedProducers.has(batch.producerId)) return true;
    }
    return batch.isControl;
  }

  #learnAborted(lastOffset: number): void {
    for (let next = this.#aborted.at(-1); next !== undefined; next = this.#aborted.at(-1)) {
      if (next.firstOffset > lastOffset) return;
      this.#abortedProducers.add(next.producerId);
      this.#aborted.pop();
    }
  }

  #damaged(found: string): ProtocolError {
    const { topic, partition } = this.#where;
    return new ProtocolError(
      "CORRUPT_MESSAGE",
      `${topic}-${partition}: the record batch from offset ${this.nextOffset} ${found}. ` +
        `Nothing of it was read. Seek past it, or look at the log with kafka-dump-log.`,
    );
  }
}

const faults: Record<Exclude<BatchFrame, "whole" | "truncated">, string> = {
  "bad-length": "a length that no batch has",
  "old-magic": "a format older than version 2, which Kafka 4 does not write",
  "bad-magic": "a format newer than version 2",
};

function isAbortMarker(batch: RecordBatch): boolean {
  const reader = new RecordReader(batch);
  return reader.next() && controlRecordType(reader.key) === "ABORT";
}

function hex(crc: number): string {
  return `0x${crc.toString(16).padStart(8, "0")}`;
}
