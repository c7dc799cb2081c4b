import type { TopicPartition } from "@naru/client";

/** orders-3, as Kafka writes it. */
export function nameOf({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}
