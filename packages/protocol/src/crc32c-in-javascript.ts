/**
 * CRC-32C in plain JavaScript, for platforms without the native module: "slicing by 16", that is 16
 * table look-ups that do not wait for each other instead of 16 that do.
 *
 * tables[k][b] is the CRC of byte b followed by k zero bytes.
 */

/** The Castagnoli polynomial, bits reversed. */
const POLYNOMIAL = 0x82f6_3b78;
const SLICES = 16;
const TABLE_ENTRIES = 256;

const tables = makeTables();

/** As `crc32c`: `seed` is the CRC of the bytes before. */
export function crc32cInJavaScript(bytes: Uint8Array, seed = 0): number {
  const t = tables;
  const end = bytes.length;
  const slicedEnd = end - (end % SLICES);
  let crc = ~seed;
  let at = 0;
  // Entry b of table k stands at k * 256 + b: one array keeps the bounds checks cheap.
  for (; at < slicedEnd; at += SLICES) {
    crc =
      t[3840 + (bytes[at]! ^ (crc & 0xff))]! ^
      t[3584 + (bytes[at + 1]! ^ ((crc >>> 8) & 0xff))]! ^
      t[3328 + (bytes[at + 2]! ^ ((crc >>> 16) & 0xff))]! ^
      t[3072 + (bytes[at + 3]! ^ (crc >>> 24))]! ^
      t[2816 + bytes[at + 4]!]! ^
      t[2560 + bytes[at + 5]!]! ^
      t[2304 + bytes[at + 6]!]! ^
      t[2048 + bytes[at + 7]!]! ^
      t[1792 + bytes[at + 8]!]! ^
      t[1536 + bytes[at + 9]!]! ^
      t[1280 + bytes[at + 10]!]! ^
      t[1024 + bytes[at + 11]!]! ^
      t[768 + bytes[at + 12]!]! ^
      t[512 + bytes[at + 13]!]! ^
      t[256 + bytes[at + 14]!]! ^
      t[bytes[at + 15]!]!;
  }
  for (; at < end; at += 1) crc = t[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeTables(): Int32Array {
  const made = new Int32Array(SLICES * TABLE_ENTRIES);
  for (let byte = 0; byte < TABLE_ENTRIES; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1)
      crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
    made[byte] = crc;
  }
  for (let at = TABLE_ENTRIES; at < made.length; at += 1) {
    const before = made[at - TABLE_ENTRIES]!;
    made[at] = made[before & 0xff]! ^ (before >>> 8);
  }
  return made;
}
