import type { Admin, ListedGroup } from "@naru/client";
import type { Io } from "../io.ts";
import { columns } from "../kafka-tool/columns.ts";
import { withUsage } from "../kafka-tool/tool.ts";
import type { Given } from "./flags.ts";

const STATES = [
  "Stable",
  "PreparingRebalance",
  "Dead",
  "Empty",
  "Assigning",
  "CompletingRebalance",
  "Reconciling",
];
const TYPES = ["Consumer", "Classic"];

/** --list: bare names, or columns when states or types were asked for. */
export async function list(admin: Admin, given: Given, io: Io): Promise<void> {
  const states = named(given.text("state"), STATES, { list: "state list", all: "states" });
  const types = named(given.text("type"), TYPES, { list: "types list", all: "types" });
  const groups = await consumerGroups(admin, { states, types });
  if (!given.has("state") && !given.has("type")) {
    for (const { groupId } of groups) io.out(groupId);
    return;
  }
  const cells = (group: string, type: string, state: string): string[] => [
    group,
    ...(given.has("type") ? [type] : []),
    ...(given.has("state") ? [state] : []),
  ];
  const rows = [
    cells("GROUP", "TYPE", "STATE"),
    ...groups.map(({ groupId, groupType, groupState }) =>
      cells(groupId, capitalized(groupType), groupState),
    ),
  ];
  const widest = Math.max(15, ...groups.map(({ groupId }) => groupId.length));
  for (const line of columns(rows, [widest + 10, 20, 20])) io.out(line);
}

/** Groups of consumers, those that only ever committed among them. */
export async function consumerGroups(
  admin: Admin,
  options: { readonly states?: readonly string[]; readonly types?: readonly string[] } = {},
): Promise<ListedGroup[]> {
  const groups = await admin.listGroups(options);
  return groups.filter(({ protocolType }) => protocolType === "" || protocolType === "consumer");
}

/** `classic` as the tools print it. */
export function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Names by comma, in any case. */
function named(
  text: string | undefined,
  known: readonly string[],
  words: { readonly list: string; readonly all: string },
): string[] {
  if (text === undefined) return [];
  return text.split(",").map((word) => {
    const name = known.find((each) => each.toLowerCase() === word.trim().toLowerCase());
    if (name !== undefined) return name;
    throw withUsage(`Invalid ${words.list} '${text}'. Valid ${words.all} are: ${known.join(", ")}`);
  });
}
