import { bootstrapServer, type CommandDeclaration, type OptionsOf } from "../command.ts";

export const produceDeclaration = {
  words: "produce",
  summary: "Write records to a topic, one for each line.",
  details: "Reads standard input, or a file. The broker makes a missing topic when it is set to.",
  arguments: [{ name: "topic", doc: "Name of a topic." }],
  options: [
    { name: "file", kind: "text", value: "FILE", doc: "Read the lines of a file." },
    {
      name: "key-separator",
      kind: "text",
      value: "TEXT",
      doc: "What stands between key and value: the first one in a line counts. Default: no keys.",
    },
    {
      name: "null-marker",
      kind: "text",
      value: "TEXT",
      doc: "A value that stands for null, a tombstone.",
    },
    {
      name: "header",
      kind: "list",
      value: "KEY=VALUE",
      doc: "A header of every record. May be repeated.",
    },
    {
      name: "partition",
      kind: "integer",
      value: "N",
      doc: "Write there. Default: the key decides, as in Kafka's own clients.",
    },
    {
      name: "acks",
      kind: "text",
      value: "HOW",
      default: "all",
      choices: ["all", "1", "0"],
      doc: "Who must have a record before it counts as written.",
    },
    {
      name: "compression",
      kind: "text",
      value: "CODEC",
      default: "none",
      choices: ["none", "gzip", "snappy", "lz4", "zstd"],
      doc: "How batches are compressed.",
    },
    {
      name: "batch-size",
      kind: "integer",
      value: "BYTES",
      default: 65_536,
      doc: "Bytes of records at which a batch is full.",
    },
    { name: "linger-ms", kind: "integer", value: "MS", default: 5, doc: "How long a batch waits." },
    { name: "json", kind: "switch", doc: "Print the totals as JSON on standard output." },
    bootstrapServer,
  ],
  examples: [
    { line: "echo hello | naru produce greetings", doc: "One record." },
    {
      line: "naru produce orders --key-separator : --file orders.txt",
      doc: "What stands before the first colon is the key.",
    },
  ],
} as const satisfies CommandDeclaration;

export type ProduceOptions = OptionsOf<typeof produceDeclaration>;
