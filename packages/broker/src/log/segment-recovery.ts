import {
  LOG_OVERHEAD_BYTES,
  RecordBatch,
  batchBaseOffset,
  batchCrc,
  batchFrameAt,
  batchLastOffset,
  batchLengthBytes,
  computeBatchCrc,
} from "@naru/protocol";

import type { BufferPool } from "./buffer-pool.ts";
import { CorruptLogError } from "./corrupt-log-error.ts";
import type { LeaderEpochCache } from "./leader-epoch-cache.ts";
import type { ProducerState } from "./producer-state.ts";
import { isOldMessage } from "./old-message.ts";
import { scanBatches } from "./segment-scan.ts";
import type { Segment } from "./segment.ts";

/** What is built again from the batches of a log. */
export interface Replayed {
  readonly producers: ProducerState;
  readonly epochs: LeaderEpochCache;
  readonly pool: BufferPool;
}

export interface VerifiedSegment {
  /** One past the last good batch. */
  readonly endOffset: number;
  readonly bytesVerified: number;
  readonly bytesTruncated: number;
}

/** Takes over producers and epochs of a segment that is trusted. */
export async function replaySegment(
  segment: Segment,
  state: Replayed,
  fromOffset: number,
): Promise<void> {
  const from = segment.locate(fromOffset)?.position ?? segment.sizeBytes;
  const range = { from, to: segment.sizeBytes, pool: state.pool };
  await scanBatches(segment.file, range, (bytes, position) => {
    replayBatch(RecordBatch.at(bytes, position), state);
    return false;
  });
}

/**
 * Reads every batch of a segment, rebuilding its indexes, producers and epochs on the way, and cuts
 * the file off at the first one that is not whole and undamaged and behind the one before.
 *
 * Below `limits.recoveryPoint` everything had been made durable: damage there is not the trace of a
 * crash, and nothing is cut.
 */
export async function verifySegment(
  segment: Segment,
  state: Replayed,
  limits: { startOffset: number; nextBaseOffset: number; recoveryPoint: number },
): Promise<VerifiedSegment> {
  let endOffset = limits.startOffset;
  let problem: string | undefined;
  segment.startIndexes();
  segment.transactionIndex.clear();
  const fileBytes = segment.file.bytes;
  const range = { from: 0, to: fileBytes, pool: state.pool };
  const end = await scanBatches(segment.file, range, (bytes, position, filePosition) => {
    problem = problemWith(segment, { bytes, position }, { endOffset, ...limits });
    if (problem !== undefined) return true;
    segment.note(bytes, position, filePosition);
    const batch = RecordBatch.at(bytes, position);
    const aborted = replayBatch(batch, state);
    if (aborted !== undefined) segment.transactionIndex.append(aborted);
    endOffset = batch.nextOffset;
    return false;
  });
  const bytesTruncated = fileBytes - end.position;
  if (end.found !== "end") {
    const found = problem ?? describeFrame(end.found);
    refuseIfDurable(segment, { found, at: end.position, endOffset }, limits.recoveryPoint);
    if (end.found === "old-magic" && isOldMessage(frameAt(segment, end.position))) {
      throw oldMagic(segment, end.position);
    }
    segment.file.truncate(end.position);
  }
  segment.sizeBytes = end.position;
  return { endOffset, bytesVerified: end.position, bytesTruncated };
}

/** Applies one batch; returns the entry for the transaction index when it ended one by abort. */
function replayBatch(
  batch: RecordBatch,
  { producers, epochs }: Replayed,
): Parameters<Segment["transactionIndex"]["append"]>[0] | undefined {
  epochs.confirm(batch.partitionLeaderEpoch, batch.baseOffset);
  // A snapshot may already hold what this batch did.
  if (batch.lastOffset < producers.endOffset) return undefined;
  const completed = producers.update(batch);
  producers.commit();
  if (completed === undefined || !completed.isAborted) return undefined;
  const { producerId, firstOffset, lastOffset } = completed;
  const lastStableOffset = producers.lastStableOffsetAfter(completed);
  return { producerId, firstOffset, lastOffset, lastStableOffset };
}

function problemWith(
  segment: Segment,
  at: { bytes: Uint8Array; position: number },
  limits: { endOffset: number; nextBaseOffset: number },
): string | undefined {
  const baseOffset = batchBaseOffset(at.bytes, at.position);
  const lastOffset = batchLastOffset(at.bytes, at.position);
  if (baseOffset < limits.endOffset) {
    return `has base offset ${baseOffset}, expected at least ${limits.endOffset}`;
  }
  if (lastOffset < baseOffset || lastOffset >= limits.nextBaseOffset) {
    return `ends with offset ${lastOffset}, expected ${baseOffset} to ${limits.nextBaseOffset - 1}`;
  }
  if (!segment.holdsRelative(lastOffset))
    return `has offset ${lastOffset}, too far from the segment's`;
  const computed = computeBatchCrc(at.bytes, at.position);
  const found = batchCrc(at.bytes, at.position);
  if (found !== computed) return `has CRC ${hex(found)}, expected ${hex(computed)}`;
  return undefined;
}

function refuseIfDurable(
  segment: Segment,
  damage: { found: string; at: number; endOffset: number },
  recoveryPoint: number,
): void {
  if (damage.endOffset >= recoveryPoint) return;
  throw new CorruptLogError(
    `${segment.path}: record batch at byte ${damage.at} ${damage.found}. The log is intact up to offset ` +
      `${damage.endOffset}, and was durable up to ${recoveryPoint}: this is damage, not the trace of a crash. ` +
      `The partition is not opened.`,
    {
      path: segment.path,
      hint:
        "Restore the file from a replica or a backup. To give up the records from there on, lower the " +
        "partition's line in recovery-point-offset-checkpoint and remove .kafka_cleanshutdown.",
    },
  );
}

/** The bytes that a frame claims, as far as the file has them. */
function frameAt(segment: Segment, position: number): Uint8Array {
  const head = new Uint8Array(LOG_OVERHEAD_BYTES);
  segment.file.readAt(head, position);
  const bytes = new Uint8Array(Math.min(batchLengthBytes(head, 0), segment.file.bytes - position));
  return bytes.subarray(0, segment.file.readAt(bytes, position));
}

function oldMagic(segment: Segment, position: number): CorruptLogError {
  return new CorruptLogError(
    `${segment.path}: byte ${position} begins a message of magic 0 or 1, from before Kafka 0.11, which is not read here.`,
    { path: segment.path, hint: "Let Apache Kafka serve this partition, or remove its topic." },
  );
}

function describeFrame(found: ReturnType<typeof batchFrameAt> | "end" | "stopped"): string {
  switch (found) {
    case "truncated":
      return "is cut off by the end of the file";
    case "bad-length":
      return "has a length that no batch has";
    case "bad-magic":
      return "has a magic that no batch has";
    case "old-magic":
      return "has magic 0 or 1";
    case "whole":
    case "end":
    case "stopped":
      return "is whole";
  }
}

function hex(crc: number): string {
  return `0x${crc.toString(16).padStart(8, "0")}`;
}
