import type { BrokerConfig } from "./broker-config.ts";
import { parseConnectionOverrides } from "./broker-config.ts";
import type { BrokerConfigKey } from "./broker-configs.ts";
import { isLoopbackHost } from "./listeners.ts";

/** A rule that looks at more than one value. The first key is the one to blame. */
interface ConfigCheck {
  readonly keys: readonly [BrokerConfigKey, ...BrokerConfigKey[]];
  /** What is wrong, in Kafka's words where it has the rule; undefined when nothing is. */
  readonly broken: (config: BrokerConfig) => string | undefined;
}

const noPerIp =
  "max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides";

/** Rules that hold for the file and for dynamic configurations alike. */
const generalChecks: readonly ConfigCheck[] = [
  {
    keys: ["log.roll.ms"],
    broken: ({ logRollMs }) =>
      logRollMs < 1 ? "log.roll.ms must be greater than or equal to 1" : undefined,
  },
  {
    keys: ["log.roll.jitter.ms"],
    broken: ({ logRollJitterMs }) =>
      logRollJitterMs < 0 ? "log.roll.jitter.ms must be greater than or equal to 0" : undefined,
  },
  {
    keys: ["log.retention.ms", "log.retention.minutes", "log.retention.hours"],
    broken: ({ logRetentionMs }) =>
      logRetentionMs === 0
        ? "log.retention.ms must be unlimited (-1) or, greater than or equal to 1"
        : undefined,
  },
  {
    keys: ["max.connections.per.ip"],
    broken: ({ maxConnectionsPerIp, maxConnectionsPerIpOverrides }) =>
      maxConnectionsPerIp === 0 && maxConnectionsPerIpOverrides === ""
        ? `${noPerIp} property is set.`
        : undefined,
  },
  {
    keys: ["max.connections.per.ip.overrides"],
    broken: ({ maxConnectionsPerIpOverrides: text }) =>
      parseConnectionOverrides(text) === undefined
        ? `max.connections.per.ip.overrides: found '${text}', expected address:count,address:count.`
        : undefined,
  },
  {
    keys: ["queued.max.request.bytes", "socket.request.max.bytes"],
    broken: ({ queuedMaxRequestBytes, socketRequestMaxBytes }) =>
      queuedMaxRequestBytes > 0 && queuedMaxRequestBytes < socketRequestMaxBytes
        ? "queued.max.request.bytes must be larger or equal to socket.request.max.bytes"
        : undefined,
  },
];

/** What members of consumer groups are given lies within the bounds that are set for it. */
const boundedByGroups: readonly {
  readonly what: "heartbeat.interval.ms" | "session.timeout.ms" | "assignment.interval.ms";
  /** The value, its minimum and its maximum. */
  readonly values: (config: BrokerConfig) => readonly [number, number, number];
}[] = [
  {
    what: "heartbeat.interval.ms",
    values: (config) => [
      config.groupConsumerHeartbeatIntervalMs,
      config.groupConsumerMinHeartbeatIntervalMs,
      config.groupConsumerMaxHeartbeatIntervalMs,
    ],
  },
  {
    what: "session.timeout.ms",
    values: (config) => [
      config.groupConsumerSessionTimeoutMs,
      config.groupConsumerMinSessionTimeoutMs,
      config.groupConsumerMaxSessionTimeoutMs,
    ],
  },
  {
    what: "assignment.interval.ms",
    values: (config) => [
      config.groupConsumerAssignmentIntervalMs,
      config.groupConsumerMinAssignmentIntervalMs,
      config.groupConsumerMaxAssignmentIntervalMs,
    ],
  },
];

const groupChecks: readonly ConfigCheck[] = [
  ...boundedByGroups.map(({ what, values }): ConfigCheck => {
    const keys = [
      `group.consumer.${what}`,
      `group.consumer.min.${what}`,
      `group.consumer.max.${what}`,
    ] as const;
    return { keys, broken: (config) => outOfBounds(keys, values(config)) };
  }),
  {
    keys: ["group.consumer.heartbeat.interval.ms", "group.consumer.session.timeout.ms"],
    broken: ({ groupConsumerHeartbeatIntervalMs, groupConsumerSessionTimeoutMs }) =>
      groupConsumerHeartbeatIntervalMs >= groupConsumerSessionTimeoutMs
        ? "group.consumer.heartbeat.interval.ms must be less than group.consumer.session.timeout.ms"
        : undefined,
  },
  {
    keys: ["group.coordinator.rebalance.protocols"],
    broken: ({ groupCoordinatorRebalanceProtocols: protocols }) =>
      protocols.includes("classic")
        ? undefined
        : "Disabling the 'classic' protocol is not supported.",
  },
];

