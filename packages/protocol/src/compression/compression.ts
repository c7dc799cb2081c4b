import type { CompressionType } from "./compression-type.ts";
import type { Decompressed } from "./decompressed.ts";
import { compressLz4, decompressLz4 } from "./lz4-codec.ts";
import { compressSnappy, decompressSnappy } from "./snappy-codec.ts";
import { compressGzip, compressZstd, decompressGzip, decompressZstd } from "./zlib-codecs.ts";

/** 64 MiB: how much one batch may decompress to, unless its caller has another budget. */
export const DECOMPRESSION_BUDGET_BYTES = 67_108_864;

/**
 * 256 KiB: compressed bytes above which opening them blocks the event loop for longer than a hop to
 * a thread takes many times over, so that `decompressJob` is the better way.
 */
export const DECOMPRESS_OFF_LOOP_BYTES = 262_144;

/** Compresses the records of a batch. `level` is gzip's or zstd's; the other codecs have none. */
export function compress(type: CompressionType, bytes: Uint8Array, level?: number): Uint8Array {
  switch (type) {
    case "none":
      return bytes;
    case "gzip":
      return compressGzip(bytes, level);
    case "snappy":
      return compressSnappy(bytes);
    case "lz4":
      return compressLz4(bytes);
    case "zstd":
      return compressZstd(bytes, level);
  }
}

/** Opens the records of a batch, and refuses before it allocates more than the budget. */
export function decompress(
  type: CompressionType,
  bytes: Uint8Array,
  budgetBytes: number = DECOMPRESSION_BUDGET_BYTES,
): Decompressed {
  switch (type) {
    // Nothing is allocated for bytes that are there already, so no budget applies.
    case "none":
      return { ok: true, bytes };
    case "gzip":
      return decompressGzip(bytes, budgetBytes);
    case "snappy":
      return decompressSnappy(bytes, budgetBytes);
    case "lz4":
      return decompressLz4(bytes, budgetBytes);
    case "zstd":
      return decompressZstd(bytes, budgetBytes);
  }
}
