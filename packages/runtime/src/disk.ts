/**
 * Files and folders. Appends and reads of what the operating system has cached are synchronous, for
 * they cost less than waiting would; what may take long (sync, unlink of a large file, cold reads)
 * returns a promise.
 *
 * What a crash may take: bytes written but not synced, and new names, renames and unlinks whose
 * folder was not synced since.
 *
 * Every failure is a `DiskError`. After a failed sync nothing is known about what was written since
 * the last good one: it is never tried again.
 */
export interface Disk {
  /** Opens a file for reading and appending. */
  open(path: string, options: OpenOptions): DiskFile;
  /** undefined when nothing has this name. */
  stat(path: string): DiskEntry | undefined;
  /** The names in a folder with their kinds, sorted by name. */
  list(path: string): DiskEntry[];
  /** Creates a folder, and its parents where they are missing. */
  makeFolder(path: string): void;
  /** Replaces what `to` names. Durable once the folder has been synced. */
  rename(from: string, to: string): void;
  /** Removes a file. Off the event loop: a 256 MiB segment takes about 20 ms. */
  unlink(path: string): Promise<void>;
  /** Removes a folder and all that is in it. */
  removeFolder(path: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>;
  /**
   * How much room the volume of this folder has; -1 where that is unknown, as in DescribeLogDirs.
   */
  space(path: string): DiskSpace;
  /** A whole small file (checkpoints, properties). Fails when it is larger than `maxBytes`. */
  readWhole(path: string, maxBytes: number): Uint8Array;
  /**
   * Holds a lock file until `release` or the end of the process, however it ends.
   * Fails with `code` "LOCKED" and a `hint` that names the holder where it is known.
   */
  lock(path: string): DiskLock;
}

export interface OpenOptions {
  /** "existing" fails without the file, "new" fails with it, "any" takes or makes it. */
  readonly mode: "existing" | "new" | "any";
}

export interface DiskSpace {
  readonly totalBytes: number;
  readonly usableBytes: number;
}

export interface DiskEntry {
  /** The last part of the path. */
  readonly name: string;
  readonly kind: "file" | "folder";
  /** 0 for a folder. */
  readonly bytes: number;
  /** Wall time of the last change, in milliseconds. */
  readonly modifiedMs: number;
}

export interface DiskFile {
  readonly path: string;
  /** Where the next append lands. */
  readonly bytes: number;
  /**
   * Writes all of `chunks` at the end. On ENOSPC or any other failure the file may hold a part of
   * them: `bytes` says how much, and the caller truncates back.
   */
  append(chunks: readonly Uint8Array[]): void;
  /** Overwrites inside the file (a header that is set in place); may not pass its end. */
  writeAt(bytes: Uint8Array, position: number): void;
  /** Fills `target` from `position`; returns how many bytes there were. */
  readAt(target: Uint8Array, position: number): number;
  /** The same off the event loop, for what is probably not cached. */
  readCold(target: Uint8Array, position: number): Promise<number>;
  /** Cuts the file, or lengthens it with zero bytes. */
  truncate(bytes: number): void;
  /** fdatasync: resolves when all that had been written at the call is on the disk. */
  sync(): Promise<void>;
  /** Says that the path was renamed. The open file stays usable; only what `path` says changes. */
  renamed(path: string): void;
  /** Calls that are under way still finish; calls after it fail. A second close does nothing. */
  close(): void;
}

export interface DiskLock {
  release(): void;
}

export type DiskErrorCode =
  | "ENOSPC"
  | "EIO"
  | "ENOENT"
  | "EEXIST"
  | "EACCES"
  | "EMFILE"
  | "LOCKED"
  | "TOO_LARGE"
  | "OTHER";

/** A disk call that failed. `code` "ENOSPC" is a full disk; most others end the broker. */
export class DiskError extends Error {
  override readonly name = "DiskError";
  readonly code: DiskErrorCode;
  readonly path: string;
  /** What an operator can do, where there is something. */
  readonly hint: string | undefined;

  constructor(
    message: string,
    options: { code: DiskErrorCode; path: string; hint?: string; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.code = options.code;
    this.path = options.path;
    this.hint = options.hint;
  }
}
