import type { Disk, DiskFile } from "@naru/runtime";

const FIRST_ENTRIES = 64;

/**
 * Entries of one size in a file of a segment. The active segment's are held in memory and written
 * when the segment is sealed: after a crash they are rebuilt from the log anyway. A sealed
 * segment's stay in the file and are read entry by entry, so that it holds no memory (a binary
 * search is about twenty cached reads of a microsecond each).
 */
export class IndexFile {
  path: string;
  readonly #disk: Disk;
  readonly #entryBytes: number;
  /** Undefined once sealed. */
  #memory: Buffer | undefined;
  #count = 0;
  #file: DiskFile | undefined;
  readonly #scratch: Buffer;

  constructor(disk: Disk, path: string, entryBytes: number) {
    this.#disk = disk;
    this.path = path;
    this.#entryBytes = entryBytes;
    this.#scratch = Buffer.alloc(entryBytes);
  }

  get count(): number {
    return this.#count;
  }

  /** What the entries take in the file. */
  get bytes(): number {
    return this.#count * this.#entryBytes;
  }

  get isSealed(): boolean {
    return this.#memory === undefined;
  }

  /** Starts without entries, whatever the file holds. */
  startEmpty(): void {
    this.#memory = Buffer.alloc(FIRST_ENTRIES * this.#entryBytes);
    this.#count = 0;
  }

  /** Takes the first `count` entries of the file as they are. */
  useFile(count: number): void {
    this.#memory = undefined;
    this.#count = count;
  }

  /** Makes a sealed index one that can be appended to. */
  reopen(): void {
    if (this.#memory !== undefined) return;
    const bytes = this.#count * this.#entryBytes;
    const memory = Buffer.alloc(Math.max(FIRST_ENTRIES * this.#entryBytes, bytes * 2));
    if (bytes > 0) this.#open().readAt(memory.subarray(0, bytes), 0);
    this.#memory = memory;
  }

  /** The bytes of entry `index` with where it starts in them; valid until the next call. */
  entry(index: number): Buffer {
    const at = index * this.#entryBytes;
    if (this.#memory !== undefined) return this.#memory.subarray(at, at + this.#entryBytes);
    this.#open().readAt(this.#scratch, at);
    return this.#scratch;
  }

  /** Room for one more entry, to be filled in by the caller. */
  add(): Buffer {
    let memory = this.#memory!;
    const at = this.#count * this.#entryBytes;
    if (at === memory.length) {
      const larger = Buffer.alloc(memory.length * 2);
      larger.set(memory);
      memory = larger;
      this.#memory = memory;
    }
    this.#count += 1;
    return memory.subarray(at, at + this.#entryBytes);
  }

  /** Drops the entries from `count` on, in memory; `seal` writes what is left. */
  keep(count: number): void {
    if (count >= this.#count) return;
    this.reopen();
    this.#count = count;
  }

  /** Writes the entries to the file, exactly them, and lets go of the memory. */
  seal(): void {
    const memory = this.#memory;
    if (memory === undefined) return;
    const file = this.#open();
    if (file.bytes > 0) file.truncate(0);
    if (this.#count > 0) file.append([memory.subarray(0, this.#count * this.#entryBytes)]);
    this.#memory = undefined;
  }

  async sync(): Promise<void> {
    await this.#open().sync();
  }

  renamed(path: string): void {
    this.path = path;
    this.#file?.renamed(path);
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  #open(): DiskFile {
    this.#file ??= this.#disk.open(this.path, { mode: "any" });
    return this.#file;
  }
}
