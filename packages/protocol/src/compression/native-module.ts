import { createRequire } from "node:module";

// Native modules are required when first used, and not imported: a broker that never opens a
// compressed batch must not pay for loading them, the callers are synchronous, and a top-level
// await would keep CommonJS users from requiring this package.
const require = createRequire(import.meta.url);

/** lz4 frames (lz4_flex). */
export function loadLz4(): typeof import("lz4-napi") {
  return require("lz4-napi") as typeof import("lz4-napi");
}

/** Raw snappy blocks. */
export function loadSnappy(): typeof import("snappy") {
  return require("snappy") as typeof import("snappy");
}

/** CRC-32C by the processor's own instruction. Throws where no binary fits the platform. */
export function loadCrc32(): typeof import("@node-rs/crc32") {
  return require("@node-rs/crc32") as typeof import("@node-rs/crc32");
}
