/**
 * The numbers inside records: zigzag varints, 7 bits a byte, lowest first, sign in the lowest bit.
 * A varint has at most 5 bytes and 32 bits, a varlong at most 10 bytes and 64 bits.
 */

const VARLONG_BYTES_MAX = 10;

/** Bytes of a 32-bit number as varint. */
export function varintBytes(value: number): number {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  // 7 bits a byte: 0 to 7 significant bits take one.
  return zigzag === 0 ? 1 : Math.ceil((32 - Math.clz32(zigzag)) / 7);
}

/** Bytes of a safe integer as varlong. */
export function varlongBytes(value: number): number {
  if (value === (value | 0)) return varintBytes(value);
  let bytes = 1;
  // The first byte holds six bits of the magnitude, beside the sign.
  for (let rest = Math.floor(magnitudeOf(value) / 64); rest > 0; rest = Math.floor(rest / 128)) {
    bytes += 1;
  }
  return bytes;
}

/** Writes a 32-bit number; returns the position after it. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  while (rest > 0x7f) {
    bytes[at] = (rest & 0x7f) | 0x80;
    at += 1;
    rest >>>= 7;
  }
  bytes[at] = rest;
  return at + 1;
}

/** Writes a safe integer; returns the position after it. */
export function putVarlong(bytes: Uint8Array, at: number, value: number): number {
  if (value === (value | 0)) return putVarint(bytes, at, value);
  const sign = value < 0 ? 1 : 0;
  const magnitude = magnitudeOf(value);
  let low = ((magnitude % 64) << 1) | sign;
  let rest = Math.floor(magnitude / 64);
  while (rest > 0) {
    bytes[at] = low | 0x80;
    at += 1;
    low = rest % 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at] = low;
  return at + 1;
}

/** Zigzag without its sign bit: 0, 1, 2 for 0, 1, 2 and 0, 1, 2 for -1, -2, -3. */
function magnitudeOf(value: number): number {
  return value < 0 ? -(value + 1) : value;
}

/**
 * Reads varints one after another. It does not throw: after an end of bytes or an overlong number
 * `failed` is true and every further number is 0, so that a caller may check once a record.
 */
export class VarintCursor {
  bytes: Uint8Array;
  position: number;
  end: number;
  failed = false;

  constructor(bytes: Uint8Array, position = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** A 32-bit number. */
  varint(): number {
    const bytes = this.bytes;
    // Most lengths and deltas have one byte.
    if (this.position < this.end && bytes[this.position]! < 0x80) {
      const byte = bytes[this.position]!;
      this.position += 1;
      return (byte >>> 1) ^ -(byte & 1);
    }
    let zigzag = 0;
    for (let shift = 0; shift <= 28; shift += 7) {
      if (this.position >= this.end) return this.fail();
      const byte = bytes[this.position]!;
      this.position += 1;
      zigzag |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (zigzag >>> 1) ^ -(zigzag & 1);
    }
    return this.fail();
  }

  /** A 64-bit number: exact in the safe range, beyond it a number that is not a safe integer. */
  varlong(): number {
    const bytes = this.bytes;
    if (this.position >= this.end) return this.fail();
    let byte = bytes[this.position]!;
    const sign = byte & 1;
    // The sign bit is kept apart: with it a safe integer would need 54 bits.
    let magnitude = (byte & 0x7f) >> 1;
    let weight = 64;
    for (let count = 1; byte >= 0x80; count += 1) {
      this.position += 1;
      if (count === VARLONG_BYTES_MAX || this.position >= this.end) return this.fail();
      byte = bytes[this.position]!;
      magnitude += (byte & 0x7f) * weight;
      weight *= 128;
    }
    this.position += 1;
    return sign === 0 ? magnitude : -magnitude - 1;
  }

  /** Passes over bytes; fails when there are fewer, or when the count is negative. */
  skip(count: number): void {
    if (count < 0 || count > this.end - this.position) this.fail();
    else this.position += count;
  }

  private fail(): number {
    this.failed = true;
    this.position = this.end;
    return 0;
  }
}
