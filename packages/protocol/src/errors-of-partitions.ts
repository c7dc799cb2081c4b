import type { ErrorDefinition } from "./errors-definition.ts";

/** Errors about topics, partitions, replicas and records. */
export const partitionErrors = {
  OFFSET_OUT_OF_RANGE: {
    code: 1,
    retriable: false,
    description: "The offset asked for is before the log's start or after its end.",
  },
  CORRUPT_MESSAGE: {
    code: 2,
    retriable: true,
    description: "A batch is damaged: its checksum, its length or its version is wrong.",
  },
  UNKNOWN_TOPIC_OR_PARTITION: {
    code: 3,
    retriable: true,
    description: "This broker knows no such topic or partition, or not yet.",
  },
  INVALID_FETCH_SIZE: {
    code: 4,
    retriable: false,
    description: "The number of bytes asked for in a fetch is not allowed.",
  },
  LEADER_NOT_AVAILABLE: {
    code: 5,
    retriable: true,
    description: "The partition has no leader now; one is being elected.",
  },
  NOT_LEADER_OR_FOLLOWER: {
    code: 6,
    retriable: true,
    description: "This broker is not the partition's leader, or holds no replica of it.",
  },
  REPLICA_NOT_AVAILABLE: {
    code: 9,
    retriable: true,
    description: "The replica asked for cannot be reached on this broker.",
  },
  MESSAGE_TOO_LARGE: {
    code: 10,
    retriable: false,
    description: "A batch is larger than the topic's max.message.bytes.",
  },
  INVALID_TOPIC_EXCEPTION: {
    code: 17,
    retriable: false,
    description: "The topic's name is not allowed, or a client may not write to it.",
  },
  RECORD_LIST_TOO_LARGE: {
    code: 18,
    retriable: false,
    description: "A batch is larger than a whole segment of the topic may be.",
  },
  NOT_ENOUGH_REPLICAS: {
    code: 19,
    retriable: true,
    description: "Fewer replicas are in sync than min.insync.replicas; nothing was written.",
  },
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: {
    code: 20,
    retriable: true,
    description: "The records were written, but too few replicas are in sync to keep them safe.",
  },
  INVALID_REQUIRED_ACKS: {
    code: 21,
    retriable: false,
    description: "The acks of a produce request are other than -1, 0 or 1.",
  },
  INVALID_TIMESTAMP: {
    code: 32,
    retriable: false,
    description: "A record's timestamp is outside the range that the topic allows.",
  },
  TOPIC_ALREADY_EXISTS: {
    code: 36,
    retriable: false,
    description: "A topic of this name is there already.",
  },
  INVALID_PARTITIONS: {
    code: 37,
    retriable: false,
    description: "The number of partitions is below one, or would shrink the topic.",
  },
  INVALID_REPLICATION_FACTOR: {
    code: 38,
    retriable: false,
    description: "The replication factor is below one or above the number of brokers.",
  },
  INVALID_REPLICA_ASSIGNMENT: {
    code: 39,
    retriable: false,
    description: "The replicas named for the partitions cannot be assigned so.",
  },
  UNSUPPORTED_FOR_MESSAGE_FORMAT: {
    code: 43,
    retriable: false,
    description: "The stored record format cannot do what the request asks.",
  },
  KAFKA_STORAGE_ERROR: {
    code: 56,
    retriable: true,
    description: "The disk failed, or is full, where the partition's log lies.",
  },
  LOG_DIR_NOT_FOUND: {
    code: 57,
    retriable: false,
    description: "The broker has no log directory of this name.",
  },
  REASSIGNMENT_IN_PROGRESS: {
    code: 60,
    retriable: false,
    description: "The partition's replicas are being moved already.",
  },
  FETCH_SESSION_ID_NOT_FOUND: {
    code: 70,
    retriable: true,
    description: "The broker no longer has the fetch session; the client opens a new one.",
  },
  INVALID_FETCH_SESSION_EPOCH: {
    code: 71,
    retriable: true,
    description: "The request is not the next one of its fetch session.",
  },
  LISTENER_NOT_FOUND: {
    code: 72,
    retriable: true,
    description: "The leader has no listener of the name that the client is connected to.",
  },
  TOPIC_DELETION_DISABLED: {
    code: 73,
    retriable: false,
    description: "The broker runs with delete.topic.enable=false.",
  },
  FENCED_LEADER_EPOCH: {
    code: 74,
    retriable: true,
    description: "The client's leader epoch is older than the partition's.",
  },
  UNKNOWN_LEADER_EPOCH: {
    code: 75,
    retriable: true,
    description: "The client's leader epoch is newer than any this broker knows.",
  },
  UNSUPPORTED_COMPRESSION_TYPE: {
    code: 76,
    retriable: false,
    description: "The client's version cannot use the codec of the records.",
  },
  OFFSET_NOT_AVAILABLE: {
    code: 78,
    retriable: true,
    description: "The new leader does not know yet how far records are committed.",
  },
  PREFERRED_LEADER_NOT_AVAILABLE: {
    code: 80,
    retriable: true,
    description: "The first replica of the partition cannot lead now.",
  },
  ELIGIBLE_LEADERS_NOT_AVAILABLE: {
    code: 83,
    retriable: true,
    description: "None of the replicas that may lead is alive.",
  },
  ELECTION_NOT_NEEDED: {
    code: 84,
    retriable: true,
    description: "The partition has the leader that an election would choose.",
  },
  NO_REASSIGNMENT_IN_PROGRESS: {
    code: 85,
    retriable: false,
    description: "The partition's replicas are not being moved.",
  },
  INVALID_RECORD: {
    code: 87,
    retriable: false,
    description:
      "A record or its batch breaks a rule: framing, count, offsets, or a key that must be there.",
  },
  UNKNOWN_TOPIC_ID: {
    code: 100,
    retriable: true,
    description: "This broker knows no topic with this id, or not yet.",
  },
  INCONSISTENT_TOPIC_ID: {
    code: 103,
    retriable: true,
    description: "The log belongs to a topic with another id.",
  },
  FETCH_SESSION_TOPIC_ID_ERROR: {
    code: 106,
    retriable: true,
    description: "The fetch session mixes topic names and topic ids.",
  },
  INELIGIBLE_REPLICA: {
    code: 107,
    retriable: false,
    description: "A replica that should enter the in-sync set may not.",
  },
  NEW_LEADER_ELECTED: {
    code: 108,
    retriable: false,
    description: "The in-sync set was changed, and another replica leads now.",
  },
  OFFSET_MOVED_TO_TIERED_STORAGE: {
    code: 109,
    retriable: false,
    description: "The records of this offset lie in remote storage.",
  },
} as const satisfies Record<string, ErrorDefinition>;
