import type { BrokerConfig } from "./broker-config.ts";

const securityProtocols = ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] as const;

/** How bytes on a listener are protected, in Kafka's words. */
export type SecurityProtocol = (typeof securityProtocols)[number];

/** One address that is listened on or told to clients. */
export interface Endpoint {
  /** In capitals. */
  readonly listenerName: string;
  readonly securityProtocol: SecurityProtocol;
  /** Empty for every interface, or, when advertised, for the name of this machine. */
  readonly host: string;
  readonly port: number;
}

/** The listeners of a broker, sorted by what they are for. */
export interface BrokerListeners {
  /** To be opened for clients. */
  readonly listeners: readonly Endpoint[];
  /** What Metadata tells clients. Without advertised.listeners the same as `listeners`. */
  readonly advertised: readonly Endpoint[];
  /** Named by controller.listener.names; not opened. */
  readonly controllerListeners: readonly Endpoint[];
  readonly interBrokerListenerName: string;
}

/** A wrong key of the listener settings. */
export interface ListenerProblem {
  readonly key: string;
  readonly problem: string;
}

/** Whether an address can be reached from this machine alone. */
export function isLoopbackHost(host: string): boolean {
  return host.toLowerCase() === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

type ListenerConfig = Pick<
  BrokerConfig,
  | "listeners"
  | "advertisedListeners"
  | "listenerSecurityProtocolMap"
  | "controllerListenerNames"
  | "interBrokerListenerName"
  | "securityInterBrokerProtocol"
>;

/** Reads the listener keys together, since each speaks of the others; adds to `problems`. */
export function resolveListeners(
  config: ListenerConfig,
  { mapIsSet, problems }: { readonly mapIsSet: boolean; readonly problems: ListenerProblem[] },
): BrokerListeners {
  const controllerNames = config.controllerListenerNames.map((name) => name.toUpperCase());
  const protocols = readProtocolMap(config.listenerSecurityProtocolMap, problems);
  // Kafka's rule: controller listeners are PLAINTEXT unless the map was written by the user.
  if (!mapIsSet) {
    for (const name of controllerNames) if (!protocols.has(name)) protocols.set(name, "PLAINTEXT");
  }
  const reader = { protocols, problems };
  const all = readEndpoints("listeners", config.listeners, reader);
  checkPorts(config.listeners, all, problems);
  const isController = (endpoint: Endpoint): boolean =>
    controllerNames.includes(endpoint.listenerName);
  const listeners = all.filter((endpoint) => !isController(endpoint));
  const advertised = config.advertisedListeners
    ? readEndpoints("advertised.listeners", config.advertisedListeners, reader).filter(
        (endpoint) => !isController(endpoint),
      )
    : listeners;
  checkAdvertised(listeners, advertised, problems);
  return {
    listeners,
    advertised,
    controllerListeners: all.filter(isController),
    interBrokerListenerName: interBrokerName(config, advertised, problems),
  };
}

function readProtocolMap(text: string, problems: ListenerProblem[]): Map<string, SecurityProtocol> {
  const key = "listener.security.protocol.map";
  const protocols = new Map<string, SecurityProtocol>();
  for (const item of text.split(",").filter((part) => part.trim() !== "")) {
    const [name = "", protocolText = ""] = item.split(":").map((part) => part.trim().toUpperCase());
    const protocol = securityProtocols.find((known) => known === protocolText);
    if (protocol === undefined) {
      const problem =
        protocolText === ""
          ? `${key}: found '${item}', expected NAME:PROTOCOL.`
          : `Invalid security protocol \`${protocolText}\` defined in ${key}`;
      problems.push({ key, problem });
    } else {
      protocols.set(name, protocol);
    }
  }
  return protocols;
}

interface EndpointReader {
  readonly protocols: ReadonlyMap<string, SecurityProtocol>;
  readonly problems: ListenerProblem[];
}

function readEndpoints(
  key: string,
  texts: readonly string[],
  { protocols, problems }: EndpointReader,
): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (const text of texts) {
    const endpoint = readEndpoint(text, protocols);
    if (typeof endpoint === "string") problems.push({ key, problem: endpoint });
    else endpoints.push(endpoint);
  }
  const names = new Set(endpoints.map(({ listenerName }) => listenerName));
  if (names.size < endpoints.length) {
    const problem = `Each listener must have a different name, listeners: [${texts.join(", ")}]`;
    problems.push({ key, problem });
  }
  return endpoints;
}

function readEndpoint(
  text: string,
  protocols: ReadonlyMap<string, SecurityProtocol>,
): Endpoint | string {
  const match = /^(.*):\/\/\[?([0-9a-zA-Z\-%._:]*)\]?:(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match?.[1] === undefined || port > 65_535) {
    return `Unable to parse ${text} to a broker endpoint: expected NAME://host:port.`;
  }
  const listenerName = match[1].toUpperCase();
  const securityProtocol = protocols.get(listenerName);
  if (securityProtocol === undefined) {
    return `No security protocol defined for listener ${listenerName}`;
  }
  if (securityProtocol !== "PLAINTEXT") {
    return `${text}: ${securityProtocol} listeners are not served yet, only PLAINTEXT ones are.`;
  }
  return { listenerName, securityProtocol, host: match[2] ?? "", port };
}

/** One port may serve one address of each family; 0 asks the system for any. */
function checkPorts(
  texts: readonly string[],
  endpoints: readonly Endpoint[],
  problems: ListenerProblem[],
): void {
  const taken = new Set<string>();
  for (const { host, port } of endpoints) {
    const place = `${host.includes(":") ? "IPv6" : "IPv4"} ${port}`;
    if (port !== 0 && taken.has(place)) {
      const problem = `Each listener must have a different port, listeners: [${texts.join(", ")}]`;
      problems.push({ key: "listeners", problem });
      return;
    }
    taken.add(place);
  }
}

function checkAdvertised(
  listeners: readonly Endpoint[],
  advertised: readonly Endpoint[],
  problems: ListenerProblem[],
): void {
  const key = "advertised.listeners";
  if (advertised.some(({ host }) => host === "0.0.0.0")) {
    const problem = `${key} cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.`;
    problems.push({ key, problem });
  }
  const names = new Set(listeners.map(({ listenerName }) => listenerName));
  const others = advertised.filter(({ listenerName }) => !names.has(listenerName));
  if (others.length > 0) {
    const found = others.map(({ listenerName }) => listenerName).join(",");
    const options = [...names].join(",");
    const problem =
      `${key} listener names must be equal to or a subset of the ones defined in listeners. ` +
      `Found ${found}. The valid options based on the current configuration are ${options}`;
    problems.push({ key, problem });
  }
  if (advertised.length === 0 && problems.length === 0) {
    const problem = "There must be at least one broker advertised listener.";
    problems.push({ key: "listeners", problem });
  }
}

function interBrokerName(
  config: ListenerConfig,
  advertised: readonly Endpoint[],
  problems: ListenerProblem[],
): string {
  const key = "inter.broker.listener.name";
  const name = (config.interBrokerListenerName ?? config.securityInterBrokerProtocol).toUpperCase();
  const names = advertised.map(({ listenerName }) => listenerName);
  // A listener that could not be read has been reported already.
  if (!names.includes(name) && problems.length === 0) {
    const problem =
      `${key} must be a listener name defined in advertised.listeners. The valid options based ` +
      `on currently configured listeners are ${names.join(",")}`;
    problems.push({ key, problem });
  }
  return name;
}
