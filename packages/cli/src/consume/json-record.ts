import { isUtf8 } from "node:buffer";
import type { FetchedRecord } from "@naru/client";

/** A record as one line of JSON: text where it is UTF-8, else base64 under another name. */
export function jsonRecord(record: FetchedRecord): Uint8Array {
  const { topic, partition, offset, timestamp, leaderEpoch } = record;
  const headers = record.headers.map(({ key, value }) => ({ key, ...payload("value", value) }));
  const line = {
    topic,
    partition,
    offset,
    timestamp,
    leaderEpoch,
    ...payload("key", record.key),
    ...payload("value", record.value),
    headers,
  };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

function payload(name: "key" | "value", bytes: Uint8Array | null): Record<string, string | null> {
  if (bytes === null) return { [name]: null };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(buffer)) return { [name]: buffer.toString("utf8") };
  return { [`${name}Base64`]: buffer.toString("base64") };
}
