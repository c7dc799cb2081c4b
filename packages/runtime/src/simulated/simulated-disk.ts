import { assert } from "../assert.ts";
import type { Clock } from "../clock.ts";
import { DiskError } from "../disk.ts";
import type {
  Disk,
  DiskEntry,
  DiskErrorCode,
  DiskFile,
  DiskLock,
  DiskSpace,
  OpenOptions,
} from "../disk.ts";
import type { Random } from "../random.ts";
import type { DiskCallKind, DiskCallMatch } from "./disk-faults.ts";
import { SimulatedDiskCore } from "./simulated-disk-core.ts";
import { SimulatedDiskFile } from "./simulated-disk-file.ts";
import { SimulatedFolder } from "./simulated-folder.ts";
import type { SimulatedNode } from "./simulated-folder.ts";
import { SimulatedInode } from "./simulated-inode.ts";
import { SimulatedTree } from "./simulated-tree.ts";
import type { Trace } from "./trace.ts";

export interface SimulatedDiskOptions {
  /** Decides what a crash leaves, how much of a failed append is written, how long a sync takes. */
  readonly random?: Random;
  /** Without one, syncs resolve at once and nothing has a time. */
  readonly clock?: Clock;
  readonly trace?: Trace;
  /** Beyond it, appends write what still fits and fail with ENOSPC. */
  readonly capacityBytes?: number;
  /** How long syncs, unlinks and cold reads take: between none and this. */
  readonly latencyMsMax?: number;
  /** True for a disk that serves as memory: it keeps nothing that only a crash would need. */
  readonly isVolatile?: boolean;
}

/**
 * A disk in memory that forgets what was not synced when it crashes, and that can fail any call.
 *
 *   const disk = new SimulatedDisk({ random: new SimulatedRandom(7) });
 *   disk.crashAt(42);                             // the 42nd call and all after it: CrashError
 *   ...
 *   const after = disk.crash();                   // what the machine finds when it is on again
 */
export class SimulatedDisk implements Disk {
  readonly #options: SimulatedDiskOptions;
  readonly #core: SimulatedDiskCore;
  readonly #tree: SimulatedTree;
  readonly #locked = new Set<string>();

