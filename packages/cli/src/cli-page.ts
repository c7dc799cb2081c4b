import type { Command, CommandDeclaration, OptionDeclaration } from "./command.ts";
import { commands } from "./commands.ts";
import { flags as consoleConsumerFlags } from "./kafka-console-consumer/flags.ts";
import { flags as consoleProducerFlags } from "./kafka-console-producer/flags.ts";
import { flags as configsFlags } from "./kafka-configs/flags.ts";
import { flags as consumerGroupsFlags } from "./kafka-consumer-groups/flags.ts";
import { flags as getOffsetsFlags } from "./kafka-get-offsets/flags.ts";
import { flags as groupsFlags } from "./kafka-groups/flags.ts";
import type { Flag } from "./kafka-tool/flag.ts";
import { globalFlags, subcommands } from "./kafka-transactions/subcommands.ts";
import { flags, type TopicFlag } from "./kafka-topics/flags.ts";

/** The reference page of the command line, from the declarations that parse it. */
export function cliPage(): string {
  const lines = [
    "# The command line",
    "",
    "Written from the declarations in the code by `npm run gen`. In a checkout the command is `bin/naru`.",
    "",
    "Every command ends with exit code 0 when it did what was asked, and with 1 and a sentence on standard",
    "error when not. What is for programs stands on standard output; with `--json` it is JSON. Progress and",
    "totals are told on standard error, and only to a terminal.",
    "",
    ...commands.map(({ declaration }) => `- [naru ${declaration.words}](#${anchor(declaration)})`),
    "- [kafka-topics.sh](#kafka-topicssh)",
    ...lookAlikes.map(({ name }) => `- [${name}.sh](#${name}sh)`),
    "- [kafka-transactions.sh](#kafka-transactionssh)",
    "",
    ...commands.flatMap(commandLines),
    ...kafkaTopicsLines(),
    ...lookAlikes.flatMap(lookAlikeLines),
    ...kafkaTransactionsLines(),
  ];
  return `${lines.join("\n")}\n`;
}

function anchor({ words }: CommandDeclaration): string {
  return `naru-${words.replaceAll(" ", "-")}`;
}

function commandLines({ declaration }: Command): string[] {
  const { words, summary, details, options, examples } = declaration;
  const given = declaration.arguments.map(({ name, isRest }) =>
    isRest === true ? ` <${name}...>` : ` <${name}>`,
  );
  return [
    `## naru ${words}`,
    "",
    `\`naru ${words}${given.join("")} [options]\``,
    "",
    summary,
    ...(details === undefined ? [] : ["", details]),
    "",
    "| option | meaning | default |",
    "|---|---|---|",
    ...options.map(optionLine),
    "",
    "```sh",
    ...examples.flatMap(({ line, doc }) => [`# ${doc}`, line]),
    "```",
    "",
  ];
}

function optionLine({ name, value, choices, doc, ...option }: OptionDeclaration): string {
  const flag = value === undefined ? `--${name}` : `--${name} ${value}`;
  const among = choices === undefined ? "" : ` One of ${choices.map(code).join(", ")}.`;
  const fallback = option.default === undefined ? "" : code(String(option.default));
  return `| ${code(flag)} | ${cell(doc + among)} | ${fallback} |`;
}

function kafkaTopicsLines(): string[] {
  const sorted = Object.entries<TopicFlag>(flags).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    "## kafka-topics.sh",
    "",
    "`bin/kafka-topics.sh` takes the flags of Apache Kafka 4.3's tool of that name and prints its columns and its",
    "sentences, with its exit codes: what fails is told on standard output after `Error while executing topic",
    "command :`, mistakes in the flags on standard error.",
    "",
    "| flag | goes with | meaning |",
    "|---|---|---|",
    ...sorted.map(([name, { actions, doc }]) => {
      const among = (actions ?? ["any"]).map((action) =>
        code(action === "any" ? action : `--${action}`),
      );
      return `| ${code(`--${name}`)} | ${actions === undefined ? "any" : among.join(", ")} | ${cell(doc)} |`;
    }),
    "",
    "```sh",
    "bin/kafka-topics.sh --bootstrap-server localhost:9092 --create --topic test.topic --partitions 3",
    "bin/kafka-topics.sh --bootstrap-server localhost:9092 --describe --topic test.topic",
    "bin/kafka-topics.sh --bootstrap-server localhost:9092 --alter --topic test.topic --partitions 5",
    "```",
  ];
}

interface LookAlike {
  readonly name: string;
  /** How it tells of failures. */
  readonly text: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
  readonly examples: readonly string[];
}

