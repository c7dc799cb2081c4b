export { invalidTopicName } from "./controller/topic-names.ts";
export { compilePattern } from "./coordinator/name-pattern.ts";
export { parseProperties } from "./metadata/config/properties.ts";
export type { ConfigEntry } from "./metadata/config/parse-broker-config.ts";
export type { Broker } from "./server/broker.ts";
export type { BrokerOptions } from "./server/broker-options.ts";
export {
  METADATA_VERSION,
  metadataVersionName,
  metadataVersions,
} from "./metadata/feature-levels.ts";
export { startBroker } from "./server/start-broker.ts";
