import { ONE_UUID, ZERO_UUID } from "@naru/protocol";
import type { BrokerImage } from "../metadata/brokers-image.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";

/**
 * Kafka's ids for directories that are none (KIP-858). As 128-bit numbers they are 0, 1 and 2; all
 * up to 99 are reserved.
 */
export const directoryIds = {
  MIGRATING: ZERO_UUID,
  UNASSIGNED: ONE_UUID,
  LOST: "AAAAAAAAAAAAAAAAAAAAAg",
} as const;

/** Whether an id is one of the first hundred, which no directory may have. */
export function isReservedDirectory(id: string): boolean {
  const bytes = Buffer.from(id, "base64url");
  return bytes.subarray(0, 15).every((byte) => byte === 0) && (bytes[15] ?? 0) < 100;
}

/** Where a new replica will lie, if there is no choice. */
export function defaultDirectory(broker: BrokerImage | undefined): string {
  const [first, ...more] = broker?.directories ?? [];
  if (first === undefined) return directoryIds.MIGRATING;
  return more.length === 0 ? first : directoryIds.UNASSIGNED;
}

/**
 * Whether the directory of a replica is one that its broker has; a replica in no other may lead.
 */
export function isOnlineDirectory(
  broker: BrokerImage | undefined,
  partition: PartitionImage,
  replica: number,
): boolean {
  const directory = partition.directories[partition.replicas.indexOf(replica)];
  if (directory === undefined || directory === directoryIds.LOST) return false;
  if (directory === directoryIds.MIGRATING || directory === directoryIds.UNASSIGNED) return true;
  return broker?.directories.includes(directory) ?? false;
}
