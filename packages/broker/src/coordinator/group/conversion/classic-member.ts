import type { ConsumerGroup } from "../consumer/consumer-group.ts";
import type { ConsumerMember } from "../consumer/consumer-member.ts";
import { memberById, memberByInstance } from "../consumer/find-member.ts";
import { isRefusal, refusal, type Refusal } from "../refusal.ts";

/** The member of the classic protocol that sends this, at the epoch that it calls generation. */
export function classicMemberOf(
  group: ConsumerGroup,
  sender: {
    readonly memberId: string;
    readonly groupInstanceId: string | null;
    readonly generationId: number;
  },
): (ConsumerMember & { readonly classic: object }) | Refusal {
  const { memberId, groupInstanceId, generationId } = sender;
  const member =
    groupInstanceId === null
      ? memberById(group, memberId)
      : memberByInstance(group, groupInstanceId, memberId);
  if (isRefusal(member)) return member;
  const { classic, memberEpoch } = member;
  if (classic === null) {
    const message = `Member ${memberId} does not use the classic protocol.`;
    return refusal("UNKNOWN_MEMBER_ID", message);
  }
  if (memberEpoch !== generationId) {
    return refusal(
      "ILLEGAL_GENERATION",
      `The request generation id ${generationId} is not equal to the member epoch ` +
        `${memberEpoch} of member ${memberId}.`,
    );
  }
  return { ...member, classic };
}

/** Of the protocols that a member knows, it likes this one best: the answers name it. */
export function protocolOf({ classic }: ConsumerMember): string | null {
  return classic?.supportedProtocols[0]?.name ?? null;
}
