// The flags of Kafka 4.3's kafka-consumer-groups, declared once.
import { commandConfig, helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

/** The ways to say where a reset goes, in the order in which Kafka names them. */
export const selectors = [
  "to-datetime",
  "from-file",
  "shift-by",
  "to-offset",
  "to-earliest",
  "to-current",
  "to-latest",
  "by-duration",
] as const;

export const flags = {
  "bootstrap-server": {
    value: "String: server to connect to",
    doc: "REQUIRED: the Kafka servers to connect to.",
  },
  "command-config": commandConfig,
  list: { doc: "List the consumer groups." },
  describe: { doc: "Describe groups: their offsets and how far they lag behind." },
  delete: { doc: "Delete groups with all their offsets." },
  "delete-offsets": { doc: "Delete the offsets of one group for topics that it does not read." },
  "reset-offsets": {
    doc:
      "Set the offsets of groups without members. Says what it would do with --dry-run (the default), " +
      "does it with --execute. Takes one of the selectors --to-... , --shift-by, --by-duration and " +
      "--from-file, and --topic or --all-topics.",
  },
  group: { value: "String: consumer group", doc: "The group. May be repeated." },
  "all-groups": { doc: "All consumer groups." },
  topic: {
    value: "String: topic",
    doc: "A topic, or some of its partitions: orders:0,1. May be repeated.",
  },
  "all-topics": { doc: "With --reset-offsets: all topics that the group has offsets of." },
  "dry-run": { doc: "With --reset-offsets: only show what would be done." },
  execute: { doc: "With --reset-offsets: do it." },
  export: { doc: "With --reset-offsets: print the plan as CSV." },
  "to-offset": { value: "Long: offset", doc: "To this offset, or the nearest that there is." },
  "from-file": { value: "String: path to CSV file", doc: "To the offsets of an exported plan." },
  "to-datetime": {
    value: "String: datetime",
    doc: "To the first record of a time: 'YYYY-MM-DDThh:mm:ss.sss', with a zone if it is not ours.",
  },
  "by-duration": { value: "String: duration", doc: "To a time ago, as 'PnDTnHnMnS'." },
  "to-earliest": { doc: "To the earliest record." },
  "to-latest": { doc: "To the end." },
  "to-current": { doc: "To where the group is; to the end where it has no offset." },
  "shift-by": { value: "Long: number-of-offsets", doc: "Further by so many, or back." },
  timeout: { value: "Long: timeout (ms)", doc: "How long an answer may take." },
  "validate-regex": {
    value: "String: regex",
    doc: "Say whether consumers of the consumer protocol can subscribe to it. Needs no server.",
  },
  members: { onlyWith: ["describe"], doc: "Describe the members." },
  offsets: { onlyWith: ["describe"], doc: "Describe the offsets; so it does by default." },
  verbose: { onlyWith: ["describe"], doc: "Describe with more columns." },
  state: {
    value: "String",
    isOptional: true,
    onlyWith: ["describe", "list"],
    doc: "Describe the state; with --list show it, or list only groups in these states.",
  },
  type: {
    value: "String",
    isOptional: true,
    onlyWith: ["list"],
    doc: "Show the type, or list only groups of these types: classic, consumer.",
  },
  ...helpAndVersion,
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;
export type Given = GivenFlags<FlagName>;
