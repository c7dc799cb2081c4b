import type { ConfigDefinition, ConfigRule, ConfigState } from "@naru/runtime";
import { brokerConfigGroups } from "./broker-configs.ts";
import { groupConfigs } from "./group-configs.ts";
import { topicConfigs } from "./topic-configs.ts";

const stateWords: Readonly<Record<ConfigState, string>> = {
  "has-effect": "has effect",
  "does-not-apply": "does not apply",
  "not-yet": "not yet",
};

const stateLegend = [
  "| state | meaning |",
  "|---|---|",
  "| has effect | The setting does what it says. |",
  "| does not apply | Accepted, so that a file written for Kafka can be used. It changes nothing here, and the log says so. |",
  "| not yet | Refused by name when set to other than its default. |",
];

/** `docs/reference/configs-broker.md`. */
export function brokerConfigsPage(): string {
  const groups = brokerConfigGroups.flatMap(({ title, configs }) => [
    `## ${title}`,
    "",
    ...table(configs, "changes", (definition) => changes(definition)),
    "",
  ]);
  return page([
    "# Broker configuration",
    "",
    "Every configuration key of a broker, with Kafka's name, type and default. They are set in a",
    "properties file (`--config`) or one by one (`--set key=value`). *Changes* says how a key is set",
    "while the broker runs: for one broker, for the whole cluster, or only with a new start.",
    "",
    ...stateLegend,
    "",
    ...groups,
  ]);
}

/** `docs/reference/configs-topic.md`. */
export function topicConfigsPage(): string {
  return page([
    "# Topic configuration",
    "",
    "Every configuration key of a topic. All can be set when a topic is created and changed later.",
    "A topic that does not set a key has the value of the broker key beside it.",
    "",
    ...stateLegend,
    "",
    ...table(topicConfigs, "broker key", ({ brokerKey }) =>
      brokerKey === null ? "" : code(brokerKey),
    ),
  ]);
}

/** `docs/reference/configs-group.md`. */
export function groupConfigsPage(): string {
  return page([
    "# Group configuration",
    "",
    "Every configuration key of a group. They are set for one group at a time, which need not exist",
    "yet. A group that does not set a key has the value of the broker key beside it; a value must lie",
    "between the broker's `group.consumer.min.` and `group.consumer.max.` key of the same name.",
    "",
    ...stateLegend,
    "",
    ...table(groupConfigs, "broker key", ({ brokerKey }) =>
      brokerKey === null ? "" : code(brokerKey),
    ),
  ]);
}

function page(lines: readonly string[]): string {
  return `<!-- Generated from the tables in packages/broker/src/metadata/config. -->\n\n${lines.join("\n").trimEnd()}\n`;
}

function table<Definition extends ConfigDefinition>(
  configs: Readonly<Record<string, Definition>>,
  lastHead: string,
  lastCell: (definition: Definition) => string,
): string[] {
  const rows = Object.entries(configs).map(([key, definition]) => {
    const cells = [
      code(key),
      definition.type,
      defaultCell(definition),
      definition.valid === undefined ? "" : ruleCell(definition.valid),
      definition.importance,
      stateWords[definition.state],
      lastCell(definition),
      definition.doc,
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    `| key | type | default | valid | importance | state | ${lastHead} | meaning |`,
    "|---|---|---|---|---|---|---|---|",
    ...rows,
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}

function defaultCell(definition: ConfigDefinition): string {
  if (definition.default === null) return "none";
  return definition.default === "" ? "empty" : code(definition.default);
}

function ruleCell(rule: ConfigRule): string {
  switch (rule.kind) {
    case "range": {
      const range = [rule.min, rule.max];
      const [min, max] = range.map((bound) => (bound === undefined ? "" : String(bound)));
      const words =
        min === "" ? `at most ${max}` : max === "" ? `at least ${min}` : `${min} to ${max}`;
      return rule.or === undefined ? words : `${words}, or ${rule.or}`;
    }
    case "one-of":
      return rule.values.map(code).join(", ");
    case "list-of":
      return `of ${rule.values.map(code).join(", ")}`;
    case "non-empty":
      return "not empty";
    case "replica-list":
      return "`*`, or `partition:broker` pairs";
  }
}

function changes(definition: ConfigDefinition): string {
  switch (definition.dynamic) {
    case "per-broker":
      return "for one broker";
    case "cluster-wide":
      return definition.dynamicOnly ? "dynamically only" : "for the cluster";
    default:
      return "with a new start";
  }
}
