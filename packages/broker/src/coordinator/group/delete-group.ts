import type { ErrorName } from "@naru/protocol";
import { groupTombstone } from "./classic/classic-group-record.ts";
import { consumerGroupTombstones } from "./consumer/consumer-group-records.ts";
import type { GroupMachine } from "./group-machine.ts";
import type { GroupStep } from "./group-step.ts";
import type { Group } from "./group.ts";
import { deleteAllOffsets } from "./offsets/delete-offsets.ts";

/** DeleteGroups, one of them: only without members, and with all of its offsets. */
export function deleteGroup(machine: GroupMachine, groupId: string, step: GroupStep): ErrorName {
  const group = machine.groups.get(groupId);
  if (group === undefined) return "GROUP_ID_NOT_FOUND";
  if (group.state !== "Empty") return "NON_EMPTY_GROUP";
  deleteAllOffsets(machine, groupId, step);
  removeEmptyGroup(group, step);
  return "NONE";
}

/** A group without members goes; its offsets are another matter. */
export function removeEmptyGroup(group: Group, step: GroupStep): void {
  if (group.type === "classic") return step.write(groupTombstone(group.groupId));
  for (const record of consumerGroupTombstones(group)) step.write(record);
}
