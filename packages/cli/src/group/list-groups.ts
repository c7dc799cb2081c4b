import { Admin, type ListedGroup } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import type { ListOptions } from "./group-options.ts";

const columns: readonly Column<ListedGroup>[] = [
  { title: "GROUP", cell: ({ groupId }) => groupId },
  { title: "STATE", cell: ({ groupState }) => groupState },
  { title: "TYPE", cell: ({ groupType }) => groupType.toLowerCase() },
];

/** `group list`: 0, also when there is none. */
export async function listGroups(
  options: ListOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const all = await withCluster(services, options, (cluster) => new Admin(cluster).listGroups());
  const groups = all.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1));
  if (options.json) {
    io.out(
      JSON.stringify(
        groups.map(({ groupId, groupState, groupType, protocolType }) => ({
          name: groupId,
          state: groupState,
          type: groupType.toLowerCase(),
          protocolType,
        })),
      ),
    );
  } else if (groups.length === 0) {
    io.err("There is no group. A consumer makes its group when it joins it.");
  } else {
    for (const line of table(columns, groups)) io.out(line);
  }
  return 0;
}
