import { Reader } from "@naru/protocol";
import { decodeConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";
import { metadataOf, type ClassicGroup } from "./classic-group.ts";

const VERSION_MAX = 3;

/**
 * The topics that the members say they read, as far as a coordinator can know: what members tell each
 * other is their own affair, and only the consumer protocol's form is known here.
 */
export function subscribedTopicsOf(group: ClassicGroup): ReadonlySet<string> | undefined {
  if (!group.usesConsumerProtocol) return undefined;
  const topics = new Set<string>();
  if (group.members.size === 0) return topics;
  if (group.protocolName === null) return undefined;
  try {
    for (const member of group.members.values()) {
      const reader = new Reader(metadataOf(member, group.protocolName));
      // Newer versions begin as the newest that is known.
      const version = Math.min(reader.int16("version"), VERSION_MAX);
      const subscription = decodeConsumerProtocolSubscription(reader, version);
      for (const topic of subscription.topics) topics.add(topic);
    }
  } catch {
    // A client may put there what it likes.
    return undefined;
  }
  return topics;
}
