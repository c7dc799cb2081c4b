/**
 * One record after another, uncompressed, where they lie.
 *
 *   ┌────────┬──────┬─────────┬────────┬────────┬─────┬────────┬───────┬────────┬─ ─ ─
 *   │ length │ attr │ tsDelta │ offset │ keyLen │ key │ valLen │ value │ count  │ headers ...
 *   │ varint │ 1 B  │ varlong │ varint │ varint │     │ varint │       │ varint │
 *   └────────┴──────┴─────────┴────────┴────────┴─────┴────────┴───────┴────────┴─ ─ ─
 *   header: keyLen varint (never negative), key, valueLen varint, value
 *
 * A negative length of a key or value means null (Kafka writes -1 and reads any). The attributes
 * are not used. After `next()` the fields say where the parts stand; nothing is allocated for a
 * record.
 *
 * Invariant: a record's parts fill exactly its length. Where they do not, `next()` is false and
 * `fault` says what is wrong; where the bytes just end, `fault` stays undefined.
 */
import { VarintCursor } from "./varint.ts";

/** The length that stands for null. */
export const NULL_LENGTH = -1;

/** Walks records of an uncompressed, or by now decompressed, batch. */
export class RecordCursor {
  readonly bytes: Uint8Array;
  timestampDelta = 0;
  offsetDelta = 0;
  keyAt = 0;
  /** Negative when the key is null. */
  keyLength = NULL_LENGTH;
  valueAt = 0;
  /** Negative when the value is null. */
  valueLength = NULL_LENGTH;
  headersAt = 0;
  headerCount = 0;
  fault: string | undefined;

  readonly #varints: VarintCursor;
  readonly #end: number;

  constructor(bytes: Uint8Array, position = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.#varints = new VarintCursor(bytes, position, end);
    this.#end = end;
  }

  /** Where the next record begins. */
  get position(): number {
    return this.#varints.position;
  }

  /** Whether all bytes were read. */
  get isAtEnd(): boolean {
    return this.#varints.position >= this.#end;
  }

  /** Goes to the next record; false at the end of the bytes and at the first damaged record. */
  next(): boolean {
    const varints = this.#varints;
    if (this.fault !== undefined || varints.position >= this.#end) return false;
    const length = varints.varint();
    if (varints.failed) return this.#stop("its length is cut off or too long");
    const recordEnd = varints.position + length;
    if (length < 0 || recordEnd > this.#end) {
      return this.#stop(`its length is ${length}, with ${this.#end - varints.position} bytes left`);
    }
    varints.end = recordEnd;
    varints.skip(1);
    this.timestampDelta = varints.varlong();
    this.offsetDelta = varints.varint();
    this.keyLength = varints.varint();
    this.keyAt = varints.position;
    if (this.keyLength > 0) varints.skip(this.keyLength);
    this.valueLength = varints.varint();
    this.valueAt = varints.position;
    if (this.valueLength > 0) varints.skip(this.valueLength);
    this.headerCount = varints.varint();
    this.headersAt = varints.position;
    if (this.headerCount !== 0 && !this.#skipHeaders(recordEnd)) return false;
    if (varints.failed) return this.#stop("its parts go beyond its length");
    if (varints.position !== recordEnd) {
      return this.#stop(`${recordEnd - varints.position} bytes are left after its headers`);
    }
    varints.end = this.#end;
    return true;
  }

  #skipHeaders(recordEnd: number): boolean {
    const varints = this.#varints;
    const count = this.headerCount;
    // A header takes two bytes at least, so that a false count cannot make a long loop.
    if (count < 0 || count > recordEnd - varints.position) {
      return this.#stop(`it has ${count} headers in ${recordEnd - varints.position} bytes`);
    }
    for (let index = 0; index < count; index += 1) {
      varints.skip(varints.varint());
      const valueLength = varints.varint();
      if (valueLength > 0) varints.skip(valueLength);
      if (varints.failed) return this.#stop(`header ${index} goes beyond the record`);
    }
    return true;
  }

  #stop(fault: string): false {
    this.fault = fault;
    return false;
  }
}
