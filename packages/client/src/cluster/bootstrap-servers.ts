import { ConfigError, wrongValue } from "@naru/protocol";
import type { BrokerAddress } from "../network/broker-connection.ts";

/** Reads `host:port` addresses, by comma or as a list; an IPv6 host stands in brackets. */
export function parseBootstrapServers(servers: string | readonly string[]): BrokerAddress[] {
  const words = (typeof servers === "string" ? servers.split(",") : servers)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length === 0) throw wrong("");
  return words.map((word) => {
    const colon = word.lastIndexOf(":");
    const host = word.slice(0, colon).replace(/^\[(.*)\]$/, "$1");
    const port = Number(word.slice(colon + 1));
    if (colon < 1 || !Number.isInteger(port) || port < 1 || port > 65_535) {
      throw wrong(word);
    }
    return { host, port };
  });
}

function wrong(word: string): ConfigError {
  return new ConfigError([
    wrongValue({
      key: "bootstrap.servers",
      value: word,
      rule: "host:port, such as localhost:9092",
    }),
  ]);
}
