import { parseConnectionOverrides, type BrokerConfig } from "../metadata/config/broker-config.ts";
import { defaultNetworkLimits, type NetworkLimits } from "../network/network-limits.ts";

/** What clients may take of the broker, by its configuration. */
export function networkLimitsOf(config: BrokerConfig): NetworkLimits {
  return {
    ...defaultNetworkLimits,
    requestMaxBytes: config.socketRequestMaxBytes,
    connectionsMax: config.maxConnections,
    connectionsPerHostMax: config.maxConnectionsPerIp,
    connectionsPerHostOverrides:
      parseConnectionOverrides(config.maxConnectionsPerIpOverrides) ?? new Map(),
    idleMaxMs: config.connectionsMaxIdleMs,
    frameTimeoutMs: config.naruFrameTimeoutMs,
    // 0 is no limit, too, as in Kafka.
    requestBytesInFlightMax: config.queuedMaxRequestBytes > 0 ? config.queuedMaxRequestBytes : -1,
  };
}
