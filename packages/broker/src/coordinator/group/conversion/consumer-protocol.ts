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

/** Topics that do not exist any longer are left out; undefined for bytes that are none. */
export function readAssignment(bytes: Uint8Array, topics: TopicsView): ReadAssignment | undefined {
  if (bytes.length === 0) return { partitions: new Map(), hasUserData: false };
  const assignment = read(bytes, decodeConsumerProtocolAssignment);
  if (assignment === undefined) return undefined;
  const { assignedPartitions, userData } = assignment;
  const hasUserData = userData !== null && userData.length > 0;
  return { partitions: partitionsById(assignedPartitions, topics), hasUserData };
}

/** Named topics by their ids. */
export function partitionsById(
  named: readonly { readonly topic: string; readonly partitions: readonly number[] }[],
  topics: TopicsView,
): PartitionsByTopic {
  return new Map(
    named.flatMap(({ topic, partitions }) => {
      const id = topics.byName(topic)?.id;
      return id === undefined ? [] : [[id, new Set(partitions)] as const];
    }),
  );
}

/** In the version of the member's own subscription. */
export function writeAssignment(
  partitions: ReadonlyMap<string, Iterable<number>>,
  { topics, subscription }: { readonly topics: TopicsView; readonly subscription: Uint8Array },
): Uint8Array {
  const version = versionOf(new Reader(subscription));
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
    return decode(reader, versionOf(reader));
  } catch {
    return undefined;
  }
}

function versionOf(reader: Reader): number {
  return Math.min(reader.int16("version"), VERSION_MAX);
}
