/** Where committed offsets and groups are kept. */
export const OFFSETS_TOPIC = "__consumer_offsets";

/** Kafka's own topics: clients read them and never write them. */
export function isInternalTopic(name: string): boolean {
  return name === OFFSETS_TOPIC || name === "__transaction_state" || name === "__share_group_state";
}
