import { loadCrc32 } from "./compression/native-module.ts";
import { crc32cInJavaScript } from "./crc32c-in-javascript.ts";

const native = tryNative();

/** Which implementation is at work, for the line that a broker prints when it starts. */
export const crc32cImplementation: "native" | "javascript" =
  native === undefined ? "javascript" : "native";

/**
 * CRC-32C (Castagnoli) of the bytes. `seed` is the CRC of the bytes before them, so that a CRC can
 * be continued over chunks.
 */
export const crc32c: (bytes: Uint8Array, seed?: number) => number = native ?? crc32cInJavaScript;

function tryNative(): ((bytes: Uint8Array, seed?: number) => number) | undefined {
  try {
    return loadCrc32().crc32c;
  } catch {
    // No binary for this platform: the same numbers, at about a third of the speed.
    return undefined;
  }
}