  /** `root` is what an earlier disk left: see `crash`. */
  constructor(options: SimulatedDiskOptions = {}, root?: SimulatedFolder) {
    this.#options = options;
    this.#core = new SimulatedDiskCore(options);
    const { isVolatile = false } = options;
    const top = root ?? new SimulatedFolder(this.#core.nowMs());
    this.#tree = new SimulatedTree(this.#core, top, { isVolatile });
  }

  /** How many calls there were, those of files and those that failed included. */
  get callCount(): number {
    return this.#core.faults.callCount;
  }

  /** The bytes of all files that have a name. */
  get usedBytes(): number {
    return this.#core.usedBytes;
  }

  get isCrashed(): boolean {
    return this.#core.faults.isCrashed;
  }

  /** Fails the calls that match; returns how to end that. */
  failAt(match: DiskCallMatch, code: DiskErrorCode): () => void {
    return this.#core.faults.add(match, code);
  }

  /** Turns the machine off before the first call that matches takes effect. */
  crashAt(match: DiskCallMatch): () => void {
    return this.#core.faults.add(match, "crash");
  }

  /**
   * Turns the machine off where it is still on, and returns its disk as it may be found afterwards.
   * Called again, with other chance, it returns another outcome of the same crash. Faults are not
   * carried over, nor are locks; the capacity is.
   */
  crash(random: Random = this.#core.random.fork("crash")): SimulatedDisk {
    assert(this.#options.isVolatile !== true, "a volatile disk cannot crash");
    this.#core.faults.crash();
    this.#core.note("crash", "/");
    const root = this.#tree.afterCrash(random);
    return new SimulatedDisk({ ...this.#options, random: random.fork("after") }, root);
  }

  open(path: string, options: OpenOptions): DiskFile {
    this.#enter("open", path);
    let node = this.#tree.find(path);
    if (node === undefined) {
      if (options.mode === "existing") throw failure("ENOENT", path, "no such file");
      const { isVolatile = false } = this.#options;
      node = new SimulatedInode({ modifiedMs: this.#core.nowMs(), isVolatile });
      this.#tree.put(path, node);
    } else if (options.mode === "new") {
      throw failure("EEXIST", path, "exists already");
    }
    if (node.kind === "folder") throw failure("OTHER", path, "is a folder");
    return new SimulatedDiskFile(this.#core, path, node);
  }

  stat(path: string): DiskEntry | undefined {
    this.#enter("stat", path);
    const node = this.#tree.find(path);
    return node === undefined ? undefined : toEntry(path.split("/").at(-1)!, node);
  }

  list(path: string): DiskEntry[] {
    this.#enter("list", path);
    const entries = [...this.#tree.folder(path).names].map(([name, node]) => toEntry(name, node));
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  makeFolder(path: string): void {
    this.#enter("makeFolder", path);
    this.#tree.makeFolder(path);
  }

  rename(from: string, to: string): void {
    this.#enter("rename", from);
    this.#tree.rename(from, to);
  }

  unlink(path: string): Promise<void> {
    return this.#core.later("unlink", path, (failed) => {
      if (failed !== undefined) throw failed;
      const node = this.#tree.existing(path);
      if (node.kind === "folder") throw failure("OTHER", path, "is a folder");
      this.#tree.remove(path);
    });
  }

  removeFolder(path: string): Promise<void> {
    return this.#core.later("removeFolder", path, (failed) => {
      if (failed !== undefined) throw failed;
      this.#tree.removeFolder(path);
    });
  }

  syncFolder(path: string): Promise<void> {
    // What was changed before the call is covered; what changes while it runs is not.
    let covered = 0;
    let folder: SimulatedFolder | undefined;
    return this.#core.later(
      "syncFolder",
      path,
      (failed) => {
        if (failed !== undefined) throw failed;
        this.#tree.syncNames(folder ?? this.#tree.folder(path), covered);
      },
      () => {
        folder = this.#tree.folder(path);
        covered = this.#tree.changeCount;
      },
    );
  }

  space(path: string): DiskSpace {
    this.#enter("space", path);
    const { capacityBytes } = this.#options;
    if (capacityBytes === undefined) return { totalBytes: -1, usableBytes: -1 };
    const usableBytes = Math.max(0, capacityBytes - this.#core.usedBytes);
    return { totalBytes: capacityBytes, usableBytes };
  }

  readWhole(path: string, maxBytes: number): Uint8Array {
    this.#enter("readWhole", path);
    const node = this.#tree.existing(path);
    if (node.kind === "folder") throw failure("OTHER", path, "is a folder");
    const bytes = node.content.length;
    if (bytes > maxBytes) {
      throw failure("TOO_LARGE", path, `has ${bytes} bytes, at most ${maxBytes} were expected`);
    }
    return node.content.toBytes();
  }

  lock(path: string): DiskLock {
    this.#enter("lock", path);
    if (this.#tree.find(path) === undefined) this.open(path, { mode: "any" });
    if (this.#locked.has(path))
      throw failure("LOCKED", path, "held by another, expected to be free");
    this.#locked.add(path);
    let isHeld = true;
    return {
      release: () => {
        if (isHeld) this.#locked.delete(path);
        isHeld = false;
      },
    };
  }

  #enter(kind: DiskCallKind, path: string): void {
    const failed = this.#core.enter(kind, path);
    if (failed !== undefined) throw failed;
  }
}

function failure(code: DiskErrorCode, path: string, found: string): DiskError {
  return new DiskError(`${path}: ${found}.`, { code, path });
}

function toEntry(name: string, node: SimulatedNode): DiskEntry {
  const bytes = node.kind === "file" ? node.content.length : 0;
  return { name, kind: node.kind, bytes, modifiedMs: node.modifiedMs };
}
