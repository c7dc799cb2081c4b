/**
 * Kafka's UUIDs: 16 bytes on the wire, and as text 22 characters of URL-safe base64 without
 * padding. The text is the form used everywhere in code; it is what Kafka's tools print.
 */
import type { Random } from "@naru/runtime";

import { asBuffer } from "./node-buffer.ts";

/** No id: the default of every uuid field. */
export const ZERO_UUID = "AAAAAAAAAAAAAAAAAAAAAA";

/** The topic id of `__cluster_metadata`, and the directory id that means "lost". */
export const ONE_UUID = "AAAAAAAAAAAAAAAAAAAAAQ";

const UUID_BYTES = 16;
const UUID_CHARACTERS = 22;

/** The text of the 16 bytes at `at`. */
export function uuidFromBytes(bytes: Uint8Array, at = 0): string {
  if (at < 0 || bytes.length - at < UUID_BYTES) {
    throw new RangeError(`uuid: found ${bytes.length - at} bytes, expected ${UUID_BYTES}.`);
  }
  return asBuffer(bytes).toString("base64url", at, at + UUID_BYTES);
}

/** The 16 bytes of a uuid's text. */
export function uuidToBytes(text: string): Uint8Array {
  if (!isUuid(text)) {
    throw new TypeError(`uuid: found "${text}", expected 22 characters of URL-safe base64.`);
  }
  return Buffer.from(text, "base64url");
}

/** Whether `text` is the canonical text of a uuid: decoding and printing it gives it back. */
export function isUuid(text: string): boolean {
  // The last character holds two bits of the last byte and four bits of nothing, which are zero.
  return text.length === UUID_CHARACTERS && /^[\w-]{21}[AQgw]$/.test(text);
}

/** A new random uuid. Its text never starts with a dash. */
export function randomUuid(random: Pick<Random, "bytes">): string {
  for (;;) {
    const bytes = random.bytes(new Uint8Array(UUID_BYTES));
    // Version 4, variant 2, as Java's UUID.randomUUID.
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const text = uuidFromBytes(bytes);
    // Kafka's rule: a leading dash would look like a flag on a command line.
    if (!text.startsWith("-")) return text;
  }
}
