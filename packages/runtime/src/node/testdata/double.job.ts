/** A job of a test. */
export function double(value: number): number {
  return value * 2;
}

/** Takes the bytes and gives them back. */
export function firstByte(bytes: Uint8Array): number {
  return bytes[0]!;
}

export function fail(): never {
  throw new RangeError("the job's own error");
}

export function endThread(): never {
  process.exit(3);
}
