import { bootstrapServer, json, type CommandDeclaration, type OptionsOf } from "../command.ts";

const levels = {
  name: "levels",
  isRest: true,
  doc: "FEATURE=LEVEL; for metadata.version a release of Kafka's will do as well, such as 4.3.",
} as const;

const dryRun = {
  name: "dry-run",
  kind: "switch",
  doc: "Only ask whether it could be done.",
} as const;

export const describeDeclaration = {
  words: "feature describe",
  summary: "Show each feature of the cluster: its level, and the levels that could be.",
  arguments: [],
  options: [json, bootstrapServer],
  examples: [{ line: "naru feature describe", doc: "What the cluster runs at." }],
} as const satisfies CommandDeclaration;

export const upgradeDeclaration = {
  words: "feature upgrade",
  summary: "Raise the levels of features: all of them, or none.",
  details:
    "The folder can then no longer be opened by a release of Kafka that does not know the level; " +
    "from metadata.version 30 there is no way back.",
  arguments: [levels],
  options: [dryRun, bootstrapServer],
  examples: [
    {
      line: "naru feature upgrade metadata.version=4.2 --dry-run",
      doc: "Could every broker run at it?",
    },
    {
      line: "naru feature upgrade eligible.leader.replicas.version=1",
      doc: "Whoever has all that is committed may lead again (KIP-966).",
    },
  ],
} as const satisfies CommandDeclaration;

export const downgradeDeclaration = {
  words: "feature downgrade",
  summary: "Lower the levels of features, 0 switches one off: all of them, or none.",
  arguments: [levels],
  options: [
    { name: "unsafe", kind: "switch", doc: "Even if metadata may be lost." },
    dryRun,
    bootstrapServer,
  ],
  examples: [
    {
      line: "naru feature downgrade eligible.leader.replicas.version=0",
      doc: "Switch it off.",
    },
  ],
} as const satisfies CommandDeclaration;

export type DescribeOptions = OptionsOf<typeof describeDeclaration>;
export type UpgradeOptions = OptionsOf<typeof upgradeDeclaration>;
export type DowngradeOptions = OptionsOf<typeof downgradeDeclaration>;
