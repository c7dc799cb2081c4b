import type { Disk, DiskEntry, Logger } from "@naru/runtime";
import { peekMetadataRecord } from "@naru/protocol";
import type { MetadataRecord } from "@naru/protocol/messages/metadata-records";
import {
  decodeMetadataRecord,
  metadataRecordTypes,
} from "@naru/protocol/messages/metadata-records";
import {
  METADATA_VERSION_MAX,
  METADATA_VERSION_MIN,
  metadataVersionName,
} from "../../metadata/feature-levels.ts";
import type { MetadataImage } from "../../metadata/metadata-image.ts";
import { emptyImage } from "../../metadata/metadata-image.ts";
import { MetadataReplay } from "../../metadata/metadata-replay.ts";
import { DataFolderError } from "../data-folder/data-folder-error.ts";
import type { MetadataBatch } from "./metadata-batch.ts";
import type { LogEnd, MetadataSegment } from "./metadata-segments.ts";
import { readSegment, removeSegment, segmentsIn } from "./metadata-segments.ts";
import type { FoundQuorum } from "./quorum-of-folder.ts";
import { noQuorum, quorumAfter } from "./quorum-of-folder.ts";
import type { SnapshotId } from "./snapshot-file.ts";
import { parseSnapshotName, readSnapshot, snapshotName } from "./snapshot-file.ts";

/** What `__cluster_metadata-0` holds. */
export interface StoredMetadata {
  readonly image: MetadataImage;
  readonly quorum: FoundQuorum;
  readonly end: LogEnd;
  /** Oldest first; what was at or behind a snapshot that passes the log's end is gone. */
  readonly segments: readonly MetadataSegment[];
  readonly snapshots: readonly SnapshotId[];
  /** Where each epoch of the log begins. */
  readonly epochs: readonly { readonly epoch: number; readonly startOffset: number }[];
  /** Of the segments past the newest snapshot, to know when the next one is due. */
  readonly bytesSinceSnapshot: number;
}

/** A snapshot must fit in memory once, as its records do again in the image. */
const SNAPSHOT_BYTES_MAX = 1_073_741_824;

/** Reads all of it: every batch is checked, a torn tail is cut off, leftovers are removed. */
export async function readStoredMetadata(
  disk: Disk,
  folder: string,
  logger: Logger,
): Promise<StoredMetadata> {
  const entries = disk.list(folder);
  await removeLeftovers(disk, folder, entries);
  const reader = new StoredMetadataReader(folder, logger);
  const snapshots = entries.flatMap(({ name }) => parseSnapshotName(name) ?? []);
  const snapshot = newestGoodSnapshot(disk, { folder, snapshots, logger });
  if (snapshot !== undefined) reader.snapshot(snapshot.id, snapshot.batches);
  let segments = segmentsIn(disk, folder);
  checkNoGap(folder, segments, reader.end.offset);
  const from = segments[0]?.baseOffset ?? reader.end.offset;
  let end: LogEnd = { offset: from, epoch: 0, timestampMs: 0 };
  for (const segment of segments) {
    const file = disk.open(segment.path, { mode: "existing" });
    try {
      const isLast = segment === segments.at(-1);
      end = readSegment({ file, segment, isLast, logger }, end, (batch) => reader.batch(batch));
    } finally {
      file.close();
    }
  }
  reader.checkKnown();
  if (end.offset < reader.end.offset) {
    // A snapshot that was fetched from a leader, and the log before it was never caught up.
    for (const segment of segments) await removeSegment(disk, segment);
    segments = [];
  }
  return { ...reader.result(), segments, snapshots };
}

/** Files on their way in or out when the last run ended. */
async function removeLeftovers(
  disk: Disk,
  folder: string,
  entries: readonly DiskEntry[],
): Promise<void> {
  for (const { name, kind } of entries) {
    if (kind === "file" && /\.(part|deleted|tmp)$/.test(name))
      await disk.unlink(`${folder}/${name}`);
  }
}

function newestGoodSnapshot(
  disk: Disk,
  options: { folder: string; snapshots: readonly SnapshotId[]; logger: Logger },
): { id: SnapshotId; batches: readonly MetadataBatch[] } | undefined {
  const { folder, snapshots, logger } = options;
  for (const id of snapshots.toReversed()) {
    const path = `${folder}/${snapshotName(id)}`;
    const batches = readSnapshot(disk.readWhole(path, SNAPSHOT_BYTES_MAX));
    if (typeof batches !== "string") return { id, batches };
    logger.warn(`${path}: ${batches}. It is not used; the log and older snapshots are.`);
  }
  return undefined;
}

