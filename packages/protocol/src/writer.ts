/**
 * Writes Kafka's primitive types, front to back, into memory that is handed over when done.
 *
 *   slab   [handed over earlier][ this message, inline ...... ][ free ]
 *   cuts                                 ^ 9 MB of records go here, by reference
 *
 * Small values are copied into a slab; `bytes` and `records` of REFERENCE_BYTES or more are only
 * referred to, and come out as chunks of their own, for one gathering write. So the caller must not
 * change them before the chunks are written. After `finish` or `toBytes` the writer goes on with
 * the rest of its slab: what it handed over is never touched again.
 *
 * Values that do not fit their type are a bug of the caller: a TypeError, never a silent wrap.
 */
import { asBuffer, type FastBuffer } from "./node-buffer.ts";
import { INT64_MAX_SENTINEL, STRING_BYTES_MAX } from "./reader.ts";

const SLAB_BYTES = 32_768;

/** Bytes of this length or more are referred to, not copied. */
export const REFERENCE_BYTES = 8_192;

/** Strings up to this length are tried as ASCII, one character after the other. */
const SHORT_CHARACTERS = 64;

/** Records to write: in one piece, or in several that follow each other. */
export type RecordsDraft = Uint8Array | readonly Uint8Array[];

export class Writer {
  #slab: FastBuffer;
  #start = 0;
  #at = 0;
  /** Where, counted from #start, each reference goes. */
  #cuts: number[] = [];
  #references: Uint8Array[] = [];
  #referenceBytes = 0;
  /** Inside a tagged field everything is copied: its size comes first, and may move it. */
  #openTags = 0;
  #frameStartBytes = 0;

  constructor(slabBytes: number = SLAB_BYTES) {
    this.#slab = newSlab(slabBytes);
  }

  /** Bytes written since the last hand-over, references included. */
  get size(): number {
    return this.#at - this.#start + this.#referenceBytes;
  }

  bool(value: boolean): void {
    if (typeof value !== "boolean") throw outOfRange("bool", value);
    this.#uint8(value ? 1 : 0);
  }

  int8(value: number): void {
    if ((value << 24) >> 24 !== value) throw outOfRange("int8", value);
    this.#uint8(value);
  }

  int16(value: number): void {
    if ((value << 16) >> 16 !== value) throw outOfRange("int16", value);
    this.#uint16(value);
  }

  uint16(value: number): void {
    if ((value & 0xffff) !== value) throw outOfRange("uint16", value);
    this.#uint16(value);
  }

  int32(value: number): void {
    if ((value | 0) !== value) throw outOfRange("int32", value);
    this.#put32(this.#take(4), value);
  }

  uint32(value: number): void {
    if (value >>> 0 !== value) throw outOfRange("uint32", value);
    this.#put32(this.#take(4), value);
  }

  int64(value: number): void {
    if (!Number.isSafeInteger(value)) throw outOfRange("int64", value);
    const at = this.#take(8);
    this.#put32(at, Math.floor(value / 0x1_0000_0000));
    this.#put32(at + 4, value >>> 0);
  }

  /** As int64, but INT64_MAX_SENTINEL is Long.MAX_VALUE. */
  int64OrMax(value: number): void {
    if (value === INT64_MAX_SENTINEL) this.int64Bits(0x7fff_ffff_ffff_ffffn);
    else this.int64(value);
  }

  /** Sixty-four bits that are no number, such as a hash. */
  int64Bits(value: bigint): void {
    const at = this.#take(8);
    this.#slab.writeBigInt64BE(value, at);
  }

  float64(value: number): void {
    if (typeof value !== "number") throw outOfRange("float64", value);
    const at = this.#take(8);
    this.#slab.writeDoubleBE(value, at);
  }

  uuid(value: string): void {
    const at = this.#take(16);
    if (value.length !== 22 || this.#slab.write(value, at, 16, "base64url") !== 16) {
      throw outOfRange("uuid", value);
    }
  }

  /** An unsigned varint of at most 32 bits. */
  uvarint(value: number): void {
    if (value >>> 0 !== value) throw outOfRange("uvarint", value);
    let at = this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#slab[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#slab[at++] = rest;
    this.#at = at;
  }

