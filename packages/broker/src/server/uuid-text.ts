import type { Random } from "@naru/runtime";

const UUID_BYTES = 16;

/** A random UUID, version 4, as Java writes it: `xxxxxxxx-xxxx-4xxx-xxxx-xxxxxxxxxxxx`. */
export function uuidText(random: Random): string {
  const bytes = random.bytes(new Uint8Array(UUID_BYTES));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20)].join("-");
}
