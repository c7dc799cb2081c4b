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
  const entries: ConfigEntry[] = [...(options.configEntries ?? [])];
  for (const [key, value] of Object.entries(options.config ?? {})) {
    entries.push({ key, value: String(value), source: "config" });
  }
  const sets = (key: string): boolean => entries.some((entry) => entry.key === key);
  if (options.dataDir !== undefined) {
    entries.push({ key: "log.dirs", value: options.dataDir, source: "dataDir" });
  }
  if (options.port !== undefined || options.host !== undefined || !sets("listeners")) {
    const host = options.host ?? "127.0.0.1";
    const bracketed = host.includes(":") ? `[${host}]` : host;
    entries.push({
      key: "listeners",
      value: `PLAINTEXT://${bracketed}:${options.port ?? 0}`,
      source: options.port === undefined ? "host" : "port",
    });
  }
  const parsed = parseBrokerConfig(entries);
  const open = parsed.listeners.listeners.filter(({ host }) => !isLoopbackHost(host));
  if (open.length > 0 && options.insecureListen !== true) throw refusedListeners(open);
  return parsed;
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
