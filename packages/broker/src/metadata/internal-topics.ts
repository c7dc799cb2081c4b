/** Where committed offsets and groups are kept. */
export const OFFSETS_TOPIC = "__consumer_offsets";
/** Where transactional ids and the state of their transactions are kept. */
export const TRANSACTION_TOPIC = "__transaction_state";

/** Kafka's own topics: clients read them and never write them. */
export function isInternalTopic(name: string): boolean {
  return name === OFFSETS_TOPIC || name === TRANSACTION_TOPIC || name === "__share_group_state";
}
