import { directoryIds } from "../../controller/directories.ts";
import type { MetadataImage } from "../../metadata/metadata-image.ts";
import { DataFolderError } from "../data-folder/data-folder-error.ts";

const noDirectories: readonly string[] = Object.values(directoryIds);

/**
 * Refuses a folder that was one of several `log.dirs`: the replicas that lie in the others would
 * never be found, and their partitions never be led.
 */
export function checkOnlyDirectory(
  image: MetadataImage,
  node: { readonly path: string; readonly id: number; readonly directoryId: string },
): void {
  for (const topic of image.topics.all()) {
    for (const [number, partition] of topic.partitions) {
      const index = partition.replicas.indexOf(node.id);
      const directory = partition.directories[index];
      if (directory === undefined || noDirectories.includes(directory)) continue;
      if (directory === node.directoryId) continue;
      throw new DataFolderError(
        "WRONG_OWNER",
        `${node.path}: found partition ${topic.name}-${number} of node ${node.id} in directory ` +
          `${directory}, expected ${node.directoryId}, which is this one. The folder is one of ` +
          "several log.dirs of an Apache Kafka broker, which Naru does not serve yet.",
      );
    }
  }
}
