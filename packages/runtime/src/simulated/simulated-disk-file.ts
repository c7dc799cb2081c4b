import { assert } from "../assert.ts";
import { DiskError } from "../disk.ts";
import type { DiskFile } from "../disk.ts";
import type { DiskCallKind } from "./disk-faults.ts";
import type { SimulatedDiskCore } from "./simulated-disk-core.ts";
import type { SimulatedInode } from "./simulated-inode.ts";

/** An open file of a simulated disk. It stays usable when its name is gone. */
export class SimulatedDiskFile implements DiskFile {
  readonly #core: SimulatedDiskCore;
  readonly #inode: SimulatedInode;
  #path: string;
  #isClosed = false;

  constructor(core: SimulatedDiskCore, path: string, inode: SimulatedInode) {
    this.#core = core;
    this.#path = path;
    this.#inode = inode;
  }

  get path(): string {
    return this.#path;
  }

  get bytes(): number {
    return this.#inode.content.length;
  }

  append(chunks: readonly Uint8Array[]): void {
    const failed = this.#enter("append");
    let total = 0;
    for (const chunk of chunks) total += chunk.byteLength;
    // A call that fails may have written a part before: the caller must cut it off.
    const wanted = failed === undefined ? total : this.#core.random.integer(total + 1);
    let left = this.#core.fitting(this.#inode, wanted);
    const isFull = left < wanted;
    for (const chunk of chunks) {
      if (left <= 0) break;
      const part = chunk.byteLength <= left ? chunk : chunk.subarray(0, left);
      this.#inode.write(this.bytes, part);
      this.#core.use(this.#inode, part.byteLength);
      left -= part.byteLength;
    }
    this.#inode.modifiedMs = this.#core.nowMs();
    if (failed !== undefined) throw failed;
    if (isFull) throw this.#error("ENOSPC", "append failed: no space left on the device");
  }

  writeAt(bytes: Uint8Array, position: number): void {
    assert(
      position >= 0 && position + bytes.byteLength <= this.bytes,
      `${this.#path}: a write inside the file passes its end`,
    );
    this.#enterOrThrow("writeAt");
    this.#inode.write(position, bytes);
    this.#inode.modifiedMs = this.#core.nowMs();
  }

  readAt(target: Uint8Array, position: number): number {
    this.#enterOrThrow("readAt");
    return this.#inode.content.read(target, position);
  }

  readCold(target: Uint8Array, position: number): Promise<number> {
    return this.#later("readCold", (failed) => {
      if (failed !== undefined) throw failed;
      return this.#inode.content.read(target, position);
    });
  }

  truncate(bytes: number): void {
    this.#enterOrThrow("truncate");
    this.#core.use(this.#inode, bytes - this.bytes);
    this.#inode.truncate(bytes);
    this.#inode.modifiedMs = this.#core.nowMs();
  }

  sync(): Promise<void> {
    const covered = this.#inode.changeCount;
    return this.#later("sync", (failed) => {
      if (failed === undefined) {
        this.#inode.synced(covered);
        return;
      }
      this.#inode.syncFailed(covered);
      throw failed;
    });
  }

  renamed(path: string): void {
    this.#path = path;
  }

  close(): void {
    this.#isClosed = true;
  }

  #later<Result>(
    kind: DiskCallKind,
    effect: (failed: DiskError | undefined) => Result,
  ): Promise<Result> {
    if (this.#isClosed) return Promise.reject(this.#closedError());
    return this.#core.later(kind, this.#path, effect);
  }

  #enterOrThrow(kind: DiskCallKind): void {
    const failed = this.#enter(kind);
    if (failed !== undefined) throw failed;
  }

  #enter(kind: DiskCallKind): DiskError | undefined {
    if (this.#isClosed) throw this.#closedError();
    return this.#core.enter(kind, this.#path);
  }

  #closedError(): DiskError {
    return this.#error("OTHER", "the file was used after it had been closed");
  }

  #error(code: "ENOSPC" | "OTHER", found: string): DiskError {
    return new DiskError(`${this.#path}: ${found}.`, { code, path: this.#path });
  }
}
