import type { ListGroupsResponseListedGroupDraft as ListedGroup } from "@naru/protocol/messages/list-groups";
import type { GroupMachine } from "./group-machine.ts";

export interface GroupFilter {
  /** Names in lower case; an empty set lets all pass. */
  readonly states: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** The groups of a shard that pass the filter. */
export function listGroups(
  { groups }: GroupMachine,
  { states, types }: GroupFilter,
): ListedGroup[] {
  const listed: ListedGroup[] = [];
  for (const { groupId, protocolType, state, type } of groups.values()) {
    if (types.size > 0 && !types.has(type)) continue;
    if (states.size > 0 && !states.has(state.toLowerCase())) continue;
    listed.push({
      groupId,
      protocolType: protocolType ?? "",
      groupState: state,
      groupType: type,
    });
  }
  return listed;
}
