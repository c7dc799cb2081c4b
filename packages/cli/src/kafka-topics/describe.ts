import type {
  Admin,
  Cluster,
  PartitionDescription,
  Reassignment,
  ResourceConfigs,
} from "@naru/client";
import { isUuid, ZERO_UUID } from "@naru/protocol";
import type { Io } from "../io.ts";
import type { GivenTopicFlags } from "./flags.ts";
import { matchingTopics, mustExist } from "./topic-filter.ts";

/** DescribeConfigs' number for a value that nobody has set. */
const DEFAULT_CONFIG = 5;

interface Described {
  readonly name: string;
  readonly topicId: string;
  /** undefined for eligible leaders: the broker was not asked. */
  readonly partitions: readonly (Omit<
    PartitionDescription,
    "eligibleLeaders" | "lastKnownEligibleLeaders"
  > &
    Partial<PartitionDescription>)[];
}

/** What the describing of a topic looks at. */
interface Surroundings {
  readonly given: GivenTopicFlags;
  readonly liveBrokers: ReadonlySet<number>;
  readonly reassignments: readonly Reassignment[];
  readonly io: Io;
}

/** What the describing of a partition looks at. */
interface Circumstances {
  readonly given: GivenTopicFlags;
  readonly liveBrokers: ReadonlySet<number>;
  readonly minIsr: number;
  readonly reassignment: Reassignment | undefined;
}

/** --describe: a line for each topic, then one for each of its partitions. */
export async function describe(
  { admin, cluster }: { admin: Admin; cluster: Cluster },
  given: GivenTopicFlags,
  io: Io,
): Promise<void> {
  const topics = await describedTopics({ admin, cluster }, given);
  if (topics.length === 0) return;
  const resources = topics.map(({ name }) => ({ type: "topic" as const, name }));
  const [configs, view, reassignments] = await Promise.all([
    admin.describeConfigs(resources),
    cluster.refresh([]),
    admin.listReassignments(),
  ]);
  const liveBrokers = new Set(view.brokers.keys());
  for (const topic of topics) {
    const entries = configs.find(({ name }) => name === topic.name)?.configs ?? [];
    describeTopic(topic, entries, { given, liveBrokers, reassignments, io });
  }
}

function describeTopic(
  topic: Described,
  entries: ResourceConfigs["configs"],
  { given, liveBrokers, reassignments, io }: Surroundings,
): void {
  const own = entries.filter(({ configSource }) => configSource !== DEFAULT_CONFIG);
  const minIsr = Number(entries.find(({ name }) => name === "min.insync.replicas")?.value ?? 1);
  const reassignmentOf = (index: number): Reassignment | undefined =>
    reassignments.find((each) => each.topic === topic.name && each.partition === index);
  const isOverviewOnly = given.has("topics-with-overrides");
  if (!isReport(given) && (!isOverviewOnly || own.length > 0)) {
    const configText = own.map(({ name, value }) => `${name}=${value ?? "null"}`).join(",");
    io.out(topicLine(topic, reassignmentOf(0), configText));
  }
  if (isOverviewOnly) return;
  for (const partition of topic.partitions) {
    const reassignment = reassignmentOf(partition.index);
    if (!isShown(partition, { given, liveBrokers, minIsr, reassignment })) continue;
    io.out(partitionLine(topic.name, partition, reassignment));
  }
}

async function describedTopics(
  { admin, cluster }: { admin: Admin; cluster: Cluster },
  given: GivenTopicFlags,
): Promise<readonly Described[]> {
  const topicId = given.text("topic-id");
  if (topicId !== undefined && topicId !== ZERO_UUID) return topicOfId(cluster, topicId, given);
  const names = (await matchingTopics(admin, given)).map(({ name }) => name);
  mustExist(names, given);
  if (names.length === 0) return [];
  const partitionCountMax = given.integer("partition-size-limit-per-response");
  return admin.describeTopicPartitions(
    names,
    partitionCountMax === undefined ? {} : { partitionCountMax },
  );
}

async function topicOfId(
  cluster: Cluster,
  topicId: string,
  given: GivenTopicFlags,
): Promise<readonly Described[]> {
  if (!isUuid(topicId)) {
    const bytes = Buffer.from(topicId, "base64url").length;
    throw new Error(
      `Input string \`${topicId}\` decoded as ${bytes} bytes, which is not equal to the expected 16 bytes of a base64-encoded UUID`,
    );
  }
  const view = await cluster.refresh(null);
  const found = [...view.topics.values()].filter((topic) => topic.topicId === topicId);
  if (found.length === 0 && !given.has("if-exists")) {
    throw new Error(`TopicId '${topicId}' does not exist as expected`);
  }
  return found;
}

function isReport(given: GivenTopicFlags): boolean {
  return (
    given.has("under-replicated-partitions") ||
    given.has("unavailable-partitions") ||
    given.has("under-min-isr-partitions") ||
    given.has("at-min-isr-partitions")
  );
}

function isShown(partition: Described["partitions"][number], now: Circumstances): boolean {
  const { given, liveBrokers, minIsr, reassignment } = now;
  const { leaderId, isr } = partition;
  if (!isReport(given)) return true;
  const isUnavailable = leaderId < 0 || !liveBrokers.has(leaderId);
  return (
    (given.has("under-replicated-partitions") &&
      replicaCount(partition, reassignment) > isr.length) ||
    (given.has("unavailable-partitions") && isUnavailable) ||
    (given.has("under-min-isr-partitions") && (leaderId < 0 || isr.length < minIsr)) ||
    (given.has("at-min-isr-partitions") && isr.length === minIsr)
  );
}

/** Replicas that are being added do not count yet. */
function replicaCount(
  { replicas }: Pick<PartitionDescription, "replicas">,
  reassignment: Reassignment | undefined,
): number {
  return replicas.length - (reassignment?.addingReplicas.length ?? 0);
}

function topicLine(
  { name, topicId, partitions }: Described,
  reassignment: Reassignment | undefined,
  configs: string,
): string {
  const [first = { replicas: [] }] = partitions;
  const id = topicId === ZERO_UUID ? "" : `\tTopicId: ${topicId}`;
  return (
    `Topic: ${name}${id}\tPartitionCount: ${partitions.length}` +
    `\tReplicationFactor: ${replicaCount(first, reassignment)}\tConfigs: ${configs}`
  );
}

function partitionLine(
  topic: string,
  partition: Described["partitions"][number],
  reassignment: Reassignment | undefined,
): string {
  const { index, leaderId, replicas, isr, eligibleLeaders, lastKnownEligibleLeaders } = partition;
  const moving =
    reassignment === undefined
      ? ""
      : `\tAdding Replicas: ${reassignment.addingReplicas.join(",")}` +
        `\tRemoving Replicas: ${reassignment.removingReplicas.join(",")}`;
  const eligible = (ids: readonly number[] | null | undefined): string =>
    ids === undefined ? "N/A" : (ids ?? []).join(",");
  return (
    `\tTopic: ${topic}\tPartition: ${index}\tLeader: ${leaderId < 0 ? "none" : leaderId}` +
    `\tReplicas: ${replicas.join(",")}\tIsr: ${isr.join(",")}${moving}` +
    `\tElr: ${eligible(eligibleLeaders)}\tLastKnownElr: ${eligible(lastKnownEligibleLeaders)}`
  );
}
