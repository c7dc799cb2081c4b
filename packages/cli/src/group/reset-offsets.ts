import { Admin, type TopicPartition } from "@naru/client";
import type { Io } from "../io.ts";
import { namedPartitions, topicArgument } from "../kafka-consumer-groups/topic-argument.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import { noTopic } from "../topic/no-topic.ts";
import { findGroup } from "./find-group.ts";
import type { ResetOptions } from "./group-options.ts";
import { NothingToShiftError, planReset, type NewOffset, type Target } from "./reset-plan.ts";
import { durationMs, timeMs } from "./times.ts";

const columns: readonly Column<NewOffset>[] = [
  { title: "TOPIC", cell: ({ topic }) => topic },
  { title: "PARTITION", isNumber: true, cell: ({ partition }) => partition },
  { title: "NEW-OFFSET", isNumber: true, cell: ({ offset }) => offset },
];

/** `group reset-offsets`: 0 when every offset is where it was to go. */
export async function resetOffsets(
  options: ResetOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const target = targetOf(options.to, services.runtime.clock.nowMs());
  const plan =
    typeof target === "string"
      ? target
      : await withCluster(services, options, (cluster) =>
          reset(new Admin(cluster), { options, target }, io),
        ).catch((error: unknown) => {
          if (!(error instanceof NothingToShiftError)) throw error;
          return `--to: found '${options.to}'. ${error.message}. Say --to earliest, latest or an offset.`;
        });
  if (typeof plan === "string") {
    io.err(plan);
    return 1;
  }
  if (options.json) io.out(JSON.stringify(plan));
  else for (const line of table(columns, plan)) io.out(line);
  return 0;
}

interface Call {
  readonly options: ResetOptions;
  readonly target: Target;
}

/** The new offsets; a string says why there are none. */
async function reset(
  admin: Admin,
  { options, target }: Call,
  io: Io,
): Promise<readonly NewOffset[] | string> {
  const { name, topic: topics, dryRun } = options;
  const group = await findGroup(admin, name);
  if (group !== undefined && group.state !== "Empty") {
    return (
      `group ${name}: it is ${group.state}, expected no members. ` +
      `'naru group members ${name}' shows whom to stop.`
    );
  }
  const partitions = await partitionsOf(admin, name, topics);
  if (typeof partitions === "string") return partitions;
  const { offsets, notes } = await planReset(admin, { groupId: name, partitions, target });
  for (const { text } of notes) io.err(text);
  if (dryRun) return offsets;
  const outcomes = await admin.alterGroupOffsets(name, offsets);
  const failed = outcomes.find(({ error }) => error !== "NONE");
  if (failed === undefined) return offsets;
  return `${failed.topic}-${failed.partition}: the broker answered ${failed.error}.`;
}

async function partitionsOf(
  admin: Admin,
  name: string,
  words: readonly string[],
): Promise<readonly TopicPartition[] | string> {
  if (words.length === 0) {
    const all = await admin.listGroupOffsets(name);
    return all.length > 0 ? all : `group ${name}: it has no offsets yet. Say --topic.`;
  }
  const wrong = words.find((word) => !/^[^:]+(?::\d+(?:,\d+)*)?$/.test(word));
  if (wrong !== undefined) {
    return `--topic: found '${wrong}', expected a topic, or a topic with partitions such as orders:0,1.`;
  }
  const views = await admin.describeTopics(words.map((word) => word.replace(/:.*/, "")));
  const missing = views.find(({ error }) => error !== "NONE");
  if (missing !== undefined) return noTopic(missing.name);
  for (const { topic, partitions } of words.map(topicArgument)) {
    const there = views.find(({ name: its }) => its === topic)?.partitions ?? [];
    const absent = partitions?.find((each) => !there.some(({ index }) => index === each));
    if (absent === undefined) continue;
    return `--topic: found ${topic}:${absent}, which is not there. 'naru topic describe ${topic}' shows those that are.`;
  }
  return namedPartitions(admin, words);
}

function targetOf(where: string | undefined, nowMs: number): Target | string {
  if (where === "earliest" || where === "latest" || where === "current") return { to: where };
  if (where === undefined) return "group reset-offsets: nowhere to go was given. Say --to.";
  if (/^\d+$/.test(where)) return { to: "offset", offset: Number(where) };
  if (/^[+-]\d+$/.test(where)) return { to: "shift", by: Number(where) };
  const agoMs = durationMs(where);
  const timestampMs = agoMs === undefined ? timeMs(where) : nowMs - agoMs;
  if (timestampMs !== undefined) return { to: "time", timestampMs };
  return (
    `--to: found '${where}', expected earliest, latest, current, an offset, +N, -N, a time such as ` +
    "2026-11-22T08:00:00, or a duration such as PT30M."
  );
}
