/**
 * What clients may take of the broker. May be replaced while it runs: `SocketServer.updateLimits`.
 */
export interface NetworkLimits {
  /** `socket.request.max.bytes` */
  readonly requestMaxBytes: number;
  /** `max.connections` */
  readonly connectionsMax: number;
  /** `max.connections.per.ip` */
  readonly connectionsPerHostMax: number;
  /** `max.connections.per.ip.overrides` */
  readonly connectionsPerHostOverrides: ReadonlyMap<string, number>;
  /** `connections.max.idle.ms`; negative: never. */
  readonly idleMaxMs: number;
  /**
   * `naru.frame.timeout.ms`: how long a frame that has begun may take for each 64 KiB of it. Time
   * in which we do not read does not count.
   */
  readonly frameTimeoutMs: number;
  /**
   * `queued.max.request.bytes`: bytes of unfinished or waiting frames over all connections; -1: no
   * limit.
   */
  readonly requestBytesInFlightMax: number;
  /** Answers that one connection may leave unread before nothing more is read from it. */
  readonly responseBacklogBytes: number;
}

/** Apache Kafka's defaults, and ours for the two keys that it does not have. */
export const defaultNetworkLimits: NetworkLimits = {
  requestMaxBytes: 104_857_600,
  connectionsMax: 2_147_483_647,
  connectionsPerHostMax: 2_147_483_647,
  connectionsPerHostOverrides: new Map(),
  idleMaxMs: 600_000,
  frameTimeoutMs: 30_000,
  requestBytesInFlightMax: -1,
  responseBacklogBytes: 1_048_576,
};
