import type { ConfigDefinition } from "@naru/runtime";

/** The transaction coordinator and its topic. */
export const transactionConfigs = {
  "transaction.max.timeout.ms": {
    type: "int",
    default: "900000",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc:
      "Longest timeout that a transactional producer may ask for. " +
      "Transactions are not served yet.",
  },
  "transactional.id.expiration.ms": {
    type: "int",
    default: "604800000",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc: "How long an unused transactional id is remembered. Transactions are not served yet.",
  },
  "transaction.partition.verification.enable": {
    type: "boolean",
    default: "true",
    importance: "low",
    state: "does-not-apply",
    dynamic: "cluster-wide",
    doc:
      "Whether a partition asks the coordinator before it takes transactional records. " +
      "Transactions are not served yet.",
  },
  "transaction.two.phase.commit.enable": {
    type: "boolean",
    default: "false",
    importance: "low",
    state: "does-not-apply",
    doc: "Whether an outside coordinator may end transactions. Transactions are not served yet.",
  },
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": {
    type: "int",
    default: "10000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "How often transactions past their timeout are aborted. Transactions are not served yet.",
  },
  "transaction.remove.expired.transaction.cleanup.interval.ms": {
    type: "int",
    default: "3600000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "How often expired transactional ids are removed. Transactions are not served yet.",
  },
  "transaction.state.log.load.buffer.size": {
    type: "int",
    default: "5242880",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc: "Bytes read at a time when transaction state is loaded. Transactions are not served yet.",
  },
  "transaction.state.log.min.isr": {
    type: "int",
    default: "2",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc: "In-sync replicas that the transaction topic asks for. Transactions are not served yet.",
  },
  "transaction.state.log.num.partitions": {
    type: "int",
    default: "50",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc: "Partitions of the transaction topic. Transactions are not served yet.",
  },
  "transaction.state.log.replication.factor": {
    type: "short",
    default: "3",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc:
      "Replicas of the transaction topic. " +
      "Transactions are not served yet, and one broker holds one replica.",
  },
  "transaction.state.log.segment.bytes": {
    type: "int",
    default: "104857600",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc: "Segment size of the transaction topic. Transactions are not served yet.",
  },
  "add.partitions.to.txn.retry.backoff.ms": {
    type: "int",
    default: "20",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc:
      "First pause before a partition is added to a transaction again. " +
      "Transactions are not served yet.",
  },
  "add.partitions.to.txn.retry.backoff.max.ms": {
    type: "int",
    default: "100",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "does-not-apply",
    doc:
      "Longest pause before a partition is added to a transaction again. " +
      "Transactions are not served yet.",
  },
} as const satisfies Record<string, ConfigDefinition>;
