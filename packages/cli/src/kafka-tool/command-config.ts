import { parseProperties } from "@naru/broker";
import type { ClusterOptions } from "@naru/client";
import { ConfigError, type ConfigProblem } from "@naru/protocol";

type Settings = Partial<ClusterOptions>;

const readers: Readonly<Record<string, (value: string) => Settings | string>> = {
  "client.id": (value) => ({ clientId: value }),
  "request.timeout.ms": (value) =>
    milliseconds(value, (requestTimeoutMs) => ({ requestTimeoutMs })),
  "socket.connection.setup.timeout.ms": (value) =>
    milliseconds(value, (connectTimeoutMs) => ({ connectTimeoutMs })),
  // Other protocols need TLS or SASL, which the client does not speak yet.
  "security.protocol": (value) =>
    value === "PLAINTEXT" ? {} : `found '${value}', expected PLAINTEXT: no other is served yet.`,
};

/** Settings of --command-config; what is not served is refused by name, all of it at once. */
export function commandConfig(file: string, text: string): Settings {
  const problems: ConfigProblem[] = [];
  let settings: Settings = {};
  for (const { key, value, line } of parseProperties(text)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    const read =
      reader?.(value) ?? `is not served yet. There are ${Object.keys(readers).join(", ")}.`;
    if (typeof read === "string") {
      problems.push({ key, source: `${file} line ${line}`, problem: `${key}: ${read}` });
    } else {
      settings = { ...settings, ...read };
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

function milliseconds(value: string, settings: (ms: number) => Settings): Settings | string {
  const ms = Number(value);
  if (value.trim() !== "" && Number.isInteger(ms) && ms > 0) return settings(ms);
  return `found '${value}', expected milliseconds, such as 30000.`;
}
