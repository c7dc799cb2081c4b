/**
 * LZ4 frames, version 1, as Kafka's clients write and read them.
 *
 *   ┌──────────────┬─────┬────┬──────────┬────┬──────────┬───────┬─ ─ ─ ─ ─┬──────────┐
 *   │ magic u32 LE │ FLG │ BD │ (size 8) │ HC │ size LE  │ block │         │ 0: end   │
 *   └──────────────┴─────┴────┴──────────┴────┴──────────┴───────┴─ ─ ─ ─ ─┴──────────┘
 *   FLG: 7-6 version (01) │ 5 blocks independent │ 4 block checksums │ 3 content size
 *        2 content checksum │ 0 dictionary
 *   BD:  6-4 largest block: 4 = 64 KiB ... 7 = 4 MiB
 *   size: the highest bit says that the block is stored as it is
 *
 * Written: independent blocks of 64 KiB without checksums or content size, as Java's producer does.
 * Read: any frame without a dictionary. Only the first frame is read, as Java's client does.
 */
import { damaged, overBudget, type Decompressed } from "./decompressed.ts";
import { lz4BlockBytes } from "./lz4-block-size.ts";
import { loadLz4 } from "./native-module.ts";

const MAGIC = 0x184d_2204;
/**
 * Magic, version 1 with independent blocks, 64 KiB, and the header's checksum (xxHash32 of FLG and
 * BD).
 */
const HEADER = Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82);
const BLOCK_BYTES = 65_536;
const STORED_BIT = 0x8000_0000;
const SIZE_BYTES = 4;
const CHECKSUM_BYTES = 4;
const CONTENT_SIZE_BYTES = 8;
/** The smallest BD, for blocks of 64 KiB; each step is four times as large. */
const SMALLEST_BLOCK_CODE = 4;
/** A block cannot grow by more than this: 255 bytes for each further byte of a length. */
const RATIO_MAX = 255;

/** Compresses into one frame. */
export function compressLz4(bytes: Uint8Array): Uint8Array {
  const { compressSync } = loadLz4();
  // A block that does not shrink is stored, so a frame is never much longer than its content.
  const blockCount = Math.ceil(bytes.length / BLOCK_BYTES);
  const frame = new Uint8Array(HEADER.length + bytes.length + (blockCount + 1) * SIZE_BYTES);
  const view = new DataView(frame.buffer);
  frame.set(HEADER, 0);
  let at = HEADER.length;
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    const content = bytes.subarray(from, from + BLOCK_BYTES);
    // The module puts the content's size, 4 bytes, in front of its blocks.
    const block = compressSync(asBuffer(content)).subarray(SIZE_BYTES);
    const isStored = block.length >= content.length;
    const written = isStored ? content : block;
    view.setUint32(at, isStored ? (written.length | STORED_BIT) >>> 0 : written.length, true);
    frame.set(written, at + SIZE_BYTES);
    at += SIZE_BYTES + written.length;
  }
  view.setUint32(at, 0, true);
  return frame.subarray(0, at + SIZE_BYTES);
}

/** Opens the first frame. Its blocks are measured before anything is allocated. */
export function decompressLz4(bytes: Uint8Array, budgetBytes: number): Decompressed {
  const frame = measureFrame(bytes, budgetBytes);
  if (typeof frame === "string") return damaged(`lz4: ${frame}`);
  if (frame.contentBytes > budgetBytes) return overBudget(`${frame.contentBytes}`, budgetBytes);
  try {
    const opened = loadLz4().decompressFrameSync(asBuffer(bytes.subarray(0, frame.frameBytes)));
    return { ok: true, bytes: opened };
  } catch (error) {
    return damaged(`lz4: ${(error as Error).message}`);
  }
}

interface FrameMeasure {
  /** All bytes of the frame, its end mark and checksum among them. */
  readonly frameBytes: number;
  /** An upper bound of the content, or its exact size where the bound is over the budget. */
  readonly contentBytes: number;
}

/** What FLG and BD say. */
interface FrameHeader {
  readonly blockBytesMax: number;
  readonly blockTrailerBytes: number;
  readonly frameTrailerBytes: number;
  readonly firstBlockAt: number;
}

function readHeader(bytes: Uint8Array, view: DataView): FrameHeader | string {
  if (bytes.length < HEADER.length || view.getUint32(0, true) !== MAGIC) return "no frame";
  const flags = bytes[4]!;
  const blockCode = (bytes[5]! >> 4) & 0x07;
  if (flags >> 6 !== 1) return `frame version is ${flags >> 6}, expected 1`;
  if ((flags & 0x01) !== 0) return "the frame needs a dictionary";
  if (blockCode < SMALLEST_BLOCK_CODE) return `block size code is ${blockCode}, expected 4 to 7`;
  return {
    blockBytesMax: BLOCK_BYTES * 4 ** (blockCode - SMALLEST_BLOCK_CODE),
    blockTrailerBytes: (flags & 0x10) === 0 ? 0 : CHECKSUM_BYTES,
    frameTrailerBytes: (flags & 0x04) === 0 ? 0 : CHECKSUM_BYTES,
    firstBlockAt: HEADER.length + ((flags & 0x08) === 0 ? 0 : CONTENT_SIZE_BYTES),
  };
}

function measureFrame(bytes: Uint8Array, budgetBytes: number): FrameMeasure | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(bytes, view);
  if (typeof header === "string") return header;
  const blocks: { at: number; end: number }[] = [];
  let storedBytes = 0;
  let boundBytes = 0;
  let at = header.firstBlockAt;
  for (;;) {
    if (at + SIZE_BYTES > bytes.length) return "the frame is cut off";
    const size = view.getUint32(at, true);
    at += SIZE_BYTES;
    if (size === 0) break;
    const length = size & ~STORED_BIT;
    if (length > header.blockBytesMax || length > bytes.length - at) {
      return `block of ${length} bytes, with ${bytes.length - at} left`;
    }
    if (size >= STORED_BIT) {
      storedBytes += length;
    } else {
      boundBytes += Math.min(header.blockBytesMax, length * RATIO_MAX);
      blocks.push({ at, end: at + length });
    }
    at += length + header.blockTrailerBytes;
  }
  const frameBytes = at + header.frameTrailerBytes;
  if (frameBytes > bytes.length) return "the frame's checksum is cut off";
  let contentBytes = storedBytes + boundBytes;
  if (contentBytes > budgetBytes) {
    // Measuring takes time, so it is done only when the cheap bound does not settle the matter.
    contentBytes = blocks.reduce((sum, b) => sum + lz4BlockBytes(bytes, b.at, b.end), storedBytes);
  }
  return { frameBytes, contentBytes };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
