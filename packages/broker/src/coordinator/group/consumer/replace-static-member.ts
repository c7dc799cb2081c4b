import type { GroupStep } from "../group-step.ts";
import {
  currentRecord,
  memberRecord,
  memberTombstones,
  targetRecord,
} from "./consumer-group-records.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { endConsumerSession } from "./consumer-sessions.ts";

/**
 * A static member is back (KIP-345), most often under another id: it has and is to have what waited
 * for it, and the others notice nothing.
 */
export function replaceStaticMember(
  group: ConsumerGroup,
  how: {
    readonly before: ConsumerMember;
    readonly member: ConsumerMember;
    readonly step: GroupStep;
  },
): void {
  const { before, member, step } = how;
  const { groupId, targets } = group;
  const target = targets.get(before.memberId) ?? new Map();
  for (const record of memberTombstones(groupId, before.memberId)) step.write(record);
  endConsumerSession(group, before.memberId, step);
  step.write(memberRecord(groupId, member));
  step.write(targetRecord(groupId, member.memberId, target));
  step.write(currentRecord(groupId, member));
  step.note(`group ${groupId}: static member ${member.instanceId} is back as ${member.memberId}.`);
}
