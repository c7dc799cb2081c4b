import { BATCH_HEADER_BYTES, codeOf, type ErrorName } from "@naru/protocol";
import type {
  OffsetCommitRequest,
  OffsetCommitRequestOffsetCommitRequestPartition as PartitionToCommit,
  OffsetCommitRequestOffsetCommitRequestTopic as TopicToCommit,
  OffsetCommitResponseDraft,
} from "@naru/protocol/messages/offset-commit";
import type { ReplyTo } from "../../runtime/step.ts";
import { armSession } from "../classic/sessions.ts";
import type { ClassicGroup } from "../classic/classic-group.ts";
import { memberError } from "../classic/member-error.ts";
import { consumerCommitError } from "../consumer/check-commit.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupRecord, GroupStep } from "../group-step.ts";

/** From here on a group that does not exist is told by name; before it was a wrong generation. */
const GROUP_ID_NOT_FOUND_SINCE_VERSION = 9;
/** A record without its texts, generously. */
const RECORD_BYTES = 80;

export interface OffsetCommitCall {
  readonly request: OffsetCommitRequest;
  readonly apiVersion: number;
  readonly to: ReplyTo<OffsetCommitResponseDraft>;
}

/** The topics that reach this are known to the broker, with name and id. */
export function commitOffsets(
  machine: GroupMachine,
  call: OffsetCommitCall,
  step: GroupStep,
): void {
  const { request, to } = call;
  const error = commitError(machine, call) ?? sizeError(request, step);
  if (error !== undefined) {
    step.reply(to, failedCommit(request, error));
    return;
  }
  keepAlive(machine, request, step);
  const { offsetMetadataBytesMax } = machine.config;
  step.reply(to, {
    topics: request.topics.map((topic) => ({
      name: topic.name,
      topicId: topic.topicId,
      partitions: topic.partitions.map((partition) => {
        const partitionIndex = partition.partitionIndex;
        if ((partition.committedMetadata ?? "").length > offsetMetadataBytesMax) {
          return { partitionIndex, errorCode: codeOf("OFFSET_METADATA_TOO_LARGE") };
        }
        step.write(offsetRecord(request, { topic, partition, nowMs: step.nowMs }));
        return { partitionIndex, errorCode: codeOf("NONE") };
      }),
    })),
  });
}

/** A commit is a sign of life in a classic group; in a consumer group heartbeats alone are. */
function keepAlive(
  { groups }: GroupMachine,
  { groupId, memberId }: OffsetCommitRequest,
  step: GroupStep,
): void {
  const group = groups.get(groupId);
  const member = group?.type === "classic" ? group.members.get(memberId) : undefined;
  if (group?.type === "classic" && member !== undefined) armSession(group, member, step);
}

/** Every partition of the request with the same error. */
export function failedCommit(
  request: OffsetCommitRequest,
  error: ErrorName,
): OffsetCommitResponseDraft {
  return {
    topics: request.topics.map(({ name, topicId, partitions }) => ({
      name,
      topicId,
      partitions: partitions.map(({ partitionIndex }) => ({
        partitionIndex,
        errorCode: codeOf(error),
      })),
    })),
  };
}

function commitError(machine: GroupMachine, call: OffsetCommitCall): ErrorName | undefined {
  const { groupId, generationIdOrMemberEpoch } = call.request;
  const group = machine.groups.get(groupId);
  const isEmpty = group === undefined || group.state === "Empty";
  // The admin client, or a consumer that assigns its partitions itself.
  if (generationIdOrMemberEpoch < 0 && isEmpty) return undefined;
  if (group === undefined) {
    const isNamed = call.apiVersion >= GROUP_ID_NOT_FOUND_SINCE_VERSION;
    return isNamed ? "GROUP_ID_NOT_FOUND" : "ILLEGAL_GENERATION";
  }
  return group.type === "classic"
    ? classicCommitError(group, call.request)
    : consumerCommitError(machine, group, call);
}

function classicCommitError(
  group: ClassicGroup,
  { memberId, groupInstanceId, generationIdOrMemberEpoch }: OffsetCommitRequest,
): ErrorName | undefined {
  const isMember = generationIdOrMemberEpoch >= 0 || memberId !== "" || groupInstanceId !== null;
  if (!isMember) return "UNKNOWN_MEMBER_ID";
  const error = memberError(group, { memberId, groupInstanceId });
  if (error !== undefined) return error;
  if (generationIdOrMemberEpoch !== group.generationId) return "ILLEGAL_GENERATION";
  // The member knows the new generation from its join, and has no assignment in it yet.
  return group.state === "CompletingRebalance" ? "REBALANCE_IN_PROGRESS" : undefined;
}

interface CommitToSize {
  readonly groupId: string;
  readonly topics: readonly {
    readonly name: string;
    readonly partitions: readonly { readonly committedMetadata: string | null }[];
  }[];
}

/** A commit is one batch, all or nothing, and a batch has a largest size. */
export function sizeError(
  { groupId, topics }: CommitToSize,
  { batchBytesMax }: Pick<GroupStep, "batchBytesMax">,
): ErrorName | undefined {
  let bytes = BATCH_HEADER_BYTES;
  for (const { name, partitions } of topics) {
    const common = RECORD_BYTES + Buffer.byteLength(groupId) + Buffer.byteLength(name);
    for (const { committedMetadata } of partitions) {
      bytes += common + Buffer.byteLength(committedMetadata ?? "");
    }
  }
  return bytes > batchBytesMax ? "INVALID_COMMIT_OFFSET_SIZE" : undefined;
}

function offsetRecord(
  { groupId, retentionTimeMs }: OffsetCommitRequest,
  what: { topic: TopicToCommit; partition: PartitionToCommit; nowMs: number },
): GroupRecord {
  const { topic, partition, nowMs } = what;
  const key = { group: groupId, topic: topic.name, partition: partition.partitionIndex };
  const value = {
    offset: partition.committedOffset,
    metadata: partition.committedMetadata ?? "",
    commitTimestamp: nowMs,
  };
  // Version 1 alone has a time at which the offset expires, whatever the broker's retention.
  if (retentionTimeMs >= 0) {
    const expireTimestamp = nowMs + retentionTimeMs;
    return { type: "OffsetCommit", key, version: 1, value: { ...value, expireTimestamp } };
  }
  const leaderEpoch = partition.committedLeaderEpoch;
  const { topicId } = topic;
  return { type: "OffsetCommit", key, version: 4, value: { ...value, leaderEpoch, topicId } };
}
