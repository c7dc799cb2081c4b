import { bootstrapServer, json, type CommandDeclaration, type OptionsOf } from "../command.ts";

export const listDeclaration = {
  words: "transaction list",
  summary: "List transactional ids, with the state of each one's transaction.",
  arguments: [],
  options: [
    {
      name: "pattern",
      kind: "text",
      value: "REGEX",
      doc: "Only ids that this regular expression matches as a whole.",
    },
    {
      name: "longer-than",
      kind: "integer",
      value: "MS",
      doc: "Only transactions that have been open for longer.",
    },
    json,
    bootstrapServer,
  ],
  examples: [{ line: "naru transaction list", doc: "All ids that the coordinators know." }],
} as const satisfies CommandDeclaration;

export const describeDeclaration = {
  words: "transaction describe",
  summary: "Describe transactional ids: producer, state, and the partitions of what is open.",
  arguments: [{ name: "ids", isRest: true, doc: "Transactional ids." }],
  options: [json, bootstrapServer],
  examples: [{ line: "naru transaction describe payments-0", doc: "What it has open." }],
} as const satisfies CommandDeclaration;

export const abortDeclaration = {
  words: "transaction abort",
  summary: "Abort a transaction: that of a transactional id, or one that hangs in a partition.",
  details:
    "With --id the coordinator aborts it and its producer is shut out. With --partition the partition ends it " +
    "by itself: only for transactions that 'transaction find-hanging' shows, of which no coordinator knows.",
  arguments: [],
  options: [
    { name: "id", kind: "text", value: "ID", doc: "A transactional id." },
    {
      name: "partition",
      kind: "text",
      value: "TOPIC:N",
      doc: "A partition in which a transaction hangs.",
    },
    {
      name: "start-offset",
      kind: "integer",
      value: "N",
      doc: "With --partition: where the transaction begins.",
    },
    bootstrapServer,
  ],
  examples: [
    { line: "naru transaction abort --id payments-0", doc: "Its producer must begin anew." },
    {
      line: "naru transaction abort --partition orders:1 --start-offset 14",
      doc: "Readers of committed records go on.",
    },
  ],
} as const satisfies CommandDeclaration;

export const findHangingDeclaration = {
  words: "transaction find-hanging",
  summary: "Find open transactions that no coordinator will end.",
  details: "They hold up every reader of committed records in their partition.",
  arguments: [],
  options: [
    { name: "topic", kind: "text", value: "NAME", doc: "Look there only. Default: all topics." },
    {
      name: "broker",
      kind: "integer",
      value: "ID",
      doc: "Look at the replicas of this broker. Default: at the leaders.",
    },
    {
      name: "older-than",
      kind: "integer",
      value: "MINUTES",
      default: 15,
      doc: "Younger ones may still be ended: transaction.max.timeout.ms is 15 minutes by default.",
    },
    json,
    bootstrapServer,
  ],
  examples: [{ line: "naru transaction find-hanging", doc: "Everywhere." }],
} as const satisfies CommandDeclaration;

export type ListOptions = OptionsOf<typeof listDeclaration>;
export type DescribeOptions = OptionsOf<typeof describeDeclaration>;
export type AbortOptions = OptionsOf<typeof abortDeclaration>;
export type FindHangingOptions = OptionsOf<typeof findHangingDeclaration>;
