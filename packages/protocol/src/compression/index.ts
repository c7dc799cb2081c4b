export { compressionCodecs, compressionTypeOf } from "./compression-type.ts";
export type { CompressionType } from "./compression-type.ts";
export {
  compress,
  DECOMPRESS_OFF_LOOP_BYTES,
  decompress,
  DECOMPRESSION_BUDGET_BYTES,
} from "./compression.ts";
export { decompressJob } from "./decompress.job.ts";
export type { DecompressInput } from "./decompress.job.ts";
export type { Decompressed } from "./decompressed.ts";
