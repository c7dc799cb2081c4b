/** The literal or match length that says "and more bytes follow". */
const LONG_LENGTH = 15;
const MATCH_BYTES_MIN = 4;
const OFFSET_BYTES = 2;

/**
 * The decompressed size of one raw lz4 block, found by reading its lengths and copying nothing. The
 * block may be damaged: the size is then that of what could be read.
 */
export function lz4BlockBytes(bytes: Uint8Array, position: number, end: number): number {
  let size = 0;
  let at = position;
  while (at < end) {
    const token = bytes[at]!;
    at += 1;
    let literals = token >> 4;
    if (literals === LONG_LENGTH) {
      let more = 255;
      while (more === 255 && at < end) {
        more = bytes[at]!;
        literals += more;
        at += 1;
      }
    }
    size += literals;
    at += literals + OFFSET_BYTES;
    // The last sequence of a block ends with its literals.
    if (at - OFFSET_BYTES >= end) break;
    let match = token & 0x0f;
    if (match === LONG_LENGTH) {
      let more = 255;
      while (more === 255 && at < end) {
        more = bytes[at]!;
        match += more;
        at += 1;
      }
    }
    size += match + MATCH_BYTES_MIN;
  }
  return size;
}
