import { createHash } from "node:crypto";
import { batchFrameAt, errorByCode, RecordBatch, ZERO_UUID } from "@naru/protocol";

/** What one broker calls the things that both have: ids that each gives by itself. */
export interface OwnNames {
  topicNameOf(topicId: string): string;
  /** The position of the producer id among those that were given. */
  producerNameOf(producerId: number): string;
}

/** An answer as its leaves: path to value. */
export type Leaves = Map<string, string>;

/** Times, addresses and random ids, which no two brokers have in common. */
const LEFT_OUT = new Set(["throttleTimeMs", "clusterId", "host", "port", "controllerId", "logDir"]);
/** A clock's: only whether there is one counts. */
const BY_SIGN = new Set(["logAppendTimeMs", "totalBytes", "usableBytes", "sessionId"]);
const TOPIC_IDS = new Set(["topicId"]);

/** An answer without what each broker makes up for itself. */
export function leavesOf(answer: unknown, names: OwnNames): Leaves {
  const leaves: Leaves = new Map();
  walk({ path: "", key: "", value: answer }, names, leaves);
  return leaves;
}

interface Place {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

function walk(place: Place, names: OwnNames, leaves: Leaves): void {
  const { path, key, value } = place;
  if (LEFT_OUT.has(key)) return;
  if (value instanceof Uint8Array) {
    for (const [index, line] of batchLines(value, names).entries()) {
      leaves.set(`${path}#${index}`, line);
    }
  } else if (Array.isArray(value)) {
    leaves.set(`${path}.length`, String(value.length));
    for (const [index, item] of sorted(key, value, names).entries()) {
      walk({ path: `${path}[${index}]`, key, value: item }, names, leaves);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      walk({ path: path === "" ? name : `${path}.${name}`, key: name, value: item }, names, leaves);
    }
  } else {
    leaves.set(path, leafText(key, value, names));
  }
}

/** Where Kafka's order is that of a hash table, ours may be another. */
const UNORDERED = new Set([
  "activeProducers",
  "configs",
  "configResources",
  "apiKeys",
  "partitionResponses",
]);

function sorted(key: string, items: readonly unknown[], names: OwnNames): readonly unknown[] {
  if (!UNORDERED.has(key) && !isProduced(items[0])) return items;
  return items.toSorted((a, b) => (sortKey(a, names) < sortKey(b, names) ? -1 : 1));
}

function isProduced(item: unknown): boolean {
  return typeof item === "object" && item !== null && "partitionResponses" in item;
}

function sortKey(item: unknown, names: OwnNames): string {
  const { producerId, name, topicId, resourceName, index } = item as Record<string, unknown>;
  const topic = typeof topicId === "string" ? names.topicNameOf(topicId) : "";
  return `${String(producerId ?? name ?? resourceName ?? index).padStart(20)}${topic}`;
}

function leafText(key: string, value: unknown, names: OwnNames): string {
  if (/^errorCode$|ErrorCode$/.test(key)) return errorByCode(value as number);
  if (BY_SIGN.has(key)) return signOf(value as number);
  if (TOPIC_IDS.has(key)) return value === ZERO_UUID ? "none" : names.topicNameOf(String(value));
  if (key === "producerId") return names.producerNameOf(value as number);
  return String(value);
}

function signOf(value: number): string {
  if (value === 0) return "zero";
  return value > 0 ? "positive" : String(value);
}

/** Batches as lines of text; what is not a whole one is a line of its length. */
function batchLines(bytes: Uint8Array, names: OwnNames): string[] {
  const lines: string[] = [];
  let position = 0;
  while (position < bytes.length && batchFrameAt(bytes, position) === "whole") {
    const batch = RecordBatch.at(bytes, position);
    lines.push(batchLine(batch, names));
    position = batch.endPosition;
  }
  if (position < bytes.length) lines.push(`and ${bytes.length - position} bytes`);
  return lines;
}

function batchLine(batch: RecordBatch, names: OwnNames): string {
  const times =
    batch.timestampType === "LogAppendTime"
      ? "append time"
      : `${batch.baseTimestamp}..${batch.maxTimestamp}`;
  const producer = batch.hasProducerId
    ? `${names.producerNameOf(batch.producerId)}/${batch.producerEpoch}/${batch.baseSequence}`
    : "-";
  const hash = createHash("sha1").update(batch.recordsBytes).digest("hex").slice(0, 12);
  return (
    `${batch.baseOffset}..${batch.lastOffset} epoch ${batch.partitionLeaderEpoch} ` +
    `attributes ${batch.attributes} ${times} producer ${producer} count ${batch.count} ` +
    `${batch.recordsBytes.length} bytes ${hash}${batch.crcIsValid ? "" : " BAD CRC"}`
  );
}
