import { TRANSACTION_TOPIC } from "../metadata/internal-topics.ts";
import type { CoordinatorTopic } from "./coordinator-topic-creation.ts";

/** `__transaction_state`, made for the first transactional id. */
export const transactionTopic: CoordinatorTopic = {
  name: TRANSACTION_TOPIC,
  uses: "transactions",
  numPartitions: (config) => config.transactionStateLogNumPartitions,
  replicationFactor: (config) => config.transactionStateLogReplicationFactor,
  configs: (config) => ({
    // Better no coordinator than one that has forgotten what was decided.
    "unclean.leader.election.enable": "false",
    "compression.type": "uncompressed",
    "cleanup.policy": "compact",
    "min.insync.replicas": String(config.transactionStateLogMinIsr),
    "segment.bytes": String(config.transactionStateLogSegmentBytes),
  }),
};
