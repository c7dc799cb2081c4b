import { Reader, Writer, batchesIn } from "@naru/protocol";
import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment,
} from "@naru/protocol/messages/consumer-protocol-assignment";
import type { ConsumerGroupCurrentMemberAssignmentValueDraft } from "@naru/protocol/messages/consumer-group-current-member-assignment-record";
import type { ConsumerGroupMemberMetadataValueDraft } from "@naru/protocol/messages/consumer-group-member-metadata-record";
import type { GroupMetadataValueDraft } from "@naru/protocol/messages/group-metadata-record";
import { encodeConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";
import type { PartitionsByTopic } from "../consumer/assignor.ts";
import { recordsOf } from "../group-rig.test.ts";
import type { GroupRecord } from "../group-step.ts";
import type { Group } from "../group.ts";

const VERSION = 3;

/** `orders:0,1;paid:0` by topic; "" for nothing. */
export function parsePartitions(text: string): { topic: string; partitions: number[] }[] {
  return text
    .split(";")
    .filter((word) => word !== "")
    .map((word) => {
      const [topic = "", indexes = ""] = word.split(":");
      return { topic, partitions: indexes.split(",").filter(Boolean).map(Number) };
    });
}

export function subscriptionBytes(topics: string, owned: string): Uint8Array {
  const writer = new Writer();
  writer.int16(VERSION);
  const draft = { topics: topics.split(","), ownedPartitions: parsePartitions(owned) };
  encodeConsumerProtocolSubscription(writer, draft, VERSION);
  return writer.toBytes();
}

export function assignmentBytes(partitions: string, userData?: string): Uint8Array {
  const writer = new Writer();
  writer.int16(VERSION);
  const bytes = userData === undefined ? null : Buffer.from(userData);
  const draft = { assignedPartitions: parsePartitions(partitions), userData: bytes };
  encodeConsumerProtocolAssignment(writer, draft, VERSION);
  return writer.toBytes();
}

export function assignmentText(bytes: Uint8Array): string {
  if (bytes.length === 0) return "nothing";
  const reader = new Reader(bytes);
  const { assignedPartitions } = decodeConsumerProtocolAssignment(reader, reader.int16("version"));
  const words = assignedPartitions.map(({ topic, partitions }) => `${topic}:${partitions.join()}`);
  return words.join(";") || "nothing";
}

/** Ids in these conversations are names that are padded. */
function nameOf(topicId: string): string {
  return topicId.replace(/A+$/, "");
}

export function partitionsText(
  partitions: PartitionsByTopic | ReadonlyMap<string, ReadonlyMap<number, number>>,
): string {
  const words: string[] = [];
  for (const [id, set] of partitions) words.push(`${nameOf(id)}:${[...set.keys()].join()}`);
  return words.join(";") || "nothing";
}

/** One line on the state of the group. */
export function groupText(group: Group | undefined): string {
  if (group === undefined) return "none";
  if (group.type === "classic") {
    const memberIds = [...group.members.keys()].join(", ");
    return `classic ${group.state}, generation ${group.generationId}, [${memberIds}]`;
  }
  const members = Array.from(group.members.values(), (member) => {
    const kind = member.classic === null ? "" : " (classic)";
    const who = `${member.memberId}${kind} @${member.memberEpoch}`;
    const what = `${who} ${partitionsText(member.assigned)}`;
    const left = partitionsText(member.pendingRevocation);
    return left === "nothing" ? what : `${what} gives up ${left}`;
  });
  const epochs = `epoch ${group.groupEpoch}, target ${group.assignmentEpoch}`;
  return `consumer ${group.state}, ${epochs}: ${members.join(", ")}`;
}

/** The records of a batch, by the numbers of their types. */
export function batchText(batch: Uint8Array): string {
  return [...batchesIn(batch)]
    .flatMap(() => recordsOf(batch))
    .map(recordText)
    .join(" | ");
}

function recordText(record: GroupRecord): string {
  if (record.value === null) return goneText(record);
  switch (record.type) {
    case "GroupMetadata":
      return `2 ${classicText(record.value)}`;
    case "ConsumerGroupMetadata":
      return `3 epoch ${record.value.epoch}`;
    case "ConsumerGroupMemberMetadata":
      return `5 ${record.key.memberId}${protocolsText(record.value)}`;
    case "ConsumerGroupTargetAssignmentMetadata": {
      const { assignmentEpoch, assignmentTimestamp } = record.value;
      return `6 epoch ${assignmentEpoch}${assignmentTimestamp === 0 ? " without time" : ""}`;
    }
    case "ConsumerGroupTargetAssignmentMember":
      return `7 ${record.key.memberId} ${listed(record.value.topicPartitions)}`;
    case "ConsumerGroupCurrentMemberAssignment":
      return `8 ${record.key.memberId} ${currentText(record.value)}`;
    case "ConsumerGroupRegularExpression":
      return `16 ${record.key.regularExpression} is ${record.value.topics.join()}`;
    case "OffsetCommit":
      return `1 ${record.key.topic}-${record.key.partition} ${record.value.offset}`;
    default:
      return record.type;
  }
}

function protocolsText({
  classicMemberMetadata: classic,
}: ConsumerGroupMemberMetadataValueDraft): string {
  const names = classic?.supportedProtocols.map(({ name }) => name).join();
  return names === undefined ? "" : ` (classic ${names})`;
}

function classicText({ generation, protocol, members }: GroupMetadataValueDraft): string {
  const each = members.map((one) => `${one.memberId} ${assignmentText(one.assignment)}`);
  return `generation ${generation} ${protocol} [${each.join(", ")}]`;
}

function currentText(value: ConsumerGroupCurrentMemberAssignmentValueDraft): string {
  const { memberEpoch, previousMemberEpoch, state } = value;
  const left = listed(value.partitionsPendingRevocation);
  return (
    `@${memberEpoch} (was @${previousMemberEpoch}) ` +
    `state ${state} ${listed(value.assignedPartitions)}` +
    (left === "nothing" ? "" : ` gives up ${left}`)
  );
}

const typeNumbers: Readonly<Partial<Record<GroupRecord["type"], number>>> = {
  OffsetCommit: 1,
  GroupMetadata: 2,
  ConsumerGroupMetadata: 3,
  ConsumerGroupPartitionMetadata: 4,
  ConsumerGroupMemberMetadata: 5,
  ConsumerGroupTargetAssignmentMetadata: 6,
  ConsumerGroupTargetAssignmentMember: 7,
  ConsumerGroupCurrentMemberAssignment: 8,
  ConsumerGroupRegularExpression: 16,
};

function goneText({ type, key }: GroupRecord): string {
  const who = "memberId" in key ? ` ${key.memberId}` : "";
  return `${typeNumbers[type]}${who} gone`;
}

function listed(
  partitions: readonly { readonly topicId: string; readonly partitions: readonly number[] }[],
): string {
  const words = partitions.map(
    ({ topicId, partitions: all }) => `${nameOf(topicId)}:${all.join()}`,
  );
  return words.join(";") || "nothing";
}
