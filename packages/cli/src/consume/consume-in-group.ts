import { Admin, GroupMembership, PartitionReader, type Cluster } from "@naru/client";
import type { Io } from "../io.ts";
import type { Progress } from "../progress.ts";
import type { Services } from "../services.ts";
import { noTopic } from "../topic/no-topic.ts";
import type { ConsumeOptions } from "./consume-options.ts";
import { Consumption, POLL_COUNT_MAX } from "./consumption.ts";
import type { RecordFormat } from "./record-format.ts";
import type { Plan } from "./starting-points.ts";

/** `heartbeat.interval.ms` and `auto.commit.interval.ms` of Kafka's clients. */
const HEARTBEAT_MS = 3_000;
const COMMIT_MS = 5_000;

export interface GroupCall {
  readonly group: string;
  readonly options: ConsumeOptions;
  readonly services: Services;
  readonly io: Io;
  readonly format: RecordFormat;
  readonly progress: Progress;
}

/** `consume --group`: reads its share, from where the group is; a string says what is wrong. */
export async function consumeInGroup(
  cluster: Cluster,
  call: GroupCall,
): Promise<string | undefined> {
  const { options, services, group } = call;
  const { topic, partition, offset, fromBeginning } = options;
  if (partition.length > 0) return "--partition: with --group the group says who reads what.";
  const isNamed = offset === "earliest" || offset === "latest";
  if (!isNamed && !fromBeginning) {
    return `--offset: found '${offset}', expected earliest or latest with --group.`;
  }
  const [view] = await new Admin(cluster).describeTopics([topic]);
  if (view === undefined || view.error === "UNKNOWN_TOPIC_OR_PARTITION") return noTopic(topic);
  const member = new GroupMembership(cluster, { groupId: group, topics: [topic] });
  try {
    let isOver = false;
    while (!isOver && !services.stop.aborted && !call.io.outputEnded.aborted) {
      isOver = await readGeneration(cluster, member, call);
    }
  } finally {
    await member.leave();
  }
  return undefined;
}

/** Reads until the end, or until the group is divided anew. */
async function readGeneration(
  cluster: Cluster,
  member: GroupMembership,
  call: GroupCall,
): Promise<boolean> {
  const { options, services } = call;
  const partitions = (await member.join()).flatMap((each) => each.partitions);
  const plan = await groupPlan(cluster, partitions, call);
  const reader = new PartitionReader(cluster, plan.start, {
    isolationLevel: options.isolation,
    maxPollRecords: POLL_COUNT_MAX,
  });
  const close = (): void => reader.close();
  services.stop.addEventListener("abort", close);
  let isMember = true;
  // Where nothing was read the group is at the start: what comes later is not passed over.
  const commit = (written: ReadonlyMap<number, number>): Promise<boolean> =>
    member.commit(
      plan.start.map((each) => ({ ...each, offset: written.get(each.partition) ?? each.offset })),
    );
  const { clock } = services.runtime;
  let beatMs = clock.monotonicMs();
  let commitMs = beatMs;
  const between = async (written: ReadonlyMap<number, number>): Promise<boolean> => {
    const nowMs = clock.monotonicMs();
    if (nowMs - commitMs >= COMMIT_MS) {
      commitMs = nowMs;
      isMember = await commit(written);
    }
    if (isMember && nowMs - beatMs >= HEARTBEAT_MS) {
      beatMs = nowMs;
      isMember = await member.heartbeat();
    }
    return isMember;
  };
  const consumption = new Consumption({ ...call, plan, reader, between });
  try {
    await consumption.run();
  } catch (error) {
    if (!services.stop.aborted) throw error;
  } finally {
    services.stop.removeEventListener("abort", close);
    reader.close();
  }
  await commit(consumption.written);
  return isMember;
}

/** From where the group is; where it has not been, from the end that --offset names. */
async function groupPlan(
  cluster: Cluster,
  partitions: readonly number[],
  { group, options }: GroupCall,
): Promise<Plan> {
  const { topic, offset, fromBeginning } = options;
  const admin = new Admin(cluster);
  const [committed, earliest, latest] = await Promise.all([
    admin.listGroupOffsets(group),
    admin.listOffsets(topic, "earliest"),
    admin.listOffsets(topic, "latest", { isolationLevel: options.isolation }),
  ]);
  const isFromStart = fromBeginning || offset === "earliest";
  const start = partitions.map((partition) => {
    const known = committed.find((each) => each.topic === topic && each.partition === partition);
    const first = earliest.get(partition) ?? 0;
    const fallback = isFromStart ? first : (latest.get(partition) ?? 0);
    return { topic, partition, offset: Math.max(known?.offset ?? fallback, first) };
  });
  return { start, ends: partitions.map((partition) => latest.get(partition) ?? 0), notes: [] };
}