const lookAlikes: readonly LookAlike[] = [
  {
    name: "kafka-configs",
    text: [
      "What fails is told on standard error, with exit code 1: of wrong words the sentence; of what the broker",
      "refuses the first line of Kafka's exception. Quotas (users, clients, ips), SCRAM credentials, client metrics",
      "and loggers are asked of the broker; Naru does not serve them yet and says so. `--bootstrap-controller` is",
      "for Apache Kafka's controllers: those of Naru are asked through the broker.",
    ],
    flags: configsFlags,
    examples: [
      "--describe --topic orders --all",
      "--alter --topic orders --add-config retention.ms=60000,cleanup.policy=[compact,delete]",
      "--alter --broker-defaults --delete-config log.retention.ms",
    ],
  },
  {
    name: "kafka-console-consumer",
    text: [
      "Records stand on standard output, `Processed a total of N messages` and all that fails on standard error. As",
      "with Kafka's tool a time-out, a broker that refuses and the number that was asked for end it with exit code 0,",
      "a record that the formatter cannot read with 1. It joins groups with the classic protocol: `group.protocol=consumer`",
      "and other properties that are not served are refused by name. Formatters and deserializers are Kafka's own, by",
      "the names of their classes; `--include` takes what Java's and JavaScript's regular expressions have in common.",
    ],
    flags: consoleConsumerFlags,
    examples: [
      "--topic orders --from-beginning --group billing --formatter-property print.key=true",
      "--topic orders --partition 0 --offset 42 --max-messages 10",
      "--topic __consumer_offsets --from-beginning --formatter org.apache.kafka.tools.consumer.OffsetsMessageFormatter",
    ],
  },
  {
    name: "kafka-console-producer",
    text: [
      "A record that fails is told on standard error, and the exit code is 0 all the same; with `--sync`, and for a line",
      "that is not as the reader's properties say, it is 1. The producer is not idempotent yet: after a lost answer a",
      "record may stand twice.",
    ],
    flags: consoleProducerFlags,
    examples: [
      "--topic orders --reader-property parse.key=true --reader-property key.separator=:",
      "--topic orders --sync --compression-codec zstd",
    ],
  },
  {
    name: "kafka-consumer-groups",
    text: [
      "As with Kafka's tool a failure is told on standard output after `Error:`, and the exit code is 0 all the",
      "same; mistakes in the flags stand on standard error, with exit code 1.",
    ],
    flags: consumerGroupsFlags,
    examples: [
      "--group email-send-group --describe",
      "--group email-send-group --reset-offsets --topic orders:0,1 --to-earliest --execute",
      "--list --state",
    ],
  },
  {
    name: "kafka-groups",
    text: ["What fails is told on standard output, with exit code 1."],
    flags: groupsFlags,
    examples: ["--list", "--list --consumer"],
  },
  {
    name: "kafka-get-offsets",
    text: ["What fails is told on standard error, with exit code 1."],
    flags: getOffsetsFlags,
    examples: ["--topic orders", "--topic-partitions orders:0-2 --time earliest"],
  },
];

function kafkaTransactionsLines(): string[] {
  const all = { "": { doc: "", flags: globalFlags }, ...subcommands };
  return [
    "",
    "## kafka-transactions.sh",
    "",
    "`bin/kafka-transactions.sh` takes the subcommands and flags of Apache Kafka 4.3's tool of that name, and prints its",
    "columns and its sentences. What fails is told on standard error, with exit code 1. Flags of the connection stand",
    "before the subcommand.",
    "",
    "| subcommand | flag | meaning |",
    "|---|---|---|",
    ...Object.entries(all).flatMap(([name, { doc, flags: its }]) => [
      ...(name === "" ? [] : [`| ${code(name)} | | ${cell(doc)} |`]),
      ...Object.entries(its).map(([flag, { doc: meaning }]) => {
        return `| | ${code(`--${flag}`)} | ${cell(meaning)} |`;
      }),
    ]),
    "",
    "```sh",
    "bin/kafka-transactions.sh --bootstrap-server localhost:9092 list",
    "bin/kafka-transactions.sh --bootstrap-server localhost:9092 find-hanging --topic orders",
    "bin/kafka-transactions.sh --bootstrap-server localhost:9092 abort --topic orders --partition 1 --start-offset 14",
    "```",
  ];
}

function lookAlikeLines({ name, text, flags: its, examples }: LookAlike): string[] {
  const sorted = Object.entries(its).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    "",
    `## ${name}.sh`,
    "",
    `\`bin/${name}.sh\` takes the flags of Apache Kafka 4.3's tool of that name and prints its columns and its`,
    "sentences.",
    ...text,
    "",
    "| flag | meaning |",
    "|---|---|",
    ...sorted.map(([flag, { doc }]) => `| ${code(`--${flag}`)} | ${cell(doc)} |`),
    "",
    "```sh",
    ...examples.map((line) => `bin/${name}.sh --bootstrap-server localhost:9092 ${line}`),
    "```",
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
