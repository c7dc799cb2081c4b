import { LOG_OVERHEAD_BYTES } from "@naru/protocol";

const CRC_AT = LOG_OVERHEAD_BYTES;
const CHECKED_FROM = CRC_AT + 4;
/** CRC-32 as gzip has it, bits reversed; batches of magic 2 have another. */
const POLYNOMIAL = 0xedb8_8320;

/**
 * Whether `bytes` are a message of magic 0 or 1, whole. A batch of magic 2 whose end a power loss
 * has left as zeros may look like one from its length and its magic; the checksum tells.
 *
 *   ┌────────┬──────┬─────┬───────┬───────────────────────┐
 *   │ offset │ size │ crc │ magic │ attributes, key, ...  │   crc: of all behind it
 *   └────────┴──────┴─────┴───────┴───────────────────────┘
 *    8        4      4     1
 */
export function isOldMessage(bytes: Uint8Array): boolean {
  if (bytes.length <= CHECKED_FROM) return false;
  const found = new DataView(bytes.buffer, bytes.byteOffset).getUint32(CRC_AT);
  return found === crc32(bytes.subarray(CHECKED_FROM));
}

/** Bit by bit: it is asked once, before a log is given up. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ ((crc & 1) * POLYNOMIAL);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
