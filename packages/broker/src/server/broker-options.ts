import { ConfigError } from "@naru/protocol";
import type { Logger, Runtime } from "@naru/runtime";
import { isLoopbackHost, type Endpoint } from "../metadata/config/listeners.ts";
import {
  parseBrokerConfig,
  type ConfigEntry,
  type ParsedBrokerConfig,
} from "../metadata/config/parse-broker-config.ts";

/** How to start a broker inside this process. */
export interface BrokerOptions {
  /** Where its data is kept; made when it is missing. Without a folder everything is in memory. */
  readonly dataDir?: string;
  /** Keep everything in memory, whatever folder `config` names. */
  readonly memory?: boolean;
  /** 0 takes a free one. Default: 0, or what `listeners` says in `config`. */
  readonly port?: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Kafka's own keys: `{ "num.partitions": 3 }`. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** The same with where each value comes from, for messages; `config` wins over it. */
  readonly configEntries?: readonly ConfigEntry[];
  /** Listen on other than loopback without authentication. */
  readonly insecureListen?: boolean;
  readonly logger?: Logger;
  /** The machine's, or with no `dataDir` one whose disk is memory. */
  readonly runtime?: Runtime;
}

/** All settings together, checked; throws a ConfigError that names everything that is wrong. */
export function readBrokerOptions(options: BrokerOptions): ParsedBrokerConfig {
  const parsed = parseBrokerConfig(entriesOf(options));
  const open = parsed.listeners.listeners.filter(({ host }) => !isLoopbackHost(host));
  if (open.length > 0 && options.insecureListen !== true) throw refusedListeners(open);
  return parsed;
}

/** In the order of their weight: of two that set the same key the later one counts. */
function entriesOf(options: BrokerOptions): ConfigEntry[] {
  const { configEntries = [], config = {}, dataDir, port, host } = options;
  const entries: ConfigEntry[] = [...configEntries];
  for (const [key, value] of Object.entries(config)) {
    entries.push({ key, value: String(value), source: "config" });
  }
  if (dataDir !== undefined) entries.push({ key: "log.dirs", value: dataDir, source: "dataDir" });
  const saysWhere = port !== undefined || host !== undefined;
  if (saysWhere || !entries.some(({ key }) => key === "listeners")) {
    const source = port === undefined ? "host" : "port";
    entries.push({ key: "listeners", value: listenerAt(host ?? "127.0.0.1", port ?? 0), source });
  }
  return entries;
}

function listenerAt(host: string, port: number): string {
  return `PLAINTEXT://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function refusedListeners(open: readonly Endpoint[]): ConfigError {
  return new ConfigError(
    open.map(({ listenerName, host, port }) => ({
      key: "listeners",
      source: "listeners",
      problem:
        `${listenerName}://${host}:${port} can be reached from other machines, and there is no ` +
        `authentication: who reaches it reads and writes everything. Listen on localhost, or say ` +
        `--insecure-listen (in code: insecureListen: true).`,
    })),
  );
}
