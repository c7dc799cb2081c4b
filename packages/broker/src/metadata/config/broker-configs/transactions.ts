import type { ConfigDefinition } from "@naru/runtime";

/** The transaction coordinator and its topic. */
export const transactionConfigs = {
  "transaction.max.timeout.ms": {
    type: "int",
    default: "900000",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Longest time-out that a transactional producer may ask for.",
  },
  "transactional.id.expiration.ms": {
    type: "int",
    default: "604800000",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc:
      "How long a transactional id is remembered after its last transaction. " +
      "Ids with an open transaction do not expire.",
  },
  "transaction.partition.verification.enable": {
    type: "boolean",
    default: "true",
    importance: "low",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Whether a partition asks the coordinator before it takes the first transactional records " +
      "of a client that adds partitions to its transaction itself (KIP-890).",
  },
  "transaction.two.phase.commit.enable": {
    type: "boolean",
    default: "false",
    importance: "low",
    state: "does-not-apply",
    doc:
      "Whether an outside coordinator may end transactions (KIP-939). " +
      "No stable version of a request asks for it yet, in Kafka neither.",
  },
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": {
    type: "int",
    default: "10000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "has-effect",
    doc: "How often transactions past their time-out are looked for and aborted.",
  },
  "transaction.remove.expired.transaction.cleanup.interval.ms": {
    type: "int",
    default: "3600000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "has-effect",
    doc: "How often transactional ids that have expired are looked for and removed.",
  },
  "transaction.state.log.load.buffer.size": {
    type: "int",
    default: "5242880",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Bytes read at a time when the state of transactions is loaded.",
  },
  "transaction.state.log.min.isr": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc:
      "In-sync replicas that the transaction topic asks for, when it is made. " +
      "Kafka's default is 2; decision 0010 says why not here.",
  },
  "transaction.state.log.num.partitions": {
    type: "int",
    default: "50",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Partitions of the transaction topic, when it is made for the first transactional id.",
  },
  "transaction.state.log.replication.factor": {
    type: "short",
    default: "1",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc:
      "Replicas of the transaction topic, when it is made. " +
      "Kafka's default is 3; decision 0010 says why not here.",
  },
  "transaction.state.log.segment.bytes": {
    type: "int",
    default: "104857600",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Segment size of the transaction topic, when it is made.",
  },
  "add.partitions.to.txn.retry.backoff.ms": {
    type: "int",
    default: "20",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc:
      "Pause before a partition is added to a transaction again, " +
      "while the transaction before it is still being ended.",
  },
  "add.partitions.to.txn.retry.backoff.max.ms": {
    type: "int",
    default: "100",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    doc:
      "For how long a broker goes on adding a partition to a transaction " +
      "before the producer must do so.",
  },
} as const satisfies Record<string, ConfigDefinition>;
