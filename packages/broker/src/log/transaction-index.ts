/**
 * The aborted transactions that ended in one segment, in the order of their markers.
 *
 *   0    2            10           18          26                 34
 *   ┌────┬────────────┬────────────┬───────────┬──────────────────┐
 *   │ 0  │ producerId │ firstOffset│ lastOffset│ lastStableOffset │
 *   └────┴────────────┴────────────┴───────────┴──────────────────┘
 *
 *   lastOffset       = the abort marker's own offset
 *   lastStableOffset = of the log, once the marker was in it
 *
 * Invariants: lastOffset increases, firstOffset < lastOffset, the version is 0.
 *
 * The file is there only when there is an entry, so nothing shows that it was deleted. A file of
 * odd length or with another version is damaged, and the log is scanned again from this segment on.
 */
import { int64At, putInt64 } from "@naru/protocol";
import type { Disk, DiskFile } from "@naru/runtime";

export const TRANSACTION_INDEX_ENTRY_BYTES = 34;
/** 64 MiB: nearly two million aborted transactions in one segment. */
const FILE_BYTES_MAX = 67_108_864;
const VERSION = 0;

export interface AbortedTransaction {
  readonly producerId: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly lastStableOffset: number;
}

export class TransactionIndex {
  path: string;
  readonly #disk: Disk;
  #file: DiskFile | undefined;
  /** Undefined until someone asks. */
  #entries: AbortedTransaction[] | undefined;
  #fileBytes: number;

  constructor(disk: Disk, path: string, fileBytes: number) {
    this.#disk = disk;
    this.path = path;
    this.#fileBytes = fileBytes;
  }

  /** Says what is wrong with the file; undefined when it can be used. */
  check(): string | undefined {
    if (this.#fileBytes % TRANSACTION_INDEX_ENTRY_BYTES !== 0) {
      return `has ${this.#fileBytes} bytes, expected a multiple of ${TRANSACTION_INDEX_ENTRY_BYTES}`;
    }
    let previous = -1;
    for (const entry of this.entries) {
      if (entry.lastOffset <= previous || entry.firstOffset >= entry.lastOffset) {
        return `has a transaction of offsets ${entry.firstOffset} to ${entry.lastOffset} after ${previous}`;
      }
      previous = entry.lastOffset;
    }
    return this.entries.length * TRANSACTION_INDEX_ENTRY_BYTES === this.#fileBytes
      ? undefined
      : "has an entry of an unknown version";
  }

  get entries(): readonly AbortedTransaction[] {
    return this.#loaded();
  }

  append(entry: AbortedTransaction): void {
    const bytes = Buffer.alloc(TRANSACTION_INDEX_ENTRY_BYTES);
    bytes.writeInt16BE(VERSION, 0);
    putInt64(bytes, 2, entry.producerId);
    putInt64(bytes, 10, entry.firstOffset);
    putInt64(bytes, 18, entry.lastOffset);
    putInt64(bytes, 26, entry.lastStableOffset);
    const entries = this.#loaded();
    const file = this.#open();
    try {
      file.append([bytes]);
    } catch (error) {
      // A full disk may have taken a part of it.
      file.truncate(this.#fileBytes);
      throw error;
    }
    this.#fileBytes += bytes.length;
    entries.push(entry);
  }

  /** Forgets the transactions whose marker is at `offset` or later. */
  truncateTo(offset: number): void {
    if (this.#fileBytes === 0) return;
    const kept = this.entries.filter((entry) => entry.lastOffset < offset);
    this.#cut(kept.length * TRANSACTION_INDEX_ENTRY_BYTES);
    this.#entries = kept;
  }

  clear(): void {
    if (this.#fileBytes > 0) this.#cut(0);
    this.#entries = [];
  }

  async sync(): Promise<void> {
    if (this.#fileBytes > 0) await this.#open().sync();
  }

  renamed(path: string): void {
    this.path = path;
    this.#file?.renamed(path);
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  #loaded(): AbortedTransaction[] {
    this.#entries ??= this.#read();
    return this.#entries;
  }

  #cut(bytes: number): void {
    this.#open().truncate(bytes);
    this.#fileBytes = bytes;
  }

  #open(): DiskFile {
    this.#file ??= this.#disk.open(this.path, { mode: "any" });
    return this.#file;
  }

  #read(): AbortedTransaction[] {
    if (this.#fileBytes === 0) return [];
    const bytes = Buffer.from(this.#disk.readWhole(this.path, FILE_BYTES_MAX));
    const entries: AbortedTransaction[] = [];
    for (let at = 0; at + TRANSACTION_INDEX_ENTRY_BYTES <= bytes.length;) {
      if (bytes.readInt16BE(at) !== VERSION) break;
      entries.push({
        producerId: int64At(bytes, at + 2),
        firstOffset: int64At(bytes, at + 10),
        lastOffset: int64At(bytes, at + 18),
        lastStableOffset: int64At(bytes, at + 26),
      });
      at += TRANSACTION_INDEX_ENTRY_BYTES;
    }
    return entries;
  }
}
