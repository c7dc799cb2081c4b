import { codeOf, type ErrorName } from "@naru/protocol";
import { consumerFetchError } from "../consumer/check-commit.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { CommittedOffset } from "./offset-store.ts";

export interface OffsetsQuery {
  readonly groupId: string;
  /** null asks for everything that is committed. */
  readonly topics: readonly TopicQuery[] | null;
  /** Offsets whose transaction has not ended are answered with an error, not with the old value. */
  readonly requireStable: boolean;
}

interface TopicQuery {
  readonly name: string;
  readonly partitionIndexes: Iterable<number>;
}

export interface FetchedTopic {
  readonly name: string;
  readonly partitions: readonly FetchedOffset[];
}

export interface FetchedOffset {
  readonly partitionIndex: number;
  readonly committedOffset: number;
  readonly committedLeaderEpoch: number;
  readonly metadata: string;
  readonly errorCode: number;
}

/** Only members of a consumer group that are up to date may ask as members. */
export function fetchError(
  { groups }: GroupMachine,
  who: { readonly groupId: string; readonly memberId: string | null; readonly memberEpoch: number },
): ErrorName | undefined {
  const group = groups.get(who.groupId);
  return group?.type === "consumer" ? consumerFetchError(group, who) : undefined;
}

/** What a group has committed; -1 where it has not. */
export function fetchOffsets(
  { offsets }: GroupMachine,
  { groupId, topics, requireStable }: OffsetsQuery,
): FetchedTopic[] {
  const asked =
    topics ??
    Array.from(offsets.topicsOf(groupId), ([name, partitions]) => ({
      name,
      partitionIndexes: partitions.keys(),
    }));
  return asked.map(({ name, partitionIndexes }) => ({
    name,
    partitions: Array.from(partitionIndexes, (index) =>
      requireStable && offsets.isPending(groupId, name, index)
        ? { ...noOffset(index), errorCode: codeOf("UNSTABLE_OFFSET_COMMIT") }
        : fetched(index, offsets.find(groupId, name, index)),
    ),
  }));
}

export function noOffset(partitionIndex: number): FetchedOffset {
  return {
    partitionIndex,
    committedOffset: -1,
    committedLeaderEpoch: -1,
    metadata: "",
    errorCode: 0,
  };
}

function fetched(partitionIndex: number, found: CommittedOffset | undefined): FetchedOffset {
  if (found === undefined) return noOffset(partitionIndex);
  return {
    partitionIndex,
    committedOffset: found.offset,
    committedLeaderEpoch: found.leaderEpoch,
    metadata: found.metadata,
    errorCode: 0,
  };
}
