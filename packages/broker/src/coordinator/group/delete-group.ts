import type { ErrorName } from "@naru/protocol";
import { groupTombstone } from "./classic/classic-group-record.ts";
import type { GroupMachine } from "./group-machine.ts";
import type { GroupStep } from "./group-step.ts";
import { deleteAllOffsets } from "./offsets/delete-offsets.ts";

/** DeleteGroups, one of them: only without members, and with all of its offsets. */
export function deleteGroup(machine: GroupMachine, groupId: string, step: GroupStep): ErrorName {
  const group = machine.groups.get(groupId);
  if (group === undefined) return "GROUP_ID_NOT_FOUND";
  if (group.state !== "Empty") return "NON_EMPTY_GROUP";
  deleteAllOffsets(machine, groupId, step);
  step.write(groupTombstone(groupId));
  return "NONE";
}
