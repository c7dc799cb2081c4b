import type { TopicsImage } from "../metadata/topics-image.ts";

/** What file systems leave of 255 for `-<partition>.<32 hex digits>-delete`. */
const TOPIC_NAME_CHARACTERS_MAX = 249;

/** Why no topic may be called so, in Kafka's words; undefined when one may. */
export function invalidTopicName(name: string): string | undefined {
  if (name === "") return "Topic name is invalid: the empty string is not allowed";
  if (name === "." || name === "..") return `Topic name is invalid: '${name}' is not allowed`;
  if (name.length > TOPIC_NAME_CHARACTERS_MAX) {
    return (
      "Topic name is invalid: the length of " +
      `'${name}' is longer than the max allowed length ${TOPIC_NAME_CHARACTERS_MAX}`
    );
  }
  if (/[^a-zA-Z0-9._-]/.test(name)) {
    return (
      `Topic name is invalid: '${name}' contains one or more characters other than ` +
      "ASCII alphanumerics, '.', '_' and '-'"
    );
  }
  return undefined;
}

/** Kafka's metrics take `.` and `_` for the same, so two topics may not differ in that alone. */
export function collidingTopic(name: string, topics: TopicsImage): string | undefined {
  if (!/[._]/.test(name)) return undefined;
  const unified = name.replaceAll(".", "_");
  // What collides shares everything before its first dot or underscore.
  const start = name.slice(0, name.search(/[._]/));
  for (const topic of topics.from(start)) {
    if (!topic.name.startsWith(start)) break;
    if (topic.name.replaceAll(".", "_") === unified) return topic.name;
  }
  return undefined;
}
