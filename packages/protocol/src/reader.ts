/**
 * Reads Kafka's primitive types from one frame or record, front to back.
 *
 * Invariants, whatever the bytes are:
 *   - nothing is read past the end, and nothing is allocated for more than the bytes can hold:
 *     an array's count is at most (bytes that remain) / (fewest bytes that an element takes)
 *   - over one reader: elements of arrays <= elementsMax, unknown tags <= TAGGED_FIELDS_MAX
 *   - what does not fit is a DecodeError that names message, version and field
 *
 * `bytes` and `records` are views into the frame: they live as long as it does, and share its
 * memory. Each method takes the field's name for errors only. `flexible` chooses compact lengths
 * (unsigned varint of length + 1) over classic ones (KIP-482).
 */
import { DecodeError } from "./decode-error.ts";
import { asBuffer, type FastBuffer } from "./node-buffer.ts";
import { NO_UNKNOWN_TAGS, type UnknownTaggedField } from "./tagged-fields.ts";

/** Array elements that one reader decodes at most, unless told otherwise. */
export const ELEMENTS_MAX = 1_000_000;

/** Unknown (and repeated) tagged fields that one reader skips at most. */
export const TAGGED_FIELDS_MAX = 100_000;

/** The longest string that the protocol allows, in bytes. */
export const STRING_BYTES_MAX = 32_767;

/**
 * Long.MAX_VALUE where Kafka uses it to mean "none". As a number it is 2^63, which no other field
 * can hold (they are checked to be safe integers), and it compares as greater than any of them.
 */
export const INT64_MAX_SENTINEL = 2 ** 63;

export interface ReaderOptions {
  /** Array elements allowed in total; a client that trusts its broker may raise it. */
  readonly elementsMax?: number;
}

export class Reader {
  readonly #bytes: FastBuffer;
  readonly #end: number;
  #at = 0;
  #message = "message";
  #version = -1;
  #elementsLeft: number;
  #tagsLeft = TAGGED_FIELDS_MAX;

  constructor(bytes: Uint8Array, options: ReaderOptions = {}) {
    this.#bytes = asBuffer(bytes);
    this.#end = bytes.length;
    this.#elementsLeft = options.elementsMax ?? ELEMENTS_MAX;
  }

  /** Bytes not read yet. After a request's body they are ignored, as Kafka does. */
  get remaining(): number {
    return this.#end - this.#at;
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#at;
  }

  /** Names the message for errors, and refuses versions that it does not have. */
  begin(message: string, version: number, low: number, high: number): void {
    this.#message = message;
    this.#version = version;
    if (version < low || version > high || !Number.isInteger(version)) {
      throw this.error("version", `found ${version}, expected ${low} to ${high}`);
    }
  }

  /** The error for `field`, for callers who find what the types cannot say. */
  error(field: string, finding: string): DecodeError {
    const version = this.#version < 0 ? "" : ` v${this.#version}`;
    return new DecodeError(`${this.#message}${version}: ${field}: ${finding}.`);
  }

  bool(field: string): boolean {
    return this.#bytes[this.#take(field, 1)] !== 0;
  }

