/** What is said of a topic that does not exist. */
export function noTopic(name: string): string {
  return `No topic is named '${name}'. 'naru topic list' shows those that exist.`;
}
