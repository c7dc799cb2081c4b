import type { CommandDeclaration, OptionsOf } from "../command.ts";

export const startDeclaration = {
  words: "start",
  summary: "Start a broker.",
  details:
    "Keeps its data in Apache Kafka's own format, and stops cleanly on SIGINT and SIGTERM (twice: at once). " +
    "It listens on this machine only. What --set says wins over the file of --config; --port, --data-dir and " +
    "--memory win over both.",
  arguments: [],
  options: [
    {
      name: "data-dir",
      kind: "text",
      value: "DIR",
      doc: "Where the data is kept; made when missing. Default: log.dirs of the configuration, or ./naru-data.",
    },
    {
      name: "port",
      kind: "integer",
      value: "N",
      doc: "Listen there on localhost; 0 takes a free port. Default: listeners of the configuration, or 9092.",
    },
    {
      name: "memory",
      kind: "switch",
      doc: "Keep everything in memory: nothing is left when it stops.",
    },
    {
      name: "config",
      kind: "text",
      value: "FILE",
      doc: "A properties file with Kafka's keys, such as Kafka's own config/server.properties.",
    },
    {
      name: "set",
      kind: "list",
      value: "KEY=VALUE",
      doc: "One of Kafka's keys. May be repeated.",
    },
    {
      name: "insecure-listen",
      kind: "switch",
      doc: "Allow listeners that other machines reach. There is no authentication: who reaches it may do everything.",
    },
    {
      name: "log-level",
      kind: "text",
      value: "LEVEL",
      default: "warn",
      choices: ["error", "warn", "info", "debug"],
      doc: "How much is told on standard error.",
    },
  ],
  examples: [
    { line: "naru start", doc: "Listens on localhost:9092, keeps its data in ./naru-data." },
    { line: "naru start --memory --port 0", doc: "For a try: a free port, nothing kept." },
    {
      line: "naru start --config server.properties --set num.partitions=6",
      doc: "With a configuration of Apache Kafka's, and one key changed.",
    },
  ],
} as const satisfies CommandDeclaration;

export type StartOptions = OptionsOf<typeof startDeclaration>;
