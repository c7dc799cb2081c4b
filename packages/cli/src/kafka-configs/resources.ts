import type { Admin, ConfigResource, ResourceConfigs } from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import { javaMessage } from "../kafka-tool/java-exception.ts";
import type { EntityType } from "./entities.ts";

/** The types that are described and altered as resources; the others have quotas. */
export const resourceTypes = {
  topics: "topic",
  brokers: "broker",
  "client-metrics": "clientMetrics",
  groups: "group",
  "broker-loggers": "brokerLogger",
} as const satisfies Partial<Record<EntityType, ConfigResource["type"]>>;
export type ResourceType = keyof typeof resourceTypes;

/** Kafka's names of where a value comes from, by DescribeConfigs' number. */
export const configSources = [
  "UNKNOWN",
  "DYNAMIC_TOPIC_CONFIG",
  "DYNAMIC_BROKER_CONFIG",
  "DYNAMIC_DEFAULT_BROKER_CONFIG",
  "STATIC_BROKER_CONFIG",
  "DEFAULT_CONFIG",
  "DYNAMIC_BROKER_LOGGER_CONFIG",
  "DYNAMIC_CLIENT_METRICS_CONFIG",
  "DYNAMIC_GROUP_CONFIG",
] as const;

type Configs = ResourceConfigs["configs"];

/** The configurations of a resource by name: those set on it, or all. */
export async function configsOf(
  admin: Admin,
  type: ResourceType,
  { name, isAll }: { readonly name: string; readonly isAll: boolean },
): Promise<Configs> {
  // Kafka's tool looks at names of topics itself, in the broker's words.
  if (type === "topics") await checkTopicName(name);
  const [found] = await admin.describeConfigs([{ type: resourceTypes[type], name }]);
  if (found === undefined) throw new Error(`the broker's answer leaves out ${name}.`);
  if (found.error !== "NONE") {
    throw new ProtocolError(found.error, found.message ?? javaMessage(found.error));
  }
  const source = isAll ? undefined : ownSource(type, name);
  return found.configs
    .filter(({ configSource }) => source === undefined || configSources[configSource] === source)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Throws when no topic may be called so. */
export async function checkTopicName(name: string): Promise<void> {
  const { invalidTopicName } = await import("@naru/broker");
  const problem = invalidTopicName(name);
  if (problem !== undefined) throw new Error(problem);
}

/** Where a value that was set on the resource itself says that it comes from. */
function ownSource(type: ResourceType, name: string): string | undefined {
  if (type === "brokers" && name === "") return "DYNAMIC_DEFAULT_BROKER_CONFIG";
  return ownSources[type];
}

const ownSources: Readonly<Record<ResourceType, string | undefined>> = {
  topics: "DYNAMIC_TOPIC_CONFIG",
  brokers: "DYNAMIC_BROKER_CONFIG",
  "client-metrics": "DYNAMIC_CLIENT_METRICS_CONFIG",
  groups: "DYNAMIC_GROUP_CONFIG",
  // A logger always has a level of its own.
  "broker-loggers": undefined,
};
