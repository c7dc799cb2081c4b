/**
 * 64-bit numbers in index and snapshot files, clamped to the safe range as `RecordBatch` does:
 * only a timestamp that no clock ever showed lies outside it.
 */
const TWO_TO_32 = 4_294_967_296;

/** Reads a signed 64-bit number, clamped to the safe range. */
export function readInt64(bytes: Buffer, at: number): number {
  const value = bytes.readInt32BE(at) * TWO_TO_32 + bytes.readUInt32BE(at + 4);
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value));
}

/** Writes a safe integer as 64 bits. */
export function writeInt64(bytes: Buffer, at: number, value: number): void {
  const high = Math.floor(value / TWO_TO_32);
  bytes.writeInt32BE(high, at);
  bytes.writeUInt32BE(value - high * TWO_TO_32, at + 4);
}
