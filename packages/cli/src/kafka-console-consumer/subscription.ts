import { ProtocolError } from "@naru/protocol";
import type { Cluster, TopicView } from "@naru/client";
import type { ConsumerSettings } from "./consumer-settings.ts";

/** The topics that are read: one by its name, or those that a regular expression matches. */
export type TopicChoice = { readonly topic: string } | { readonly include: RegExp };

/** What a choice comes to at the moment. */
export interface Subscription {
  readonly topics: readonly string[];
  /** Changes with topics and with their partitions. */
  readonly fingerprint: string;
  /** There is none yet, or it is not ready: worth another look soon. */
  readonly isWaiting: boolean;
}

/** Looks the topics up. The broker may create the one that was named. */
export async function subscriptionOf(
  cluster: Cluster,
  choice: TopicChoice,
  settings: ConsumerSettings,
): Promise<Subscription> {
  const views = await chosen(cluster, choice, settings);
  const ready = views.filter(({ error, partitions }) => error === "NONE" && partitions.length > 0);
  return {
    topics: "topic" in choice ? [choice.topic] : views.map(({ name }) => name),
    fingerprint: ready.map(({ name, partitions }) => `${name}:${partitions.length}`).join(" "),
    isWaiting: ready.length === 0,
  };
}

async function chosen(
  cluster: Cluster,
  choice: TopicChoice,
  { allowAutoCreateTopics, excludeInternalTopics }: ConsumerSettings,
): Promise<TopicView[]> {
  if ("topic" in choice) {
    const allowAutoTopicCreation = allowAutoCreateTopics;
    const view = await cluster.refresh([choice.topic], { allowAutoTopicCreation });
    const topic = view.topics.get(choice.topic);
    if (topic?.error === "INVALID_TOPIC_EXCEPTION") {
      throw new ProtocolError(topic.error, `Invalid topics: [${choice.topic}]`);
    }
    return topic === undefined ? [] : [topic];
  }
  const { topics } = await cluster.refresh(null);
  return [...topics.values()]
    .filter(({ name }) => choice.include.test(name))
    .filter(({ isInternal }) => !(isInternal && excludeInternalTopics))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Java's syntax that JavaScript reads in another way, or not at all. */
const ONLY_IN_JAVA = /\\[AGHNQRXZhpz]|[*+?}]\+|\(\?(?:[a-z]+|>)|&&/i;

/** A Java pattern that must match a whole name; throws on what JavaScript cannot say. */
export function includePattern(text: string): RegExp {
  const [, flags = "", rest = text] = /^\(\?(i)\)(.*)$/.exec(text) ?? [];
  const foreign = ONLY_IN_JAVA.exec(rest)?.[0];
  if (foreign !== undefined) {
    throw new Error(`--include: found '${foreign}' in '${text}', which is not served here.`);
  }
  try {
    return new RegExp(`^(?:${rest})$`, flags);
  } catch {
    throw new Error(`--include: found '${text}', expected a regular expression.`);
  }
}
