import { DiskError, assert } from "@naru/runtime";
import type { ErrorName } from "@naru/protocol";
import { refusedAppend } from "../log/append-result.ts";
import type {
  AbortedTransactionView,
  AppendClaim,
  AppendResult,
  Log,
  ReadOptions,
  ReadResult,
  WriteOutcome,
} from "../log/log.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { KeyChecks } from "./key-checks.ts";
import type { CheckedAppend } from "./key-checks.ts";
import { PendingAcks } from "./pending-acks.ts";

/** When an acks=all answer may leave: once synced, or as Kafka does, once in the page cache. */
export type AcksAllFlush = "disk" | "page-cache";

/** A Fetch that waits for this partition; called whenever what a reader may see has changed. */
export interface PartitionWaiter {
  progressed(partition: Partition): void;
}

export interface AppendRequest extends AppendClaim {
  readonly bytes: Uint8Array;
  readonly requiredAcks: number;
  readonly origin: "client" | "coordinator";
  /** The version of the Produce request: old ones may not carry zstd. */
  readonly produceVersion?: number | undefined;
  /** `error` is the log's own, or what became of the batch afterwards. */
  done(error: ErrorName, result: AppendResult): void;
}

/**
 * This broker's replica of one partition, and the leader's rules for it.
 *
 * Invariants:
 *   highWatermark <= writtenEndOffset <= logEndOffset
 *   with flush = "disk": highWatermark <= baseOffset of the first acks=all batch that is not synced
 *   an acks=all answer leaves only when highWatermark > its last offset and, with flush = "disk",
 *   syncedEndOffset > its last offset, also where it answers a batch that was sent a second time
 */
export class Partition {
  readonly topic: string;
  readonly index: number;
  readonly topicId: string;
  readonly log: Log;
  leaderId = -1;
  leaderEpoch = -1;
  partitionEpoch = -1;
  isr: readonly number[] = [];
  replicas: readonly number[] = [];
  /**
   * About how many bytes the high watermark has passed: lets a waiting Fetch guess what arrived.
   */
  readableBytes = 0;
  #appendedBytes = 0;
  readonly #nodeId: number;
  readonly #flush: AcksAllFlush;
  readonly #onDiskFailure: (error: unknown) => void;
  readonly #pending = new PendingAcks();
  readonly #checks: KeyChecks;
  readonly #waiters = new Set<PartitionWaiter>();
  #isSyncing = false;
  #minInsyncReplicas = 1;

