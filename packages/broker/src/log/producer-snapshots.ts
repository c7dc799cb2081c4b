import { DiskError } from "@naru/runtime";
import type { Disk } from "@naru/runtime";

import { SNAPSHOT_SUFFIX, offsetFileName, parseOffsetFileName } from "./file-names.ts";
import type { ProducerEntry } from "./producer-entry.ts";
import { decodeProducerSnapshot, encodeProducerSnapshot } from "./producer-snapshot.ts";

/** 256 MiB: over five million producers. */
const FILE_BYTES_MAX = 268_435_456;

/**
 * The snapshot files of one partition folder: one where each segment begins, one at a clean stop.
 */
export class ProducerSnapshots {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #warn: (message: string) => void;
  /** Ascending. */
  #offsets: number[] = [];

  constructor(options: { disk: Disk; folder: string; warn: (message: string) => void }) {
    this.#disk = options.disk;
    this.#folder = options.folder;
    this.#warn = options.warn;
  }

  get offsets(): readonly number[] {
    return this.#offsets;
  }

  /** Looks which files there are. */
  find(): void {
    this.#offsets = [];
    for (const { name } of this.#disk.list(this.#folder)) {
      const parsed = parseOffsetFileName(name);
      if (parsed !== undefined && name === offsetFileName(parsed.offset, SNAPSHOT_SUFFIX)) {
        this.#offsets.push(parsed.offset);
      }
    }
  }

  /** The newest at or below `offset` that can be read; those that cannot are removed. */
  async loadNewest(
    offset: number,
  ): Promise<{ offset: number; entries: ProducerEntry[] } | undefined> {
    for (;;) {
      const newest = this.#offsets.findLast((each) => each <= offset);
      if (newest === undefined) return undefined;
      const decoded = decodeProducerSnapshot(
        this.#disk.readWhole(this.#path(newest), FILE_BYTES_MAX),
      );
      const problem = typeof decoded === "string" ? decoded : entryBeyond(decoded, newest);
      if (problem === undefined) return { offset: newest, entries: decoded as ProducerEntry[] };
      this.#warn(`${this.#path(newest)}: ${problem}. An older snapshot and the log will do.`);
      await this.remove((each) => each === newest);
    }
  }

  /** Writes one; a full disk is no reason to stop, for an older one and the log say the same. */
  write(offset: number, entries: Iterable<ProducerEntry>): void {
    if (this.#offsets.at(-1) === offset) return;
    const file = this.#disk.open(this.#path(offset), { mode: "any" });
    try {
      file.truncate(0);
      file.append([encodeProducerSnapshot([...entries])]);
      this.#offsets = [...this.#offsets.filter((each) => each < offset), offset];
    } catch (error) {
      if (!(error instanceof DiskError) || error.code !== "ENOSPC") throw error;
      file.truncate(0);
      this.#warn(`${this.#path(offset)}: no room for a producer snapshot. The log holds the same.`);
    } finally {
      file.close();
    }
  }

  async sync(offset: number): Promise<void> {
    if (!this.#offsets.includes(offset)) return;
    const file = this.#disk.open(this.#path(offset), { mode: "existing" });
    try {
      await file.sync();
    } finally {
      file.close();
    }
  }

  /** Removes those for whose offset `isUnwanted` says so. */
  async remove(isUnwanted: (offset: number) => boolean): Promise<void> {
    const unwanted = this.#offsets.filter(isUnwanted);
    this.#offsets = this.#offsets.filter((offset) => !isUnwanted(offset));
    for (const offset of unwanted) await this.#disk.unlink(this.#path(offset));
  }

  #path(offset: number): string {
    return `${this.#folder}/${offsetFileName(offset, SNAPSHOT_SUFFIX)}`;
  }
}

function entryBeyond(entries: readonly ProducerEntry[], offset: number): string | undefined {
  const entry = entries.find(
    (each) => each.lastOffset >= offset || each.currentTxnFirstOffset >= offset,
  );
  return (
    entry && `producer ${entry.producerId} has a batch at ${entry.lastOffset}, beyond ${offset}`
  );
}