  int8(field: string): number {
    return (this.#bytes[this.#take(field, 1)]! << 24) >> 24;
  }

  int16(field: string): number {
    return (this.uint16(field) << 16) >> 16;
  }

  /** The int16 that comes next, without moving over it. */
  peekInt16(field: string): number {
    const at = this.#at;
    const value = this.int16(field);
    this.#at = at;
    return value;
  }

  uint16(field: string): number {
    const at = this.#take(field, 2);
    return (this.#bytes[at]! << 8) | this.#bytes[at + 1]!;
  }

  int32(field: string): number {
    const at = this.#take(field, 4);
    const bytes = this.#bytes;
    return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }

  uint32(field: string): number {
    return this.int32(field) >>> 0;
  }

  /** A safe integer: what lies beyond 2^53 is an error, never rounded. */
  int64(field: string): number {
    const high = this.int32(field);
    const value = high * 0x1_0000_0000 + this.uint32(field);
    if (!Number.isSafeInteger(value)) throw this.#unsafe(field);
    return value;
  }

  /** As int64, but Long.MAX_VALUE is INT64_MAX_SENTINEL. */
  int64OrMax(field: string): number {
    const high = this.int32(field);
    const low = this.uint32(field);
    if (high === 0x7fff_ffff && low === 0xffff_ffff) return INT64_MAX_SENTINEL;
    const value = high * 0x1_0000_0000 + low;
    if (!Number.isSafeInteger(value)) throw this.#unsafe(field);
    return value;
  }

  /** Sixty-four bits that are no number, such as a hash. */
  int64Bits(field: string): bigint {
    return this.#bytes.readBigInt64BE(this.#take(field, 8));
  }

  float64(field: string): number {
    return this.#bytes.readDoubleBE(this.#take(field, 8));
  }

  uuid(field: string): string {
    const at = this.#take(field, 16);
    return this.#bytes.toString("base64url", at, at + 16);
  }

  /** An unsigned varint of at most 32 bits. */
  uvarint(field: string): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#bytes[this.#take(field, 1)]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    const last = this.#bytes[this.#take(field, 1)]!;
    if (last > 0x0f) throw this.error(field, "found a varint of more than 32 bits");
    return value + last * 0x1000_0000;
  }

  string(field: string, flexible: boolean): string {
    const length = flexible ? this.uvarint(field) - 1 : this.int16(field);
    if (length < 0) throw this.#null(field);
    return this.#text(field, length);
  }

  nullableString(field: string, flexible: boolean): string | null {
    const length = flexible ? this.uvarint(field) - 1 : this.int16(field);
    return length < 0 ? null : this.#text(field, length);
  }

  /** A view into the frame. */
  bytes(field: string, flexible: boolean): Uint8Array {
    const length = flexible ? this.uvarint(field) - 1 : this.int32(field);
    if (length < 0) throw this.#null(field);
    return this.#view(field, length);
  }

  /** A view into the frame. */
  nullableBytes(field: string, flexible: boolean): Uint8Array | null {
    const length = flexible ? this.uvarint(field) - 1 : this.int32(field);
    return length < 0 ? null : this.#view(field, length);
  }

  /** The byte before a nullable struct: negative says that it is null. */
  isPresent(field: string): boolean {
    return this.int8(field) >= 0;
  }

  /** The count of an array whose elements take `elementBytes` each or more. */
  count(field: string, flexible: boolean, elementBytes: number): number {
    const count = this.nullableCount(field, flexible, elementBytes);
    if (count < 0) throw this.#null(field);
    return count;
  }

  /** As count; -1 says that the array is null. */
  nullableCount(field: string, flexible: boolean, elementBytes: number): number {
    const count = flexible ? this.uvarint(field) - 1 : this.int32(field);
    if (count < 0) return -1;
    if (count * elementBytes > this.remaining) {
      const fits = Math.floor(this.remaining / elementBytes);
      throw this.error(
        field,
        `found a count of ${count}, expected at most ${fits}: ${this.remaining} bytes remain and an element takes ${elementBytes} or more`,
      );
    }
    this.#elementsLeft -= count;
    if (this.#elementsLeft < 0) {
      throw this.error(field, `found a count of ${count}, which is over the budget of elements`);
    }
    return count;
  }

  /**
   * How many tagged fields a struct carries. What exceeds the `known` ones is unknown or repeated,
   * and is taken from the budget.
   */
  tagCount(known: number): number {
    const count = this.uvarint("tagged fields");
    // A tagged field takes a tag and a size, one byte each at least.
    if (count * 2 > this.remaining) {
      const finding = `found a count of ${count}, with ${this.remaining} bytes remaining`;
      throw this.error("tagged fields", finding);
    }
    if (count > known) {
      this.#tagsLeft -= count - known;
      if (this.#tagsLeft < 0) {
        throw this.error("tagged fields", `found more than ${TAGGED_FIELDS_MAX} unknown ones`);
      }
    }
    return count;
  }

  /** The size of a tagged field is read; answers the position at which the field ends. */
  tagEnd(): number {
    const size = this.uvarint("tagged field's size");
    return this.#take("tagged field", size, 0) + size;
  }

  /** A known tagged field has been read: it must end where its size said. */
  closeTag(tag: number, end: number): void {
    if (this.#at === end) return;
    throw this.error(`tagged field ${tag}`, `read up to ${this.#at}, expected to end at ${end}`);
  }

  /** Steps over one unknown tagged field. */
  skipTag(end: number): void {
    this.#at = end;
  }

  /** Copies one unknown tagged field to those kept before, and steps over it. */
  keepTag(
    kept: readonly UnknownTaggedField[],
    tag: number,
    end: number,
  ): readonly UnknownTaggedField[] {
    const data = Uint8Array.prototype.slice.call(this.#bytes, this.#at, end);
    this.#at = end;
    const field = { tag, data };
    if (kept === NO_UNKNOWN_TAGS) return [field];
    // Not a copy with one more: a hundred thousand of those would be a hang.
    (kept as UnknownTaggedField[]).push(field);
    return kept;
  }

  /** Steps over the tagged fields of a struct that knows none. */
  skipTags(): void {
    for (let left = this.tagCount(0); left > 0; left -= 1) {
      this.uvarint("tag");
      this.skipTag(this.tagEnd());
    }
  }

  /** Keeps the tagged fields of a struct that knows none. */
  keepTags(): readonly UnknownTaggedField[] {
    let kept = NO_UNKNOWN_TAGS;
    for (let left = this.tagCount(0); left > 0; left -= 1) {
      const tag = this.uvarint("tag");
      kept = this.keepTag(kept, tag, this.tagEnd());
    }
    return kept;
  }

  /** Moves over `size` bytes and answers where they begin; `step` when it differs from size. */
  #take(field: string, size: number, step = size): number {
    const at = this.#at;
    if (size > this.#end - at) throw this.#truncated(field, size);
    this.#at = at + step;
    return at;
  }

  #text(field: string, length: number): string {
    if (length > STRING_BYTES_MAX) {
      throw this.error(field, `found ${length} bytes, expected at most ${STRING_BYTES_MAX}`);
    }
    const start = this.#take(field, length);
    const end = start + length;
    for (let at = start; at < end; at += 1) {
      // Invalid UTF-8 is replaced, as Java does.
      if (this.#bytes[at]! >= 0x80) return this.#bytes.utf8Slice(start, end);
    }
    return this.#bytes.latin1Slice(start, end);
  }

  #view(field: string, length: number): Uint8Array {
    const start = this.#take(field, length);
    return this.#bytes.subarray(start, start + length);
  }

  #truncated(field: string, size: number): DecodeError {
    const finding = `found ${this.remaining} bytes after byte ${this.#at}, expected ${size}`;
    return this.error(field, finding);
  }

  #null(field: string): DecodeError {
    return this.error(field, "found null, expected a value");
  }

  #unsafe(field: string): DecodeError {
    const value = this.#bytes.readBigInt64BE(this.#at - 8);
    return this.error(field, `found ${value}, expected an integer within 2^53`);
  }
}
