import { Admin, type ListedGroup } from "@naru/client";
import type { Io } from "../io.ts";
import { capitalized } from "../kafka-consumer-groups/list.ts";
import { columns } from "../kafka-tool/columns.ts";
import { bareFailure, runTool, settingsOf, withUsage } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { flags, kinds, type Given } from "./flags.ts";

const tool = { flags, about: "This tool helps to list groups of all types." };

/** Apache Kafka's kafka-groups: the groups of every type. */
export function kafkaGroups(words: readonly string[], services: Services, io: Io): Promise<number> {
  return runTool(tool, { words, io }, (given) => run(given, services, io));
}

async function run(given: Given, services: Services, io: Io): Promise<number> {
  if (!given.has("list")) throw withUsage("Command must include exactly one action: --list.");
  if (!given.has("bootstrap-server")) {
    throw withUsage('Missing required argument "[bootstrap-server]"');
  }
  const isWanted = groupFilter(given);
  const settings = await settingsOf(given.text("command-config"), services);
  try {
    const cluster = await services.connect(given.text("bootstrap-server") ?? "", settings);
    try {
      const groups = await new Admin(cluster).listGroups();
      for (const line of lines(groups.filter(isWanted))) io.out(line);
    } finally {
      cluster.close();
    }
    return 0;
  } catch (error) {
    io.out(`Error while executing groups command : ${bareFailure(error)}`);
    return 1;
  }
}

const TYPES = ["classic", "consumer", "share", "streams"];

/** The one filter that was given; all groups without it. */
function groupFilter(given: Given): (group: ListedGroup) => boolean {
  const asked = kinds.filter((kind) => given.has(kind));
  const hasType = given.has("group-type") || given.has("protocol");
  for (const kind of asked) {
    const other = asked.find((each) => each !== kind) ?? (hasType ? filterName(given) : undefined);
    if (other !== undefined)
      throw withUsage(`Option "[${kind}]" can't be used with option "[${other}]"`);
  }
  const type = given.text("group-type")?.toLowerCase();
  if (type !== undefined && !TYPES.includes(type)) {
    throw withUsage("--group-type must be a valid group type.");
  }
  const protocol = given.text("protocol");
  const [kind] = asked;
  return ({ groupType, protocolType }) => {
    const its = groupType.toLowerCase();
    if (kind === "consumer") {
      const isClassic = its === "classic" && (protocolType === "consumer" || protocolType === "");
      return its === "consumer" || isClassic;
    }
    if (kind !== undefined) return its === kind;
    return (type === undefined || its === type) && (protocol ?? protocolType) === protocolType;
  };
}

function filterName(given: Given): string {
  return given.has("group-type") ? "group-type" : "protocol";
}

/** Every column as wide as the longest group; rows end with one blank more than the header. */
function lines(groups: readonly ListedGroup[]): string[] {
  const widest = Math.max(20, ...groups.map(({ groupId }) => groupId.length));
  const widths = [widest, widest, widest];
  const rows = groups.map(({ groupId, groupType, protocolType }) => [
    groupId,
    capitalized(groupType),
    protocolType,
  ]);
  const [header = ""] = columns([["GROUP", "TYPE", "PROTOCOL"]], widths);
  return [header, ...columns(rows, widths).map((line) => `${line} `)];
}
