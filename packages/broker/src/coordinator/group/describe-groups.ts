import { EMPTY_BYTES, codeOf, type ErrorName } from "@naru/protocol";
import type { DescribeGroupsResponseDescribedGroupDraft as DescribedGroup } from "@naru/protocol/messages/describe-groups";
import type { ClassicGroup } from "./classic/classic-group.ts";
import { metadataOf } from "./classic/classic-member.ts";
import type { GroupMachine } from "./group-machine.ts";

/** From here on a group that does not exist is an error; before it was a dead group. */
const NOT_FOUND_SINCE_VERSION = 6;

/** A classic group as DescribeGroups shows it. */
export function describeGroup(
  machine: GroupMachine,
  groupId: string,
  apiVersion: number,
): DescribedGroup {
  const group = machine.groups.get(groupId);
  if (group?.type !== "classic") {
    if (apiVersion < NOT_FOUND_SINCE_VERSION) return undescribed(groupId, "NONE", "Dead");
    const what = group === undefined ? "not found" : "is not a classic group";
    const errorMessage = `Group ${groupId} ${what}.`;
    return { ...undescribed(groupId, "GROUP_ID_NOT_FOUND", "Dead"), errorMessage };
  }
  const isStable = group.state === "Stable";
  return {
    ...undescribed(groupId, "NONE", group.state),
    protocolType: group.protocolType ?? "",
    protocolData: (isStable ? group.protocolName : null) ?? "",
    members: membersOf(group, isStable),
  };
}

export function undescribed(groupId: string, error: ErrorName, groupState = ""): DescribedGroup {
  return {
    errorCode: codeOf(error),
    groupId,
    groupState,
    protocolType: "",
    protocolData: "",
    members: [],
  };
}

function membersOf(group: ClassicGroup, isStable: boolean): DescribedGroup["members"] {
  return Array.from(group.members.values(), (member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    // Between two generations there is no protocol; the assignment is still that of the last one.
    memberMetadata: isStable ? metadataOf(member, group.protocolName) : EMPTY_BYTES,
    memberAssignment: member.assignment,
  }));
}
