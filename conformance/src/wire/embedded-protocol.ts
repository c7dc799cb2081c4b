/** What members of the classic protocol tell each other inside JoinGroup and SyncGroup. */
import { Reader, Writer } from "@naru/protocol";
import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment,
} from "@naru/protocol/messages/consumer-protocol-assignment";
import { encodeConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";

const VERSION = 3;

interface NamedPartitions {
  readonly topic: string;
  readonly partitions: readonly number[];
}

export function subscriptionBytes(
  topics: readonly string[],
  ownedPartitions: readonly NamedPartitions[],
): Uint8Array {
  const writer = new Writer();
  writer.int16(VERSION);
  encodeConsumerProtocolSubscription(writer, { topics, ownedPartitions }, VERSION);
  return writer.toBytes();
}

/** `userData` is what an assignor keeps there for itself. */
export function assignmentBytes(
  assignedPartitions: readonly NamedPartitions[],
  userData?: string,
): Uint8Array {
  const writer = new Writer();
  writer.int16(VERSION);
  const bytes = userData === undefined ? null : Buffer.from(userData);
  encodeConsumerProtocolAssignment(writer, { assignedPartitions, userData: bytes }, VERSION);
  return writer.toBytes();
}

export function assignmentText(bytes: Uint8Array): string {
  if (bytes.length === 0) return "no bytes";
  const reader = new Reader(bytes);
  const version = reader.int16("version");
  const { assignedPartitions } = decodeConsumerProtocolAssignment(reader, version);
  const words = assignedPartitions.map(({ topic, partitions }) => `${topic}:${partitions.join()}`);
  return `[${words.join(" ")}] version ${version}`;
}
