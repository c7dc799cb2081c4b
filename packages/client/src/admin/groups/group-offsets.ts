import { apis, errorByCode, ProtocolError, type ErrorName } from "@naru/protocol";
import {
  decodeOffsetCommitResponse,
  encodeOffsetCommitRequest,
} from "@naru/protocol/messages/offset-commit";
import {
  decodeOffsetDeleteResponse,
  encodeOffsetDeleteRequest,
} from "@naru/protocol/messages/offset-delete";
import {
  decodeOffsetFetchResponse,
  encodeOffsetFetchRequest,
} from "@naru/protocol/messages/offset-fetch";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import type { TopicPartition } from "../../consumer/fetched-record.ts";
import { leftOut, throwGroupError, withCoordinator } from "./coordinator.ts";

// Version 10 of both has topic ids in place of names, and no way to name a topic that is gone.
const offsetFetchCall = apiCall(
  { ...apis.OffsetFetch, minVersion: 8, maxStableVersion: 9 },
  encodeOffsetFetchRequest,
  decodeOffsetFetchResponse,
);
const offsetCommitCall = apiCall(
  { ...apis.OffsetCommit, maxStableVersion: 9 },
  encodeOffsetCommitRequest,
  decodeOffsetCommitResponse,
);
const offsetDeleteCall = apiCall(
  apis.OffsetDelete,
  encodeOffsetDeleteRequest,
  decodeOffsetDeleteResponse,
);

/** How far a group has come in a partition. */
export interface GroupOffset extends TopicPartition {
  readonly offset: number;
  /** -1 when it was not committed with one. */
  readonly leaderEpoch: number;
  readonly metadata: string | null;
}

/** What became of one partition in a request for many. */
export interface PartitionOutcome extends TopicPartition {
  readonly error: ErrorName;
}

/** All that a group has committed; nothing for a group that does not exist. */
export function listGroupOffsets(cluster: Cluster, groupId: string): Promise<GroupOffset[]> {
  return withCoordinator(cluster, groupId, async ({ nodeId }) => {
    const response = await cluster.requestNode(nodeId, offsetFetchCall, {
      groups: [{ groupId, topics: null }],
    });
    const group = response.groups.find((each) => each.groupId === groupId);
    if (group === undefined) throw leftOut(groupId);
    throwGroupError(groupId, group.errorCode);
    return group.topics.flatMap(({ name, partitions }) =>
      partitions.flatMap((answer) => {
        throwGroupError(groupId, answer.errorCode);
        if (answer.committedOffset < 0) return [];
        return {
          topic: name,
          partition: answer.partitionIndex,
          offset: answer.committedOffset,
          leaderEpoch: answer.committedLeaderEpoch,
          metadata: answer.metadata,
        };
      }),
    );
  });
}

/** Who commits; without it one from outside, which is possible only while there are no members. */
export interface Committer {
  readonly memberId: string;
  readonly generationId: number;
  /** Of a static member. */
  readonly groupInstanceId?: string | null;
}

/** Commits offsets of a group. */
export function alterGroupOffsets(
  cluster: Cluster,
  groupId: string,
  offsets: readonly (TopicPartition & { readonly offset: number })[],
  committer: Committer = { memberId: "", generationId: -1 },
): Promise<PartitionOutcome[]> {
  return withCoordinator(cluster, groupId, async ({ nodeId }) => {
    const response = await cluster.requestNode(nodeId, offsetCommitCall, {
      groupId,
      memberId: committer.memberId,
      generationIdOrMemberEpoch: committer.generationId,
      groupInstanceId: committer.groupInstanceId ?? null,
      topics: byTopic(offsets, ({ partition, offset }) => ({
        partitionIndex: partition,
        committedOffset: offset,
        committedMetadata: "",
      })),
    });
    return outcomesOf(groupId, response.topics);
  });
}

/** Forgets offsets of topics that no member reads; the group itself stays. */
export function deleteGroupOffsets(
  cluster: Cluster,
  groupId: string,
  partitions: readonly TopicPartition[],
): Promise<PartitionOutcome[]> {
  return withCoordinator(cluster, groupId, async ({ nodeId }) => {
    const response = await cluster.requestNode(nodeId, offsetDeleteCall, {
      groupId,
      topics: byTopic(partitions, ({ partition }) => ({ partitionIndex: partition })),
    });
    throwGroupError(groupId, response.errorCode);
    return outcomesOf(groupId, response.topics);
  });
}

function byTopic<Asked extends TopicPartition, Entry>(
  asked: readonly Asked[],
  entryOf: (each: Asked) => Entry,
): { name: string; partitions: Entry[] }[] {
  const topics = new Map<string, Entry[]>();
  for (const each of asked) {
    const entries = topics.get(each.topic) ?? [];
    topics.set(each.topic, entries);
    entries.push(entryOf(each));
  }
  return Array.from(topics, ([name, partitions]) => ({ name, partitions }));
}

interface AnsweredTopic {
  readonly name: string;
  readonly partitions: readonly { readonly partitionIndex: number; readonly errorCode: number }[];
}

/** What may pass is thrown, so that all is tried again: both requests may be repeated. */
function outcomesOf(groupId: string, topics: readonly AnsweredTopic[]): PartitionOutcome[] {
  const outcomes = topics.flatMap(({ name, partitions }) =>
    partitions.map(({ partitionIndex, errorCode }) => {
      return { topic: name, partition: partitionIndex, error: errorByCode(errorCode) };
    }),
  );
  const passing = outcomes.find(({ error }) => PASSING.has(error));
  if (passing === undefined) return outcomes;
  throw new ProtocolError(
    passing.error,
    `group ${groupId}: its coordinator answered ${passing.error}.`,
  );
}

const PASSING: ReadonlySet<ErrorName> = new Set([
  "COORDINATOR_LOAD_IN_PROGRESS",
  "COORDINATOR_NOT_AVAILABLE",
  "NOT_COORDINATOR",
]);
