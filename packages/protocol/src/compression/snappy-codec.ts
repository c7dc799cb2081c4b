/**
 * Snappy as Java's clients frame it ("xerial"): a header, then blocks of raw snappy.
 *
 *   0              8         12        16
 *   ┌──────────────┬─────────┬─────────┬────────────┬───────┬────────────┬───────┬─ ─ ─
 *   │82 SNAPPY 00  │ version │ compat. │ length i32 │ block │ length i32 │ block │
 *   └──────────────┴─────────┴─────────┴────────────┴───────┴────────────┴───────┴─ ─ ─
 *   block: uvarint of its decompressed size, then raw snappy
 *
 * Other clients send one raw block without a header, which is read, too. A header in front of a
 * later block is skipped: streams may have been joined. There is no checksum but the batch's.
 */
import { damaged, overBudget, type Decompressed } from "./decompressed.ts";
import { loadSnappy } from "./native-module.ts";

/** 0x82, "SNAPPY", 0, then version 1 and lowest compatible version 1, each 32 bits. */
const HEADER = Uint8Array.of(0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1);
const MAGIC_BYTES = 8;
const HEADER_BYTES = 16;
const LENGTH_BYTES = 4;
/** 32 KiB a block: what Java's client writes, and the most that some readers allow for. */
const BLOCK_BYTES = 32_768;

/** Compresses into blocks as Java's client does. */
export function compressSnappy(bytes: Uint8Array): Uint8Array {
  const { compressSync } = loadSnappy();
  const blocks: Uint8Array[] = [];
  let totalBytes = HEADER_BYTES;
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const block = compressSync(bytes.subarray(at, at + BLOCK_BYTES));
    blocks.push(block);
    totalBytes += LENGTH_BYTES + block.length;
  }
  const framed = new Uint8Array(totalBytes);
  framed.set(HEADER, 0);
  const view = new DataView(framed.buffer);
  let at = HEADER_BYTES;
  for (const block of blocks) {
    view.setInt32(at, block.length);
    framed.set(block, at + LENGTH_BYTES);
    at += LENGTH_BYTES + block.length;
  }
  return framed;
}

/** Opens framed snappy, or one raw block. Sizes are added up before anything is allocated. */
export function decompressSnappy(bytes: Uint8Array, budgetBytes: number): Decompressed {
  const blocks = hasMagicAt(bytes, 0) ? framedBlocks(bytes) : [bytes];
  if (typeof blocks === "string") return damaged(blocks);
  const sizes = blocks.map(declaredBytes);
  if (sizes.includes(undefined)) return damaged("snappy: a block does not say its size");
  const totalBytes = sizes.reduce<number>((sum, size) => sum + size!, 0);
  if (totalBytes > budgetBytes) return overBudget(`${totalBytes}`, budgetBytes);
  try {
    return { ok: true, bytes: open(blocks, totalBytes) };
  } catch (error) {
    return damaged(`snappy: ${(error as Error).message}`);
  }
}

function open(blocks: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const { uncompressSync } = loadSnappy();
  if (blocks.length === 1) return uncompressSync(blocks[0]!) as Buffer;
  const opened = new Uint8Array(totalBytes);
  let at = 0;
  for (const block of blocks) {
    const part = uncompressSync(block) as Buffer;
    opened.set(part, at);
    at += part.length;
  }
  return opened;
}

/** The blocks of a framed stream, or what is wrong with it. */
function framedBlocks(bytes: Uint8Array): Uint8Array[] | string {
  const blocks: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    if (hasMagicAt(bytes, at)) {
      at += HEADER_BYTES;
      continue;
    }
    if (at + LENGTH_BYTES > bytes.length) return "snappy: the length of a block is cut off";
    const length = view.getInt32(at);
    at += LENGTH_BYTES;
    if (length < 0 || length > bytes.length - at) {
      return `snappy: block of ${length} bytes, with ${bytes.length - at} left`;
    }
    blocks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at > bytes.length ? "snappy: the header is cut off" : blocks;
}

function hasMagicAt(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < MAGIC_BYTES; index += 1) {
    if (bytes[at + index] !== HEADER[index]) return false;
  }
  return true;
}

/** The decompressed size that a raw block begins with: an unsigned varint of up to 32 bits. */
function declaredBytes(block: Uint8Array): number | undefined {
  let size = 0;
  for (let index = 0; index < Math.min(block.length, 5); index += 1) {
    const byte = block[index]!;
    size += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return size;
  }
  return undefined;
}
