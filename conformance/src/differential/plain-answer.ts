import { createHash } from "node:crypto";
import { batchFrameAt, errorByCode, Reader, RecordBatch, ZERO_UUID } from "@naru/protocol";
import { decodeConsumerProtocolAssignment } from "@naru/protocol/messages/consumer-protocol-assignment";

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
const BY_SIGN = new Set([
  "logAppendTimeMs",
  "totalBytes",
  "usableBytes",
  "sessionId",
  "transactionStartTimeMs",
]);
const TOPIC_IDS = new Set(["topicId"]);
/** Ids of members that a broker makes, also within a text: UUIDs, whole or in 22 characters. */
const MADE_IDS = /(?<![\w-])[\w-]{22}(?![\w-])|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;
/** Of numbers or texts; of anything else the order stays. */
const UNORDERED = new Set(["subscribedTopicNames", "partitions"]);
const WITH_MEMBER_IDS = new Set(["memberId", "leader", "errorMessage"]);

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
    for (const [index, line] of bytesLines(key, value, names).entries()) {
      leaves.set(`${path}#${index}`, line);
    }
  } else if (Array.isArray(value)) {
    const items = UNORDERED.has(key) ? value.toSorted(inOrder) : value;
    walkItems(place, items, { names, leaves });
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      walk({ path: path === "" ? name : `${path}.${name}`, key: name, value: item }, names, leaves);
    }
  } else {
    leaves.set(path, leafText(key, value, names));
  }
}

/** Records, or what members of a group tell each other. */
function bytesLines(key: string, bytes: Uint8Array, names: OwnNames): string[] {
  if (key === "records") return batchLines(bytes, names);
  return [assignmentText(bytes) ?? Buffer.from(bytes).toString("hex")];
}

/** An assignment of the classic protocol: Kafka writes its topics in the order of a hash table. */
function assignmentText(bytes: Uint8Array): string | undefined {
  try {
    const reader = new Reader(bytes);
    const version = reader.int16("version");
    const { assignedPartitions, userData } = decodeConsumerProtocolAssignment(reader, version);
    if (reader.remaining > 0) return undefined;
    const topics = assignedPartitions.map(
      ({ topic, partitions }) => `${topic}:${partitions.join()}`,
    );
    return `version ${version} ${topics.toSorted().join(" ")} ${userData?.length ?? "no"} bytes`;
  } catch {
    return undefined;
  }
}

function inOrder(a: unknown, b: unknown): number {
  if (typeof a === "object" || typeof b === "object") return 0;
  return (a as string) < (b as string) ? -1 : 1;
}

interface Found {
  readonly names: OwnNames;
  readonly leaves: Leaves;
}

/** Items by what they are called, not by place: Kafka's order is often that of a hash table. */
function walkItems(place: Place, items: readonly unknown[], { names, leaves }: Found): void {
  const { path, key } = place;
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const name = itemName(item, names) ?? String(index);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    // A Fetch may speak of one topic in several places.
    const mark = before === 0 || isFetched(item) ? "" : `, ${before + 1}`;
    walk({ path: `${path}[${name}${mark}]`, key, value: item }, names, leaves);
  }
  if (items.length === 0) leaves.set(`${path}.length`, "0");
}

function itemName(item: unknown, names: OwnNames): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const fields = item as Readonly<Record<string, string | number | undefined>>;
  const { producerId, resourceName, transactionalId, groupId, memberId } = fields;
  if (typeof groupId === "string") return `group ${groupId}`;
  if (typeof memberId === "string") return memberName(memberId, fields);
  if (typeof transactionalId === "string") return `"${transactionalId}"`;
  if (typeof producerId === "number") return names.producerNameOf(producerId);
  if (resourceName !== undefined) return `${fields["resourceType"]} ${resourceName}`;
  const number = fields["partitionIndex"] ?? fields["index"] ?? fields["partition"];
  return number === undefined ? topicName(fields, names) : `#${number}`;
}

function memberName(
  memberId: string,
  fields: Readonly<Record<string, string | number | undefined>>,
): string {
  const instanceId = fields["groupInstanceId"] ?? fields["instanceId"] ?? "";
  return `member ${memberId.replaceAll(MADE_IDS, "made")} ${instanceId}`.trimEnd();
}

function topicName(
  fields: Readonly<Record<string, string | number | undefined>>,
  names: OwnNames,
): string | undefined {
  const { topicId } = fields;
  const name = fields["name"] ?? fields["topic"] ?? fields["topicName"];
  if (typeof name === "string" && name !== "") return name;
  if (typeof topicId === "string" && topicId !== ZERO_UUID) return names.topicNameOf(topicId);
  return typeof name === "string" ? `""` : undefined;
}

function isFetched(item: unknown): boolean {
  const { partitions } = item as { partitions?: readonly unknown[] };
  const first = partitions?.[0];
  return typeof first === "object" && first !== null && "preferredReadReplica" in first;
}

function leafText(key: string, value: unknown, names: OwnNames): string {
  if (/^errorCode$|ErrorCode$/.test(key)) return errorByCode(value as number);
  if (BY_SIGN.has(key)) return signOf(value as number);
  if (TOPIC_IDS.has(key)) return value === ZERO_UUID ? "none" : names.topicNameOf(String(value));
  if (key === "producerId") return names.producerNameOf(value as number);
  if (WITH_MEMBER_IDS.has(key)) return String(value).replaceAll(MADE_IDS, "made");
  return String(value);
}

function signOf(value: number): string {
  if (value === 0) return "zero";
  return value > 0 ? "positive" : String(value);
}

/** Batches as lines of text. Kafka ends with a part of one, where that is cheaper; we never do. */
function batchLines(bytes: Uint8Array, names: OwnNames): string[] {
  const lines: string[] = [];
  let position = 0;
  while (position < bytes.length && batchFrameAt(bytes, position) === "whole") {
    const batch = RecordBatch.at(bytes, position);
    lines.push(batchLine(batch, names));
    position = batch.endPosition;
  }
  return lines;
}

/** A batch as text: its header, and a hash of its records. */
export function batchLine(batch: RecordBatch, names: OwnNames): string {
  // A marker has the broker's time, too.
  const isOwnTime = batch.timestampType === "LogAppendTime" || batch.isControl;
  const times = isOwnTime ? "append time" : `${batch.baseTimestamp}..${batch.maxTimestamp}`;
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
