import type { Disk, DiskFile, Logger, Runtime } from "@naru/runtime";
import { DiskError, assert } from "@naru/runtime";
import { BATCH_HEADER_BYTES, RecordBatch } from "@naru/protocol";
import { METADATA_BATCH_BYTES_MAX } from "../../controller/controller-log.ts";
import { formatCheckpoint, replaceFile } from "../../log/checkpoint-file.ts";
import type { MetadataImage } from "../../metadata/metadata-image.ts";
import { METADATA_FOLDER } from "../data-folder/partition-folders.ts";
import { kraftVersion, kraftVoters, leaderChange } from "./control-records.ts";
import { checkOnlyDirectory } from "./directories-of-folder.ts";
import type { BatchPlace } from "./metadata-batch.ts";
import { encodeControlBatch, encodeMetadataBatch } from "./metadata-batch.ts";
import { newSegment } from "./metadata-segments.ts";
import type { LogEnd } from "./metadata-segments.ts";
import type { MetadataLogConfig } from "./metadata-snapshots.ts";
import { MetadataSnapshots } from "./metadata-snapshots.ts";
import type { FoundQuorum } from "./quorum-of-folder.ts";
import { checkOnlyVoter } from "./quorum-of-folder.ts";
import { QUORUM_STATE, formatQuorumState, parseQuorumState } from "./quorum-state.ts";
import type { QuorumState } from "./quorum-state.ts";
import type { Quorum } from "./snapshot-file.ts";
import type { StoredMetadata } from "./stored-metadata.ts";
import { readStoredMetadata } from "./stored-metadata.ts";

export interface MetadataLogOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  /** The data folder; the log is `__cluster_metadata-0` in it. */
  readonly path: string;
  readonly nodeId: number;
  readonly directoryId: string;
  readonly config: MetadataLogConfig;
}

/** "disk-full": nothing was written, and it may be tried again. */
export type AppendOutcome = "committed" | "disk-full";

/**
 * `__cluster_metadata-0` of a node that is its quorum's only voter: what is synced is committed.
 *
 * One batch is written and synced before the next is written. So a batch is there wholly or not at
 * all, only the last one can be torn, and damage anywhere else is known for what it is.
 */
export class MetadataLog {
  readonly #options: MetadataLogOptions;
  readonly #folder: string;
  readonly #snapshots: MetadataSnapshots;
  readonly #epochs: { epoch: number; startOffset: number }[];
  readonly #quorumState: QuorumState | undefined;
  /** As it was when the log was opened. */
  readonly image: MetadataImage;
  #quorum: FoundQuorum;
  #end: LogEnd;
  #epoch: number;
  #active: DiskFile | undefined;
  #isWriting = false;
  #isRolled = false;

  /** Reads and replays all of it; a folder that another quorum owns is refused. */
  static async open(options: MetadataLogOptions): Promise<MetadataLog> {
    const { disk } = options.runtime;
    const folder = `${options.path}/${METADATA_FOLDER}`;
    disk.makeFolder(folder);
    const stored = await readStoredMetadata(disk, folder, options.logger);
    return new MetadataLog(options, folder, stored);
  }

