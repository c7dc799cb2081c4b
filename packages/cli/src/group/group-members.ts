import { Admin, type GroupMember } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import { findGroup, noGroup } from "./find-group.ts";
import type { MembersOptions } from "./group-options.ts";

const columns: readonly Column<GroupMember>[] = [
  { title: "MEMBER", cell: ({ memberId }) => memberId },
  { title: "CLIENT", cell: ({ clientId }) => clientId },
  { title: "HOST", cell: ({ host }) => host },
  {
    title: "READS",
    cell: ({ assignment }) =>
      assignment.map(({ topic, partitions }) => `${topic}:${partitions.join(",")}`).join(" ") ||
      "nothing",
  },
];

/** `group members`: 1 when the group does not exist. */
export async function groupMembers(
  options: MembersOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const group = await withCluster(services, options, (cluster) =>
    findGroup(new Admin(cluster), options.name),
  );
  if (group === undefined) {
    io.err(noGroup(options.name));
    return 1;
  }
  if (options.json) {
    io.out(JSON.stringify(group.members));
  } else if (group.members.length === 0) {
    io.err(`Group ${options.name} has no members: its state is ${group.state}.`);
  } else {
    for (const line of table(columns, group.members)) io.out(line);
  }
  return 0;
}
