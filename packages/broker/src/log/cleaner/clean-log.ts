/**
 * One pass over one log, as Kafka's cleaner makes it: reads the dirty part and notes the latest
 * offset of each key, then writes every segment from the log's start on again with what stays.
 *
 * Reading and writing go on beside appends, retention and truncation. Only putting a cleaned
 * segment in its place is exclusive, and it is dropped when what it was made of has changed.
 */
import { batchesIn } from "@naru/protocol";
import { DiskError } from "@naru/runtime";

import { abortedTransactions } from "../aborted-transactions.ts";
import { CLEANED_SUFFIX, SEGMENT_SUFFIXES, offsetFileName } from "../file-names.ts";
import type { LogCore } from "../log-core.ts";
import { Segment } from "../segment.ts";
import { readChunks } from "./batch-chunks.ts";
import { planBatch } from "./batch-plan.ts";
import type { BatchPlan, LastOfProducer } from "./batch-plan.ts";
import { filterBatchesJob } from "./clean.job.ts";
import type { CleanableLog } from "./cleanable.ts";
import { CleanedTransactions } from "./cleaned-transactions.ts";
import type { CleaningReport } from "./cleaning-report.ts";
import { KeyMap } from "./key-map.ts";
import { areClosedSegments, replaceSegments } from "./replace-segments.ts";
import { groupSegments } from "./segment-groups.ts";
import type { Throttle } from "./throttle.ts";

export interface CleanOptions {
  readonly memoryBytes: number;
  readonly loadFactor: number;
  /** How much is read at once. */
  readonly chunkBytes: number;
  readonly throttle: Throttle;
  readonly signal?: AbortSignal;
}

export interface PassOptions extends CleanOptions {
  readonly cleanable: CleanableLog;
  /** What is known of every producer now, staged batches not among it. */
  lastOfProducers(): ReadonlyMap<number, LastOfProducer>;
}

/** A log with a batch that cannot be read: it is served, and not cleaned. */
export class UncleanableError extends Error {
  override readonly name = "UncleanableError";
}

/** The log was closed, or cut, or its segments were deleted, while a pass went on. */
class Interruption extends Error {
  override readonly name = "Interruption";
}

/** Undefined when the pass was interrupted: what is done stays, the rest comes another time. */
export async function cleanLog(
  core: LogCore,
  options: PassOptions,
): Promise<CleaningReport | undefined> {
  const pass = new CleaningPass(core, options);
  try {
    return await pass.run();
  } catch (error) {
    // What is thrown because of an interruption may be anything: a file was closed, say.
    const isInterrupted = error instanceof Interruption || pass.isInterrupted;
    if (isInterrupted && core.failure === undefined) return undefined;
    if (error instanceof DiskError && error.code !== "ENOSPC") core.failed(error);
    throw error;
  }
}

