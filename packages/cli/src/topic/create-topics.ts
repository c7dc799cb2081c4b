import { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { keyValues } from "./key-values.ts";
import type { CreateOptions } from "./topic-options.ts";

/** `topic create`: 0 when every topic is there afterwards as asked for. */
export async function createTopics(
  options: CreateOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const configs = keyValues(options.config);
  if ("wrong" in configs) {
    io.err(`--config: found '${configs.wrong}', expected KEY=VALUE, such as retention.ms=60000.`);
    return 1;
  }
  const { partitions, replicationFactor } = options;
  const topics = options.names.map((name) => ({
    name,
    configs: configs.pairs,
    ...(partitions === undefined ? {} : { partitionCount: partitions }),
    ...(replicationFactor === undefined ? {} : { replicationFactor }),
  }));
  const outcomes = await withCluster(services, options, (cluster) =>
    new Admin(cluster).createTopics(topics),
  );
  let exitCode = 0;
  for (const { name, error, message } of outcomes) {
    if (error === "NONE") {
      io.out(`Created topic ${name}.`);
    } else if (error === "TOPIC_ALREADY_EXISTS" && options.ifNotExists) {
      io.out(`Topic ${name} exists.`);
    } else {
      io.err(`topic ${name}: ${message ?? error}${hints[error] ?? ""}`);
      exitCode = 1;
    }
  }
  return exitCode;
}

const hints: Readonly<Partial<Record<string, string>>> = {
  TOPIC_ALREADY_EXISTS: " 'naru topic describe' shows it; --if-not-exists lets it be.",
  INVALID_REPLICATION_FACTOR: " A cluster of one broker has one replica.",
};
