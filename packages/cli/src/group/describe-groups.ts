import { Admin, type GroupDescription } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import { findGroup, noGroup } from "./find-group.ts";
import { lagRows, type LagRow } from "./group-lag.ts";
import type { DescribeOptions } from "./group-options.ts";

const columns: readonly Column<LagRow>[] = [
  { title: "TOPIC", cell: ({ topic }) => topic },
  { title: "PARTITION", isNumber: true, cell: ({ partition }) => partition },
  { title: "OFFSET", isNumber: true, cell: ({ offset }) => offset ?? "none" },
  { title: "END-OFFSET", isNumber: true, cell: ({ endOffset }) => endOffset ?? "none" },
  { title: "LAG", isNumber: true, cell: ({ lag }) => lag ?? "none" },
  { title: "MEMBER", cell: ({ member }) => member?.memberId ?? "nobody" },
];

interface Description {
  readonly group: GroupDescription;
  readonly rows: readonly LagRow[];
}

/** `group describe`: 1 when one of the groups does not exist. */
export async function describeGroups(
  options: DescribeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const found = await withCluster(services, options, async (cluster) => {
    const admin = new Admin(cluster);
    return Promise.all(options.names.map((name) => describe(admin, name)));
  });
  for (const problem of found.filter((each) => typeof each === "string")) io.err(problem);
  const descriptions = found.filter((each) => typeof each !== "string");
  if (options.json) io.out(JSON.stringify(descriptions.map(jsonOf)));
  else for (const [index, each] of descriptions.entries()) print(each, index > 0, io);
  return descriptions.length === found.length ? 0 : 1;
}

async function describe(admin: Admin, name: string): Promise<Description | string> {
  const group = await findGroup(admin, name);
  return group === undefined ? noGroup(name) : { group, rows: await lagRows(admin, group) };
}

function print({ group, rows }: Description, isFurther: boolean, io: Io): void {
  if (isFurther) io.out("");
  const { groupId, state, members, coordinator } = group;
  io.out(`${groupId}  (${state}, members: ${members.length}, coordinator: ${coordinator.nodeId})`);
  if (rows.length === 0) io.out("  It has no offsets and reads nothing.");
  else for (const line of table(columns, rows)) io.out(line);
}

function jsonOf({ group, rows }: Description): object {
  return {
    name: group.groupId,
    state: group.state,
    assignor: group.assignor,
    coordinator: group.coordinator.nodeId,
    memberCount: group.members.length,
    partitions: rows.map(({ topic, partition, offset, endOffset, lag, member }) => ({
      topic,
      partition,
      offset,
      endOffset,
      lag,
      memberId: member?.memberId ?? null,
    })),
  };
}
