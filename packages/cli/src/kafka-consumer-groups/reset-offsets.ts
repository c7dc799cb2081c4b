import type { Admin, TopicPartition } from "@naru/client";
import { noGroupError } from "../group/known-errors.ts";
import {
  NothingToShiftError,
  planReset,
  type NewOffset,
  type ResetPlan,
  type ResetQuestion,
  type Target,
} from "../group/reset-plan.ts";
import { logTime } from "../group/times.ts";
import type { Io } from "../io.ts";
import { columns } from "../kafka-tool/columns.ts";
import { javaException } from "../kafka-tool/java-exception.ts";
import { withUsage } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { selectors, type Given } from "./flags.ts";
import { consumerGroups } from "./list.ts";
import { planOfFile } from "./plan-of-file.ts";
import { targetOf } from "./reset-target.ts";
import { namedPartitions } from "./topic-argument.ts";

interface Call {
  readonly given: Given;
  readonly services: Services;
}

type GroupPlan = readonly [groupId: string, offsets: readonly NewOffset[]];

/** --reset-offsets: plans for every group, does it with --execute, and shows the plan. */
export async function resetOffsets(admin: Admin, call: Call, io: Io): Promise<void> {
  const { given } = call;
  const groupIds = given.has("all-groups")
    ? (await consumerGroups(admin)).map(({ groupId }) => groupId)
    : [...new Set(given.all("group"))];
  const plans: GroupPlan[] = [];
  for (const groupId of groupIds) {
    const state = await stateOf(admin, groupId);
    if (state === "Empty") {
      plans.push([groupId, await resetGroup(admin, { ...call, groupId }, io)]);
      continue;
    }
    io.out("");
    io.out(
      `Error: Assignments can only be reset if the group '${groupId}' is inactive, ` +
        `but the current state is ${state}.`,
    );
    plans.push([groupId, []]);
  }
  if (given.has("export")) {
    for (const line of csvLines(plans, given.all("group").length === 1)) io.out(line);
    io.out("");
    return;
  }
  io.out("");
  for (const line of tableLines(plans)) io.out(line);
}

/** A group that does not exist yet can be given offsets as one that is empty. */
async function stateOf(admin: Admin, groupId: string): Promise<string> {
  try {
    const [group] = await admin.describeGroups([groupId]);
    return group?.state ?? "Empty";
  } catch (error) {
    if (noGroupError(error)) return "Empty";
    throw error;
  }
}

async function resetGroup(
  admin: Admin,
  { given, services, groupId }: Call & { readonly groupId: string },
  io: Io,
): Promise<readonly NewOffset[]> {
  const partitions = await partitionsOf(admin, groupId, given);
  const target = await resolvedTarget(given, services, groupId);
  if (target === undefined) {
    io.out("");
    io.out(`Error: No reset plan for group ${groupId} found`);
    return [];
  }
  const { offsets, notes } = await planned(admin, { groupId, partitions, target });
  for (const { isWarning, text } of notes) {
    if (isWarning)
      io.err(
        `[${logTime(services.runtime.clock.nowMs())}] WARN ${text} (org.apache.kafka.tools.OffsetsUtils)`,
      );
    else for (const line of ["", `Warn: ${text}`]) io.out(line);
  }
  if (!given.has("execute")) return offsets;
  const outcomes = await admin.alterGroupOffsets(groupId, offsets);
  const failed = outcomes.find(({ error }) => error !== "NONE");
  if (failed !== undefined) throw new Error(javaException(failed.error));
  return offsets;
}

/** A shift from nowhere is a mistake in the words, to Kafka's tool. */
async function planned(admin: Admin, question: ResetQuestion): Promise<ResetPlan> {
  try {
    return await planReset(admin, question);
  } catch (error) {
    if (error instanceof NothingToShiftError) throw withUsage(error.message);
    throw error;
  }
}

async function partitionsOf(
  admin: Admin,
  groupId: string,
  given: Given,
): Promise<readonly TopicPartition[]> {
  if (given.has("all-topics")) return admin.listGroupOffsets(groupId);
  if (given.has("topic")) return namedPartitions(admin, given.all("topic"));
  if (given.has("from-file")) return [];
  throw withUsage("One of the reset scopes should be defined: --all-topics, --topic.");
}

/** undefined when the file has nothing for the group. */
async function resolvedTarget(
  given: Given,
  services: Services,
  groupId: string,
): Promise<Target | undefined> {
  const file = given.text("from-file");
  if (file !== undefined) {
    const plan = planOfFile(await services.readText(file), given.all("group"));
    const offsets = plan.get(groupId);
    return offsets === undefined ? undefined : { to: "offsets", offsets };
  }
  const target = targetOf(given, services.runtime.clock.nowMs());
  if (target !== undefined) return target;
  const names = selectors.map((name) => `[${name}]`).join(", ");
  throw withUsage(`Option '[reset-offsets]' requires one of the following scenarios: [${names}]`);
}

function csvLines(plans: readonly GroupPlan[], isOneGroup: boolean): string[] {
  return plans.flatMap(([groupId, offsets]) =>
    offsets.map(({ topic, partition, offset }) => {
      const cells = [topic, partition, offset].join(",");
      return isOneGroup ? cells : `${groupId},${cells}`;
    }),
  );
}

function tableLines(plans: readonly GroupPlan[]): string[] {
  const rows = plans.flatMap(([groupId, offsets]) =>
    offsets.map(({ topic, partition, offset }) => [
      groupId,
      topic,
      String(partition),
      String(offset),
    ]),
  );
  const titles = ["GROUP", "TOPIC", "PARTITION", "NEW-OFFSET"];
  return columns([titles, ...rows], [15, 15, 10, undefined]);
}
