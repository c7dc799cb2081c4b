import { ZERO_UUID, type ErrorName } from "@naru/protocol";
import type { OffsetCommitRequest } from "@naru/protocol/messages/offset-commit";
import type { TxnOffsetCommitRequest } from "@naru/protocol/messages/txn-offset-commit";
import type { GroupMachine } from "../group-machine.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { assignmentEpoch } from "./owned-partitions.ts";

/** From here on a commit can be told of a member epoch that is not the newest. */
const MEMBER_EPOCH_SINCE_VERSION = 9;

/**
 * May these offsets be committed? A member that has not heard of its newest epoch yet may commit
 * what it has had since an epoch that it knows (KIP-1251); nobody else may commit for it.
 */
export function consumerCommitError(
  { config }: GroupMachine,
  group: ConsumerGroup,
  { request, apiVersion }: { readonly request: OffsetCommitRequest; readonly apiVersion: number },
): ErrorName | undefined {
  const member = group.members.get(request.memberId);
  if (member === undefined) return "UNKNOWN_MEMBER_ID";
  if (member.classic === null && apiVersion < MEMBER_EPOCH_SINCE_VERSION) {
    return "UNSUPPORTED_VERSION";
  }
  const commit = { epoch: request.generationIdOrMemberEpoch, topics: request.topics };
  return isStale(member, commit, config) ? staleError(member) : undefined;
}

/**
 * The same for offsets in a transaction, whose requests know neither topic ids nor member epochs:
 * who is behind is told of a wrong generation. Without member and epoch anybody may.
 */
export function consumerTransactionalCommitError(
  machine: GroupMachine,
  group: ConsumerGroup,
  request: TxnOffsetCommitRequest,
): ErrorName | undefined {
  const { memberId, groupInstanceId, generationId: epoch } = request;
  if (epoch < 0 && group.members.size === 0) return undefined;
  if (epoch === -1 && memberId === "" && groupInstanceId === null) return undefined;
  const member = group.members.get(memberId);
  if (member === undefined) return "UNKNOWN_MEMBER_ID";
  const topics = request.topics.map(({ name, partitions }) => {
    return { topicId: machine.topics.byName(name)?.id ?? ZERO_UUID, partitions };
  });
  return isStale(member, { epoch, topics }, machine.config) ? "ILLEGAL_GENERATION" : undefined;
}

/** May a member of this epoch ask for offsets? Without member and epoch anybody may. */
export function consumerFetchError(
  { members }: ConsumerGroup,
  { memberId, memberEpoch }: { readonly memberId: string | null; readonly memberEpoch: number },
): ErrorName | undefined {
  if (memberId === null && memberEpoch < 0) return undefined;
  const member = members.get(memberId ?? "");
  if (member === undefined) return "UNKNOWN_MEMBER_ID";
  return memberEpoch === member.memberEpoch ? undefined : staleError(member);
}

interface Commit {
  readonly epoch: number;
  readonly topics: readonly {
    readonly topicId: string;
    readonly partitions: readonly {
      readonly partitionIndex: number;
      readonly committedMetadata: string | null;
    }[];
  }[];
}

function isStale(
  member: ConsumerMember,
  { epoch, topics }: Commit,
  { offsetMetadataBytesMax }: { readonly offsetMetadataBytesMax: number },
): boolean {
  if (epoch === member.memberEpoch) return false;
  if (epoch > member.memberEpoch) return true;
  return topics.some(({ topicId, partitions }) =>
    partitions.some(({ partitionIndex, committedMetadata }) => {
      // Such a one is refused on its own.
      if ((committedMetadata ?? "").length > offsetMetadataBytesMax) return false;
      const since =
        assignmentEpoch(member.assigned, topicId, partitionIndex) ??
        assignmentEpoch(member.pendingRevocation, topicId, partitionIndex);
      return since === undefined || epoch < since;
    }),
  );
}

function staleError({ classic }: ConsumerMember): ErrorName {
  return classic === null ? "STALE_MEMBER_EPOCH" : "ILLEGAL_GENERATION";
}
