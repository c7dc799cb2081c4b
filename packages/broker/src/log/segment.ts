import {
  batchBaseOffset,
  batchLastOffset,
  batchLengthBytes,
  batchMaxTimestamp,
} from "@naru/protocol";
import type { Clock, Disk, DiskFile, Random } from "@naru/runtime";

import type { BufferPool } from "./buffer-pool.ts";
import {
  DELETED_SUFFIX,
  INDEX_SUFFIX,
  LOG_SUFFIX,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
  offsetFileName,
} from "./file-names.ts";
import { OffsetIndex, RELATIVE_OFFSET_MAX } from "./offset-index.ts";
import type { LogConfig } from "./log-config.ts";
import type { OffsetPosition } from "./offset-index.ts";
import { findBatch, scanBatches, walkHeaders } from "./segment-scan.ts";
import type { FoundBatch } from "./segment-scan.ts";
import { TimeIndex } from "./time-index.ts";
import type { TimestampOffset } from "./time-index.ts";
import { TransactionIndex } from "./transaction-index.ts";

/** What a segment needs of the log that it is a part of. */
export interface SegmentContext {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly folder: string;
  readonly pool: BufferPool;
  /** Changes while the log is open. */
  readonly config: () => LogConfig;
  readonly warn: (message: string) => void;
}

/**
 * The sizes of a segment's files as they were found in the folder; undefined where there is none.
 */
export interface SegmentFiles {
  readonly logBytes: number;
  readonly indexBytes: number | undefined;
  readonly timeIndexBytes: number | undefined;
  readonly transactionIndexBytes: number | undefined;
}

/** One segment: a file of record batches, and the indexes into it. */
export class Segment {
  readonly baseOffset: number;
  readonly offsetIndex: OffsetIndex;
  readonly timeIndex: TimeIndex;
  readonly transactionIndex: TransactionIndex;
  /** What is in the log file; staged bytes are not. */
  sizeBytes: number;
  /**
   * The largest timestamp, and the last offset of the batch that has it. -1 while there is none.
   */
  largest: TimestampOffset;
  readonly createdMs: number;
  /** Its files have other names now, or none. */
  isDeleted = false;
  readonly #context: SegmentContext;
  /** Segments that began together do not all roll together. */
  readonly #jitterMs: number;
  #path: string;
  #file: DiskFile | undefined;
  #bytesSinceIndexEntry = 0;
  #firstTimestamp: number | undefined;

  /** `ending` is behind the names of a segment that the cleaner has not put in its place yet. */
  constructor(context: SegmentContext, baseOffset: number, files?: SegmentFiles, ending = "") {
    const pathOf = (suffix: string): string =>
      `${context.folder}/${offsetFileName(baseOffset, suffix)}${ending}`;
    this.#context = context;
    this.#path = pathOf(LOG_SUFFIX);
    this.baseOffset = baseOffset;
    this.sizeBytes = files?.logBytes ?? 0;
    const jitterMs = Math.min(context.config().segmentJitterMs, context.config().segmentMs);
    this.#jitterMs = jitterMs > 0 ? Math.floor(context.random.next() * jitterMs) : 0;
    this.createdMs = context.clock.nowMs();
    this.largest = { timestamp: -1, offset: baseOffset };
    this.offsetIndex = new OffsetIndex(context.disk, pathOf(INDEX_SUFFIX), baseOffset);
    this.timeIndex = new TimeIndex(context.disk, pathOf(TIME_INDEX_SUFFIX), baseOffset);
    this.transactionIndex = new TransactionIndex(
      context.disk,
      pathOf(TRANSACTION_INDEX_SUFFIX),
      files?.transactionIndexBytes ?? 0,
    );
  }

