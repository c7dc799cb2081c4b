import type { Io } from "./io.ts";
import type { Services } from "./services.ts";

type KafkaTool = (words: readonly string[], services: Services, io: Io) => Promise<number>;

/** The look-alikes of Kafka's tools: what `bin/NAME.sh` runs. Each is loaded when it runs. */
export const kafkaTools = {
  "kafka-console-consumer": async (): Promise<KafkaTool> =>
    (await import("./kafka-console-consumer/kafka-console-consumer.ts")).kafkaConsoleConsumer,
  "kafka-console-producer": async (): Promise<KafkaTool> =>
    (await import("./kafka-console-producer/kafka-console-producer.ts")).kafkaConsoleProducer,
  "kafka-transactions": async (): Promise<KafkaTool> =>
    (await import("./kafka-transactions/kafka-transactions.ts")).kafkaTransactions,
  "kafka-topics": async (): Promise<KafkaTool> =>
    (await import("./kafka-topics/kafka-topics.ts")).kafkaTopics,
  "kafka-consumer-groups": async (): Promise<KafkaTool> =>
    (await import("./kafka-consumer-groups/kafka-consumer-groups.ts")).kafkaConsumerGroups,
  "kafka-configs": async (): Promise<KafkaTool> =>
    (await import("./kafka-configs/kafka-configs.ts")).kafkaConfigs,
  "kafka-get-offsets": async (): Promise<KafkaTool> =>
    (await import("./kafka-get-offsets/kafka-get-offsets.ts")).kafkaGetOffsets,
  "kafka-groups": async (): Promise<KafkaTool> =>
    (await import("./kafka-groups/kafka-groups.ts")).kafkaGroups,
} as const;
