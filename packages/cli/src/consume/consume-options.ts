import { bootstrapServer, type CommandDeclaration, type OptionsOf } from "../command.ts";

export const consumeDeclaration = {
  words: "consume",
  summary: "Read the records of a topic, alone or in a group.",
  details:
    "Values are written as they are, one a line, until it is stopped or an end that was asked for is reached.",
  arguments: [{ name: "topic", doc: "Name of a topic." }],
  options: [
    {
      name: "group",
      kind: "text",
      value: "NAME",
      doc:
        "Read as a member of this group: from where it is, with the partitions divided among its members. " +
        "--offset (earliest or latest) is for partitions that it has not read yet.",
    },
    {
      name: "partition",
      kind: "list",
      value: "N",
      doc: "Read there only. May be repeated, or several by comma. Default: all.",
    },
    {
      name: "offset",
      kind: "text",
      value: "WHERE",
      default: "latest",
      doc:
        "Where to begin: earliest, latest, an offset, -N for the last N of each partition, or a time such as " +
        "2026-01-31T12:00:00Z.",
    },
    { name: "from-beginning", kind: "switch", doc: "The same as --offset earliest." },
    { name: "max-messages", kind: "integer", value: "N", doc: "End after so many records." },
    {
      name: "exit-at-end",
      kind: "switch",
      doc: "End with the last record that is there when it begins.",
    },
    {
      name: "timeout",
      kind: "integer",
      value: "MS",
      doc: "End when no record has come for so long.",
    },
    {
      name: "isolation",
      kind: "text",
      value: "LEVEL",
      default: "read_uncommitted",
      choices: ["read_uncommitted", "read_committed"],
      doc: "read_committed passes over what was aborted.",
    },
    {
      name: "format",
      kind: "text",
      value: "TEMPLATE",
      default: "%v\\n",
      doc:
        "What is written for a record: %t topic, %p partition, %o offset, %T timestamp, %k key, %v value, " +
        "%h headers, %K and %V their bytes (-1: null), %% a percent sign, \\n \\t \\0 \\xHH.",
    },
    {
      name: "encoding",
      kind: "text",
      value: "HOW",
      default: "raw",
      choices: ["raw", "hex", "base64"],
      doc: "How --format writes keys and values.",
    },
    {
      name: "json",
      kind: "switch",
      doc: "One JSON object a line. What is no UTF-8 stands as keyBase64 or valueBase64.",
    },
    bootstrapServer,
  ],
  examples: [
    { line: "naru consume greetings --from-beginning", doc: "All values, and what comes." },
    { line: "naru consume orders --group billing", doc: "Where the group is, as one of it." },
    {
      line: "naru consume orders --partition 0 --offset 42 --max-messages 10 --json",
      doc: "Ten records of one partition.",
    },
    {
      line: "naru consume orders --offset -5 --exit-at-end --format '%p %o %k: %v\\n'",
      doc: "The last five of each partition, with their keys.",
    },
  ],
} as const satisfies CommandDeclaration;

export type ConsumeOptions = OptionsOf<typeof consumeDeclaration>;
