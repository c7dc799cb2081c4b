import type { Admin, Cluster } from "@naru/client";
import type { Io } from "../io.ts";
import { scalaOrder, stringKeyOrder } from "../kafka-tool/java-order.ts";
import { singular } from "./entities.ts";
import { checkTopicName, configSources, configsOf, type ResourceType } from "./resources.ts";

interface Question {
  readonly type: ResourceType;
  /** All that there are when undefined. */
  readonly name: string | undefined;
  readonly isAll: boolean;
}

interface Surroundings {
  readonly admin: Admin;
  readonly cluster: Cluster;
  readonly io: Io;
}

/** --describe: a line for each resource, then one for each configuration. */
export async function describeResources(
  { type, name, isAll }: Question,
  { admin, cluster, io }: Surroundings,
): Promise<void> {
  if (!isAll && name !== undefined && !(await exists(type, name, { admin, cluster }))) {
    io.out(`The ${singular(type)} '${name}' doesn't exist and doesn't have dynamic config.`);
    return;
  }
  const names = name === undefined ? await namesOf(type, { admin, cluster }) : [name];
  for (const each of names) {
    io.out(
      each === ""
        ? `Default configs for ${type} in the cluster are:`
        : `${isAll ? "All" : "Dynamic"} configs for ${singular(type)} ${each} are:`,
    );
    for (const config of await configsOf(admin, type, { name: each, isAll })) {
      const synonyms = config.synonyms.map(
        (synonym) =>
          `${configSources[synonym.source] ?? "UNKNOWN"}:${synonym.name}=${text(synonym.value)}`,
      );
      io.out(
        `  ${config.name}=${text(config.value)} sensitive=${config.isSensitive} ` +
          `synonyms={${synonyms.join(", ")}}`,
      );
    }
  }
}

function text(value: string | null): string {
  return value ?? "null";
}

async function exists(
  type: ResourceType,
  name: string,
  from: { readonly admin: Admin; readonly cluster: Cluster },
): Promise<boolean> {
  if (type === "topics") await checkTopicName(name);
  // Loggers are those of a broker; a default is there even if nothing is set.
  return name === "" || (await namesOf(type, from)).includes(name);
}

/** What there is of a type, in the order of Kafka's tool. */
async function namesOf(
  type: ResourceType,
  { admin, cluster }: { readonly admin: Admin; readonly cluster: Cluster },
): Promise<readonly string[]> {
  switch (type) {
    case "topics":
      return stringKeyOrder([...(await cluster.refresh(null)).topics.keys()]);
    case "brokers":
    case "broker-loggers": {
      const ids = [...(await cluster.refresh([])).brokers.keys()];
      return [...ids.toSorted((a, b) => a - b).map(String), ""];
    }
    case "client-metrics":
      return admin.listConfigResources("clientMetrics");
    case "groups": {
      const groups = (await admin.listGroups()).map(({ groupId }) => groupId);
      const configured = await admin.listConfigResources("group");
      return scalaOrder([...stringKeyOrder(groups), ...configured]);
    }
  }
}
