/**
 * What the coming and going of a broker does to partitions, as records.
 *
 *   goes (fenced, leaving, unregistered)   out of each ISR, and somebody else leads
 *   comes (unfenced)                       leads what nobody leads and it may lead; into an ISR it
 *                                          comes when the leader asks for it (AlterPartition)
 *   came back from an unclean stop         with ELR on also out of the ELR: it may have less than
 *                                          it acknowledged
 *
 * The records of one change are one operation: no reader sees a broker half gone. Partitions come
 * before the fencing and after the unfencing, so that none is led by a fenced broker in between.
 */
import { isActive } from "../metadata/brokers-image.ts";
import { elrEnabled } from "../metadata/features-image.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import { PARTITION_RECORD_VERSION } from "../metadata/feature-levels.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { NO_LEADER } from "../metadata/partition-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import type { ControllerView } from "./controller-step.ts";
import { topicConfigText } from "./controller-step.ts";
import type { ElectionRules } from "./elect-leader.ts";
import { partitionChange } from "./elect-leader.ts";
import { isOnlineDirectory } from "./directories.ts";

/** -1 unfences, 1 fences: Kafka's numbers in BrokerRegistrationChangeRecord. */
const UNFENCE = -1;
const FENCE = 1;

/** Whether the broker leads anything. */
export function hasLeaderships(image: MetadataImage, brokerId: number): boolean {
  for (const topic of image.topics.all()) {
    for (const partition of topic.partitions.values()) {
      if (partition.leader === brokerId) return true;
    }
  }
  return false;
}

/** A silent broker, or one that asked for it: out of every ISR and leadership, then fenced. */
export function fenceRecords(view: ControllerView, brokerId: number): MetadataRecordDraft[] {
  return [
    ...partitionRecords(view, { without: brokerId }),
    registrationChange(view, brokerId, { fenced: FENCE }),
  ];
}

/** A broker that is there again: unfenced, and leader of what has none and may be led by it. */
export function unfenceRecords(view: ControllerView, brokerId: number): MetadataRecordDraft[] {
  return [
    registrationChange(view, brokerId, { fenced: UNFENCE }),
    ...partitionRecords(view, { with: brokerId }),
  ];
}

/** A broker that wants to leave: leaders move away while it still answers. */
export function controlledShutdownRecords(
  view: ControllerView,
  brokerId: number,
): MetadataRecordDraft[] {
  const isNew = view.image.brokers.get(brokerId)?.inControlledShutdown !== true;
  return [
    ...(isNew ? [registrationChange(view, brokerId, { inControlledShutdown: 1 })] : []),
    ...partitionRecords(view, { without: brokerId }),
  ];
}

/**
 * Before a new incarnation takes the place of one that was never fenced. An unclean one has no
 * right to lead what it may have lost, so with ELR on it leaves ISR and ELR.
 */
export function newIncarnationRecords(
  view: ControllerView,
  brokerId: number,
  { wasClean }: { readonly wasClean: boolean },
): MetadataRecordDraft[] {
  return [...partitionRecords(view, wasClean ? { without: brokerId } : { unclean: brokerId })];
}

export function unregisterRecords(view: ControllerView, brokerId: number): MetadataRecordDraft[] {
  const brokerEpoch = view.image.brokers.get(brokerId)?.epoch ?? -1;
  return [
    ...partitionRecords(view, { without: brokerId }),
    draftRecord("UnregisterBrokerRecord", 0, { brokerId, brokerEpoch }),
  ];
}

function registrationChange(
  view: ControllerView,
  brokerId: number,
  change: { readonly fenced?: number; readonly inControlledShutdown?: number },
): MetadataRecordDraft {
  const brokerEpoch = view.image.brokers.get(brokerId)?.epoch ?? -1;
  const version = change.inControlledShutdown === undefined ? 0 : 1;
  return draftRecord("BrokerRegistrationChangeRecord", version, {
    brokerId,
    brokerEpoch,
    fenced: 0,
    ...change,
  });
}

/** The broker whose state changes: the image still has it as it was before. */
interface BrokerTransition {
  readonly without?: number;
  readonly with?: number;
  readonly unclean?: number;
}

function* partitionRecords(
  view: ControllerView,
  transition: BrokerTransition,
): Generator<MetadataRecordDraft> {
  for (const topic of view.image.topics.all()) {
    for (const [partitionId, partition] of topic.partitions) {
      if (!isTouched(partition, transition)) continue;
      const gone = transition.without ?? transition.unclean;
      const isr = partition.isr.filter((replica) => replica !== gone);
      const change = partitionChange(
        partition,
        {
          isr,
          ...(transition.unclean === undefined ? {} : { uncleanReplicas: [transition.unclean] }),
        },
        electionRules(view, { topic, partition }, transition),
      );
      if (change === undefined) continue;
      yield draftRecord("PartitionChangeRecord", PARTITION_RECORD_VERSION, {
        topicId: topic.id,
        partitionId,
        ...change,
      });
    }
  }
}

function isTouched(partition: PartitionImage, transition: BrokerTransition): boolean {
  if (transition.with !== undefined) return partition.leader === NO_LEADER;
  const id = transition.without ?? transition.unclean ?? NO_LEADER;
  return partition.isr.includes(id) || partition.elr.includes(id);
}

/** By what a leader of the partition is chosen. */
export function electionRules(
  view: Pick<ControllerView, "image" | "config">,
  { topic, partition }: { readonly topic: TopicImage; readonly partition: PartitionImage },
  transition: BrokerTransition = {},
): ElectionRules {
  const { brokers, features } = view.image;
  const minIsr = Number(topicConfigText(view, topic.name, "min.insync.replicas") ?? 1);
  return {
    isAcceptable: (replica) =>
      replica !== transition.without &&
      replica !== transition.unclean &&
      (replica === transition.with || isActive(brokers, replica)) &&
      isOnlineDirectory(brokers.get(replica), partition, replica),
    elrEnabled: elrEnabled(features),
    uncleanElection: topicConfigText(view, topic.name, "unclean.leader.election.enable") === "true",
    // More than there are replicas cannot be asked of a partition.
    minIsr: Math.min(minIsr, partition.replicas.length),
  };
}
