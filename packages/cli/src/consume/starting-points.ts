import { Admin, type Cluster, type StartingPoint, type TopicView } from "@naru/client";
import type { ConsumeOptions } from "./consume-options.ts";
import { noTopic } from "../topic/no-topic.ts";

/** Where reading begins, and where it ends when it shall. */
export interface Plan {
  readonly start: readonly StartingPoint[];
  /** The end of each partition when it began, in the order of `start`. */
  readonly ends: readonly number[];
  /** What a user should know of where it begins. */
  readonly notes: readonly string[];
}

/** Asks the cluster for what the options leave open; a string says what is wrong with them. */
export async function planOf(cluster: Cluster, options: ConsumeOptions): Promise<Plan | string> {
  const admin = new Admin(cluster);
  const [view] = await admin.describeTopics([options.topic]);
  if (view === undefined || view.error === "UNKNOWN_TOPIC_OR_PARTITION") {
    return noTopic(options.topic);
  }
  const partitions = partitionsOf(options.partition, view);
  if (typeof partitions === "string") return partitions;
  const offsets = await startOffsets(admin, options);
  if (typeof offsets === "string") return offsets;
  const [earliest, latest] = await Promise.all([
    admin.listOffsets(options.topic, "earliest"),
    // What lies behind an open transaction cannot be read yet, so it does not count as the end.
    admin.listOffsets(options.topic, "latest", { isolationLevel: options.isolation }),
  ]);
  const plan = { start: [] as StartingPoint[], ends: [] as number[], notes: [] as string[] };
  for (const partition of partitions) {
    const bounds = { start: earliest.get(partition) ?? 0, end: latest.get(partition) ?? 0 };
    const offset = offsets(partition, bounds);
    const name = `${options.topic}-${partition}`;
    if (offset > bounds.end) {
      return (
        `--offset: found ${offset}, expected at most ${bounds.end}, where ${name} ends. ` +
        `--partition reads others only.`
      );
    }
    if (offset < bounds.start) {
      plan.notes.push(`${name}: offset ${offset} is gone, its log begins at ${bounds.start}.`);
    }
    plan.start.push({ topic: options.topic, partition, offset: Math.max(offset, bounds.start) });
    plan.ends.push(bounds.end);
  }
  return plan;
}

function partitionsOf(words: readonly string[], view: TopicView): number[] | string {
  if (words.length === 0) return view.partitions.map(({ index }) => index);
  const partitions = words.flatMap((word) => word.split(",").map((each) => each.trim()));
  const last = view.partitions.length - 1;
  const wrong = partitions.find((word) => !/^\d+$/.test(word) || Number(word) > last);
  if (wrong !== undefined) {
    return `--partition: found '${wrong}', expected 0 to ${last}: topic ${view.name} has no other.`;
  }
  return [...new Set(partitions.map(Number))];
}

interface Bounds {
  readonly start: number;
  readonly end: number;
}

type OffsetOf = (partition: number, bounds: Bounds) => number;

/** What --offset says, for each partition. */
async function startOffsets(
  admin: Admin,
  { offset, fromBeginning, topic }: ConsumeOptions,
): Promise<OffsetOf | string> {
  if (fromBeginning || offset === "earliest") return (_, { start }) => start;
  if (offset === "latest") return (_, { end }) => end;
  if (/^\d+$/.test(offset)) return () => Number(offset);
  if (/^-\d+$/.test(offset)) return (_, { start, end }) => Math.max(start, end + Number(offset));
  // oxlint-disable-next-line no-restricted-globals -- it reads what was typed, and no clock
  const timestampMs = Date.parse(offset);
  if (Number.isNaN(timestampMs)) {
    return (
      `--offset: found '${offset}', expected earliest, latest, an offset such as 42, -10 for the last ten, ` +
      `or a time such as 2026-01-31T12:00:00Z.`
    );
  }
  const found = await admin.listOffsets(topic, { timestampMs });
  return (partition, { end }) => {
    const at = found.get(partition) ?? -1;
    // No record is that new: what comes next is.
    return at < 0 ? end : at;
  };
}
