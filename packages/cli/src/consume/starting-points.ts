import { Admin, type Cluster, type StartingPoint, type TopicView } from "@naru/client";
import type { ConsumeOptions } from "./consume-options.ts";
import { noTopic } from "../topic/no-topic.ts";

/** Where reading begins, and where it ends when it shall. */
export interface Plan {
  readonly start: readonly StartingPoint[];
  /** The end of each partition when it began, in the order of `start`. */
  readonly ends: readonly number[];
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
    admin.listOffsets(options.topic, "latest"),
  ]);
  const bounded = (partition: number): number => {
    const least = earliest.get(partition) ?? 0;
    const end = latest.get(partition) ?? 0;
    const wanted = offsets(partition, end);
    // No record is that new: what comes next is.
    if (wanted < 0) return end;
    return Math.max(wanted, least);
  };
  return {
    start: partitions.map((partition) => ({
      topic: options.topic,
      partition,
      offset: bounded(partition),
    })),
    ends: partitions.map((partition) => latest.get(partition) ?? 0),
  };
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

type OffsetOf = (partition: number, end: number) => number;

/** What --offset says, for each partition; negative for its end. */
async function startOffsets(
  admin: Admin,
  { offset, fromBeginning, topic }: ConsumeOptions,
): Promise<OffsetOf | string> {
  if (fromBeginning || offset === "earliest") return () => 0;
  if (offset === "latest") return () => -1;
  if (/^\d+$/.test(offset)) return () => Number(offset);
  if (/^-\d+$/.test(offset)) return (_, end) => Math.max(0, end + Number(offset));
  // oxlint-disable-next-line no-restricted-globals -- it reads what was typed, and no clock
  const timestampMs = Date.parse(offset);
  if (Number.isNaN(timestampMs)) {
    return (
      `--offset: found '${offset}', expected earliest, latest, an offset such as 42, -10 for the last ten, ` +
      `or a time such as 2026-01-31T12:00:00Z.`
    );
  }
  const found = await admin.listOffsets(topic, { timestampMs });
  return (partition) => found.get(partition) ?? -1;
}
