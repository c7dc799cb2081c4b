/**
 * `partition.metadata`: which topic a partition folder belongs to. Text:
 *
 *   version: 0
 *   topic_id: f5XKxW2bQMq5MayxYx2wnw
 *
 * Kafka sets a folder aside whose id is missing or another than the cluster's metadata has.
 */
import type { Disk } from "@naru/runtime";

import { readIfThere, replaceFile } from "./checkpoint-file.ts";
import { CorruptLogError } from "./corrupt-log-error.ts";

const FILE_NAME = "partition.metadata";
const FILE_BYTES_MAX = 4096;

/** The topic id of a partition folder; undefined when it is missing or cannot be read. */
export function readTopicId(disk: Disk, folder: string): string | undefined {
  const bytes = readIfThere(disk, `${folder}/${FILE_NAME}`, FILE_BYTES_MAX);
  if (bytes === undefined) return undefined;
  return /^topic_id: ?(\S{22})\s*$/m.exec(Buffer.from(bytes).toString("utf8"))?.[1];
}

/** Writes the topic id where there is none, and refuses a folder that belongs to another topic. */
export async function claimFolder(disk: Disk, folder: string, topicId: string): Promise<void> {
  const found = readTopicId(disk, folder);
  if (found === topicId) return;
  const path = `${folder}/${FILE_NAME}`;
  if (found === undefined) {
    await replaceFile(disk, path, Buffer.from(`version: 0\ntopic_id: ${topicId}`));
    return;
  }
  throw new CorruptLogError(
    `${path}: topic id is ${found}, expected ${topicId}. The folder belongs to another topic and is not opened.`,
    { path, hint: "Move the folder away if its topic was deleted." },
  );
}
