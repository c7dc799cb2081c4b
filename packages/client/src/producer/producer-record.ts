import type { RecordHeader } from "@naru/protocol";

/** Bytes, or text that goes out as UTF-8. */
export type Payload = Uint8Array | string;

export interface ProducerRecord {
  readonly topic: string;
  /** Left out: the key decides, and without a key the producer does. */
  readonly partition?: number | undefined;
  /** null and left out are the same; an empty key is a key. */
  readonly key?: Payload | null | undefined;
  /** null is a tombstone on a compacted topic. */
  readonly value: Payload | null;
  /** In order; a key may occur more than once. */
  readonly headers?: readonly ProducerHeader[] | undefined;
  /** Milliseconds since 1970; now when left out. */
  readonly timestamp?: number | undefined;
}

export interface ProducerHeader {
  readonly key: string;
  readonly value: Payload | null;
}

/** Where a record went. */
export interface RecordMetadata {
  readonly topic: string;
  readonly partition: number;
  /** -1 with `acks: 0`, where no broker answers. */
  readonly offset: number;
  /** The record's own, or the broker's where the topic has log append time. */
  readonly timestamp: number;
}

/** A record as it goes into a batch. */
export interface OutgoingRecord {
  readonly timestamp: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[] | undefined;
}

/** Text becomes bytes; a time is given to what has none. */
export function outgoingRecord(record: ProducerRecord, nowMs: number): OutgoingRecord {
  return {
    timestamp: record.timestamp ?? nowMs,
    key: bytesOf(record.key),
    value: bytesOf(record.value),
    headers: record.headers?.map(({ key, value }) => ({ key, value: bytesOf(value) })),
  };
}

function bytesOf(payload: Payload | null | undefined): Uint8Array | null {
  if (payload === null || payload === undefined) return null;
  return typeof payload === "string" ? Buffer.from(payload) : payload;
}
