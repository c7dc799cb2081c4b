import * as zlib from "node:zlib";

import { damaged, overBudget, type Decompressed } from "./decompressed.ts";

/** Clients write one frame a batch; a flood of empty ones would only cost time. */
const ZSTD_FRAMES_MAX = 1000;

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
  return withinBudget(budgetBytes, (maxOutputLength) =>
    zlib.gunzipSync(bytes, { maxOutputLength }),
  );
}

/**
 * Opens zstd frames that follow each other. zstd's own limit on its window stays (128 MiB, which
 * level 22 uses): a window is memory that grows with what is written into it, and that is bounded.
 */
export function decompressZstd(bytes: Uint8Array, budgetBytes: number): Decompressed {
  return withinBudget(budgetBytes, (maxOutputLength) => openZstdFrames(bytes, maxOutputLength));
}

/** node:zlib opens one frame and is silent about what follows: the next begins where it stopped. */
function openZstdFrames(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  let openedBytes = 0;
  do {
    if (parts.length === ZSTD_FRAMES_MAX)
      throw new Error(`zstd: more than ${ZSTD_FRAMES_MAX} frames`);
    const { buffer, engine } = zlib.zstdDecompressSync(bytes.subarray(at), {
      maxOutputLength: Math.max(maxOutputLength - openedBytes, 1),
      info: true,
    }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
    parts.push(buffer);
    openedBytes += buffer.length;
    at += engine.bytesWritten;
  } while (at < bytes.length);
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts, openedBytes);
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
