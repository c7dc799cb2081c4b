import type { ConfigDefinition, ConfigValues } from "@naru/runtime";
import { cleanerConfigs } from "./broker-configs/cleaner.ts";
import { fetchConfigs } from "./broker-configs/fetch.ts";
import { groupConfigs } from "./broker-configs/groups.ts";
import { identityConfigs } from "./broker-configs/identity.ts";
import { internalConfigs } from "./broker-configs/internal.ts";
import { logConfigs } from "./broker-configs/log.ts";
import { metadataConfigs } from "./broker-configs/metadata.ts";
import { metricConfigs } from "./broker-configs/metrics.ts";
import { naruConfigs } from "./broker-configs/naru.ts";
import { networkConfigs } from "./broker-configs/network.ts";
import { quotaConfigs } from "./broker-configs/quotas.ts";
import { remoteStorageConfigs } from "./broker-configs/remote-storage.ts";
import { replicationConfigs } from "./broker-configs/replication.ts";
import { retentionConfigs } from "./broker-configs/retention.ts";
import { securityConfigs } from "./broker-configs/security.ts";
import { oauthConfigs } from "./broker-configs/security-oauth.ts";
import { saslConfigs } from "./broker-configs/security-sasl.ts";
import { tlsConfigs } from "./broker-configs/security-tls.ts";
import { shareConfigs } from "./broker-configs/share.ts";
import { streamsConfigs } from "./broker-configs/streams.ts";
import { threadConfigs } from "./broker-configs/threads.ts";
import { topicCreationConfigs } from "./broker-configs/topics.ts";
import { transactionConfigs } from "./broker-configs/transactions.ts";

/** The broker's tables by subject, in the order of the reference page. */
export const brokerConfigGroups: readonly {
  readonly title: string;
  readonly configs: Readonly<Record<string, ConfigDefinition>>;
}[] = [
  { title: "Keys of Naru's own", configs: naruConfigs },
  { title: "Roles and identity", configs: identityConfigs },
  { title: "Metadata log", configs: metadataConfigs },
  { title: "Listeners and connections", configs: networkConfigs },
  { title: "Threads", configs: threadConfigs },
  { title: "Topics", configs: topicCreationConfigs },
  { title: "Log", configs: logConfigs },
  { title: "Retention and flush", configs: retentionConfigs },
  { title: "Log cleaner", configs: cleanerConfigs },
  { title: "Fetch and waiting requests", configs: fetchConfigs },
  { title: "Replication", configs: replicationConfigs },
  { title: "Quotas and policies", configs: quotaConfigs },
  { title: "Metrics and providers", configs: metricConfigs },
  { title: "Group coordinator", configs: groupConfigs },
  { title: "Transaction coordinator", configs: transactionConfigs },
  { title: "Share groups", configs: shareConfigs },
  { title: "Streams groups", configs: streamsConfigs },
  { title: "Remote storage", configs: remoteStorageConfigs },
  { title: "Security: TLS", configs: tlsConfigs },
  { title: "Security: authorization and tokens", configs: securityConfigs },
  { title: "Security: SASL", configs: saslConfigs },
  { title: "Security: OAuth bearer tokens", configs: oauthConfigs },
  { title: "Keys that Kafka keeps out of its documentation", configs: internalConfigs },
];

/** Every configuration key of a broker: Kafka's 343, those it does not document, and our own. */
export const brokerConfigs = {
  ...naruConfigs,
  ...identityConfigs,
  ...metadataConfigs,
  ...networkConfigs,
  ...threadConfigs,
  ...topicCreationConfigs,
  ...logConfigs,
  ...retentionConfigs,
  ...cleanerConfigs,
  ...fetchConfigs,
  ...replicationConfigs,
  ...quotaConfigs,
  ...metricConfigs,
  ...groupConfigs,
  ...transactionConfigs,
  ...shareConfigs,
  ...streamsConfigs,
  ...remoteStorageConfigs,
  ...tlsConfigs,
  ...securityConfigs,
  ...saslConfigs,
  ...oauthConfigs,
  ...internalConfigs,
} as const;

/** The broker's keys by name, for those that look a name up which may not exist. */
export const brokerConfigTable: ReadonlyMap<string, ConfigDefinition> = new Map(
  Object.entries(brokerConfigs),
);

/** A key of `brokerConfigs`. */
export type BrokerConfigKey = keyof typeof brokerConfigs;

/** Every key's own value, before keys that speak for each other are resolved. */
export type BrokerConfigValues = ConfigValues<typeof brokerConfigs>;
