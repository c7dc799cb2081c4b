import * as path from "node:path";
import { javaWords } from "../kafka/installation.ts";
import { command } from "../runner/needs.ts";
import type { Need } from "../runner/suite.ts";
import type { Assignor } from "./division.ts";
import {
  confluentKafka,
  franzGo,
  franzGoProgram,
  javaClasses,
  javaMember,
  pythonCommand,
  pythonProgram,
} from "./installs.ts";
import { type MemberOptions, wordsOf } from "./member-program.ts";

/** A client as a member of a group: how its program is started. */
export interface Client {
  readonly name: string;
  readonly protocol: "classic" | "consumer";
  readonly assignor: Assignor;
  readonly need: Need;
  /**
   * kcat is one member a process, and says what it does in words of its own. When it is told to
   * end it commits a record that it has not printed: it may leave only when all has been read.
   */
  readonly isKcat?: true;
  /**
   * After a rebalance it still gives out, and commits, what it held before, and reads that again:
   * with Apache Kafka, too. Such a client has at least once, and no more.
   */
  readonly readsAgain?: true;
  readonly program: (options: MemberOptions) => readonly string[];
}

type Program = Pick<Client, "need" | "program" | "isKcat" | "readsAgain">;

function nodeProgram(file: string): Program {
  const program = path.join(import.meta.dirname, file);
  return {
    need: { missing: async () => undefined },
    program: (options) => [process.execPath, program, ...wordsOf(options)],
  };
}

const kafkaJs = nodeProgram("kafkajs-member.ts");
const platformatic: Program = { ...nodeProgram("platformatic-member.ts"), readsAgain: true };

const kcat: Program = {
  need: command("kcat"),
  isKcat: true,
  program: ({ bootstrap, group, topic, assignor, sessionMs, heartbeatMs }) => [
    // Its records and its rebalances in one stream, so that their order is kept.
    "sh",
    "-c",
    'exec kcat "$@" 2>&1',
    "kcat",
    ...`-b ${bootstrap} -G ${group} -u -f %p-%o\n`.split(" "),
    ...[
      "auto.offset.reset=earliest",
      "auto.commit.interval.ms=500",
      "fetch.wait.max.ms=200",
      `session.timeout.ms=${sessionMs}`,
      `heartbeat.interval.ms=${heartbeatMs}`,
      `partition.assignment.strategy=${assignor}`,
    ].flatMap((setting) => ["-X", setting]),
    topic,
  ],
};

const confluent: Program = {
  need: confluentKafka,
  program: (options) => [pythonCommand, pythonProgram, ...wordsOf(options)],
};

const java: Program = {
  need: javaMember,
  program: (options) => [
    "java",
    ...javaWords(["Member", ...wordsOf(options)], { classes: javaClasses, logLevel: "ERROR" }),
  ],
};

const franz: Program = {
  need: franzGo,
  program: (options) => [franzGoProgram, ...wordsOf(options)],
};

function client(
  name: string,
  protocol: Client["protocol"],
  assignor: Assignor,
  program: Program,
): Client {
  return { name: `${name} (${protocol}, ${assignor})`, protocol, assignor, ...program };
}

/** The clients that can divide by range among each other, in one classic group. */
export const rangeClients = {
  kcat: client("kcat", "classic", "range", kcat),
  confluent: client("confluent-kafka", "classic", "range", confluent),
  java: client("Java", "classic", "range", java),
  franz: client("franz-go", "classic", "range", franz),
} as const;

/** The clients that can take a group from one protocol to the other while it works (KIP-848). */
export const movingClients = {
  classic: client("Java", "classic", "cooperative-sticky", java),
  consumer: client("Java", "consumer", "uniform", java),
  confluent: client("confluent-kafka", "consumer", "uniform", confluent),
} as const;

/** Every client in every protocol that it speaks. */
export const clients: readonly Client[] = [
  client("KafkaJS", "classic", "roundrobin", kafkaJs),
  client("@platformatic/kafka", "classic", "roundrobin", platformatic),
  rangeClients.kcat,
  rangeClients.confluent,
  rangeClients.java,
  movingClients.classic,
  client("franz-go", "classic", "cooperative-sticky", franz),
  client("@platformatic/kafka", "consumer", "uniform", platformatic),
  movingClients.confluent,
  movingClients.consumer,
  client("Java", "consumer", "range", java),
  client("franz-go", "consumer", "uniform", franz),
];
