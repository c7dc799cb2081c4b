// The flags of Kafka 4.3's kafka-configs, declared once: reading, checks and help come from here.
import { commandConfig, helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

export const flags = {
  "bootstrap-server": {
    value: "String: server to connect to",
    doc: "The Kafka servers to connect to.",
  },
  "bootstrap-controller": {
    value: "String: controller to connect to",
    doc: "The Kafka controllers to connect to, in place of servers.",
  },
  "command-config": commandConfig,
  alter: { doc: "Change configurations." },
  describe: { doc: "Print configurations." },
  all: { doc: "All configurations, those that nobody has set among them." },
  "entity-type": {
    value: "String",
    doc: "What is configured: topics, clients, users, brokers, broker-loggers, ips, client-metrics or groups.",
  },
  "entity-name": { value: "String", doc: "Its name, or a broker's id." },
  "entity-default": { doc: "What holds for all clients, users, brokers or ips." },
  "add-config": {
    value: "String",
    doc:
      "What is to be set: k1=v1,k2=[v1,v2],k3=v3. Square brackets hold a value with commas together. " +
      "`--describe --all` shows the keys that there are.",
  },
  "add-config-file": { value: "String", doc: "A properties file with what is to be set." },
  "delete-config": { value: "String", doc: "Keys that go back to their default: k1,k2." },
  topic: { value: "String", doc: "The name of a topic." },
  client: { value: "String", doc: "The id of a client." },
  "client-defaults": { doc: "What holds for all clients." },
  user: { value: "String", doc: "The principal of a user." },
  "user-defaults": { doc: "What holds for all users." },
  broker: { value: "String", doc: "The id of a broker." },
  "broker-defaults": { doc: "What holds for all brokers." },
  "broker-logger": { value: "String", doc: "The id of a broker, for the levels of its loggers." },
  ip: { value: "String", doc: "An IP address." },
  "ip-defaults": { doc: "What holds for all IP addresses." },
  group: { value: "String", doc: "The id of a group." },
  "client-metrics": { value: "String", doc: "The name of a subscription to clients' metrics." },
  ...helpAndVersion,
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;
export type Given = GivenFlags<FlagName>;
