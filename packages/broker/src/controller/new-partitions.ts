/**
 * New partitions: who has them, and the records that say so. Replicas on fenced brokers are allowed
 * as long as one is active; the ISR of a new partition is its active replicas, since all of them
 * have all of its no records. The first of them leads, in epoch 0.
 */
import { isActive } from "../metadata/brokers-image.ts";
import { PARTITION_RECORD_VERSION } from "../metadata/feature-levels.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerView, ItemError } from "./controller-step.ts";
import { defaultDirectory } from "./directories.ts";
import type { Placement } from "./place-replicas.ts";
import { placeReplicas } from "./place-replicas.ts";

/** The replicas of each new partition, in order. */
export type Assignment = readonly (readonly number[])[];

/** Replicas chosen by the controller. */
export function automaticAssignment(
  view: ControllerView,
  placement: Placement,
): Assignment | ItemError {
  const { replicationFactor } = placement;
  const placed = placeReplicas(placement, view.image.brokers, view.random);
  const reason =
    typeof placed === "string"
      ? placed
      : placed.every((replicas) => hasActive(view.image, replicas))
        ? undefined
        : "All brokers are currently fenced or in controlled shutdown.";
  if (reason === undefined) return placed as Assignment;
  const message = `Unable to replicate the partition ${replicationFactor} time(s): ${reason}`;
  return { error: "INVALID_REPLICATION_FACTOR", message };
}

/** What is wrong with replicas that a client chose for one partition; undefined when nothing is. */
export function manualAssignmentError(
  image: MetadataImage,
  replicas: readonly number[],
  at: { readonly partition: number; readonly replicationFactor: number | undefined },
): ItemError | undefined {
  const error = (message: string): ItemError => ({ error: "INVALID_REPLICA_ASSIGNMENT", message });
  const manual = "The manual partition assignment includes";
  if (replicas.length === 0) return error(`${manual} an empty replica list.`);
  const sorted = replicas.toSorted((a, b) => a - b);
  for (const [index, id] of sorted.entries()) {
    if (!image.brokers.has(id)) {
      return error(`${manual} broker ${id}, but no such broker is registered.`);
    }
    if (index > 0 && sorted[index - 1] === id) {
      return error(`${manual} the broker ${id} more than once.`);
    }
  }
  const expected = at.replicationFactor ?? replicas.length;
  if (replicas.length !== expected) {
    return error(
      `${manual} a partition with ${replicas.length} replica(s), but this is not consistent with ` +
        `previous partitions, which have ${expected} replica(s).`,
    );
  }
  if (hasActive(image, replicas)) return undefined;
  return error(
    "All brokers specified in the manual partition assignment for partition " +
      `${at.partition} are fenced or in controlled shutdown.`,
  );
}

/** The records of new partitions; each is led by its first active replica. */
export function newPartitionRecords(
  image: MetadataImage,
  topicId: string,
  partitions: { readonly first: number; readonly assignment: Assignment },
): MetadataRecordDraft[] {
  return partitions.assignment.map((replicas, index) => {
    const isr = replicas.filter((id) => isActive(image.brokers, id));
    return draftRecord("PartitionRecord", PARTITION_RECORD_VERSION, {
      partitionId: partitions.first + index,
      topicId,
      replicas,
      isr,
      removingReplicas: [],
      addingReplicas: [],
      leader: isr[0]!,
      leaderRecoveryState: 0,
      leaderEpoch: 0,
      partitionEpoch: 0,
      directories: replicas.map((id) => defaultDirectory(image.brokers.get(id))),
    });
  });
}

function hasActive(image: MetadataImage, replicas: readonly number[]): boolean {
  return replicas.some((id) => isActive(image.brokers, id));
}