  private constructor(options: MetadataLogOptions, folder: string, stored: StoredMetadata) {
    const { runtime, path, nodeId, directoryId } = options;
    this.#options = options;
    this.#folder = folder;
    this.image = stored.image;
    this.#quorum = stored.quorum;
    this.#end = stored.end;
    this.#epochs = [...stored.epochs];
    this.#quorumState = readQuorumState(runtime.disk, folder);
    checkOnlyVoter(stored.quorum, this.#quorumState, { path, id: nodeId, directoryId });
    checkOnlyDirectory(stored.image, { path, id: nodeId, directoryId });
    this.#epoch = Math.max(stored.end.epoch, this.#quorumState?.leaderEpoch ?? 0);
    this.#snapshots = new MetadataSnapshots({ ...options, folder }, stored);
  }

  /** Of the epoch that this node leads; before `lead`, of the newest one seen. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Where the next record lands. */
  get endOffset(): number {
    return this.#end.offset;
  }

  get quorum(): Quorum {
    return this.#quorum;
  }

  /**
   * Begins an epoch of its own: nobody else votes. The log says so in its first batch, with the
   * voters if no batch has named them yet, as Kafka's leaders do.
   */
  async lead(): Promise<void> {
    const { runtime, nodeId: id } = this.#options;
    this.#epoch += 1;
    const line = formatQuorumState({
      nodeId: id,
      leaderEpoch: this.#epoch,
      kraftVersion: this.#quorum.kraftVersion,
    });
    await replaceFile(runtime.disk, `${this.#folder}/${QUORUM_STATE}`, Buffer.from(line));
    this.#epochs.push({ epoch: this.#epoch, startOffset: this.#end.offset });
    const epochs = this.#epochs.map(({ epoch, startOffset }) => [epoch, startOffset]);
    await replaceFile(
      runtime.disk,
      `${this.#folder}/leader-epoch-checkpoint`,
      Buffer.from(formatCheckpoint(epochs)),
    );
    const records = [leaderChange(id)];
    const { kraftVersion: level, voters, isInLog } = this.#quorum;
    if (level >= 1 && voters !== undefined && !isInLog) {
      records.push(kraftVersion(level), kraftVoters(voters));
    }
    const outcome = await this.#write(records.length, (at) => encodeControlBatch(records, at));
    if (outcome === "disk-full") {
      throw new DiskError(`${this.#folder}: the disk is full: no epoch can begin.`, {
        code: "ENOSPC",
        path: this.#folder,
      });
    }
    this.#quorum = { ...this.#quorum, isInLog: true };
  }

  /**
   * Writes framed records as one batch, and resolves when it is synced. One call at a time. Any
   * failure but a full disk rejects: then nothing is known about the log, and the broker must stop.
   */
  append(values: readonly Uint8Array[]): Promise<AppendOutcome> {
    return this.#write(values.length, (at) => encodeMetadataBatch(values, at));
  }

  /** Writes a snapshot of a committed image when one is due; old segments and snapshots then go. */
  async snapshotWhenDue(image: MetadataImage): Promise<void> {
    if (!this.#snapshots.isDue(image)) return;
    const rolls = await this.#snapshots.write(image, this.#quorum, this.#end);
    // While a batch is being written the old segment goes on: the next snapshot will do.
    if (rolls && !this.#isWriting) this.#roll();
  }

  close(): void {
    this.#active?.close();
    this.#active = undefined;
  }

  async #write(count: number, encode: (at: BatchPlace) => Uint8Array): Promise<AppendOutcome> {
    this.#isWriting = true;
    try {
      return await this.#writeBatch(count, encode);
    } finally {
      this.#isWriting = false;
    }
  }

  async #writeBatch(count: number, encode: (at: BatchPlace) => Uint8Array): Promise<AppendOutcome> {
    const timestampMs = this.#options.runtime.clock.nowMs();
    const bytes = encode({ baseOffset: this.#end.offset, epoch: this.#epoch, timestampMs });
    assert(bytes.length <= METADATA_BATCH_BYTES_MAX, "a batch is one that Kafka's reader takes");
    const file = await this.#activeFor(bytes.length, timestampMs);
    const before = file.bytes;
    try {
      file.append([bytes]);
    } catch (error) {
      if (!(error instanceof DiskError) || error.code !== "ENOSPC") throw error;
      file.truncate(before);
      return "disk-full";
    }
    await file.sync();
    this.#snapshots.wrote(bytes.length);
    this.#end = { offset: this.#end.offset + count, epoch: this.#epoch, timestampMs };
    return "committed";
  }

  /** The newest segment, or a new one when it is full or old, or the log has been rolled. */
  async #activeFor(bytes: number, nowMs: number): Promise<DiskFile> {
    const { runtime, config } = this.#options;
    const open = this.#active;
    if (open !== undefined) {
      const isOld = nowMs - (firstTimestampMs(open) ?? nowMs) > config.segmentMs;
      if (!isOld && open.bytes + bytes <= config.segmentBytes) return open;
      this.#roll();
    }
    const { segments } = this.#snapshots;
    let segment = segments.at(-1);
    const goesOn = !this.#isRolled || segment?.baseOffset === this.#end.offset;
    if (segment === undefined || !goesOn) {
      segment = newSegment(this.#folder, this.#end.offset);
      segments.push(segment);
    }
    this.#active = runtime.disk.open(segment.path, { mode: "any" });
    this.#isRolled = false;
    await runtime.disk.syncFolder(this.#folder);
    return this.#active;
  }

  /** The next batch begins a segment. */
  #roll(): void {
    this.#active?.close();
    this.#active = undefined;
    this.#isRolled = true;
  }
}

/** When the first batch of a segment was made: the age of a segment counts from it. */
function firstTimestampMs(file: DiskFile): number | undefined {
  const header = new Uint8Array(BATCH_HEADER_BYTES);
  if (file.readAt(header, 0) < header.length) return undefined;
  return RecordBatch.at(header).baseTimestamp;
}

/** A quorum-state is one short line. */
const QUORUM_STATE_BYTES_MAX = 65_536;

function readQuorumState(disk: Disk, folder: string): QuorumState | undefined {
  const path = `${folder}/${QUORUM_STATE}`;
  if (disk.stat(path) === undefined) return undefined;
  return parseQuorumState(new TextDecoder().decode(disk.readWhole(path, QUORUM_STATE_BYTES_MAX)));
}
