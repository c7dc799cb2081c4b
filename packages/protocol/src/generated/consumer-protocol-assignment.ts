// Generated from schema/consumer/consumer-protocol-assignment.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** What a member of a classic consumer group is assigned, inside SyncGroup. Versions 0-3. */
export interface ConsumerProtocolAssignment {
  assignedPartitions: ConsumerProtocolAssignmentTopicPartition[];
  userData: Uint8Array | null;
}

export interface ConsumerProtocolAssignmentTopicPartition {
  topic: string;
  partitions: number[];
}

/** What `encodeConsumerProtocolAssignment` takes. */
export interface ConsumerProtocolAssignmentDraft {
  assignedPartitions: readonly ConsumerProtocolAssignmentTopicPartitionDraft[];
  userData?: Uint8Array | null | undefined;
}

/** What `encodeConsumerProtocolAssignment` takes, in part. */
export interface ConsumerProtocolAssignmentTopicPartitionDraft {
  topic: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerProtocolAssignment(
  writer: Writer,
  draft: ConsumerProtocolAssignmentDraft,
  version: number,
): void {
  checkVersion("ConsumerProtocolAssignment", version, 0, 3);
  const assignedPartitions = draft.assignedPartitions;
  writer.count(assignedPartitions.length, false);
  for (const element of assignedPartitions)
    encodeConsumerProtocolAssignmentTopicPartition(writer, element, version);
  writer.nullableBytes(draft.userData ?? null, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerProtocolAssignment(
  reader: Reader,
  version: number,
): ConsumerProtocolAssignment {
  reader.begin("ConsumerProtocolAssignment", version, 0, 3);
  const assignedPartitions: ConsumerProtocolAssignmentTopicPartition[] =
    decodeConsumerProtocolAssignmentTopicPartitionArray(
      reader,
      version,
      reader.count("assignedPartitions", false, 6),
    );
  const userData = reader.nullableBytes("userData", false);
  return { assignedPartitions, userData };
}

function encodeConsumerProtocolAssignmentTopicPartition(
  writer: Writer,
  draft: ConsumerProtocolAssignmentTopicPartitionDraft,
  _version: number,
): void {
  writer.string(draft.topic, false);
  const partitions = draft.partitions;
  writer.count(partitions.length, false);
  for (const element of partitions) writer.int32(element);
}

function decodeConsumerProtocolAssignmentTopicPartition(
  reader: Reader,
  _version: number,
): ConsumerProtocolAssignmentTopicPartition {
  const topic = reader.string("TopicPartition.topic", false);
  const partitions: number[] = readInt32Array(
    reader,
    "TopicPartition.partitions",
    reader.count("TopicPartition.partitions", false, 4),
  );
  return { topic, partitions };
}

function decodeConsumerProtocolAssignmentTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerProtocolAssignmentTopicPartition[] {
  const elements: ConsumerProtocolAssignmentTopicPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerProtocolAssignmentTopicPartition(reader, version));
  return elements;
}
