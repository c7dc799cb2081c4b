import type { Admin, TopicView } from "@naru/client";
import type { GivenTopicFlags } from "./flags.ts";

/** The topics that --topic names or matches, sorted; all when it is left out. */
export async function matchingTopics(admin: Admin, given: GivenTopicFlags): Promise<TopicView[]> {
  const pattern = given.text("topic");
  const isWanted = pattern === undefined ? () => true : topicFilter(pattern);
  const topics = await admin.listTopics();
  return topics.filter(({ name, isInternal }) => {
    return isWanted(name) && !(isInternal && given.has("exclude-internal"));
  });
}

/** A filter in Kafka's form: a regular expression for the whole name, or several by comma. */
export function topicFilter(pattern: string): (name: string) => boolean {
  const expression = pattern
    .trim()
    .replaceAll(",", "|")
    .replaceAll(" ", "")
    .replaceAll(/^["']+|["']+$/g, "");
  try {
    const compiled = new RegExp(`^(?:${expression})$`, "u");
    return (name) => compiled.test(name);
  } catch {
    throw new Error(`${expression} is an invalid regex.`);
  }
}

/** Fails as Kafka's tool does when nothing was found where something was named. */
export function mustExist(found: readonly unknown[], given: GivenTopicFlags): void {
  const name = given.text("topic");
  if (found.length === 0 && name !== undefined && !given.has("if-exists")) {
    throw new Error(`Topic '${name}' does not exist as expected`);
  }
}
