import { bootstrapServer, json, type CommandDeclaration, type OptionsOf } from "../command.ts";

const names = { name: "names", isRest: true, doc: "Names of topics." } as const;
const config = {
  name: "config",
  kind: "list",
  value: "KEY=VALUE",
  doc: "A configuration of the topic, such as retention.ms=60000. May be repeated.",
} as const;

export const createDeclaration = {
  words: "topic create",
  summary: "Create topics.",
  arguments: [names],
  options: [
    {
      name: "partitions",
      kind: "integer",
      value: "N",
      doc: "Default: the broker's num.partitions.",
    },
    {
      name: "replication-factor",
      kind: "integer",
      value: "N",
      doc: "Default: the broker's default.replication.factor.",
    },
    config,
    { name: "if-not-exists", kind: "switch", doc: "A topic that exists is no failure." },
    bootstrapServer,
  ],
  examples: [
    { line: "naru topic create orders --partitions 6", doc: "One topic." },
    {
      line: "naru topic create events --config retention.ms=3600000",
      doc: "Records are kept for an hour.",
    },
  ],
} as const satisfies CommandDeclaration;

export const listDeclaration = {
  words: "topic list",
  summary: "List topics.",
  arguments: [],
  options: [
    { name: "internal", kind: "switch", doc: "Kafka's own topics too." },
    json,
    bootstrapServer,
  ],
  examples: [{ line: "naru topic list", doc: "All topics, with their partitions." }],
} as const satisfies CommandDeclaration;

export const describeDeclaration = {
  words: "topic describe",
  summary: "Describe topics: partitions, offsets and configuration.",
  arguments: [names],
  options: [json, bootstrapServer],
  examples: [{ line: "naru topic describe orders", doc: "Each partition with its offsets." }],
} as const satisfies CommandDeclaration;

export const alterDeclaration = {
  words: "topic alter",
  summary: "Give a topic more partitions, or another configuration.",
  details: "Records with a key may go to another partition once there are more.",
  arguments: [{ name: "name", doc: "Name of a topic." }],
  options: [
    { name: "partitions", kind: "integer", value: "N", doc: "How many there shall be in all." },
    config,
    {
      name: "delete-config",
      kind: "list",
      value: "KEY",
      doc: "Back to the broker's value. May be repeated.",
    },
    bootstrapServer,
  ],
  examples: [
    { line: "naru topic alter orders --partitions 12", doc: "More partitions; never fewer." },
    {
      line: "naru topic alter orders --config retention.ms=-1",
      doc: "Keep records for ever.",
    },
  ],
} as const satisfies CommandDeclaration;

export const deleteDeclaration = {
  words: "topic delete",
  summary: "Delete topics with all their records.",
  arguments: [names],
  options: [
    { name: "if-exists", kind: "switch", doc: "A topic that does not exist is no failure." },
    bootstrapServer,
  ],
  examples: [{ line: "naru topic delete orders", doc: "There is no way back." }],
} as const satisfies CommandDeclaration;

export type CreateOptions = OptionsOf<typeof createDeclaration>;
export type ListOptions = OptionsOf<typeof listDeclaration>;
export type DescribeOptions = OptionsOf<typeof describeDeclaration>;
export type AlterOptions = OptionsOf<typeof alterDeclaration>;
export type DeleteOptions = OptionsOf<typeof deleteDeclaration>;