function checkNoGap(
  folder: string,
  segments: readonly MetadataSegment[],
  snapshotEnd: number,
): void {
  const first = segments[0];
  if (first !== undefined && first.baseOffset > snapshotEnd) {
    throw new DataFolderError(
      "DAMAGED",
      `${folder}: the log begins at offset ${first.baseOffset}, and there is no good snapshot up ` +
        "to there: what was decided before is lost. Restore the folder from a copy.",
    );
  }
}

/** Replays snapshot and log, and collects what cannot be read. */
class StoredMetadataReader {
  readonly #folder: string;
  readonly #logger: Logger;
  #replay = new MetadataReplay(emptyImage);
  #quorum: FoundQuorum = noQuorum;
  #bytesSinceSnapshot = 0;
  readonly #epochs: { epoch: number; startOffset: number }[] = [];
  readonly #unknown = new Set<string>();
  end: LogEnd = { offset: 0, epoch: 0, timestampMs: 0 };

  constructor(folder: string, logger: Logger) {
    this.#folder = folder;
    this.#logger = logger;
  }

  snapshot(id: SnapshotId, batches: readonly MetadataBatch[]): void {
    const isInLog = id.endOffset > 0;
    for (const batch of batches) {
      this.#quorum = quorumAfter(this.#quorum, batch, { isInLog });
      if (batch.controlTypes === undefined) this.#replayBatch(batch, id.endOffset - 1);
    }
    this.end = { offset: id.endOffset, epoch: id.epoch, timestampMs: 0 };
  }

  batch(batch: MetadataBatch): void {
    const last = this.#epochs.at(-1);
    if (last === undefined || last.epoch < batch.epoch) {
      this.#epochs.push({ epoch: batch.epoch, startOffset: batch.baseOffset });
    }
    if (batch.nextOffset <= this.end.offset) return;
    this.#bytesSinceSnapshot += batch.bytes;
    this.#quorum = quorumAfter(this.#quorum, batch, { isInLog: true });
    if (batch.controlTypes === undefined) this.#replayBatch(batch, batch.nextOffset - 1);
    this.end = {
      offset: batch.nextOffset,
      epoch: batch.epoch,
      timestampMs: batch.timestampMs,
    };
  }

  /** Stops the start when anything was written by a newer Kafka, with all of it. */
  checkKnown(): void {
    const level = this.#replay.image.features.metadataVersion;
    if (level > METADATA_VERSION_MAX) this.#unknown.add(`metadata.version ${level}`);
    if (this.#unknown.size > 0) {
      throw new DataFolderError(
        "TOO_NEW",
        `${this.#folder}: found ${[...this.#unknown].join(", ")}, which a newer Apache Kafka wrote ` +
          `and Naru does not know (it reads metadata.version ${METADATA_VERSION_MIN} to ` +
          `${METADATA_VERSION_MAX}, ${metadataVersionName(METADATA_VERSION_MAX)}). ` +
          "Start that Kafka on the folder instead.",
      );
    }
    if (level > 0 && level < METADATA_VERSION_MIN) {
      throw new DataFolderError(
        "WRONG_OWNER",
        `${this.#folder}: found metadata.version ${level}, expected ${METADATA_VERSION_MIN} to ` +
          `${METADATA_VERSION_MAX}. Raise it with the Apache Kafka that wrote the folder: ` +
          "kafka-features.sh upgrade --release-version 4.0.",
      );
    }
  }

  result(): Omit<StoredMetadata, "segments" | "snapshots"> {
    if (this.#replay.inTransaction) {
      this.#logger.info(`${this.#folder}: the log ends inside a transaction, which is left out.`);
      this.#replay.abandonTransaction();
    }
    return {
      image: this.#replay.image,
      quorum: this.#quorum,
      end: this.end,
      epochs: this.#epochs,
      bytesSinceSnapshot: this.#bytesSinceSnapshot,
    };
  }

  #replayBatch(batch: MetadataBatch, lastOffset: number): void {
    const records = batch.values.flatMap((value, index) =>
      this.#decode(value, batch.baseOffset + index),
    );
    // Nothing may be understood by half: once something is unknown, it is only looked for more.
    if (this.#unknown.size === 0) this.#replay.batch(records, { lastOffset, epoch: batch.epoch });
  }

  #decode(value: Uint8Array, offset: number): MetadataRecord[] {
    const { apiKey, version } = peekMetadataRecord(value);
    const type = Object.entries(metadataRecordTypes).find(([, known]) => known.apiKey === apiKey);
    if (type === undefined) this.#unknown.add(`record type ${apiKey}`);
    else if (version > type[1].maxVersion) this.#unknown.add(`${type[0]} version ${version}`);
    else {
      try {
        return [decodeMetadataRecord(value)];
      } catch (error) {
        throw new DataFolderError(
          "DAMAGED",
          `${this.#folder}: the ${type[0]} at offset ${offset} cannot be read: ${String(error)}`,
          { cause: error },
        );
      }
    }
    return [];
  }
}
