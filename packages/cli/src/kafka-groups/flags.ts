// The flags of Kafka 4.3's kafka-groups, declared once.
import { commandConfig, helpAndVersion, type Flag } from "../kafka-tool/flag.ts";
import type { GivenFlags } from "../kafka-tool/given-flags.ts";

/** Short ways to say what kind of groups is meant: one at most. */
export const kinds = ["consumer", "share", "streams"] as const;

export const flags = {
  "bootstrap-server": {
    value: "String: server to connect to",
    doc: "REQUIRED: the Kafka server to connect to.",
  },
  "command-config": commandConfig,
  list: { doc: "List the groups." },
  "group-type": {
    value: "String: type",
    doc: "Only groups of this type: classic, consumer, share or streams.",
  },
  protocol: { value: "String: protocol", doc: "Only groups of this protocol." },
  consumer: { doc: "Only groups of consumers: of type consumer, and classic ones of consumers." },
  share: { doc: "Only share groups." },
  streams: { doc: "Only streams groups." },
  ...helpAndVersion,
} as const satisfies Record<string, Flag>;

export type Given = GivenFlags<keyof typeof flags>;
