import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import { canDowngrade, convertToClassicGroup } from "../conversion/downgrade.ts";
import { memberTombstones, patternTombstone } from "./consumer-group-records.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import { patternOf, type ConsumerMember } from "./consumer-member.ts";
import { endConsumerSession } from "./consumer-sessions.ts";
import { refreshGroupEpoch } from "./group-epoch.ts";

/**
 * Members that leave, are expelled or are taken out: the rest is divided anew, as a classic group
 * when all that are left speak the classic protocol.
 */
export function removeConsumerMembers(
  machine: GroupMachine,
  group: ConsumerGroup,
  { members, step }: { members: readonly ConsumerMember[]; step: GroupStep },
): void {
  const { groupId } = group;
  if (members.length === 0) return;
  if (canDowngrade(machine, group, { without: members, joiningCount: 0 })) {
    const generationId = group.groupEpoch;
    const reason = "its last member of the consumer protocol has left";
    convertToClassicGroup(machine, group, { without: members, generationId, step, reason });
    return;
  }
  for (const { memberId } of members) {
    for (const record of memberTombstones(groupId, memberId)) step.write(record);
    endConsumerSession(group, memberId, step);
  }
  removeUnusedPatterns(group, members, step);
  refreshGroupEpoch(machine, group, { hasChanged: true, step });
}

/** What nobody subscribes to any longer is not looked up either. */
function removeUnusedPatterns(
  { groupId, patterns }: ConsumerGroup,
  members: readonly ConsumerMember[],
  step: GroupStep,
): void {
  for (const pattern of new Set(members.map(patternOf))) {
    if (pattern !== undefined && patterns.of(pattern) === 0) {
      step.write(patternTombstone(groupId, pattern));
    }
  }
}
