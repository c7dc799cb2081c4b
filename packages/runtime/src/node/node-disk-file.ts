import * as fs from "node:fs";

import { assert } from "../assert.ts";
import { DiskError } from "../disk.ts";
import type { DiskFile } from "../disk.ts";
import { diskCall, toDiskError } from "./node-disk-error.ts";

/**
 * One write call of 2 MiB or more is often ten times slower than the same bytes in smaller calls.
 */
const WRITE_BYTES_MAX = 1_048_576;
/** Up to here, copying the pieces together costs less than handing each to the kernel. */
const JOINED_BYTES_MAX = 16_384;

/** Appends are synchronous, so all files can share it. */
const joined = Buffer.allocUnsafeSlow(JOINED_BYTES_MAX);

/** An open file of the operating system's. */
export class NodeDiskFile implements DiskFile {
  #path: string;
  #bytes: number;
  #descriptor: number;
  #isClosed = false;
  /**
   * Asynchronous calls that still use the descriptor: closed earlier, its number may name another
   * file.
   */
  #underWay = 0;

  constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
    this.#bytes = diskCall("fstat", path, () => fs.fstatSync(descriptor)).size;
  }

  get path(): string {
    return this.#path;
  }

  get bytes(): number {
    return this.#bytes;
  }

  append(chunks: readonly Uint8Array[]): void {
    const descriptor = this.#open();
    try {
      let total = 0;
      for (const chunk of chunks) total += chunk.byteLength;
      if (chunks.length === 1 || total <= JOINED_BYTES_MAX) {
        this.#appendOne(descriptor, chunks.length === 1 ? chunks[0]! : join(chunks, total));
      } else {
        this.#appendMany(descriptor, chunks);
      }
    } catch (error) {
      throw toDiskError("write", this.#path, error);
    }
  }

  writeAt(bytes: Uint8Array, position: number): void {
    assert(
      position >= 0 && position + bytes.byteLength <= this.#bytes,
      `${this.#path}: a write inside the file passes its end`,
    );
    const descriptor = this.#open();
    diskCall("write", this.#path, () => {
      let done = 0;
      while (done < bytes.byteLength) {
        const length = Math.min(bytes.byteLength - done, WRITE_BYTES_MAX);
        done += fs.writeSync(descriptor, bytes, done, length, position + done);
      }
    });
  }

  readAt(target: Uint8Array, position: number): number {
    const descriptor = this.#open();
    return diskCall("read", this.#path, () => {
      let done = 0;
      while (done < target.byteLength) {
        const left = target.byteLength - done;
        const read = fs.readSync(descriptor, target, done, left, position + done);
        if (read === 0) break;
        done += read;
      }
      return done;
    });
  }

  async readCold(target: Uint8Array, position: number): Promise<number> {
    let done = 0;
    while (done < target.byteLength) {
      const left = target.byteLength - done;
      const from = done;
      const read = await this.#async<number>("read", (descriptor, callback) =>
        fs.read(descriptor, target, from, left, position + from, callback),
      );
      if (read === 0) break;
      done += read;
    }
    return done;
  }

  truncate(bytes: number): void {
    const descriptor = this.#open();
    diskCall("truncate", this.#path, () => fs.ftruncateSync(descriptor, bytes));
    this.#bytes = bytes;
  }

  sync(): Promise<void> {
    return this.#async<void>("fdatasync", (descriptor, callback) =>
      fs.fdatasync(descriptor, callback),
    );
  }

  renamed(path: string): void {
    this.#path = path;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#closeIfIdle();
  }

  #open(): number {
    if (!this.#isClosed) return this.#descriptor;
    throw new DiskError(`${this.#path}: the file was used after it had been closed.`, {
      code: "OTHER",
      path: this.#path,
    });
  }

  #appendOne(descriptor: number, chunk: Uint8Array): void {
    // A full disk first takes a part (a short count), and only the next call says ENOSPC.
    let done = 0;
    while (done < chunk.byteLength) {
      const length = Math.min(chunk.byteLength - done, WRITE_BYTES_MAX);
      const written = fs.writeSync(descriptor, chunk, done, length, this.#bytes);
      this.#bytes += written;
      done += written;
    }
  }

  #appendMany(descriptor: number, chunks: readonly Uint8Array[]): void {
    let at = 0;
    let skip = 0;
    while (at < chunks.length) {
      const group: Uint8Array[] = [];
      let room = WRITE_BYTES_MAX;
      let from = skip;
      for (let next = at; next < chunks.length && room > 0; next += 1, from = 0) {
        const piece = chunks[next]!.subarray(from, from + room);
        room -= piece.byteLength;
        group.push(piece);
      }
      let written = fs.writevSync(descriptor, group, this.#bytes);
      this.#bytes += written;
      // Steps over what was written: whole chunks, and perhaps a part of one.
      while (at < chunks.length && written >= chunks[at]!.byteLength - skip) {
        written -= chunks[at]!.byteLength - skip;
        at += 1;
        skip = 0;
      }
      skip += written;
    }
  }

  #async<Result>(doing: string, start: AsyncCall<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const descriptor = this.#open();
      this.#underWay += 1;
      start(descriptor, (error, result) => {
        this.#underWay -= 1;
        this.#closeIfIdle();
        if (error === null) resolve(result as Result);
        else reject(toDiskError(doing, this.#path, error));
      });
    });
  }

  #closeIfIdle(): void {
    if (!this.#isClosed || this.#underWay > 0 || this.#descriptor === -1) return;
    // Whoever needs to know that the bytes are safe has waited for `sync`; close adds nothing to
    // it.
    fs.close(this.#descriptor, () => {});
    this.#descriptor = -1;
  }
}

type AsyncCall<Result> = (
  descriptor: number,
  callback: (error: Error | null, result?: Result) => void,
) => void;

function join(chunks: readonly Uint8Array[], total: number): Uint8Array {
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.byteLength;
  }
  return joined.subarray(0, total);
}
