import { Admin, type ConfigChange } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { keyValues } from "./key-values.ts";
import { noTopic } from "./no-topic.ts";
import type { AlterOptions } from "./topic-options.ts";

/** `topic alter`: 0 when everything asked for was done. */
export async function alterTopic(
  options: AlterOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const { name, partitions, deleteConfig } = options;
  const configs = keyValues(options.config);
  if ("wrong" in configs) {
    io.err(`--config: found '${configs.wrong}', expected KEY=VALUE, such as retention.ms=60000.`);
    return 1;
  }
  const changes: ConfigChange[] = [
    ...Object.entries(configs.pairs).map(([key, value]) => ({
      key,
      value,
      operation: "set" as const,
    })),
    ...deleteConfig.map((key) => ({ key, value: null, operation: "delete" as const })),
  ];
  if (partitions === undefined && changes.length === 0) {
    io.err(
      "topic alter: nothing to alter was given. Say --partitions, --config or --delete-config.",
    );
    return 1;
  }
  try {
    await withCluster(services, options, async (cluster) => {
      const admin = new Admin(cluster);
      if (changes.length > 0) {
        await admin.alterConfigs({ type: "topic", name }, changes);
        io.out(`Configured topic ${name}.`);
      }
      if (partitions !== undefined) {
        await admin.createPartitions({ name, count: partitions });
        io.out(`Topic ${name} has ${partitions} partitions.`);
      }
    });
    return 0;
  } catch (error) {
    const isUnknown =
      error instanceof Error && "code" in error && error.code === "UNKNOWN_TOPIC_OR_PARTITION";
    if (!isUnknown) throw error;
    io.err(noTopic(name));
    return 1;
  }
}
