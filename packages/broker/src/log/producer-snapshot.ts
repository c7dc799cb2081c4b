/**
 * `<offset>.snapshot`: the producers of a partition as they stood before that offset.
 *
 *   0         2        6       10
 *   ┌─────────┬────────┬───────┬─ ─ ─
 *   │version 1│ crc32c │ count │ entries   crc32c covers all that follows it
 *   └─────────┴────────┴───────┴─ ─ ─
 *
 *   an entry: int64 producerId, int16 producerEpoch, int32 lastSequence, int64 lastOffset,
 *             int32 offsetDelta, int64 timestamp, int32 coordinatorEpoch,
 *             int64 currentTxnFirstOffset (-1: none)
 *
 * Of a producer's last five batches only the newest is kept. Nothing ties the content to the offset
 * in the name; one whose CRC is wrong, or that has an entry beyond its own name, is not used.
 */
import { DecodeError, Reader, Writer, crc32c } from "@naru/protocol";
import {
  decodeProducerSnapshot as decodeMessage,
  encodeProducerSnapshot as encodeMessage,
} from "@naru/protocol/messages/producer-snapshot";
import type { ProducerSnapshotProducerEntry } from "@naru/protocol/messages/producer-snapshot";

import { ProducerEntry } from "./producer-entry.ts";

const VERSION = 1;
const CRC_AT = 2;
const COUNT_AT = 6;
const HEADER_BYTES = 10;

export function encodeProducerSnapshot(producers: readonly ProducerEntry[]): Uint8Array {
  const producerEntries = producers.map((producer) => ({
    producerId: producer.producerId,
    epoch: producer.producerEpoch,
    lastSequence: producer.lastSequence,
    lastOffset: producer.lastOffset,
    offsetDelta: producer.recentBatches.at(-1)?.offsetDelta ?? 0,
    timestamp: producer.lastTimestamp,
    coordinatorEpoch: producer.coordinatorEpoch,
    currentTxnFirstOffset: producer.currentTxnFirstOffset,
  }));
  const writer = new Writer();
  writer.int16(VERSION);
  encodeMessage(writer, { crc: 0, producerEntries }, VERSION);
  const bytes = Buffer.from(writer.toBytes());
  bytes.writeUInt32BE(crc32c(bytes.subarray(COUNT_AT)), CRC_AT);
  return bytes;
}

/** The producers of a snapshot; a string says what is wrong with it. */
export function decodeProducerSnapshot(input: Uint8Array): ProducerEntry[] | string {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (bytes.length < HEADER_BYTES)
    return `has ${bytes.length} bytes, expected at least ${HEADER_BYTES}`;
  const version = bytes.readInt16BE(0);
  if (version !== VERSION) return `has version ${version}, expected ${VERSION}`;
  const found = bytes.readUInt32BE(CRC_AT);
  const expected = crc32c(bytes.subarray(COUNT_AT));
  if (found !== expected)
    return `has CRC 0x${found.toString(16)}, expected 0x${expected.toString(16)}`;
  try {
    return decodeMessage(new Reader(bytes.subarray(CRC_AT)), VERSION).producerEntries.map(toEntry);
  } catch (error) {
    if (error instanceof DecodeError) return `cannot be read: ${error.message}`;
    throw error;
  }
}

function toEntry(found: ProducerSnapshotProducerEntry): ProducerEntry {
  const entry = new ProducerEntry(found.producerId);
  const { lastOffset, lastSequence, offsetDelta, timestamp } = found;
  entry.producerEpoch = found.epoch;
  if (lastOffset >= 0)
    entry.recentBatches.push({ lastSequence, lastOffset, offsetDelta, timestamp });
  entry.lastTimestamp = timestamp;
  entry.coordinatorEpoch = found.coordinatorEpoch;
  entry.currentTxnFirstOffset = found.currentTxnFirstOffset;
  return entry;
}
