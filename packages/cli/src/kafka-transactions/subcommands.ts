// The subcommands of Kafka 4.3's kafka-transactions with their flags, declared once.

/** One flag: its values, and whether it must be there. */
export interface TransactionsFlag {
  readonly kind: "text" | "Integer" | "Long" | "Short";
  readonly isRequired?: boolean;
  readonly doc: string;
}

interface Subcommand {
  readonly doc: string;
  readonly flags: Readonly<Record<string, TransactionsFlag>>;
}

export const globalFlags = {
  "bootstrap-server": {
    kind: "text",
    isRequired: true,
    doc: "The Kafka servers to connect to, as host:port; several by comma.",
  },
  "command-config": { kind: "text", doc: "A properties file with settings for the connection." },
} as const satisfies Record<string, TransactionsFlag>;

const topic = { kind: "text", isRequired: true, doc: "The topic." } as const;
const partition = {
  kind: "Integer",
  isRequired: true,
  doc: "The number of the partition.",
} as const;

export const subcommands = {
  list: {
    doc: "List transactional ids.",
    flags: {
      "duration-filter": {
        kind: "Long",
        doc: "Only transactions that run for longer than so many milliseconds; all when it is negative.",
      },
      "transactional-id-pattern": {
        kind: "text",
        doc: "Only ids that this regular expression matches as a whole.",
      },
    },
  },
  describe: {
    doc: "Describe the state of a transactional id.",
    flags: {
      "transactional-id": { kind: "text", isRequired: true, doc: "The transactional id." },
    },
  },
  "describe-producers": {
    doc: "Describe the producers that a partition remembers.",
    flags: {
      "broker-id": {
        kind: "Integer",
        doc: "As this broker's replica knows them, not the leader's.",
      },
      topic,
      partition,
    },
  },
  abort: {
    doc: "Abort a transaction that hangs in a partition, past its coordinator.",
    flags: {
      topic,
      partition,
      "start-offset": { kind: "Long", doc: "Where the transaction begins: that is enough." },
      "producer-id": { kind: "Long", doc: "For brokers before 3.0: the producer's id." },
      "producer-epoch": { kind: "Short", doc: "For brokers before 3.0: the producer's epoch." },
      "coordinator-epoch": {
        kind: "Integer",
        doc: "For brokers before 3.0: the coordinator's epoch.",
      },
    },
  },
  "find-hanging": {
    doc: "Find transactions that no coordinator will end.",
    flags: {
      "broker-id": { kind: "Integer", doc: "Look at the replicas of this broker." },
      "max-transaction-timeout": {
        kind: "Integer",
        doc: "Only transactions older than so many minutes. Default: 15.",
      },
      topic: { kind: "text", doc: "Look at this topic." },
      partition: { kind: "Integer", doc: "Look at this partition of the topic." },
    },
  },
  forceTerminateTransaction: {
    doc: "Abort what the producer of a transactional id has open, and shut it out.",
    flags: {
      transactionalId: { kind: "text", isRequired: true, doc: "The transactional id." },
    },
  },
} as const satisfies Record<string, Subcommand>;

export type SubcommandName = keyof typeof subcommands;
