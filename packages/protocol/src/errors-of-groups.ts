import type { ErrorDefinition } from "./errors-definition.ts";

/** Errors about groups of every kind, their members and their offsets. */
export const groupErrors = {
  OFFSET_METADATA_TOO_LARGE: {
    code: 12,
    retriable: false,
    description: "The text committed with an offset is longer than offset.metadata.max.bytes.",
  },
  COORDINATOR_LOAD_IN_PROGRESS: {
    code: 14,
    retriable: true,
    description: "The coordinator is still reading its state from the log.",
  },
  COORDINATOR_NOT_AVAILABLE: {
    code: 15,
    retriable: true,
    description: "No broker can act as coordinator at the moment.",
  },
  NOT_COORDINATOR: {
    code: 16,
    retriable: true,
    description: "This broker does not coordinate the group or the transactional id.",
  },
  ILLEGAL_GENERATION: {
    code: 22,
    retriable: false,
    description: "The member speaks of a generation that is not the group's.",
  },
  INCONSISTENT_GROUP_PROTOCOL: {
    code: 23,
    retriable: false,
    description: "The member supports no protocol that all the others support, too.",
  },
  INVALID_GROUP_ID: {
    code: 24,
    retriable: false,
    description: "The group id is empty or is not allowed.",
  },
  UNKNOWN_MEMBER_ID: {
    code: 25,
    retriable: false,
    description: "The group has no such member; it was removed or never joined.",
  },
  INVALID_SESSION_TIMEOUT: {
    code: 26,
    retriable: false,
    description: "The session time-out is outside the range that the broker allows.",
  },
  REBALANCE_IN_PROGRESS: {
    code: 27,
    retriable: false,
    description: "The group is rebalancing; the member has to join again.",
  },
  INVALID_COMMIT_OFFSET_SIZE: {
    code: 28,
    retriable: false,
    description: "The offsets to commit are too large to store.",
  },
  NON_EMPTY_GROUP: {
    code: 68,
    retriable: false,
    description: "The group still has members.",
  },
  GROUP_ID_NOT_FOUND: {
    code: 69,
    retriable: false,
    description: "There is no such group.",
  },
  MEMBER_ID_REQUIRED: {
    code: 79,
    retriable: false,
    description: "The member has to join again with the id it was just given.",
  },
  GROUP_MAX_SIZE_REACHED: {
    code: 81,
    retriable: false,
    description: "The group has as many members as it may have.",
  },
  FENCED_INSTANCE_ID: {
    code: 82,
    retriable: false,
    description: "Another member has taken over this group.instance.id.",
  },
  GROUP_SUBSCRIBED_TO_TOPIC: {
    code: 86,
    retriable: false,
    description: "The group reads the topic now, so its offsets cannot be deleted.",
  },
  UNSTABLE_OFFSET_COMMIT: {
    code: 88,
    retriable: true,
    description: "Offsets of a transaction that has not ended stand in the way.",
  },
  FENCED_MEMBER_EPOCH: {
    code: 110,
    retriable: false,
    description:
      "The coordinator fenced the member, which gives up its partitions and joins again.",
  },
  UNRELEASED_INSTANCE_ID: {
    code: 111,
    retriable: false,
    description: "Another member still holds this group.instance.id.",
  },
  UNSUPPORTED_ASSIGNOR: {
    code: 112,
    retriable: false,
    description: "The group does not know the assignor, or not this version of it.",
  },
  STALE_MEMBER_EPOCH: {
    code: 113,
    retriable: false,
    description: "The member's epoch is old; its next heartbeat brings the new one.",
  },
  INVALID_RECORD_STATE: {
    code: 121,
    retriable: false,
    description: "The share group's record is in a state that this acknowledgement does not fit.",
  },
  SHARE_SESSION_NOT_FOUND: {
    code: 122,
    retriable: true,
    description: "The broker no longer has the share session.",
  },
  INVALID_SHARE_SESSION_EPOCH: {
    code: 123,
    retriable: true,
    description: "The request is not the next one of its share session.",
  },
  FENCED_STATE_EPOCH: {
    code: 124,
    retriable: false,
    description: "The share group's state has a newer epoch than the request.",
  },
  INVALID_REGULAR_EXPRESSION: {
    code: 128,
    retriable: false,
    description: "The pattern of topics is no valid regular expression.",
  },
  STREAMS_INVALID_TOPOLOGY: {
    code: 130,
    retriable: false,
    description: "The topology of the streams group does not fit together.",
  },
  STREAMS_INVALID_TOPOLOGY_EPOCH: {
    code: 131,
    retriable: false,
    description: "The topology's epoch is not one that the streams group can take.",
  },
  STREAMS_TOPOLOGY_FENCED: {
    code: 132,
    retriable: false,
    description: "The member's topology is older than the streams group's.",
  },
  SHARE_SESSION_LIMIT_REACHED: {
    code: 133,
    retriable: true,
    description: "The broker has as many share sessions as it may have.",
  },
} as const satisfies Record<string, ErrorDefinition>;
