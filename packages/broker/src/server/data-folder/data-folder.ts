import type { DiskLock, Logger, Runtime } from "@naru/runtime";
import { randomUuid } from "@naru/protocol";
import { replaceFile } from "../../log/checkpoint-file.ts";
import { CLEAN_SHUTDOWN, formatCleanShutdown, parseCleanShutdown } from "./clean-shutdown.ts";
import type { CleanShutdown } from "./clean-shutdown.ts";
import { DataFolderError } from "./data-folder-error.ts";
import { BOOTSTRAP_CHECKPOINT, formatFolder, stockVoterEndpoint } from "./format-folder.ts";
import type { VoterEndpoint } from "./format-folder.ts";
import type { MetaProperties } from "./meta-properties.ts";
import { META_PROPERTIES, formatMetaProperties, parseMetaProperties } from "./meta-properties.ts";
import type { PartitionFolder } from "./partition-folders.ts";
import { METADATA_FOLDER, partitionFoldersAmong, topicIdOf } from "./partition-folders.ts";
import { snapshotName } from "../metadata-log/snapshot-file.ts";

export interface DataFolderOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  /** Absolute, without a slash at its end. */
  readonly path: string;
  /** Expected in the folder, or given to a new one. */
  readonly nodeId: number;
  /** Expected in the folder when given; a new one gets it, or a random one. */
  readonly clusterId?: string;
  /** Of a new folder. Kafka's stock settings when left out. */
  readonly voterEndpoint?: VoterEndpoint;
}

/** A found log with the topic it says it belongs to. */
export interface FoundPartition extends PartitionFolder {
  readonly path: string;
  /** undefined when its partition.metadata is missing or cannot be read. */
  readonly topicId: string | undefined;
}

const LOCK = ".lock";
/** meta.properties and its like: a few short lines. */
const SMALL_FILE_BYTES_MAX = 65_536;

/**
 * What our own formatting makes before meta.properties, and what an operating system may put there.
 */
const namesBeforeFormatted = new Set([
  LOCK,
  BOOTSTRAP_CHECKPOINT,
  `${BOOTSTRAP_CHECKPOINT}.tmp`,
  `${META_PROPERTIES}.tmp`,
  METADATA_FOLDER,
  "lost+found",
]);

/** A Kafka data folder that this process holds: locked, formatted, and known to be ours. */
export class DataFolder {
  readonly #runtime: Runtime;
  readonly #lock: DiskLock;
  readonly path: string;
  readonly clusterId: string;
  readonly nodeId: number;
  readonly directoryId: string;
  /** Whether this call formatted it. */
  readonly isNew: boolean;
  /** What the last stop left; undefined when it was not clean. */
  readonly cleanShutdown: CleanShutdown | undefined;

  private constructor(
    options: DataFolderOptions,
    lock: DiskLock,
    found: {
      readonly meta: MetaProperties & { readonly directoryId: string };
      readonly isNew: boolean;
      readonly cleanShutdown: CleanShutdown | undefined;
    },
  ) {
    this.#runtime = options.runtime;
    this.#lock = lock;
    this.path = options.path;
    this.clusterId = found.meta.clusterId;
    this.nodeId = found.meta.nodeId;
    this.directoryId = found.meta.directoryId;
    this.isNew = found.isNew;
    this.cleanShutdown = found.cleanShutdown;
  }

