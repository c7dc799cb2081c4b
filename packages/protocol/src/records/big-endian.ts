/**
 * Numbers at fixed places of a batch, read and written with shifts: no DataView per buffer, no
 * BigInt. A 64-bit number beyond the safe range is clamped to its end, so that reading never throws
 * and never rounds to a number that looks right. `isSafeInt64At` tells the two apart.
 */

const TWO_TO_32 = 4_294_967_296;
/** The high halves that a safe integer can have: -2^21 to 2^21 - 1. */
const HIGH_HALF_MAX = 0x1f_ffff;

/** Reads a signed 16-bit number. */
export function int16At(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) >> 16) | bytes[at + 1]!;
}

/** Reads a signed 32-bit number. */
export function int32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

/** Reads an unsigned 32-bit number. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return int32At(bytes, at) >>> 0;
}

/** Reads a signed 64-bit number, clamped to the safe range. */
export function int64At(bytes: Uint8Array, at: number): number {
  const high = int32At(bytes, at);
  if (high > HIGH_HALF_MAX) return Number.MAX_SAFE_INTEGER;
  const value = high * TWO_TO_32 + uint32At(bytes, at + 4);
  return value < Number.MIN_SAFE_INTEGER ? Number.MIN_SAFE_INTEGER : value;
}

/** Whether the signed 64-bit number is one that `int64At` returns exactly. */
export function isSafeInt64At(bytes: Uint8Array, at: number): boolean {
  const high = int32At(bytes, at);
  if (high < -HIGH_HALF_MAX - 1 || high > HIGH_HALF_MAX) return false;
  // -2^53 itself has this high half and a low half of 0, and is one too small.
  return high > -HIGH_HALF_MAX - 1 || uint32At(bytes, at + 4) > 0;
}

/** Writes the low 16 bits of a number. */
export function putInt16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

/** Writes the low 32 bits of a number; a CRC, being unsigned, may be passed as it is. */
export function putInt32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

/** Writes a safe integer as 64 bits. */
export function putInt64(bytes: Uint8Array, at: number, value: number): void {
  putInt32(bytes, at, Math.floor(value / TWO_TO_32));
  putInt32(bytes, at + 4, value % TWO_TO_32);
}
