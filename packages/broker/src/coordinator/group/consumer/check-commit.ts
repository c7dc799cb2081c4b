import type { ErrorName } from "@naru/protocol";
import type { OffsetCommitRequest } from "@naru/protocol/messages/offset-commit";
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
  const { generationIdOrMemberEpoch: epoch } = request;
  if (epoch === member.memberEpoch) return undefined;
  const isStale = epoch > member.memberEpoch || isOlder(member, request, config);
  return isStale ? staleError(member) : undefined;
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

function isOlder(
  member: ConsumerMember,
  { topics, generationIdOrMemberEpoch: epoch }: OffsetCommitRequest,
  { offsetMetadataBytesMax }: { readonly offsetMetadataBytesMax: number },
): boolean {
  return topics.some(({ topicId, partitions }) =>
    partitions.some(({ partitionIndex, committedMetadata }) => {
      // Such a one is refused on its own.
      if (Buffer.byteLength(committedMetadata ?? "") > offsetMetadataBytesMax) return false;
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
