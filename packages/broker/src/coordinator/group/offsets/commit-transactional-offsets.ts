import { ZERO_UUID, codeOf, type ErrorName } from "@naru/protocol";
import type {
  TxnOffsetCommitRequest,
  TxnOffsetCommitRequestTxnOffsetCommitRequestPartition as PartitionToCommit,
  TxnOffsetCommitResponseDraft,
} from "@naru/protocol/messages/txn-offset-commit";
import type { ReplyTo } from "../../runtime/step.ts";
import { memberError } from "../classic/member-error.ts";
import { consumerTransactionalCommitError } from "../consumer/check-commit.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupRecord, GroupStep } from "../group-step.ts";
import { sizeError } from "./commit-offsets.ts";

export interface TxnOffsetCommitCall {
  readonly request: TxnOffsetCommitRequest;
  readonly to: ReplyTo<TxnOffsetCommitResponseDraft>;
}

/**
 * TxnOffsetCommit: offsets that count once their transaction is committed. The step is one of that
 * transaction; whether the producer is in it was asked before.
 */
export function commitTransactionalOffsets(
  machine: GroupMachine,
  call: TxnOffsetCommitCall,
  step: GroupStep,
): void {
  const { request, to } = call;
  const error = transactionalCommitError(machine, request) ?? sizeError(request, step);
  if (error !== undefined) {
    step.reply(to, failedTxnOffsetCommit(request, error));
    return;
  }
  const { offsetMetadataBytesMax } = machine.config;
  step.reply(to, {
    throttleTimeMs: 0,
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partition) => {
        const { partitionIndex, committedMetadata } = partition;
        if ((committedMetadata ?? "").length > offsetMetadataBytesMax) {
          return { partitionIndex, errorCode: codeOf("OFFSET_METADATA_TOO_LARGE") };
        }
        const { nowMs } = step;
        step.write(offsetRecord(request.groupId, { topic: name, partition, nowMs }));
        return { partitionIndex, errorCode: codeOf("NONE") };
      }),
    })),
  });
}

/** Every partition of the request with the same error. */
export function failedTxnOffsetCommit(
  request: Pick<TxnOffsetCommitRequest, "topics">,
  error: ErrorName,
): TxnOffsetCommitResponseDraft {
  const errorCode = codeOf(error);
  return {
    throttleTimeMs: 0,
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  };
}

/**
 * Clients before version 3 say neither member nor generation, and are believed; a rebalance that
 * is under way does not matter, either: the producer fences itself.
 */
function transactionalCommitError(
  machine: GroupMachine,
  request: TxnOffsetCommitRequest,
): ErrorName | undefined {
  const { groupId, memberId, groupInstanceId, generationId } = request;
  const group = machine.groups.get(groupId);
  if (group === undefined) return generationId < 0 ? undefined : "ILLEGAL_GENERATION";
  if (group.type === "consumer") {
    return consumerTransactionalCommitError(machine, group, request);
  }
  if (generationId < 0 && group.state === "Empty") return undefined;
  if (generationId < 0 && memberId === "" && groupInstanceId === null) return undefined;
  const error = memberError(group, { memberId, groupInstanceId });
  if (error !== undefined) return error;
  return generationId === group.generationId ? undefined : "ILLEGAL_GENERATION";
}

function offsetRecord(
  group: string,
  what: { readonly topic: string; readonly partition: PartitionToCommit; readonly nowMs: number },
): GroupRecord {
  const { topic, partition, nowMs } = what;
  return {
    type: "OffsetCommit",
    key: { group, topic, partition: partition.partitionIndex },
    version: 4,
    value: {
      offset: partition.committedOffset,
      leaderEpoch: partition.committedLeaderEpoch,
      metadata: partition.committedMetadata ?? "",
      commitTimestamp: nowMs,
      topicId: ZERO_UUID,
    },
  };
}
