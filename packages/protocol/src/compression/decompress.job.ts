import type { Job } from "@naru/runtime";

import type { CompressionType } from "./compression-type.ts";
import { decompress } from "./compression.ts";
import type { Decompressed } from "./decompressed.ts";

/** What a worker is given to open. */
export interface DecompressInput {
  readonly type: CompressionType;
  readonly bytes: Uint8Array;
  readonly budgetBytes: number;
}

/** Opens compressed records on a thread. */
export function runDecompress({ type, bytes, budgetBytes }: DecompressInput): Decompressed {
  return decompress(type, bytes, budgetBytes);
}

/** `decompress` off the event loop, for records above `DECOMPRESS_OFF_LOOP_BYTES`. */
export const decompressJob: Job<DecompressInput, Decompressed> = {
  moduleUrl: new URL("./decompress.job.ts", import.meta.url).href,
  exportName: "runDecompress",
  run: runDecompress,
};
