import type { Segment } from "./segment.ts";

/** What a flusher needs of its log. */
export interface FlushedLog {
  readonly writtenEndOffset: number;
  readonly activeSegment: Segment;
  syncFolder(): Promise<void>;
  /** Resolves when all besides records is durable that must be before the recovery point moves. */
  writeEpochs(): Promise<void>;
  readonly epochsAreWritten: boolean;
  failed(error: unknown): void;
}

interface Waiter {
  readonly offset: number;
  readonly callback: (syncedEndOffset: number) => void;
  readonly failed: ((error: unknown) => void) | undefined;
}

/**
 * Group commit: one sync of a log in flight, and the next one covers all who wait meanwhile. Files
 * go down in order, a sealed segment before the one that follows it, so that what is durable has no
 * hole.
 *
 * Invariant: recoveryPoint <= syncedEndOffset <= writtenEndOffset.
 *
 * After a failed sync nothing is known of what was written since the last good one: it is not tried
 * again, those who wait are never told, and the broker stops.
 */
export class Flusher {
  readonly #log: FlushedLog;
  #syncedEndOffset: number;
  #recoveryPoint: number;
  /** Closed for appends, but not on the disk yet. */
  #sealed: Segment[] = [];
  #folderChanged = false;
  #waiters: Waiter[] = [];
  /** What the sync in flight will have covered; -1 when there is none. */
  #covers = -1;
  #failure: unknown;
  #isStopped = false;

  constructor(log: FlushedLog, start: { syncedEndOffset: number; recoveryPoint: number }) {
    this.#log = log;
    this.#syncedEndOffset = start.syncedEndOffset;
    this.#recoveryPoint = start.recoveryPoint;
  }

  get syncedEndOffset(): number {
    return this.#syncedEndOffset;
  }

  get recoveryPoint(): number {
    return this.#recoveryPoint;
  }

  get isIdle(): boolean {
    return this.#covers === -1;
  }

  /** `segment` takes no more appends; a new one has taken its place. */
  rolled(segment: Segment): void {
    this.#sealed.push(segment);
    this.#folderChanged = true;
  }

  /** A file came or went. */
  folderChanged(): void {
    this.#folderChanged = true;
  }

  /** The log ends at `offset` now: what is durable beyond it is of no meaning. */
  truncated(offset: number): void {
    this.#syncedEndOffset = Math.min(this.#syncedEndOffset, offset);
    this.#recoveryPoint = Math.min(this.#recoveryPoint, offset);
    if (this.#covers > offset) this.#covers = offset;
    this.#waiters = this.#waiters.map((waiter) => ({
      ...waiter,
      offset: Math.min(waiter.offset, offset),
    }));
  }

  /** The log begins again at `offset`, with nothing in it. */
  restarted(offset: number): void {
    this.truncated(offset);
    this.#syncedEndOffset = offset;
    this.#recoveryPoint = offset;
    this.#sealed = [];
  }

  /** Calls back once all that is written now is on the disk; when the sync fails, only `failed`. */
  syncSoon(callback: (syncedEndOffset: number) => void, failed?: (error: unknown) => void): void {
    if (this.#failure !== undefined) {
      failed?.(this.#failure);
      return;
    }
    this.#waiters.push({ offset: this.#log.writtenEndOffset, callback, failed });
    if (this.#covers === -1) void this.#run();
  }

  /**
   * The log is closed: what is under way may end as it likes, and who waits is told that it did
   * not.
   */
  stop(reason: unknown): void {
    this.#isStopped = true;
    this.#failure ??= reason;
    for (const { failed } of this.#waiters.splice(0)) this.#call(() => failed?.(reason));
  }

  async #run(): Promise<void> {
    do {
      this.#covers = this.#log.writtenEndOffset;
      try {
        await this.#syncFiles();
        this.#syncedEndOffset = Math.max(this.#syncedEndOffset, this.#covers);
        if (!this.#log.epochsAreWritten) await this.#log.writeEpochs();
        if (this.#log.epochsAreWritten) this.#recoveryPoint = this.#covers;
      } catch (error) {
        if (this.#isStopped) return;
        this.#failure = error;
        this.#log.failed(error);
        for (const { failed } of this.#waiters) this.#call(() => failed?.(error));
        return;
      }
      this.#tell();
    } while (this.#waiters.length > 0);
    this.#covers = -1;
  }

  async #syncFiles(): Promise<void> {
    const sealed = this.#sealed;
    const active = this.#log.activeSegment;
    const folderChanged = this.#folderChanged;
    this.#sealed = [];
    this.#folderChanged = false;
    for (const segment of sealed) await segment.sync({ indexes: true });
    if (folderChanged) await this.#log.syncFolder();
    await active.sync({ indexes: false });
  }

  #tell(): void {
    const told = this.#waiters.filter(({ offset }) => offset <= this.#syncedEndOffset);
    if (told.length === 0) return;
    this.#waiters = this.#waiters.filter(({ offset }) => offset > this.#syncedEndOffset);
    for (const { callback } of told) this.#call(() => callback(this.#syncedEndOffset));
  }

  /** An exception of who is told is a bug of theirs: it ends the log's service, not this loop. */
  #call(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.#log.failed(error);
    }
  }
}
