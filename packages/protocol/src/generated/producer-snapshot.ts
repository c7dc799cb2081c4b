// Generated from schema/storage/producer-snapshot.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** A `.snapshot` file of a log: the producers that it remembers at an offset. Version 1. */
export interface ProducerSnapshot {
  crc: number;
  producerEntries: ProducerSnapshotProducerEntry[];
}

export interface ProducerSnapshotProducerEntry {
  producerId: number;
  epoch: number;
  lastSequence: number;
  lastOffset: number;
  offsetDelta: number;
  timestamp: number;
  coordinatorEpoch: number;
  currentTxnFirstOffset: number;
}

/** What `encodeProducerSnapshot` takes. */
export interface ProducerSnapshotDraft {
  crc: number;
  producerEntries: readonly ProducerSnapshotProducerEntryDraft[];
}

/** What `encodeProducerSnapshot` takes, in part. */
export interface ProducerSnapshotProducerEntryDraft {
  producerId: number;
  epoch: number;
  lastSequence: number;
  lastOffset: number;
  offsetDelta: number;
  timestamp: number;
  coordinatorEpoch: number;
  currentTxnFirstOffset: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeProducerSnapshot(
  writer: Writer,
  draft: ProducerSnapshotDraft,
  version: number,
): void {
  checkVersion("ProducerSnapshot", version, 1, 1);
  writer.uint32(draft.crc);
  const producerEntries = draft.producerEntries;
  writer.count(producerEntries.length, false);
  for (const element of producerEntries)
    encodeProducerSnapshotProducerEntry(writer, element, version);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeProducerSnapshot(reader: Reader, version: number): ProducerSnapshot {
  reader.begin("ProducerSnapshot", version, 1, 1);
  const crc = reader.uint32("crc");
  const producerEntries: ProducerSnapshotProducerEntry[] = decodeProducerSnapshotProducerEntryArray(
    reader,
    version,
    reader.count("producerEntries", false, 46),
  );
  return { crc, producerEntries };
}

function encodeProducerSnapshotProducerEntry(
  writer: Writer,
  draft: ProducerSnapshotProducerEntryDraft,
  _version: number,
): void {
  writer.int64(draft.producerId);
  writer.int16(draft.epoch);
  writer.int32(draft.lastSequence);
  writer.int64(draft.lastOffset);
  writer.int32(draft.offsetDelta);
  writer.int64(draft.timestamp);
  writer.int32(draft.coordinatorEpoch);
  writer.int64(draft.currentTxnFirstOffset);
}

function decodeProducerSnapshotProducerEntry(
  reader: Reader,
  _version: number,
): ProducerSnapshotProducerEntry {
  const producerId = reader.int64("ProducerEntry.producerId");
  const epoch = reader.int16("ProducerEntry.epoch");
  const lastSequence = reader.int32("ProducerEntry.lastSequence");
  const lastOffset = reader.int64("ProducerEntry.lastOffset");
  const offsetDelta = reader.int32("ProducerEntry.offsetDelta");
  const timestamp = reader.int64("ProducerEntry.timestamp");
  const coordinatorEpoch = reader.int32("ProducerEntry.coordinatorEpoch");
  const currentTxnFirstOffset = reader.int64("ProducerEntry.currentTxnFirstOffset");
  return {
    producerId,
    epoch,
    lastSequence,
    lastOffset,
    offsetDelta,
    timestamp,
    coordinatorEpoch,
    currentTxnFirstOffset,
  };
}

function decodeProducerSnapshotProducerEntryArray(
  reader: Reader,
  version: number,
  count: number,
): ProducerSnapshotProducerEntry[] {
  const elements: ProducerSnapshotProducerEntry[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProducerSnapshotProducerEntry(reader, version));
  return elements;
}
