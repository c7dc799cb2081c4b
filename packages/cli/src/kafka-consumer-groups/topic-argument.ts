import type { Admin, TopicPartition } from "@naru/client";
import { sorted } from "../group/group-lag.ts";
import { javaException, javaMessage } from "../kafka-tool/java-exception.ts";
import { withUsage } from "../kafka-tool/tool.ts";

/** The partitions that --topic names: all of `orders`, or those of `orders:0,1`. */
export async function namedPartitions(
  admin: Admin,
  words: readonly string[],
): Promise<TopicPartition[]> {
  const named = words.map(topicArgument);
  const topics = await admin.describeTopics([...new Set(named.map(({ topic }) => topic))]);
  const places = new Map<string, TopicPartition>();
  const missing: string[] = [];
  for (const { topic, partitions } of named) {
    const found = topics.find(({ name, error }) => name === topic && error === "NONE");
    if (found === undefined) {
      // Java's client wraps the error where only a topic's leaders were asked for.
      const error = "UNKNOWN_TOPIC_OR_PARTITION";
      const wrapped = `java.util.concurrent.ExecutionException: ${javaException(error)}`;
      throw new Error(partitions === null ? javaMessage(error) : wrapped);
    }
    const all = found.partitions.map(({ index }) => index);
    for (const partition of partitions ?? all) {
      const name = `${topic}-${partition}`;
      if (all.includes(partition)) places.set(name, { topic, partition });
      else missing.push(name);
    }
  }
  if (missing.length > 0) throw new Error(`The partitions "${missing.join(",")}" do not exist`);
  return sorted([...places.values()]);
}

/** `orders`, or `orders:0,1` */
export function topicArgument(word: string): { topic: string; partitions: number[] | null } {
  const [topic = "", list, ...more] = word.split(":");
  if (list === undefined) return { topic, partitions: null };
  if (topic === "" || list === "" || more.length > 0) {
    throw withUsage(`Invalid topic arg '${word}', expected topic name and partitions`);
  }
  const partitions = list.split(",").map((part) => {
    if (/^\d+$/.test(part)) return Number(part);
    throw withUsage(`Invalid partition '${part}' specified in topic arg '${word}''`);
  });
  return { topic, partitions };
}
