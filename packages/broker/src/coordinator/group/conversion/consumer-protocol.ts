/**
 * What members of the classic protocol tell each other in bytes of their own. In a group that is
 * converted the coordinator reads and writes it. Each begins with its version; newer ones begin as
 * the newest that is known.
 */
import { Reader, Writer } from "@naru/protocol";
import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment,
} from "@naru/protocol/messages/consumer-protocol-assignment";
import {
  decodeConsumerProtocolSubscription,
  type ConsumerProtocolSubscription,
} from "@naru/protocol/messages/consumer-protocol-subscription";
import type { PartitionsByTopic } from "../consumer/assignor.ts";
import type { TopicsView } from "../topics-view.ts";

const VERSION_MAX = 3;
const VERSION_BYTES = 2;

/** undefined for bytes that are no subscription: a client may put there what it likes. */
export function readSubscription(bytes: Uint8Array): ConsumerProtocolSubscription | undefined {
  return read(bytes, decodeConsumerProtocolSubscription);
}

/** What a member of a classic group was assigned. */
export interface ReadAssignment {
  readonly partitions: PartitionsByTopic;
  /** Of an assignor that keeps something of its own there. */
  readonly hasUserData: boolean;
}

/** What does not exist is left out; undefined for bytes that are none. */
export function readAssignment(bytes: Uint8Array, topics: TopicsView): ReadAssignment | undefined {
  if (bytes.length === 0) return { partitions: new Map(), hasUserData: false };
  const assignment = read(bytes, decodeConsumerProtocolAssignment);
  if (assignment === undefined) return undefined;
  const { assignedPartitions, userData } = assignment;
  const hasUserData = userData !== null && userData.length > 0;
  return { partitions: partitionsById(assignedPartitions, topics), hasUserData };
}

/** Named topics by their ids; of what a client makes up only what exists is believed. */
export function partitionsById(
  named: readonly { readonly topic: string; readonly partitions: readonly number[] }[],
  topics: TopicsView,
): PartitionsByTopic {
  return new Map(
    named.flatMap(({ topic, partitions }) => {
      const found = topics.byName(topic);
      if (found === undefined) return [];
      const existing = partitions.filter((index) => index >= 0 && index < found.partitionCount);
      return [[found.id, new Set(existing)] as const];
    }),
  );
}

/** In the version of the member's own subscription. */
export function writeAssignment(
  partitions: ReadonlyMap<string, Iterable<number>>,
  { topics, subscription }: { readonly topics: TopicsView; readonly subscription: Uint8Array },
): Uint8Array {
  // Only the subscription of a member's first protocol was looked at when it joined.
  const isVersioned = subscription.length >= VERSION_BYTES;
  const version = isVersioned ? Math.max(versionOf(new Reader(subscription)), 0) : 0;
  const writer = new Writer();
  writer.int16(version);
  const assignedPartitions = Array.from(partitions).flatMap(([topicId, indexes]) => {
    const topic = topics.byId(topicId)?.name;
    const sorted = [...indexes].toSorted((a, b) => a - b);
    return topic === undefined ? [] : [{ topic, partitions: sorted }];
  });
  encodeConsumerProtocolAssignment(writer, { assignedPartitions }, version);
  return writer.toBytes();
}

function read<Message>(
  bytes: Uint8Array,
  decode: (reader: Reader, version: number) => Message,
): Message | undefined {
  try {
    const reader = new Reader(bytes);
    const version = versionOf(reader);
    return version < 0 ? undefined : decode(reader, version);
  } catch {
    return undefined;
  }
}

function versionOf(reader: Reader): number {
  return Math.min(reader.int16("version"), VERSION_MAX);
}