function outOfBounds(
  [key, minKey, maxKey]: readonly [string, string, string],
  [value, min, max]: readonly [number, number, number],
): string | undefined {
  if (max < min) return `${maxKey} must be greater than or equal to ${minKey}`;
  if (value < min) return `${key} must be greater than or equal to ${minKey}`;
  return value > max ? `${key} must be less than or equal to ${maxKey}` : undefined;
}

/** What this version does not serve, although each value alone is one that Kafka takes. */
const servedChecks: readonly ConfigCheck[] = [
  {
    keys: ["process.roles"],
    broken: ({ processRoles }) =>
      new Set(processRoles).size < 2
        ? `process.roles: found '${processRoles.join(",")}', expected broker,controller. ` +
          "A broker or a controller alone is not served yet."
        : undefined,
  },
  {
    keys: ["log.dirs", "log.dir"],
    broken: ({ logDirs }) =>
      logDirs.length > 1
        ? `log.dirs: found ${logDirs.length} folders (${logDirs.join(", ")}), expected one. ` +
          "Several are not served yet."
        : undefined,
  },
  { keys: ["controller.quorum.voters"], broken: foreignVoters },
  { keys: ["controller.quorum.bootstrap.servers"], broken: foreignBootstrapServers },
];

/** A rule that was broken, and by which keys. */
export interface BrokenCheck {
  readonly keys: readonly BrokerConfigKey[];
  readonly problem: string;
}

/** Every rule over several keys that the values break. */
export function brokenChecks(
  config: BrokerConfig,
  { dynamic }: { readonly dynamic: boolean },
): BrokenCheck[] {
  // What only the file can set was checked when the broker started.
  const always = [...generalChecks, ...groupChecks];
  const checks = dynamic ? always : [...always, ...servedChecks];
  return checks.flatMap(({ keys, broken }) => {
    const problem = broken(config);
    return problem === undefined ? [] : [{ keys, problem }];
  });
}

function foreignVoters(config: BrokerConfig): string | undefined {
  const key = "controller.quorum.voters";
  const { controllerQuorumVoters: voters, nodeId } = config;
  const malformed = voters.find((voter) => !/^\d+@.+:\d+$/.test(voter));
  if (malformed !== undefined) return `${key}: found '${malformed}', expected id@host:port.`;
  if (voters.every((voter) => voter.startsWith(`${nodeId}@`)) && voters.length < 2) {
    return undefined;
  }
  return (
    `${key}: found '${voters.join(",")}', expected this node alone (${nodeId}@host:port). ` +
    "A quorum of other controllers is not served yet."
  );
}

function foreignBootstrapServers(config: BrokerConfig): string | undefined {
  const key = "controller.quorum.bootstrap.servers";
  const { controllerQuorumBootstrapServers: servers } = config;
  const malformed = servers.find((server) => !/^.+:\d+$/.test(server));
  if (malformed !== undefined) return `${key}: found '${malformed}', expected host:port.`;
  if (servers.length < 2 && servers.every((server) => isOwnController(server, config))) {
    return undefined;
  }
  return (
    `${key}: found '${servers.join(",")}', expected the address of this node's own controller ` +
    "listener (localhost, or a host of listeners or advertised.listeners). " +
    "Controllers elsewhere are not served yet."
  );
}

/** Without a controller listener in `listeners` any port of this machine can be meant. */
function isOwnController(server: string, config: BrokerConfig): boolean {
  const controllerNames = config.controllerListenerNames.map((name) => name.toUpperCase());
  const endpoints = [...config.listeners, ...(config.advertisedListeners ?? [])].map(splitEndpoint);
  const ports = endpoints
    .filter(({ listenerName }) => controllerNames.includes(listenerName))
    .map(({ port }) => port);
  const { host, port } = splitEndpoint(server);
  const isOwnHost = isLoopbackHost(host) || endpoints.some((endpoint) => endpoint.host === host);
  return isOwnHost && (ports.length === 0 || ports.includes(port));
}

/** Takes `NAME://host:port` or `host:port` apart; the listener settings are judged elsewhere. */
function splitEndpoint(text: string): { listenerName: string; host: string; port: string } {
  const [, name = "", host = "", port = ""] = /^(?:(.*):\/\/)?(.*):(.*)$/.exec(text) ?? [];
  return { listenerName: name.toUpperCase(), host: host.replace(/^\[(.*)\]$/, "$1"), port };
}
