import { isUuid } from "@naru/protocol";
import type { Disk, DiskEntry } from "@naru/runtime";
import type { TopicsImage } from "../../metadata/topics-image.ts";
import { DataFolderError } from "./data-folder-error.ts";

/**
 * What the folders inside a data folder are, by their names:
 *
 *   <topic>-<partition>                           a log
 *   <topic>-<partition>.<32 hex digits>-delete    being deleted: gone from the metadata
 *   <topic>-<partition>.<32 hex digits>-stray     set aside at a start: not in the metadata
 *   <topic>-<partition>.<32 hex digits>-future    a copy that Kafka was moving between directories
 *   remote-log-index-cache                        Kafka's, of tiered storage
 *
 * Any other folder stops Kafka's start, and ours, so that nobody learns it on the way back. Plain
 * files do not.
 */
export interface PartitionFolder {
  readonly name: string;
  readonly topic: string;
  readonly partition: number;
  readonly kind: "log" | "delete" | "stray" | "future";
}

export const METADATA_FOLDER = "__cluster_metadata-0";

const notPartitions = new Set([METADATA_FOLDER, "remote-log-index-cache"]);

/** undefined when no partition's folder has such a name. */
export function parsePartitionFolder(name: string): PartitionFolder | undefined {
  const match = /^(.+)-(\d{1,10})(?:\.[0-9a-f]{32}-(delete|stray|future))?$/.exec(name);
  if (match === null) return undefined;
  const [, topic, partition, kind] = match;
  return {
    name,
    topic: topic!,
    partition: Number(partition),
    kind: (kind as PartitionFolder["kind"] | undefined) ?? "log",
  };
}

/** The partitions' folders among `entries`; throws on a folder that is none. */
export function partitionFoldersAmong(
  entries: readonly DiskEntry[],
  path: string,
): PartitionFolder[] {
  const folders: PartitionFolder[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "folder" || notPartitions.has(name) || name === "lost+found") continue;
    const folder = parsePartitionFolder(name);
    if (folder === undefined) {
      throw new DataFolderError(
        "NOT_A_DATA_FOLDER",
        `${path}/${name}: found a folder that is no partition, expected <topic>-<number>. ` +
          "Apache Kafka refuses such a data folder, too: move it elsewhere.",
      );
    }
    folders.push(folder);
  }
  return folders;
}

/** Large enough for any partition.metadata: two short lines. */
const PARTITION_METADATA_BYTES_MAX = 1024;

/** The topic id in a partition's `partition.metadata`; undefined when there is none to be read. */
export function topicIdOf(disk: Disk, folder: string): string | undefined {
  const path = `${folder}/partition.metadata`;
  if (disk.stat(path) === undefined) return undefined;
  const text = new TextDecoder().decode(disk.readWhole(path, PARTITION_METADATA_BYTES_MAX));
  const id = /^topic_id: (\S+)$/m.exec(text)?.[1];
  return id !== undefined && isUuid(id) ? id : undefined;
}

/**
 * Why a log found on disk is not this broker's any more; undefined when it is. Kafka renames such a
 * folder to `-stray` and keeps its bytes, since the metadata may be what is wrong.
 */
export function strayReason(
  folder: PartitionFolder & { readonly topicId: string | undefined },
  topics: TopicsImage,
  brokerId: number,
): string | undefined {
  if (folder.topicId === undefined) return "it has no readable partition.metadata";
  const topic = topics.byId(folder.topicId);
  if (topic === undefined) return `topic id ${folder.topicId} does not exist`;
  if (topic.name !== folder.topic) {
    return `topic id ${folder.topicId} is topic ${topic.name}`;
  }
  const partition = topic.partitions.get(folder.partition);
  if (partition === undefined) return "the topic has no such partition";
  if (!partition.replicas.includes(brokerId)) {
    return `broker ${brokerId} is not among its replicas ${partition.replicas.join(",")}`;
  }
  return undefined;
}
