import type { Io } from "../io.ts";
import {
  flags,
  type Action,
  type FlagName,
  type GivenTopicFlags,
  type TopicFlag,
} from "./flags.ts";
import { UsageError } from "../kafka-tool/given-flags.ts";
import { withUsage } from "../kafka-tool/tool.ts";

const actions: readonly Action[] = ["create", "list", "describe", "alter", "delete"];
const reports = [
  "under-replicated-partitions",
  "under-min-isr-partitions",
  "at-min-isr-partitions",
  "unavailable-partitions",
] as const satisfies readonly FlagName[];

/**
 * The one action that was asked for, and what there is to note about the flags. Throws what Kafka's
 * tool says of flags that do not fit.
 */
export function checkFlags(given: GivenTopicFlags, io: Pick<Io, "out" | "err">): Action {
  const asked = actions.filter((action) => given.has(action));
  const [action] = asked;
  if (action === undefined || asked.length > 1) {
    throw withUsage(
      "Command must include exactly one action: --list, --describe, --create, --alter or --delete",
    );
  }
  if (given.has("delete-config")) {
    io.err(
      "delete-config option is no longer supported and deprecated since version 4.0. " +
        "The config will be fully removed in future releases.",
    );
  }
  checkRequired(given, action);
  if (isDescribedIfExists(given, action) && given.has("topic") && given.has("topic-id")) {
    io.out(
      "Only topic id will be used when both --topic and --topic-id are specified and topicId is not Uuid.ZERO_UUID",
    );
  }
  for (const [name, flag] of Object.entries<TopicFlag>(flags)) {
    if (flag.actions === undefined || flag.actions.includes(action)) continue;
    if (given.has(name as FlagName)) throw clash(name, action);
  }
  checkCombinations(given, action);
  return action;
}

function checkRequired(given: GivenTopicFlags, action: Action): void {
  if (!given.has("bootstrap-server")) {
    throw new UsageError("--bootstrap-server must be specified", { showsUsage: false });
  }
  const hasTopic = given.has("topic");
  if (isDescribedIfExists(given, action) && !hasTopic && !given.has("topic-id")) {
    throw withUsage("--topic or --topic-id is required to describe a topic");
  }
  if (action !== "list" && action !== "describe" && !hasTopic) throw missing("topic");
  if (action !== "alter") return;
  if (given.has("config")) {
    throw withUsage(
      `Option combination "[[bootstrap-server], [config]]" can't be used with option "[alter]" ` +
        `(To alter topic configurations, the kafka-configs tool can be used.)`,
    );
  }
  if (!given.has("partitions")) throw missing("partitions");
}

function isDescribedIfExists(given: GivenTopicFlags, action: Action): boolean {
  return action === "describe" && given.has("if-exists");
}

function checkCombinations(given: GivenTopicFlags, action: Action): void {
  if (action === "create" && given.has("replica-assignment")) {
    for (const other of ["partitions", "replication-factor"] as const) {
      if (given.has(other)) throw clash("replica-assignment", other);
    }
  }
  if (!given.has("topics-with-overrides")) return;
  for (const report of reports) {
    if (given.has(report)) throw clash(report, "topics-with-overrides");
  }
}

function missing(name: FlagName): UsageError {
  return withUsage(`Missing required argument "[${name}]"`);
}

function clash(name: string, other: string): UsageError {
  return withUsage(`Option "[${name}]" can't be used with option "[${other}]"`);
}
