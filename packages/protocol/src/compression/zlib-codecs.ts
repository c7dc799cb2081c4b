import * as zlib from "node:zlib";

import { damaged, overBudget, type Decompressed } from "./decompressed.ts";

/** Compresses as one gzip member. */
export function compressGzip(bytes: Uint8Array, level?: number): Uint8Array {
  return zlib.gzipSync(bytes, level === undefined ? {} : { level });
}

/** Compresses as one zstd frame. */
export function compressZstd(bytes: Uint8Array, level?: number): Uint8Array {
  const { ZSTD_c_compressionLevel } = zlib.constants;
  return zlib.zstdCompressSync(
    bytes,
    level === undefined ? {} : { params: { [ZSTD_c_compressionLevel]: level } },
  );
}

/** Opens gzip members that follow each other. */
export function decompressGzip(bytes: Uint8Array, budgetBytes: number): Decompressed {
  return withinBudget(budgetBytes, (maxOutputLength) => zlib.gunzipSync(bytes, { maxOutputLength }));
}

/**
 * Opens zstd frames. zstd's own limit on its window stays (128 MiB, which level 22 uses): a window is
 * memory that grows with what is written into it, and that is bounded here.
 */
export function decompressZstd(bytes: Uint8Array, budgetBytes: number): Decompressed {
  return withinBudget(budgetBytes, (maxOutputLength) =>
    zlib.zstdDecompressSync(bytes, { maxOutputLength }),
  );
}

function withinBudget(budgetBytes: number, open: (maxBytes: number) => Uint8Array): Decompressed {
  try {
    // zlib refuses a maximum of 0.
    const bytes = open(Math.max(budgetBytes, 1));
    return bytes.length > budgetBytes
      ? overBudget(`${bytes.length}`, budgetBytes)
      : { ok: true, bytes };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return overBudget("more", budgetBytes);
    return damaged(message);
  }
}
