import { RecordBatch, RecordReader } from "@naru/protocol";

import type { LogCore } from "./log-core.ts";
import { scanBatches } from "./segment-scan.ts";
import type { Segment } from "./segment.ts";

/** A record's place in time, with the leader epoch that it was appended in. */
export interface TimestampedOffset {
  readonly offset: number;
  readonly timestamp: number;
  readonly leaderEpoch: number;
}

/** The first record, from the log start offset on, with this timestamp or a later one. */
export async function findByTimestamp(
  core: LogCore,
  timestamp: number,
): Promise<TimestampedOffset | undefined> {
  const { logStartOffset } = core;
  for (const segment of core.segments.all) {
    if (segment.sizeBytes === 0 || segment.largest.timestamp < timestamp) continue;
    const found = await findInSegment(
      core,
      segment,
      (record) => {
        return record.timestamp >= timestamp && record.offset >= logStartOffset;
      },
      { timestamp, startOffset: logStartOffset },
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first of the records with the largest timestamp of all (ListOffsets -3). */
export async function findLargestTimestamp(core: LogCore): Promise<TimestampedOffset | undefined> {
  let newest: Segment | undefined;
  for (const segment of core.segments.all) {
    if (segment.largest.timestamp > (newest?.largest.timestamp ?? -1)) newest = segment;
  }
  if (newest === undefined) return undefined;
  const { timestamp, offset } = newest.largest;
  return await findInSegment(core, newest, (record) => record.timestamp === timestamp, {
    timestamp,
    startOffset: offset,
  });
}

async function findInSegment(
  core: LogCore,
  segment: Segment,
  isIt: (record: RecordReader) => boolean,
  from: { timestamp: number; startOffset: number },
): Promise<TimestampedOffset | undefined> {
  const position = Math.max(
    segment.searchStart(from.timestamp),
    segment.locate(from.startOffset)?.position ?? 0,
  );
  let found: TimestampedOffset | undefined;
  const range = { from: position, to: segment.sizeBytes, pool: core.pool };
  await scanBatches(segment.file, range, (bytes, at) => {
    const batch = RecordBatch.at(bytes, at);
    if (batch.maxTimestamp < from.timestamp || batch.lastOffset < from.startOffset) return false;
    found = findInBatch(new RecordReader(batch, core.parts.decompressedBatchBytesMax), isIt);
    return found !== undefined;
  });
  return found;
}

/**
 * Opens one batch. One that was closed with log append time need not be: all its records have that.
 */
function findInBatch(
  reader: RecordReader,
  isIt: (record: RecordReader) => boolean,
): TimestampedOffset | undefined {
  while (reader.next()) {
    if (!isIt(reader)) continue;
    const { offset, timestamp } = reader;
    return { offset, timestamp, leaderEpoch: reader.batch.partitionLeaderEpoch };
  }
  return undefined;
}
