import { DataFolderError } from "../data-folder/data-folder-error.ts";
import type { Disk, DiskFile, Logger } from "@naru/runtime";
import { offsetFileName, parseOffsetFileName } from "../../log/file-names.ts";
import type { MetadataBatch } from "./metadata-batch.ts";
import { readMetadataBatch } from "./metadata-batch.ts";

/** A segment: its name says its base offset. */
export interface MetadataSegment {
  readonly baseOffset: number;
  readonly path: string;
}

/** The segments of a folder, oldest first. */
export function segmentsIn(disk: Disk, folder: string): MetadataSegment[] {
  const segments: MetadataSegment[] = [];
  for (const { name, kind } of disk.list(folder)) {
    const parsed = parseOffsetFileName(name);
    if (kind !== "file" || parsed === undefined || name !== offsetFileName(parsed.offset, ".log")) {
      continue;
    }
    segments.push({ baseOffset: parsed.offset, path: `${folder}/${name}` });
  }
  return segments;
}

/** Removes a segment with the indexes that Kafka keeps beside it. */
export async function removeSegment(disk: Disk, segment: MetadataSegment): Promise<void> {
  const stem = segment.path.slice(0, -".log".length);
  // The log last: where it is still there, a second try finds the rest again.
  for (const ending of [".index", ".timeindex", ".log"]) {
    if (disk.stat(stem + ending) !== undefined) await disk.unlink(stem + ending);
  }
}

/** How the batches of the log follow each other: what one was like, for the next. */
export interface LogEnd {
  readonly offset: number;
  readonly epoch: number;
  readonly timestampMs: number;
}

/**
 * Reads one segment whole, handing out every batch, and cuts off a torn tail.
 *
 * Only the last batch can be torn: we write one batch at a time and sync it before the next. So
 * what is bad and has a good batch behind it is not a torn write but decay; what it decided is
 * lost, and going on without it would throw away topics. Then the start stops.
 */
export function readSegment(
  options: {
    readonly file: DiskFile;
    readonly segment: MetadataSegment;
    readonly isLast: boolean;
    readonly logger: Logger;
  },
  start: LogEnd,
  onBatch: (batch: MetadataBatch) => void,
): LogEnd {
  const { file, segment, isLast, logger } = options;
  // A buffer of its own: what is kept of a record may be views of it. Kafka's segments are at most
  // 1 GiB and snapshots keep them far below.
  const bytes = new Uint8Array(file.bytes);
  file.readAt(bytes, 0);
  let end = start;
  for (let at = 0; ;) {
    const batch = readMetadataBatch(bytes, at);
    if (batch === "end") return end;
    const damage = typeof batch === "string" ? batch : misplaced(batch, end);
    if (typeof batch === "string" || damage !== undefined) {
      const finding = `${segment.path}: at byte ${at} found ${damage}.`;
      const later = isLast ? batchAfter(bytes, at + 1, end.offset) : segment.path;
      if (later !== undefined) {
        throw new DataFolderError(
          "DAMAGED",
          `${finding} Good metadata follows it, so this is damage, not the end of an interrupted ` +
            "write, and what it decided (topics, configurations) is lost. Restore the folder from a copy.",
        );
      }
      logger.warn(
        `${finding} It is what an interrupted write left: the log is intact up to offset ` +
          `${end.offset} and is truncated there (${bytes.length - at} bytes).`,
      );
      file.truncate(at);
      return end;
    }
    onBatch(batch);
    end = { offset: batch.nextOffset, epoch: batch.epoch, timestampMs: batch.timestampMs };
    at += batch.bytes;
  }
}

/** Why a good batch cannot stand where it does; undefined when it can. */
function misplaced(batch: MetadataBatch, end: LogEnd): string | undefined {
  if (batch.baseOffset !== end.offset) {
    return `a record batch with offset ${batch.baseOffset}, expected ${end.offset}`;
  }
  return batch.epoch < end.epoch
    ? `a record batch of epoch ${batch.epoch} after one of epoch ${end.epoch}`
    : undefined;
}

/** Where a good batch with a later offset begins at or after `from`. */
function batchAfter(bytes: Uint8Array, from: number, offset: number): string | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    // Magic 2 stands 16 bytes into a batch: all else is skipped quickly.
    if (bytes[at + 16] !== 2) continue;
    const batch = readMetadataBatch(bytes, at);
    if (typeof batch !== "string" && batch.baseOffset > offset) return `byte ${at}`;
  }
  return undefined;
}

/** The segment that begins at an offset. */
export function newSegment(folder: string, baseOffset: number): MetadataSegment {
  return { baseOffset, path: `${folder}/${offsetFileName(baseOffset, ".log")}` };
}