  /**
   * Locks the folder, formats it when it is new, and takes away the mark of a clean stop: from here
   * on the folder counts as in use until `markClean`.
   */
  static async open(options: DataFolderOptions): Promise<DataFolder> {
    const { disk } = options.runtime;
    if (disk.stat(options.path) === undefined) {
      disk.makeFolder(options.path);
      await disk.syncFolder(parentOf(options.path));
    }
    const lock = disk.lock(`${options.path}/${LOCK}`);
    try {
      const existing = readMeta(options);
      const meta = existing ?? (await format(options));
      const known = await withDirectoryId(options, meta);
      const cleanShutdown = await takeCleanShutdown(options);
      return new DataFolder(options, lock, {
        meta: known,
        isNew: existing === undefined,
        cleanShutdown,
      });
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** The partitions' folders, leftovers among them; throws on a folder that is none. */
  partitions(): FoundPartition[] {
    const { disk } = this.#runtime;
    return partitionFoldersAmong(disk.list(this.path), this.path).map((folder) => {
      const path = `${this.path}/${folder.name}`;
      return { ...folder, path, topicId: topicIdOf(disk, path) };
    });
  }

  /** The name under which Kafka sets a log aside that the metadata does not know. */
  strayPath(partition: FoundPartition): string {
    const id = Buffer.from(this.#runtime.random.bytes(new Uint8Array(16))).toString("hex");
    const suffix = `-${partition.partition}.${id}-stray`;
    // 255: what file systems allow a name to have.
    return `${this.path}/${partition.topic.slice(0, 255 - suffix.length)}${suffix}`;
  }

  /**
   * To be called when every log is flushed, snapshotted and closed, and nothing is written any
   * more.
   */
  async markClean(state: CleanShutdown): Promise<void> {
    const text = formatCleanShutdown(state);
    await replaceFile(this.#runtime.disk, `${this.path}/${CLEAN_SHUTDOWN}`, Buffer.from(text));
  }

  /** Gives the folder free for the next process. */
  release(): void {
    this.#lock.release();
  }
}

/** undefined when the folder is new: empty, or left half-formatted by us. */
function readMeta(options: DataFolderOptions): MetaProperties | undefined {
  const { runtime, path, nodeId, clusterId } = options;
  const metaPath = `${path}/${META_PROPERTIES}`;
  if (runtime.disk.stat(metaPath) === undefined) {
    checkNothingElse(options);
    return undefined;
  }
  const bytes = runtime.disk.readWhole(metaPath, SMALL_FILE_BYTES_MAX);
  const meta = parseMetaProperties(new TextDecoder().decode(bytes), metaPath);
  if (meta.nodeId !== nodeId) {
    throw new DataFolderError(
      "WRONG_OWNER",
      `${metaPath}: found node.id=${meta.nodeId}, expected node.id=${nodeId} as configured. ` +
        `Set node.id=${meta.nodeId}, or choose another data folder.`,
    );
  }
  if (clusterId !== undefined && meta.clusterId !== clusterId) {
    throw new DataFolderError(
      "WRONG_OWNER",
      `${metaPath}: found cluster.id=${meta.clusterId}, expected ${clusterId}. ` +
        "The folder belongs to another cluster: choose another data folder.",
    );
  }
  return meta;
}

function checkNothingElse({ runtime, path }: DataFolderOptions): void {
  const { disk } = runtime;
  const metadata = `${path}/${METADATA_FOLDER}`;
  const strange = disk
    .list(path)
    .map((entry) => entry.name)
    .filter((name) => !namesBeforeFormatted.has(name));
  const origin = snapshotName({ endOffset: 0, epoch: 0 });
  const known = new Set([origin, `${origin}.tmp`, "partition.metadata", "partition.metadata.tmp"]);
  if (strange.length === 0 && disk.stat(metadata) !== undefined) {
    const inside = disk.list(metadata).map((entry) => entry.name);
    strange.push(
      ...inside.filter((name) => !known.has(name)).map((name) => `${METADATA_FOLDER}/${name}`),
    );
  }
  if (strange.length === 0) return;
  const some = strange.slice(0, 3).join(", ");
  throw new DataFolderError(
    "NOT_A_DATA_FOLDER",
    `${path}: found ${some}${strange.length > 3 ? ", ..." : ""} and no ${META_PROPERTIES}, ` +
      "expected a Kafka data folder or an empty one. Choose another data folder.",
  );
}

async function format(options: DataFolderOptions): Promise<MetaProperties> {
  const { runtime, path, nodeId } = options;
  const directoryId = randomUuid(runtime.random);
  const meta = { clusterId: options.clusterId ?? randomUuid(runtime.random), nodeId, directoryId };
  const voterEndpoint = options.voterEndpoint ?? stockVoterEndpoint;
  await formatFolder(runtime, { ...meta, path, voterEndpoint });
  return meta;
}

/** Folders of Kafka before 3.7 have none; Kafka gives them one at the first start, and so do we. */
async function withDirectoryId(
  { runtime, path }: DataFolderOptions,
  meta: MetaProperties,
): Promise<MetaProperties & { directoryId: string }> {
  if (meta.directoryId !== undefined) return { ...meta, directoryId: meta.directoryId };
  const directoryId = randomUuid(runtime.random);
  const known = { ...meta, directoryId };
  const text = formatMetaProperties(known);
  await replaceFile(runtime.disk, `${path}/${META_PROPERTIES}`, Buffer.from(text));
  return known;
}

async function takeCleanShutdown(options: DataFolderOptions): Promise<CleanShutdown | undefined> {
  const { disk } = options.runtime;
  const path = `${options.path}/${CLEAN_SHUTDOWN}`;
  if (disk.stat(path) === undefined) return undefined;
  const text = new TextDecoder().decode(disk.readWhole(path, SMALL_FILE_BYTES_MAX));
  await disk.unlink(path);
  // Gone for good before anything is written: a crash after this must not look like a clean stop.
  await disk.syncFolder(options.path);
  return parseCleanShutdown(text);
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}
