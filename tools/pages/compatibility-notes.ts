// What the page of compatibility says besides the versions: gaps of what is served, and the reason
// for what is not. Every API of Kafka that is not served must belong to one of the subjects.

/** What a served API does not do yet, and the reason. */
export const gaps: Readonly<Record<string, string>> = {
  Produce:
    "Transactional ids and batches are refused with error 53. Compressed batches stay closed.",
  InitProducerId: "Idempotent producers only; a transactional id is refused with error 53.",
  CreateTopics: "`cleanup.policy=compact` and recompression are refused by name.",
  ListPartitionReassignments: "Always empty: there are no replicas elsewhere to move to.",
};

/** A part of Kafka that is not there yet, with all its APIs. */
export interface UnservedSubject {
  readonly title: string;
  readonly apis: readonly string[];
}

/** Why each API that is not served is not. */
export const unservedSubjects: readonly UnservedSubject[] = [
  {
    title: "Groups and stored offsets",
    apis: [
      "OffsetCommit",
      "OffsetFetch",
      "FindCoordinator",
      "JoinGroup",
      "Heartbeat",
      "LeaveGroup",
      "SyncGroup",
      "DescribeGroups",
      "ListGroups",
      "DeleteGroups",
      "OffsetDelete",
      "ConsumerGroupHeartbeat",
      "ConsumerGroupDescribe",
    ],
  },
  {
    title: "Transactions",
    apis: [
      "AddPartitionsToTxn",
      "AddOffsetsToTxn",
      "EndTxn",
      "WriteTxnMarkers",
      "TxnOffsetCommit",
      "DescribeTransactions",
      "ListTransactions",
    ],
  },
  {
    title: "Authentication, authorization and quotas",
    apis: [
      "SaslHandshake",
      "SaslAuthenticate",
      "DescribeAcls",
      "CreateAcls",
      "DeleteAcls",
      "CreateDelegationToken",
      "RenewDelegationToken",
      "ExpireDelegationToken",
      "DescribeDelegationToken",
      "DescribeClientQuotas",
      "AlterClientQuotas",
      "DescribeUserScramCredentials",
      "AlterUserScramCredentials",
    ],
  },
  {
    title: "Several brokers, several folders",
    apis: [
      "AlterReplicaLogDirs",
      "ElectLeaders",
      "AlterPartitionReassignments",
      "UnregisterBroker",
      "AddRaftVoter",
      "RemoveRaftVoter",
    ],
  },
  { title: "Changing features of a running cluster", apis: ["UpdateFeatures"] },
  {
    title: "Client telemetry (KIP-714)",
    apis: ["GetTelemetrySubscriptions", "PushTelemetry"],
  },
  {
    title: "Share groups (KIP-932)",
    apis: [
      "ShareGroupHeartbeat",
      "ShareGroupDescribe",
      "ShareFetch",
      "ShareAcknowledge",
      "InitializeShareGroupState",
      "ReadShareGroupState",
      "WriteShareGroupState",
      "DeleteShareGroupState",
      "ReadShareGroupStateSummary",
      "DescribeShareGroupOffsets",
      "AlterShareGroupOffsets",
      "DeleteShareGroupOffsets",
    ],
  },
  {
    title: "Streams groups (KIP-1071)",
    apis: ["StreamsGroupHeartbeat", "StreamsGroupDescribe"],
  },
];
