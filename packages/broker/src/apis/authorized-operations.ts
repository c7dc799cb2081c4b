/** The operations of Kafka's ACLs, by their number on the wire. */
const operations = {
  READ: 3,
  WRITE: 4,
  CREATE: 5,
  DELETE: 6,
  ALTER: 7,
  DESCRIBE: 8,
  CLUSTER_ACTION: 9,
  DESCRIBE_CONFIGS: 10,
  ALTER_CONFIGS: 11,
  IDEMPOTENT_WRITE: 12,
} as const;

type Operation = keyof typeof operations;

const onTopics: readonly Operation[] = [
  "READ",
  "WRITE",
  "CREATE",
  "DESCRIBE",
  "DELETE",
  "ALTER",
  "DESCRIBE_CONFIGS",
  "ALTER_CONFIGS",
];
const onCluster: readonly Operation[] = [
  "CREATE",
  "CLUSTER_ACTION",
  "DESCRIBE_CONFIGS",
  "ALTER_CONFIGS",
  "IDEMPOTENT_WRITE",
  "ALTER",
  "DESCRIBE",
];

const onGroups: readonly Operation[] = [
  "READ",
  "DESCRIBE",
  "DELETE",
  "DESCRIBE_CONFIGS",
  "ALTER_CONFIGS",
];

/** What the client did not ask for. */
export const OPERATIONS_NOT_ASKED = -2_147_483_648;

/** A bit for each operation that a client may do with a topic: all, while there are no ACLs. */
export const topicOperations: number = bits(onTopics);

/** The same for the cluster. */
export const clusterOperations: number = bits(onCluster);

/** The same for a group. */
export const groupOperations: number = bits(onGroups);

function bits(names: readonly Operation[]): number {
  return names.reduce((sum, name) => sum | (1 << operations[name]), 0);
}
