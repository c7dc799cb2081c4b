import { Reader } from "@naru/protocol";
import { decodeConsumerProtocolSubscription } from "@naru/protocol/messages/consumer-protocol-subscription";
import { metadataOf, type ClassicMember } from "./classic-member.ts";

const VERSION_MAX = 3;

/**
 * The topics that the members say they read, as far as a coordinator can know: what members tell
 * each other is their own affair, and only the consumer protocol's form is known here.
 */
export function subscribedTopicsOf(
  members: Iterable<ClassicMember>,
  protocolName: string | null,
): ReadonlySet<string> | undefined {
  const topics = new Set<string>();
  try {
    for (const member of members) {
      const reader = new Reader(metadataOf(member, protocolName));
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