  string(value: string, flexible: boolean): void {
    if (typeof value !== "string") throw outOfRange("string", value);
    if (value.length <= SHORT_CHARACTERS && this.#shortAscii(value, flexible)) return;
    const length = Buffer.byteLength(value);
    if (length > STRING_BYTES_MAX) throw outOfRange("string", `${length} bytes`);
    if (flexible) this.uvarint(length + 1);
    else this.#uint16(length);
    const at = this.#take(length);
    this.#slab.utf8Write(value, at, length);
  }

  nullableString(value: string | null, flexible: boolean): void {
    if (value !== null) this.string(value, flexible);
    else if (flexible) this.uvarint(0);
    else this.int16(-1);
  }

  bytes(value: Uint8Array, flexible: boolean): void {
    this.count(value.length, flexible);
    this.raw(value);
  }

  nullableBytes(value: Uint8Array | null, flexible: boolean): void {
    if (value === null) this.nullCount(flexible);
    else this.bytes(value, flexible);
  }

  /** Records may come in pieces, as a log reads them: nobody has to join them first. */
  records(value: RecordsDraft, flexible: boolean): void {
    if (value instanceof Uint8Array) {
      this.bytes(value, flexible);
      return;
    }
    let length = 0;
    for (const piece of value) length += piece.length;
    this.count(length, flexible);
    for (const piece of value) this.raw(piece);
  }

  nullableRecords(value: RecordsDraft | null, flexible: boolean): void {
    if (value === null) this.nullCount(flexible);
    else this.records(value, flexible);
  }

  /** Bytes without their length; long ones by reference. */
  raw(value: Uint8Array): void {
    if (value.length >= REFERENCE_BYTES && this.#openTags === 0) {
      this.#cuts.push(this.#at - this.#start);
      this.#references.push(value);
      this.#referenceBytes += value.length;
    } else {
      const at = this.#take(value.length);
      this.#slab.set(value, at);
    }
  }

  /** The count before an array's elements. */
  count(count: number, flexible: boolean): void {
    if (flexible) this.uvarint(count + 1);
    else this.int32(count);
  }

  /** The count of an array, or the length of bytes, that is null. */
  nullCount(flexible: boolean): void {
    if (flexible) this.uvarint(0);
    else this.int32(-1);
  }

  /** Opens a tagged field; endTag with the answer fills its size in. */
  beginTag(tag: number): number {
    this.uvarint(tag);
    this.#openTags += 1;
    return this.#take(1) - this.#start;
  }

  endTag(mark: number): void {
    this.#openTags -= 1;
    const begin = this.#start + mark + 1;
    const size = this.#at - begin;
    if (size < 0x80) {
      this.#slab[begin - 1] = size;
      return;
    }
    // The size needs more than the one byte kept for it: move the field up, then write the size.
    const end = this.#at;
    const extra = uvarintBytes(size) - 1;
    this.#take(extra);
    this.#slab.copyWithin(begin + extra, begin, end);
    this.#at = begin - 1;
    this.uvarint(size);
    this.#at = end + extra;
  }

  /** Opens a frame: four bytes for its size, which endFrame with the answer fills in. */
  beginFrame(): number {
    this.#frameStartBytes = this.size;
    return this.reserveInt32();
  }

  endFrame(mark: number): void {
    this.patchInt32(mark, this.size - this.#frameStartBytes - 4);
  }

  /** Four zero bytes, to be set by patchInt32 with the answer. */
  reserveInt32(): number {
    const at = this.#take(4);
    this.#put32(at, 0);
    return at - this.#start;
  }

  patchInt32(mark: number, value: number): void {
    if ((value | 0) !== value) throw outOfRange("int32", value);
    this.#put32(this.#start + mark, value);
  }

  /** Hands over what was written, as chunks in order, and starts anew. */
  finish(): Uint8Array[] {
    const chunks: Uint8Array[] = [];
    let from = this.#start;
    for (let index = 0; index < this.#cuts.length; index += 1) {
      const cut = this.#start + this.#cuts[index]!;
      if (cut > from) chunks.push(this.#slab.subarray(from, cut));
      chunks.push(this.#references[index]!);
      from = cut;
    }
    if (this.#at > from) chunks.push(this.#slab.subarray(from, this.#at));
    this.#restart(this.#at);
    return chunks;
  }

  /** Hands over what was written as one piece (copied only if there were references). */
  toBytes(): Uint8Array {
    const size = this.size;
    const chunks = this.finish();
    if (chunks.length === 1) return chunks[0]!;
    const whole = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  /** Drops what was written since the last hand-over. */
  reset(): void {
    this.#restart(this.#start);
  }

  #restart(at: number): void {
    this.#start = at;
    this.#at = at;
    this.#openTags = 0;
    if (this.#cuts.length === 0) return;
    this.#cuts = [];
    this.#references = [];
    this.#referenceBytes = 0;
  }

  /** Length and characters, if all are ASCII; else nothing is written. */
  #shortAscii(value: string, flexible: boolean): boolean {
    const length = value.length;
    const start = this.#reserve(length + 2);
    const slab = this.#slab;
    // At most 64 characters: their compact length fits one byte.
    let at = start + (flexible ? 1 : 2);
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return false;
      slab[at++] = code;
    }
    if (!flexible) slab[start] = 0;
    slab[flexible ? start : start + 1] = flexible ? length + 1 : length;
    this.#at = at;
    return true;
  }

  #uint8(value: number): void {
    // The slab may be another one after taking: it must not be named before.
    const at = this.#take(1);
    this.#slab[at] = value;
  }

  #uint16(value: number): void {
    const at = this.#take(2);
    this.#slab[at] = value >>> 8;
    this.#slab[at + 1] = value;
  }

  #put32(at: number, value: number): void {
    const slab = this.#slab;
    slab[at] = value >>> 24;
    slab[at + 1] = value >>> 16;
    slab[at + 2] = value >>> 8;
    slab[at + 3] = value;
  }

  #take(size: number): number {
    const at = this.#reserve(size);
    this.#at = at + size;
    return at;
  }

  /** Makes room without taking it. */
  #reserve(size: number): number {
    if (size > this.#slab.length - this.#at) this.#grow(size);
    return this.#at;
  }

  #grow(size: number): void {
    const used = this.#at - this.#start;
    const slab = newSlab(Math.max(SLAB_BYTES, 2 * (used + size)));
    slab.set(this.#slab.subarray(this.#start, this.#at));
    this.#slab = slab;
    this.#start = 0;
    this.#at = used;
  }
}

/** Not from Node's shared pool: what is handed over should pin nobody else's bytes. */
function newSlab(size: number): FastBuffer {
  return asBuffer(Buffer.allocUnsafeSlow(size));
}

function uvarintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) bytes += 1;
  return bytes;
}

function outOfRange(type: string, value: unknown): TypeError {
  return new TypeError(`${type}: found ${String(value)}, which does not fit.`);
}
