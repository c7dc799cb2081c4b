import { Admin, type TopicView } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import type { ListOptions } from "./topic-options.ts";

const columns: readonly Column<TopicView>[] = [
  { title: "TOPIC", cell: ({ name }) => name },
  { title: "PARTITIONS", isNumber: true, cell: ({ partitions }) => partitions.length },
  {
    title: "REPLICAS",
    isNumber: true,
    cell: ({ partitions }) => partitions[0]?.replicas.length ?? 0,
  },
];

/** `topic list`: 0, also when there is none. */
export async function listTopics(
  options: ListOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const all = await withCluster(services, options, (cluster) => new Admin(cluster).listTopics());
  const topics = all.filter(({ isInternal }) => options.internal || !isInternal);
  if (options.json) {
    io.out(JSON.stringify(topics.map(jsonOf)));
  } else if (topics.length === 0) {
    io.err("There is no topic. 'naru topic create NAME' makes one.");
  } else {
    for (const line of table(columns, topics)) io.out(line);
  }
  return 0;
}

function jsonOf({ name, topicId, isInternal, partitions }: TopicView): object {
  return {
    name,
    topicId,
    isInternal,
    partitionCount: partitions.length,
    replicationFactor: partitions[0]?.replicas.length ?? 0,
  };
}