class CleaningPass {
  readonly #core: LogCore;
  readonly #options: PassOptions;
  readonly #nowMs: number;
  readonly #truncationCount: number;
  /** Those that are read or written now. */
  #sources: readonly Segment[] = [];
  #cleaned: Segment | undefined;
  #bytesAfter = 0;
  #recordsBefore = 0;
  #recordsAfter = 0;
  readonly #transactions = new CleanedTransactions((transaction) => {
    this.#cleaned!.transactionIndex.append(transaction);
  });

  constructor(core: LogCore, options: PassOptions) {
    this.#core = core;
    this.#options = options;
    this.#truncationCount = core.truncationCount;
    this.#nowMs = core.parts.runtime.clock.nowMs();
  }

  /** Also when something else was thrown, as by a file that is closed. */
  get isInterrupted(): boolean {
    const { isClosed, isTruncating, failure, truncationCount } = this.#core;
    if (isClosed || isTruncating || failure !== undefined) return true;
    if (truncationCount !== this.#truncationCount) return true;
    if (this.#options.signal?.aborted === true) return true;
    return this.#sources.length > 0 && !areClosedSegments(this.#core, this.#sources);
  }

  async run(): Promise<CleaningReport> {
    const { clock } = this.#core.parts.runtime;
    const startedMs = clock.monotonicMs();
    const { firstDirtyOffset: startOffset } = this.#options.cleanable;
    const map = await this.#buildMap();
    const endOffset = map.latestOffset + 1;
    const segments = this.#segmentsBelow(endOffset);
    const bytesBefore = segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const { segmentBytes, segmentIndexBytes } = this.#core.config;
    const limits = { segmentBytes, indexBytes: segmentIndexBytes };
    const groups = groupSegments(segments, {
      ...limits,
      endOffset: this.#options.cleanable.endOffset,
    });
    for (const group of groups) await this.#cleanGroup(group, map);
    this.#core.cleanedOffset = endOffset;
    return {
      startOffset,
      endOffset,
      segmentsBefore: segments.length,
      segmentsAfter: groups.length,
      bytesBefore,
      bytesAfter: this.#bytesAfter,
      recordsBefore: this.#recordsBefore,
      recordsAfter: this.#recordsAfter,
      keys: map.state.count,
      elapsedMs: clock.monotonicMs() - startedMs,
    };
  }

  async #buildMap(): Promise<KeyMap> {
    const core = this.#core;
    const { cleanable } = this.#options;
    const { firstDirtyOffset: startOffset, endOffset } = cleanable;
    const { decompressedBatchBytesMax, runtime } = core.parts;
    const map = new KeyMap(runtime.workers, { ...this.#options, decompressedBatchBytesMax });
    map.latestOffset = startOffset - 1;
    const transactions = new CleanedTransactions();
    transactions.add(abortedTransactions(core.segments, { startOffset, endOffset }));
    const dirty = core.segments.all.slice(core.segments.indexAt(startOffset), this.#endIndex());
    this.#sources = dirty;
    for (const [index, segment] of dirty.entries()) {
      await this.#mapSegment(segment, map, transactions);
      if (map.isFull) break;
      // Also where the segment's last records were cleaned away before.
      map.latestOffset = (dirty[index + 1]?.baseOffset ?? endOffset) - 1;
    }
    this.#sources = [];
    return map;
  }

  async #mapSegment(
    segment: Segment,
    map: KeyMap,
    transactions: CleanedTransactions,
  ): Promise<void> {
    const { chunkBytes, cleanable } = this.#options;
    const startOffset = cleanable.firstDirtyOffset;
    const from = segment.locate(startOffset)?.position ?? segment.sizeBytes;
    for await (const { bytes, fault } of readChunks(segment, { from, chunkBytes })) {
      this.#goOn(fault);
      const counts: number[] = [];
      let records = 0;
      for (const batch of batchesIn(bytes)) {
        const hasKeys = !transactions.isDiscarded(batch) && !batch.isControl;
        counts.push(hasKeys ? 1 : 0);
        if (hasKeys) records += batch.count;
      }
      const read = bytes.length;
      this.#goOn(await map.add(bytes, { counts: Uint8Array.from(counts), records, startOffset }));
      await this.#options.throttle.passed(read, this.#options.signal);
      this.#goOn();
      if (map.isFull) return;
    }
  }

  async #cleanGroup(group: readonly Segment[], map: KeyMap): Promise<void> {
    const core = this.#core;
    this.#sources = group;
    this.#goOn();
    const cleaned = Segment.create(core.parts.context, group[0]!.baseOffset, CLEANED_SUFFIX);
    this.#cleaned = cleaned;
    let isInPlace = false;
    try {
      const last = this.#options.lastOfProducers();
      for (const segment of group) await this.#cleanSegment(segment, cleaned, map, last);
      cleaned.seal();
      await cleaned.sync({ indexes: true });
      this.#goOn();
      await core.syncFolder();
      this.#bytesAfter += cleaned.sizeBytes;
      // From here on it is `replaceSegments` that asks whether they are as they were.
      this.#sources = [];
      isInPlace = await replaceSegments(core, {
        old: group,
        cleaned,
        isStillTrue: () => !this.isInterrupted,
      });
      if (!isInPlace) throw new Interruption("The segments have changed.");
    } finally {
      if (!isInPlace) await this.#discard(cleaned);
    }
  }

  async #cleanSegment(
    segment: Segment,
    cleaned: Segment,
    map: KeyMap,
    lastOfProducers: ReadonlyMap<number, LastOfProducer>,
  ): Promise<void> {
    const { chunkBytes, throttle, signal } = this.#options;
    this.#transactions.add(this.#abortedIn(segment));
    for await (const { bytes, fault } of readChunks(segment, { from: 0, chunkBytes })) {
      this.#goOn(fault);
      const plans = this.#plan(bytes, lastOfProducers);
      const read = bytes.length;
      const filtered = await this.#filter(bytes, plans, map);
      this.#goOn(filtered.fault);
      if (filtered.bytes.length > 0) cleaned.write([filtered.bytes]);
      this.#recordsBefore += filtered.recordsRead;
      this.#recordsAfter += filtered.recordsKept;
      await throttle.passed(read + filtered.bytes.length, signal);
      this.#goOn();
    }
  }

  #plan(bytes: Uint8Array, lastOfProducers: ReadonlyMap<number, LastOfProducer>): BatchPlan[] {
    const context = {
      nowMs: this.#nowMs,
      roundEndOffset: this.#options.cleanable.endOffset,
      lastOfProducer: (producerId: number) => lastOfProducers.get(producerId),
    };
    const plans: BatchPlan[] = [];
    for (const batch of batchesIn(bytes)) {
      plans.push(planBatch(batch, this.#transactions.isDiscarded(batch), context));
    }
    return plans;
  }

  #filter(
    bytes: Uint8Array<ArrayBuffer>,
    plans: readonly BatchPlan[],
    { state: map, latestOffset }: KeyMap,
  ) {
    const { parts, config } = this.#core;
    const { deleteRetentionMs } = config;
    const { decompressedBatchBytesMax, runtime } = parts;
    const nowMs = this.#nowMs;
    const rules = { map, latestOffset, nowMs, deleteRetentionMs, decompressedBatchBytesMax };
    return runtime.workers.run(filterBatchesJob, { bytes, plans, ...rules }, [bytes.buffer]);
  }

  #abortedIn(segment: Segment): ReturnType<typeof abortedTransactions> {
    const { segments } = this.#core;
    const index = segments.all.indexOf(segment);
    const endOffset = segments.endOffset(index, this.#core.logEndOffset);
    return abortedTransactions(segments, { startOffset: segment.baseOffset, endOffset });
  }

  #endIndex(): number {
    const { segments } = this.#core;
    return segments.indexAt(this.#options.cleanable.endOffset);
  }

  #segmentsBelow(offset: number): Segment[] {
    const segments = this.#core.segments.all.slice(0, this.#endIndex());
    return segments.filter(({ baseOffset }) => baseOffset < offset);
  }

  /** Asked after everything that was waited for: the log may not be what it was. */
  #goOn(fault?: string): void {
    if (this.isInterrupted) throw new Interruption("The log is not as it was.");
    if (fault !== undefined) throw new UncleanableError(fault);
  }

  /** What is left of it after a crash goes at the next start. */
  async #discard(cleaned: Segment): Promise<void> {
    const { parts, isClosed } = this.#core;
    cleaned.close();
    if (isClosed) return;
    for (const suffix of SEGMENT_SUFFIXES) {
      const name = offsetFileName(cleaned.baseOffset, suffix) + CLEANED_SUFFIX;
      const path = `${parts.folder}/${name}`;
      if (parts.runtime.disk.stat(path) !== undefined) await parts.runtime.disk.unlink(path);
    }
  }
}
