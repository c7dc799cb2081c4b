/** Whether an error says that a topic does not exist. */
export function noTopicError(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "UNKNOWN_TOPIC_OR_PARTITION";
}

/** Whether an error says that a group does not exist. */
export function noGroupError(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "GROUP_ID_NOT_FOUND";
}
