import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";
import type { SubscribedTopic } from "./assignor.ts";
import { groupEpochRecord, partitionMetadataTombstone } from "./consumer-group-records.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import { metadataHash } from "./metadata-hash.ts";

/** Of the topics that are read, those that exist. */
export function existingTopics(
  { topics }: GroupMachine,
  names: Iterable<string>,
): SubscribedTopic[] {
  return [...names].flatMap((name) => topics.byName(name) ?? []);
}

/**
 * Another epoch of the group, when its members or what they read have changed, or when the topics
 * are not those that the last epoch was made for. The metadata is not looked at again before some
 * topic of the group has changed.
 */
export function refreshGroupEpoch(
  machine: GroupMachine,
  group: ConsumerGroup,
  { hasChanged, step }: { hasChanged: boolean; step: GroupStep },
): void {
  const { groupId } = group;
  const hash = metadataHash(existingTopics(machine, group.subscribedTopics));
  if (hasChanged || hash !== group.metadataHash) {
    const epoch = group.groupEpoch + 1;
    step.write(groupEpochRecord(groupId, epoch, hash));
    step.note(`group ${groupId} has epoch ${epoch}.`);
  }
  if (group.hasPartitionMetadata) step.write(partitionMetadataTombstone(groupId));
  group.isMetadataStale = false;
}