  /** A new segment, empty. Its name is durable once the folder has been synced. */
  static create(context: SegmentContext, baseOffset: number, ending = ""): Segment {
    const segment = new Segment(context, baseOffset, undefined, ending);
    segment.#file = context.disk.open(segment.#path, { mode: "any" });
    // What a crash left of a segment that never got a record.
    if (segment.#file.bytes > 0) segment.#file.truncate(0);
    segment.startIndexes();
    return segment;
  }

  /** Takes the indexes as they are; says what is wrong with them, and then they must be rebuilt. */
  loadIndexes(files: SegmentFiles): string | undefined {
    if (files.indexBytes === undefined) return `${this.offsetIndex.file.path} is missing`;
    if (files.timeIndexBytes === undefined) return `${this.timeIndex.file.path} is missing`;
    const offsets = this.offsetIndex.load(files.indexBytes);
    if (offsets !== undefined) return `${this.offsetIndex.file.path} ${offsets}`;
    const times = this.timeIndex.load(files.timeIndexBytes);
    if (times !== undefined) return `${this.timeIndex.file.path} ${times}`;
    if (this.offsetIndex.lastEntry.position > Math.max(0, this.sizeBytes - 1)) {
      return `${this.offsetIndex.file.path} ends with position ${this.offsetIndex.lastEntry.position}`;
    }
    if (this.sizeBytes > 0 && this.timeIndex.file.count === 0) {
      return `${this.timeIndex.file.path} has no entry`;
    }
    this.largest = this.timeIndex.lastEntry;
    return undefined;
  }

  /** Empty indexes in memory, to be filled by `note`. */
  startIndexes(): void {
    this.offsetIndex.startEmpty();
    this.timeIndex.startEmpty();
    this.largest = { timestamp: -1, offset: this.baseOffset };
    this.#bytesSinceIndexEntry = 0;
    this.#firstTimestamp = undefined;
  }

  /** Fills the indexes again from the batches that are in the file. */
  async rebuildIndexes(): Promise<void> {
    this.startIndexes();
    const range = { from: 0, to: this.sizeBytes, pool: this.#context.pool };
    await scanBatches(this.file, range, (bytes, position, filePosition) => {
      this.note(bytes, position, filePosition);
      return false;
    });
  }

  get file(): DiskFile {
    this.#file ??= this.#context.disk.open(this.#path, { mode: "existing" });
    return this.#file;
  }

  get path(): string {
    return this.#path;
  }

  /** The time that retention counts from: of the newest record, or else of the last write. */
  get largestTimestampMs(): number {
    if (this.largest.timestamp >= 0) return this.largest.timestamp;
    return this.#context.disk.stat(this.#path)?.modifiedMs ?? this.createdMs;
  }

  /** The largest timestamp of the first batch: rolling by time counts from it. -1 without any. */
  get firstTimestamp(): number {
    if (this.#firstTimestamp === undefined && this.sizeBytes > 0) {
      walkHeaders(this.file, { from: 0, to: this.sizeBytes }, (bytes, position) => {
        this.#firstTimestamp = batchMaxTimestamp(bytes, position);
        return true;
      });
    }
    return this.#firstTimestamp ?? -1;
  }

  /** Whether a batch with this largest timestamp comes too long after the first one here. */
  rollIsDue(maxTimestamp: number): boolean {
    if (this.sizeBytes === 0) return false;
    const first = this.firstTimestamp;
    const waitedMs =
      first >= 0 ? maxTimestamp - first : this.#context.clock.nowMs() - this.createdMs;
    return waitedMs > this.#context.config().segmentMs - this.#jitterMs;
  }

  holdsRelative(offset: number): boolean {
    return offset - this.baseOffset <= RELATIVE_OFFSET_MAX;
  }

  /** Whether the indexes might outgrow their limit once `stagedBytes` more are in the file. */
  indexIsFull(stagedBytes: number): boolean {
    const { segmentIndexBytes, indexIntervalBytes } = this.#context.config();
    const entries = 1 + Math.ceil(stagedBytes / Math.max(1, indexIntervalBytes));
    return (
      this.offsetIndex.isFull(segmentIndexBytes, entries) ||
      this.timeIndex.isFull(segmentIndexBytes, entries)
    );
  }

  /**
   * Appends whole batches and notes them in the indexes. After a failure nothing of them is there.
   */
  write(views: readonly Uint8Array[]): void {
    const before = this.sizeBytes;
    try {
      this.file.append(views);
    } catch (error) {
      this.file.truncate(before);
      throw error;
    }
    for (const view of views) {
      for (let position = 0; position < view.length;) {
        this.note(view, position, this.sizeBytes);
        const bytes = batchLengthBytes(view, position);
        this.sizeBytes += bytes;
        position += bytes;
      }
    }
  }

  /**
   * Notes one batch of the file in the indexes, as Kafka does: an entry when enough bytes went by.
   */
  note(bytes: Uint8Array, position: number, filePosition: number): void {
    const timestamp = batchMaxTimestamp(bytes, position);
    const lastOffset = batchLastOffset(bytes, position);
    this.#firstTimestamp ??= timestamp;
    if (timestamp > this.largest.timestamp) this.largest = { timestamp, offset: lastOffset };
    if (this.#bytesSinceIndexEntry > this.#context.config().indexIntervalBytes) {
      this.offsetIndex.append(lastOffset, filePosition);
      this.timeIndex.append(this.largest.timestamp, this.largest.offset);
      this.#bytesSinceIndexEntry = 0;
    }
    this.#bytesSinceIndexEntry += batchLengthBytes(bytes, position);
  }

  /**
   * One past the last record, of a file that was closed cleanly. What is not a whole batch at its
   * end is damage then, which the loader must look at more closely.
   */
  readEndOffset(): { endOffset: number; isWhole: boolean } {
    let endOffset = this.baseOffset;
    let end = 0;
    const { position } = this.offsetIndex.lastEntry;
    walkHeaders(this.file, { from: position, to: this.sizeBytes }, (bytes, at, filePosition) => {
      endOffset = batchLastOffset(bytes, at) + 1;
      end = filePosition + batchLengthBytes(bytes, at);
      return false;
    });
    return { endOffset, isWhole: end === this.sizeBytes };
  }

  /**
   * The batch that holds `offset`, or the first one after it; undefined when there is none here.
   */
  locate(offset: number): FoundBatch | undefined {
    let entry = this.offsetIndex.lookup(offset);
    if (!this.#isPlausible(entry)) {
      this.#context.warn(
        `${this.offsetIndex.file.path}: entry for offset ${entry.offset} points at byte ${entry.position}, ` +
          `where no such batch begins. The index will be built again.`,
      );
      this.#rebuildNow();
      entry = this.offsetIndex.lookup(offset);
    }
    return findBatch(this.file, { from: entry.position, to: this.sizeBytes }, offset);
  }

  /** Where to begin looking for `timestamp`: no earlier batch has a record that late. */
  searchStart(timestamp: number): number {
    const entry = this.timeIndex.lookup(timestamp);
    if (entry.timestamp === -1) return 0;
    const batch = this.locate(entry.offset);
    if (batch === undefined) return 0;
    let isTrue = false;
    const range = { from: batch.position, to: this.sizeBytes };
    walkHeaders(this.file, range, (bytes, position) => {
      isTrue = batchMaxTimestamp(bytes, position) === entry.timestamp;
      return true;
    });
    if (isTrue) return batch.position;
    this.#context.warn(
      `${this.timeIndex.file.path}: entry for timestamp ${entry.timestamp} names offset ${entry.offset}, ` +
        `whose batch has another. The index will be built again.`,
    );
    this.#rebuildNow();
    return 0;
  }

