import { assert } from "@naru/runtime";
import type { ErrorName } from "@naru/protocol";
import type { AppendResult, Log } from "../log/log.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { PendingAcks } from "./pending-acks.ts";

/** When an acks=all answer may leave: once synced, or as Kafka does, once in the page cache. */
export type AcksAllFlush = "disk" | "page-cache";

/** A Fetch that waits for this partition; called whenever what a reader may see has changed. */
export interface PartitionWaiter {
  progressed(partition: Partition): void;
}

export interface AppendRequest {
  readonly bytes: Uint8Array;
  readonly requiredAcks: number;
  readonly origin: "client" | "coordinator";
  /** `error` is the log's own, or what became of the batch afterwards. */
  done(error: ErrorName, result: AppendResult): void;
}

/**
 * This broker's replica of one partition, and the leader's rules for it.
 *
 * Invariants:
 *   highWatermark <= writtenEndOffset <= logEndOffset
 *   with flush = "disk": highWatermark <= baseOffset of the first acks=all batch that is not synced
 *   an acks=all answer leaves only when highWatermark > its last offset
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
  /** All bytes ever appended since this replica was opened: lets a waiting Fetch guess what arrived. */
  appendedBytes = 0;
  readonly #nodeId: number;
  readonly #flush: AcksAllFlush;
  readonly #pending = new PendingAcks();
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
  }

  get isLeader(): boolean {
    return this.leaderId === this.#nodeId;
  }

  get highWatermark(): number {
    return this.log.highWatermark;
  }

  /** What a reader may see: up to the high watermark, or with read_committed to the last stable offset. */
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
    } else {
      this.#pending.failAll("NOT_LEADER_OR_FOLLOWER");
    }
    this.#notify();
  }

  setMinInsyncReplicas(count: number): void {
    this.#minInsyncReplicas = count;
  }

  /** Appends one batch as the leader; `request.done` is called once, before or after this returns. */
  append(request: AppendRequest): void {
    assert(this.isLeader, `${this.topic}-${this.index} appends only where it leads`);
    const needsAll = request.requiredAcks === -1;
    const result = this.log.append(request.bytes, {
      leaderEpoch: this.leaderEpoch,
      origin: request.origin,
      onWritten: (outcome) => {
        if (needsAll) this.#written(result.firstOffset, outcome);
        else {
          if (outcome === "NONE") this.#advance();
          request.done(outcome, result);
        }
      },
    });
    const isSafe = result.lastOffset < this.log.highWatermark;
    if (result.error !== "NONE" || (result.duplicate && (isSafe || !needsAll))) {
      request.done(result.error, result);
      return;
    }
    if (!result.duplicate) this.appendedBytes += request.bytes.length;
    // A duplicate of a batch that still waits for its sync waits with it.
    if (needsAll) this.#pending.add(result, request.done);
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
    this.#pending.failAll("NOT_LEADER_OR_FOLLOWER");
    this.#notify();
  }

  /** DeleteRecords, or retention: readers below the new start must hear of it. */
  logStartMoved(): void {
    this.#notify();
  }

  #written(baseOffset: number, outcome: ErrorName): void {
    if (outcome !== "NONE") {
      this.#pending.fail(baseOffset, outcome);
      return;
    }
    if (this.#flush === "disk" && this.#pending.lastRequired > this.log.syncedEndOffset) {
      this.#sync();
    }
    this.#advance();
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
    if (!this.isLeader) return;
    let limit = this.log.writtenEndOffset;
    if (this.#flush === "disk") limit = this.#pending.barrier(this.log.syncedEndOffset, limit);
    if (limit > this.log.highWatermark) {
      this.log.updateHighWatermark(limit);
      this.#pending.complete(this.log.highWatermark);
      this.#notify();
    } else {
      this.#pending.complete(this.log.highWatermark);
    }
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
}
