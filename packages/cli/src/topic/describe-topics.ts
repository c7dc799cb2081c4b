import { Admin, type TopicView } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import type { DescribeOptions } from "./topic-options.ts";
import { noTopic } from "./no-topic.ts";

interface PartitionRow {
  readonly partition: number;
  readonly leader: number;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
  readonly startOffset: number;
  readonly endOffset: number;
}

interface Description {
  readonly name: string;
  readonly topicId: string;
  /** What is set on the topic itself. */
  readonly configs: Readonly<Record<string, string>>;
  readonly partitions: readonly PartitionRow[];
}

const columns: readonly Column<PartitionRow>[] = [
  { title: "PARTITION", isNumber: true, cell: ({ partition }) => partition },
  { title: "LEADER", isNumber: true, cell: ({ leader }) => (leader < 0 ? "none" : leader) },
  { title: "REPLICAS", cell: ({ replicas }) => replicas.join(",") },
  { title: "IN-SYNC", cell: ({ isr }) => isr.join(",") },
  { title: "START-OFFSET", isNumber: true, cell: ({ startOffset }) => startOffset },
  { title: "END-OFFSET", isNumber: true, cell: ({ endOffset }) => endOffset },
  { title: "OFFSETS", isNumber: true, cell: (row) => row.endOffset - row.startOffset },
];

/** `topic describe`: 1 when one of the topics does not exist. */
export async function describeTopics(
  options: DescribeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const found = await withCluster(services, options, async (cluster) => {
    const admin = new Admin(cluster);
    const topics = await admin.describeTopics(options.names);
    return Promise.all(topics.map((topic) => describe(admin, topic)));
  });
  const descriptions = found.filter((each) => typeof each !== "string");
  for (const problem of found.filter((each) => typeof each === "string")) io.err(problem);
  if (options.json) io.out(JSON.stringify(descriptions));
  else for (const [index, each] of descriptions.entries()) print(each, index > 0, io);
  return descriptions.length === found.length ? 0 : 1;
}

async function describe(admin: Admin, topic: TopicView): Promise<Description | string> {
  const { name, topicId, error } = topic;
  if (error === "UNKNOWN_TOPIC_OR_PARTITION") {
    return noTopic(name);
  }
  if (error !== "NONE") return `topic ${name}: the broker answered ${error}.`;
  const [[resource], starts, ends] = await Promise.all([
    admin.describeConfigs([{ type: "topic", name }]),
    admin.listOffsets(name, "earliest"),
    admin.listOffsets(name, "latest"),
  ]);
  const own = (resource?.configs ?? []).filter((config) => config.configSource === ON_TOPIC);
  return {
    name,
    topicId,
    configs: Object.fromEntries(own.map((config) => [config.name, config.value ?? ""])),
    partitions: topic.partitions.map(({ index, leaderId, replicas, isr }) => ({
      partition: index,
      leader: leaderId,
      replicas,
      isr,
      startOffset: starts.get(index) ?? -1,
      endOffset: ends.get(index) ?? -1,
    })),
  };
}

/** DescribeConfigs' number for a value that is set on the topic itself. */
const ON_TOPIC = 1;

function print(description: Description, isFurther: boolean, io: Io): void {
  if (isFurther) io.out("");
  io.out(`${description.name}  (id ${description.topicId})`);
  for (const [key, value] of Object.entries(description.configs)) io.out(`  ${key}=${value}`);
  for (const line of table(columns, description.partitions)) io.out(line);
}
