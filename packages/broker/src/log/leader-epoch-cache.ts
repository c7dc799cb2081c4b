/**
 * Which leader epoch began at which offset. Followers find with it where their log and the leader's
 * part (KIP-101, KIP-279).
 *
 * Invariant: epochs and start offsets both increase from entry to entry.
 *
 * Every epoch with a record can be found again in the log, so the file, `leader-epoch-checkpoint`,
 * may lag behind; only an epoch that a leader began without appending anything stands nowhere else.
 */
export interface EpochEntry {
  readonly epoch: number;
  readonly startOffset: number;
}

export interface EpochEndOffset {
  readonly epoch: number;
  readonly endOffset: number;
}

/** "No such epoch": Kafka answers -1 for both. */
export const UNDEFINED_EPOCH_END: EpochEndOffset = { epoch: -1, endOffset: -1 };

export class LeaderEpochCache {
  #entries: EpochEntry[] = [];
  /** Counts changes: who has written the file compares. */
  version = 0;

  get entries(): readonly EpochEntry[] {
    return this.#entries;
  }

  /** -1 when no epoch is known. */
  get latestEpoch(): number {
    return this.#entries.at(-1)?.epoch ?? -1;
  }

  /**
   * Notes that `epoch` began at `startOffset`, unless it is known; what contradicts it is
   * forgotten.
   */
  assign(epoch: number, startOffset: number): void {
    const last = this.#entries.at(-1);
    if (epoch < 0 || (epoch === last?.epoch && startOffset >= last.startOffset)) return;
    // A leader never appends behind a newer epoch: what is newer, or began later, was not
    // committed.
    this.#entries = this.#entries.filter(
      (entry) => entry.epoch < epoch && entry.startOffset < startOffset,
    );
    this.#entries.push({ epoch, startOffset });
    this.version += 1;
  }

  /** The log has a batch of `epoch` at `offset`: what the cache says otherwise gives way. */
  confirm(epoch: number, offset: number): void {
    if (epoch < 0 || this.epochAt(offset) === epoch) return;
    this.#set(this.#entries.filter((entry) => entry.epoch <= epoch && entry.startOffset < offset));
    if (this.latestEpoch === epoch) return;
    this.#entries = [...this.#entries, { epoch, startOffset: offset }];
    this.version += 1;
  }

  /**
   * The largest epoch at or below `epoch` with the offset at which it ended. An epoch from before
   * the first that is known ended where that one began; one above the latest is undefined.
   */
  endOffsetFor(epoch: number, logEndOffset: number): EpochEndOffset {
    if (epoch < 0) return UNDEFINED_EPOCH_END;
    if (epoch === this.latestEpoch) return { epoch, endOffset: logEndOffset };
    const higher = this.#entries.findIndex((entry) => entry.epoch > epoch);
    if (higher === -1) return UNDEFINED_EPOCH_END;
    const endOffset = this.#entries[higher]!.startOffset;
    return { epoch: this.#entries[higher - 1]?.epoch ?? epoch, endOffset };
  }

  /** The epoch of the record at `offset`; -1 when it is from before the first known epoch. */
  epochAt(offset: number): number {
    return this.#entries.findLast((entry) => entry.startOffset <= offset)?.epoch ?? -1;
  }

  /** Forgets epochs that began at `offset` or later: the log ends there now. */
  truncateFromEnd(offset: number): void {
    this.#set(this.#entries.filter((entry) => entry.startOffset < offset));
  }

  /** Forgets what lies before `offset`; the epoch that holds it begins there now. */
  truncateFromStart(offset: number): void {
    const holds = this.#entries.findLastIndex((entry) => entry.startOffset <= offset);
    if (holds === -1) return;
    const { epoch, startOffset } = this.#entries[holds]!;
    if (holds === 0 && startOffset === offset) return;
    this.#set([{ epoch, startOffset: offset }, ...this.#entries.slice(holds + 1)]);
  }

  clear(): void {
    this.#set([]);
  }

  /**
   * Takes over what a file held; entries that break the invariant are dropped with all after them.
   */
  load(entries: readonly EpochEntry[]): void {
    this.#entries = [];
    for (const { epoch, startOffset } of entries) {
      const last = this.#entries.at(-1);
      const isOrdered =
        last === undefined || (epoch > last.epoch && startOffset > last.startOffset);
      if (epoch < 0 || startOffset < 0 || !isOrdered) return;
      this.#entries.push({ epoch, startOffset });
    }
  }

  /** Goes back to what `entries` was before. */
  restore(entries: readonly EpochEntry[]): void {
    if (entries === this.#entries) return;
    this.#entries = [...entries];
    this.version += 1;
  }

  #set(entries: EpochEntry[]): void {
    if (entries.length === this.#entries.length && entries[0] === this.#entries[0]) return;
    this.#entries = entries;
    this.version += 1;
  }
}