  /**
   * Cuts off the batch that holds `offset` and all after it; returns the offset where the segment
   * ends.
   */
  async truncateTo(offset: number): Promise<number> {
    const batch = this.locate(offset);
    const end = Math.min(offset, batch?.baseOffset ?? offset);
    if (batch !== undefined) this.file.truncate(batch.position);
    this.sizeBytes = batch?.position ?? this.sizeBytes;
    this.offsetIndex.truncateTo(end);
    this.timeIndex.truncateTo(end);
    this.transactionIndex.truncateTo(end);
    this.reopen();
    this.largest = this.timeIndex.lastEntry;
    const from = this.offsetIndex.lookup(this.largest.offset).position;
    const range = { from, to: this.sizeBytes, pool: this.#context.pool };
    await scanBatches(this.file, range, (bytes, position) => {
      const timestamp = batchMaxTimestamp(bytes, position);
      if (timestamp > this.largest.timestamp) {
        this.largest = { timestamp, offset: batchLastOffset(bytes, position) };
      }
      return false;
    });
    if (this.sizeBytes === 0) this.#firstTimestamp = undefined;
    return end;
  }

  /** Makes the segment one that can be appended to. */
  reopen(): void {
    this.offsetIndex.file.reopen();
    this.timeIndex.file.reopen();
    this.#bytesSinceIndexEntry = 0;
  }

  /** Writes the indexes: no more appends. */
  seal(): void {
    if (!this.timeIndex.file.isSealed) {
      this.timeIndex.append(this.largest.timestamp, this.largest.offset);
    }
    this.offsetIndex.file.seal();
    this.timeIndex.file.seal();
  }

  /**
   * Resolves when the records are on the disk, and with `indexes` the indexes too. One that is
   * deleted meanwhile need not be durable, and its files may be closed.
   */
  async sync(options: { indexes: boolean }): Promise<void> {
    if (this.isDeleted) return;
    try {
      await this.file.sync();
      if (!options.indexes || this.isDeleted) return;
      await this.transactionIndex.sync();
      await this.offsetIndex.file.sync();
      await this.timeIndex.file.sync();
    } catch (error) {
      if (!this.isDeleted) throw error;
    }
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
    this.offsetIndex.file.close();
    this.timeIndex.file.close();
    this.transactionIndex.close();
  }

  /**
   * Renames the files to `.deleted`, so that they are no segment after a crash; returns their
   * paths.
   */
  markDeleted(): string[] {
    return [...this.markLogDeleted(), ...this.renameIndexes(DELETED_SUFFIX)];
  }

  /** The first half of `markDeleted`: what is left is no segment any more. */
  markLogDeleted(): string[] {
    this.isDeleted = true;
    return this.renameLog(DELETED_SUFFIX);
  }

  /**
   * Gives the log file this ending, "" for none; returns its path. Readers that hold this segment
   * go on through the open files.
   */
  renameLog(ending: string): string[] {
    const path = this.#pathOf(LOG_SUFFIX, ending);
    if (!this.#rename(this.#path, path)) return [];
    this.#path = path;
    this.#file?.renamed(path);
    return [path];
  }

  /** The same for the indexes, as far as there are files of them. */
  renameIndexes(ending: string): string[] {
    const renamed: string[] = [];
    for (const [index, suffix] of [
      [this.transactionIndex, TRANSACTION_INDEX_SUFFIX],
      [this.timeIndex.file, TIME_INDEX_SUFFIX],
      [this.offsetIndex.file, INDEX_SUFFIX],
    ] as const) {
      const path = this.#pathOf(suffix, ending);
      if (this.#rename(index.path, path)) renamed.push(path);
      index.renamed(path);
    }
    return renamed;
  }

  #pathOf(suffix: string, ending: string): string {
    return `${this.#context.folder}/${offsetFileName(this.baseOffset, suffix)}${ending}`;
  }

  #rename(from: string, to: string): boolean {
    const { disk } = this.#context;
    if (disk.stat(from) === undefined) return false;
    disk.rename(from, to);
    return true;
  }

  #isPlausible(entry: OffsetPosition): boolean {
    if (entry.position === 0) return true;
    if (entry.position >= this.sizeBytes) return false;
    let isTrue = false;
    walkHeaders(this.file, { from: entry.position, to: this.sizeBytes }, (bytes, position) => {
      // Kafka before 4.1 noted the last offset of all batches that were appended together.
      const baseOffset = batchBaseOffset(bytes, position);
      isTrue = baseOffset >= this.baseOffset && baseOffset <= entry.offset;
      return true;
    });
    return isTrue;
  }

  /** Both indexes again, on the event loop: reading a damaged one is rare, and a reader waits. */
  #rebuildNow(): void {
    const wasSealed = this.offsetIndex.file.isSealed;
    this.startIndexes();
    const range = { from: 0, to: this.sizeBytes };
    walkHeaders(this.file, range, (bytes, position, filePosition) => {
      this.note(bytes, position, filePosition);
      return false;
    });
    if (wasSealed) this.seal();
  }
}
