import { topicFilter } from "../kafka-topics/topic-filter.ts";
import type { Given } from "./flags.ts";

/** Whether a partition is asked for. */
export type PartitionFilter = (topic: string, partition: number) => boolean;

/** What --topic-partitions, or --topic and --partitions, ask for. */
export function partitionFilter(given: Given): PartitionFilter {
  const rules = given.text("topic-partitions");
  if (rules !== undefined) {
    if (given.has("topic") || given.has("partitions")) {
      throw new Error("--topic-partitions cannot be used with --topic or --partitions");
    }
    const filters = rules.split(",").map(ruleFilter);
    return (topic, partition) => filters.some((filter) => filter(topic, partition));
  }
  const isTopic = topicFilter(given.text("topic") ?? ".*");
  const list = given.text("partitions");
  const partitions = list === undefined ? null : new Set(partitionIds(list));
  return (topic, partition) => isTopic(topic) && (partitions?.has(partition) ?? true);
}

const RULE = /^([^:,]*)(?::(?:(\d*)|(\d*)-(\d*)))?$/;

/** `orders`, `orders:1`, `orders:0-2` (0 and 1), `orders:1-`, `:-3` */
function ruleFilter(rule: string): PartitionFilter {
  const match = RULE.exec(rule);
  if (match === null) {
    // Kafka's tool catches its own exception, and prints its name with it.
    throw new Error(`org.apache.kafka.tools.TerseException: Invalid rule specification: ${rule}`);
  }
  const [, name = "", one = "", from = "", to = ""] = match;
  const isTopic = topicFilter(name === "" ? ".*" : name);
  const first = one === "" ? Number(from) : Number(one);
  const end = one === "" ? (to === "" ? Infinity : Number(to)) : first + 1;
  return (topic, partition) => isTopic(topic) && partition >= first && partition < end;
}

function partitionIds(list: string): number[] {
  return list.split(",").map((word) => {
    if (/^\d+$/.test(word)) return Number(word);
    throw new Error(
      `--partitions expects a comma separated list of numeric partition ids, but received: ${list}`,
    );
  });
}
