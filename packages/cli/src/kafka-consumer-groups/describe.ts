import type { Admin, GroupDescription, GroupMember } from "@naru/client";
import { lagRows, partitionCount, type LagRow } from "../group/group-lag.ts";
import type { Io } from "../io.ts";
import { columns } from "../kafka-tool/columns.ts";
import type { Given } from "./flags.ts";
import { consumerGroups } from "./list.ts";

/** --describe: offsets, --members or --state of each group, in the order of their names. */
export async function describe(admin: Admin, given: Given, io: Io): Promise<void> {
  const groupIds = given.has("all-groups")
    ? (await consumerGroups(admin)).map(({ groupId }) => groupId)
    : given.all("group");
  const sorted = [...new Set(groupIds)].toSorted((a, b) => (a < b ? -1 : 1));
  const isVerbose = given.has("verbose");
  for (const group of await admin.describeGroups(sorted)) {
    if (given.has("members")) print(group, memberLines(group, isVerbose), io);
    else if (given.has("state")) print(group, stateLines(group, isVerbose), io);
    else print(group, offsetLines(await lagRows(admin, group), isVerbose), io);
  }
}

function print({ groupId, state }: GroupDescription, lines: readonly string[], io: Io): void {
  if (state === "Empty") {
    io.err("");
    io.err(`Consumer group '${groupId}' has no active members.`);
  } else if (state !== "Stable") {
    io.err("");
    io.err(`Warning: Consumer group '${groupId}' is rebalancing.`);
  }
  if (lines.length === 0) return;
  io.out("");
  for (const line of lines) io.out(line);
}

function offsetLines(rows: readonly LagRow[], isVerbose: boolean): string[] {
  if (rows.length === 0) return [];
  const epoch = (cell: string): string[] => (isVerbose ? [cell] : []);
  const titles = [
    ["GROUP", "TOPIC", "PARTITION"],
    epoch("LEADER-EPOCH"),
    ["CURRENT-OFFSET", "LOG-END-OFFSET", "LAG", "CONSUMER-ID", "HOST", "CLIENT-ID"],
  ].flat();
  const cells = rows.map((row) => [
    row.group,
    row.topic,
    String(row.partition),
    ...epoch(row.leaderEpoch < 0 ? "-" : String(row.leaderEpoch)),
    orDash(row.offset),
    orDash(row.endOffset),
    orDash(row.lag),
    row.member?.memberId ?? "-",
    row.member?.host ?? "-",
    row.member?.clientId ?? "-",
  ]);
  const widths = [15, 15, 10, ...(isVerbose ? [15] : []), 15, 15, 15, 15, 15, undefined];
  return columns([titles, ...cells], widths);
}

function memberLines(group: GroupDescription, isVerbose: boolean): string[] {
  const { groupId, members } = group;
  // Of a consumer group with members of the classic protocol it is said who is which.
  const isMixed = group.groupEpoch !== null && members.some(({ isClassic }) => isClassic);
  const hasStatic = members.some(({ groupInstanceId }) => groupInstanceId !== null);
  const instance = (cell: string): string[] => (hasStatic ? [cell] : []);
  const more = (...cells: string[]): string[] => (isVerbose ? cells : [""]);
  const titles = [
    ["GROUP", "CONSUMER-ID"],
    instance("GROUP-INSTANCE-ID"),
    ["HOST", "CLIENT-ID", "#PARTITIONS"],
    more("CURRENT-EPOCH", "CURRENT-ASSIGNMENT", "TARGET-EPOCH", "TARGET-ASSIGNMENT"),
    isVerbose && isMixed ? ["UPGRADED"] : [],
  ].flat();
  const cells = members.map((member) => [
    groupId,
    member.memberId,
    ...instance(member.groupInstanceId ?? "-"),
    member.host,
    member.clientId,
    String(partitionCount(member)),
    ...more(
      orDash(member.memberEpoch),
      assignmentText(member.assignment),
      orDash(group.assignmentEpoch),
      assignmentText(member.targetAssignment ?? []),
    ),
    ...(isVerbose && isMixed ? [String(!member.isClassic)] : []),
  ]);
  const widths = [15, 15, ...(hasStatic ? [17] : []), 15, 15, 15];
  const verboseWidths = isMixed ? [15, 20, 15, 20, undefined] : [15, 20, 15, 20];
  return columns([titles, ...cells], [...widths, ...(isVerbose ? verboseWidths : [0])]);
}

/** `orders:0,1;payments:2` */
function assignmentText(assignment: GroupMember["assignment"]): string {
  if (assignment.length === 0) return "-";
  return assignment
    .map(({ topic, partitions }) => `${topic}:${partitions.toSorted((a, b) => a - b).join(",")}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(";");
}

function stateLines(group: GroupDescription, isVerbose: boolean): string[] {
  const { groupId, state, assignor, members, coordinator } = group;
  const more = (...cells: string[]): string[] => (isVerbose ? cells : []);
  const titles = [
    ["GROUP", "COORDINATOR (ID)", "ASSIGNMENT-STRATEGY", "STATE"],
    more("GROUP-EPOCH", "TARGET-ASSIGNMENT-EPOCH"),
    ["#MEMBERS"],
  ].flat();
  const cells = [
    groupId,
    `${coordinator.host}:${coordinator.port}  (${coordinator.nodeId})`,
    assignor === "" ? "-" : assignor,
    state,
    ...more(orDash(group.groupEpoch), orDash(group.assignmentEpoch)),
    String(members.length),
  ];
  return columns([titles, cells], [15, 25, 20, 20, ...(isVerbose ? [15, 25] : []), undefined]);
}

function orDash(number: number | null): string {
  return number === null ? "-" : String(number);
}
