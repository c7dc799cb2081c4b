import type { ErrorName } from "@naru/protocol";

// What Kafka's tools print of an error: the class and the default sentence of its Java client.
const exceptions: Readonly<Partial<Record<ErrorName, readonly [name: string, message: string]>>> = {
  GROUP_ID_NOT_FOUND: ["GroupIdNotFoundException", "The group id does not exist."],
  NON_EMPTY_GROUP: ["GroupNotEmptyException", "The group is not empty."],
  GROUP_SUBSCRIBED_TO_TOPIC: [
    "GroupSubscribedToTopicException",
    "Deleting offsets of a topic is forbidden while the consumer group is actively subscribed to it.",
  ],
  UNKNOWN_TOPIC_OR_PARTITION: [
    "UnknownTopicOrPartitionException",
    "This server does not host this topic-partition.",
  ],
  UNKNOWN_MEMBER_ID: ["UnknownMemberIdException", "The coordinator is not aware of this member."],
  INVALID_CONFIG: ["InvalidConfigurationException", "Configuration is invalid."],
  INVALID_TOPIC_EXCEPTION: [
    "InvalidTopicException",
    "The request attempted to perform an operation on an invalid topic.",
  ],
  CLUSTER_AUTHORIZATION_FAILED: ["ClusterAuthorizationException", "Cluster authorization failed."],
  INVALID_GROUP_ID: ["InvalidGroupIdException", "The group id is invalid."],
};

/** The default sentence of an error. */
export function javaMessage(error: ErrorName): string {
  return exceptions[error]?.[1] ?? error;
}

/** Class and sentence; the broker's own words where there are some. */
export function javaException(error: ErrorName, message = javaMessage(error)): string {
  return `org.apache.kafka.common.errors.${exceptions[error]?.[0] ?? classOf(error)}: ${message}`;
}

/** The same as Java tells it of an answer that was waited for. */
export function javaExecutionException(error: ErrorName, message?: string): string {
  return `java.util.concurrent.ExecutionException: ${javaException(error, message)}`;
}

/** REBALANCE_IN_PROGRESS is RebalanceInProgressException: so are most of them named. */
function classOf(error: ErrorName): string {
  const words = error.split("_").map((word) => word.slice(0, 1) + word.slice(1).toLowerCase());
  return `${words.join("")}Exception`;
}