  constructor(options: PartitionOptions) {
    this.topic = options.topic;
    this.index = options.index;
    this.topicId = options.topicId;
    this.log = options.log;
    this.#nodeId = options.nodeId;
    this.#flush = options.acksAllFlush;
    this.#onDiskFailure = (error) => options.onDiskFailure(error);
    this.#checks = new KeyChecks({
      log: this.log,
      append: (request) => {
        if (this.isLeader) return this.#append(request);
        const { logStartOffset } = this.log;
        const refused = refusedAppend({ error: "NOT_LEADER_OR_FOLLOWER" }, logStartOffset);
        request.done("NOT_LEADER_OR_FOLLOWER", refused);
      },
    });
  }

  get isLeader(): boolean {
    return this.leaderId === this.#nodeId;
  }

  get highWatermark(): number {
    return this.log.highWatermark;
  }

  /**
   * What a reader may see: up to the high watermark, or with read_committed to the last stable
   * offset.
   */
  endFor(isolation: "read_uncommitted" | "read_committed"): number {
    return isolation === "read_committed" ? this.log.lastStableOffset : this.log.highWatermark;
  }

  /** Takes over what the metadata says; a partition epoch that is older than ours is stale news. */
  become(image: PartitionImage, minInsyncReplicas: number): void {
    if (image.partitionEpoch < this.partitionEpoch) return;
    const isNewEpoch = image.leaderEpoch > this.leaderEpoch;
    this.leaderId = image.leader;
    this.leaderEpoch = image.leaderEpoch;
    this.partitionEpoch = image.partitionEpoch;
    this.isr = image.isr;
    this.replicas = image.replicas;
    this.#minInsyncReplicas = minInsyncReplicas;
    if (this.isLeader) {
      // Even an epoch without records is noted, as Kafka's leader does: followers ask for its end.
      if (isNewEpoch) this.log.assignEpochStart(this.leaderEpoch, this.log.logEndOffset);
      this.#advance();
    } else if (!this.#isLastHolder) {
      this.#pending.failAll("NOT_LEADER_OR_FOLLOWER");
    }
    this.#notify();
  }

  setMinInsyncReplicas(count: number): void {
    this.#minInsyncReplicas = count;
  }

  /**
   * Appends one batch as the leader; `request.done` is called once, before or after this returns.
   */
  append(request: AppendRequest): void {
    assert(this.isLeader, `${this.topic}-${this.index} appends only where it leads`);
    if (!this.#checks.delays(request)) this.#append(request);
  }

  #append(request: CheckedAppend): void {
    const needsAll = request.requiredAcks === -1;
    const result = this.#appendToLog(request, (outcome) => {
      if (needsAll) this.#written(result.firstOffset, outcome);
      else {
        if (outcome === "NONE") this.#advance();
        request.done(outcome, result);
      }
    });
    const isSafe = result.lastOffset < this.#acknowledgedEnd;
    if (result.error !== "NONE" || (result.duplicate && (isSafe || !needsAll))) {
      request.done(result.error, result);
      return;
    }
    if (!result.duplicate) this.#appendedBytes += request.bytes.length;
    if (!needsAll) return;
    this.#pending.add(result, (error, appended) => request.done(error, appended));
    // A duplicate of a batch that is not synced waits for its sync; with acks=1 none was begun.
    if (result.duplicate) this.#syncIfNeeded();
  }

  /**
   * Reads as a Fetch does. A disk that cannot be read any more ends the broker; the reader is told
   * by a rejection or an exception.
   */
  read(options: ReadOptions): ReadResult | Promise<ReadResult> {
    try {
      const read = this.log.read(options);
      if (!(read instanceof Promise)) return read;
      return read.catch((error: unknown) => this.#readFailed(error));
    } catch (error) {
      return this.#readFailed(error);
    }
  }

  /** The same for the aborted transactions in a range of offsets, which may be read from a file. */
  abortedTransactions(startOffset: number, endOffset: number): AbortedTransactionView[] {
    try {
      return this.log.abortedTransactions(startOffset, endOffset);
    } catch (error) {
      return this.#readFailed(error);
    }
  }

  /** The same for what looks into the log to find an offset. */
  async lookUp<Found>(find: (log: Log) => Promise<Found>): Promise<Found> {
    try {
      return await find(this.log);
    } catch (error) {
      return this.#readFailed(error);
    }
  }

  /** The error that a request gets for an exception of `read` or `lookUp`. */
  errorOf(exception: unknown): ErrorName {
    if (!this.isLeader) return "NOT_LEADER_OR_FOLLOWER";
    return exception instanceof DiskError ? "KAFKA_STORAGE_ERROR" : "UNKNOWN_SERVER_ERROR";
  }

  /** The error that an acks=all append would get before it starts, or NONE. */
  checkInsync(): ErrorName {
    const needed = Math.min(this.#minInsyncReplicas, this.replicas.length);
    return this.isr.length < needed ? "NOT_ENOUGH_REPLICAS" : "NONE";
  }

  addWaiter(waiter: PartitionWaiter): void {
    this.#waiters.add(waiter);
  }

  removeWaiter(waiter: PartitionWaiter): void {
    this.#waiters.delete(waiter);
  }

  /** The partition is going away here: who waits is told, whatever for. */
  retire(): void {
    this.leaderId = -1;
    this.isr = [];
    this.#pending.failAll("NOT_LEADER_OR_FOLLOWER");
    this.#notify();
  }

  #appendToLog(request: CheckedAppend, onWritten: (outcome: WriteOutcome) => void): AppendResult {
    const { leaderEpoch } = this;
    const { bytes, origin, produceVersion, keysAreChecked } = request;
    const { verificationGuard, transactionVersion } = request;
    try {
      return this.log.append(bytes, {
        leaderEpoch,
        origin,
        produceVersion,
        keysAreChecked,
        verificationGuard,
        transactionVersion,
        onWritten,
      });
    } catch (error) {
      // Not the writing: that is told by `onWritten`. Something had to be read for the append.
      if (!(error instanceof DiskError)) throw error;
      this.#onDiskFailure(error);
      return refusedAppend({ error: "KAFKA_STORAGE_ERROR" }, this.log.logStartOffset);
    }
  }

  #written(baseOffset: number, outcome: ErrorName): void {
    if (outcome !== "NONE") {
      this.#pending.fail(baseOffset, outcome);
      return;
    }
    this.#syncIfNeeded();
    this.#advance();
  }

  /**
   * Nobody leads, and nobody else could: so it is after a controlled shutdown of the only replica.
   * What was appended is kept, and those who wait for it are told so, that they do not send it
   * twice.
   */
  get #isLastHolder(): boolean {
    return this.leaderId === -1 && this.isr.length === 1 && this.isr[0] === this.#nodeId;
  }

  /** Up to here an acks=all answer may leave. */
  get #acknowledgedEnd(): number {
    const { highWatermark, syncedEndOffset } = this.log;
    return this.#flush === "disk" ? Math.min(highWatermark, syncedEndOffset) : highWatermark;
  }

  #syncIfNeeded(): void {
    if (this.#flush === "disk" && this.#pending.lastRequired > this.log.syncedEndOffset) {
      this.#sync();
    }
  }

  #sync(): void {
    // One sync in flight: what is written meanwhile is covered by the next, for all who wait.
    if (this.#isSyncing) return;
    this.#isSyncing = true;
    this.log.syncSoon((syncedEndOffset) => {
      this.#isSyncing = false;
      this.#advance();
      if (this.#pending.lastRequired > syncedEndOffset) this.#sync();
    });
  }

  /** Moves the high watermark as far as the rules allow, and answers those it has passed. */
  #advance(): void {
    if (!this.isLeader && !this.#isLastHolder) return;
    const before = this.log.highWatermark;
    let limit = this.log.writtenEndOffset;
    if (this.#flush === "disk") limit = this.#pending.barrier(this.log.syncedEndOffset, limit);
    if (limit > before) {
      this.#countReadable(before, limit);
      this.log.updateHighWatermark(limit);
    }
    this.#pending.complete(this.#acknowledgedEnd);
    if (limit > before) this.#notify();
  }

  /** Exact whenever the high watermark reaches the end of the log; a share of it in between. */
  #countReadable(from: number, to: number): void {
    const hiddenBytes = this.#appendedBytes - this.readableBytes;
    const share = (to - from) / (this.log.logEndOffset - from);
    this.readableBytes += Math.ceil(hiddenBytes * share);
  }

  #readFailed(error: unknown): never {
    // The log of a replica that is not here any more may be closed under a reader.
    if (this.isLeader && error instanceof DiskError) this.#onDiskFailure(error);
    throw error;
  }

  #notify(): void {
    for (const waiter of this.#waiters) waiter.progressed(this);
  }
}

export interface PartitionOptions {
  readonly topic: string;
  readonly index: number;
  readonly topicId: string;
  readonly log: Log;
  readonly nodeId: number;
  readonly acksAllFlush: AcksAllFlush;
  /** The disk cannot be read: the broker stops rather than answer as if nothing were there. */
  onDiskFailure(error: unknown): void;
}
