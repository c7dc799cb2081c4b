import { bootstrapServer, json, type CommandDeclaration, type OptionsOf } from "../command.ts";

const name = { name: "name", doc: "Name of a group." } as const;
const names = { name: "names", isRest: true, doc: "Names of groups." } as const;

export const listDeclaration = {
  words: "group list",
  summary: "List consumer groups.",
  arguments: [],
  options: [json, bootstrapServer],
  examples: [{ line: "naru group list", doc: "All groups, with their states." }],
} as const satisfies CommandDeclaration;

export const describeDeclaration = {
  words: "group describe",
  summary: "Describe groups: their offsets, and how far they lag behind.",
  arguments: [names],
  options: [json, bootstrapServer],
  examples: [{ line: "naru group describe billing", doc: "Each partition with its lag." }],
} as const satisfies CommandDeclaration;

export const membersDeclaration = {
  words: "group members",
  summary: "List the members of a group, with what they read.",
  arguments: [name],
  options: [json, bootstrapServer],
  examples: [{ line: "naru group members billing", doc: "Who reads what." }],
} as const satisfies CommandDeclaration;

export const resetDeclaration = {
  words: "group reset-offsets",
  summary: "Set the offsets of a group that has no members.",
  details: "A group that does not exist yet is made.",
  arguments: [name],
  options: [
    {
      name: "to",
      kind: "text",
      value: "WHERE",
      doc:
        "earliest, latest, current (where the group is, the end where it has no offset), an offset, " +
        "+N or -N from where the group is, a time such as 2026-11-22T08:00:00, or a duration ago such as PT30M.",
    },
    {
      name: "topic",
      kind: "list",
      value: "TOPIC[:P,P]",
      doc: "A topic, or some of its partitions. May be repeated. Default: all that the group has offsets of.",
    },
    { name: "dry-run", kind: "switch", doc: "Only show what would be done." },
    json,
    bootstrapServer,
  ],
  examples: [
    { line: "naru group reset-offsets billing --to earliest", doc: "Read everything again." },
    {
      line: "naru group reset-offsets billing --to -10 --topic orders:0 --dry-run",
      doc: "Ten records back in one partition: what would it be?",
    },
  ],
} as const satisfies CommandDeclaration;

export const deleteDeclaration = {
  words: "group delete",
  summary: "Delete groups without members, with their offsets.",
  arguments: [names],
  options: [bootstrapServer],
  examples: [{ line: "naru group delete billing", doc: "There is no way back." }],
} as const satisfies CommandDeclaration;

export type ListOptions = OptionsOf<typeof listDeclaration>;
export type DescribeOptions = OptionsOf<typeof describeDeclaration>;
export type MembersOptions = OptionsOf<typeof membersDeclaration>;
export type ResetOptions = OptionsOf<typeof resetDeclaration>;
export type DeleteOptions = OptionsOf<typeof deleteDeclaration>;
