import type { Io } from "../io.ts";
import { UsageError } from "../kafka-tool/given-flags.ts";
import { withUsage } from "../kafka-tool/tool.ts";
import { flags, selectors, type FlagName, type Given } from "./flags.ts";
import type { Flag } from "../kafka-tool/flag.ts";

const actions = [
  "list",
  "describe",
  "delete",
  "reset-offsets",
  "delete-offsets",
  "validate-regex",
] as const;
export type Action = (typeof actions)[number];

const EXECUTE_IS_MISSING =
  "WARN: No action will be performed as the --execute option is missing. In version 5.0, this command " +
  "will require either --dry-run or --execute to be specified. You should add the --dry-run option " +
  "explicitly if you are scripting this command and want to keep the current default behavior without prompting.";

/** The action that was asked for. Throws what Kafka's tool says of flags that do not fit. */
export function checkFlags(given: Given, io: Pick<Io, "err">): Action {
  checkAvailable(given);
  if (!given.has("bootstrap-server") && !given.has("validate-regex")) {
    throw withUsage('Missing required argument "[bootstrap-server]"');
  }
  const asked = actions.filter((action) => given.has(action));
  const hasGroups = given.has("group") || given.has("all-groups");
  if (given.has("describe")) checkDescribe(given, hasGroups);
  if (given.has("delete")) checkDelete(given, hasGroups);
  if (given.has("delete-offsets") && !(given.has("group") && given.has("topic"))) {
    throw withUsage("Option [delete-offsets] takes the following options: [group], [topic]");
  }
  if (given.has("reset-offsets")) checkReset(given, { hasGroups }, io);
  checkClashes(given);
  const [action] = asked;
  if (action !== undefined && asked.length === 1) return action;
  throw withUsage(
    "Command must include exactly one action: --list, --describe, --delete, --reset-offsets, --delete-offsets, --validate-regex",
  );
}

function checkAvailable(given: Given): void {
  for (const [name, { onlyWith }] of Object.entries<Flag>(flags)) {
    const isAvailable = onlyWith?.some((other) => given.has(other as FlagName)) ?? true;
    if (isAvailable || !given.has(name as FlagName)) continue;
    const message = `Option(s) [${name}] are unavailable given other options on the command line`;
    throw new UsageError(message, { showsUsage: false });
  }
}

function checkDelete(given: Given, hasGroups: boolean): void {
  if (!hasGroups) throw oneOf("delete", "[group], [all-groups]");
  if (given.has("topic")) {
    throw withUsage(
      "The consumer does not support topic-specific offset deletion from a consumer group.",
    );
  }
}

function checkDescribe(given: Given, hasGroups: boolean): void {
  if (!hasGroups) throw oneOf("describe", "[group], [all-groups]");
  const views = (["members", "offsets", "state"] as const).filter((view) => given.has(view));
  if (views.length > 1) {
    throw withUsage(
      "Option [describe] takes at most one of these options: [members], [offsets], [state]",
    );
  }
  if (given.text("state") !== undefined) {
    throw withUsage("Option [describe] does not take a value for [state]");
  }
}

function checkReset(
  given: Given,
  { hasGroups }: { readonly hasGroups: boolean },
  io: Pick<Io, "err">,
): void {
  if (given.has("dry-run") && given.has("execute")) {
    throw withUsage("Option [reset-offsets] only accepts one of [execute] and [dry-run]");
  }
  if (!given.has("dry-run") && !given.has("execute")) io.err(EXECUTE_IS_MISSING);
  if (!hasGroups) throw oneOf("reset-offsets", "[all-groups], [group]");
  const [first, second] = CLASH_ORDER.filter((selector) => given.has(selector));
  if (first !== undefined && second !== undefined) throw clash(first, second);
}

const CLASH_ORDER: readonly (typeof selectors)[number][] = [
  "to-offset",
  "to-datetime",
  "by-duration",
  "to-earliest",
  "to-latest",
  "to-current",
  "shift-by",
  "from-file",
];

/** Flags that name groups or topics do not go with actions that take all or none of them. */
function checkClashes(given: Given): void {
  if (given.has("group")) {
    for (const other of ["all-groups", "list"] as const) {
      if (given.has(other)) throw clash("group", other);
    }
  }
  if (!given.has("topic")) return;
  for (const other of ["list", "describe"] as const) {
    if (given.has(other)) throw clash("topic", other);
  }
}

function oneOf(action: Action, options: string): UsageError {
  return withUsage(`Option [${action}] takes one of these options: ${options}`);
}

function clash(name: FlagName, other: FlagName): UsageError {
  return withUsage(`Option "[${name}]" can't be used with option "[${other}]"`);
}
