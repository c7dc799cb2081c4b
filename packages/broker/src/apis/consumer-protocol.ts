import { GROUP_VERSION } from "../metadata/feature-levels.ts";
import type { GroupBroker } from "./group-broker.ts";

/** From this level of group.version on groups may speak the consumer protocol. */
const CONSUMER_PROTOCOL_LEVEL = 1;

/** Is the consumer protocol (KIP-848) allowed, by the folder's features and by the settings? */
export function isConsumerProtocolServed(broker: GroupBroker): boolean {
  const level = broker.image().features.levels.get(GROUP_VERSION) ?? 0;
  const protocols = broker.config().groupCoordinatorRebalanceProtocols;
  return level >= CONSUMER_PROTOCOL_LEVEL && protocols.includes("consumer");
}
