import { codeOf, type ErrorName } from "@naru/protocol";
import type {
  FetchRequest,
  FetchResponsePartitionDataDraft as PartitionAnswer,
} from "@naru/protocol/messages/fetch";
import type { ReadResult } from "../log/log.ts";
import type { Partition } from "../partition/partition.ts";
import type { FetchedPartition } from "./fetch-session.ts";
import { checkLeaderEpoch, findLeader, type RecordBroker } from "./record-broker.ts";

const FIRST_BROKER_ID = 0;
const LEADER_SINCE_VERSION = 12;
const ENDPOINTS_SINCE_VERSION = 16;
const NO_RECORDS: readonly Uint8Array[] = [];

export interface PartitionRead {
  readonly asked: FetchedPartition;
  readonly answer: PartitionAnswer;
}

/** A partition that was read, and how much there was to read in it just before. */
export interface ReadPartition {
  readonly partition: Partition;
  readonly readableBytes: number;
}

/**
 * One pass over the partitions of a Fetch: reads each until the request's bytes are used up. The
 * first batch found is returned even if it is larger than all limits, so that a reader always gets
 * on.
 */
export class FetchRead {
  readonly answers: PartitionRead[] = [];
  /** The partitions that were found here: what a Fetch may wait for. */
  readonly partitions: ReadPartition[] = [];
  bytes = 0;
  /** An error, or a log that diverges: the client must hear of it now. */
  mustAnswer = false;
  /** The answer has room for the leaders' addresses, and a use for them. */
  hasMoved = false;
  readonly #broker: RecordBroker;
  readonly #request: FetchRequest;
  readonly #version: number;
  readonly #isCommitted: boolean;
  readonly #reads: ReadResult[] = [];
  #bytesLeft: number;

  constructor(broker: RecordBroker, options: { request: FetchRequest; version: number }) {
    this.#broker = broker;
    this.#request = options.request;
    this.#version = options.version;
    this.#isCommitted = options.request.isolationLevel === 1;
    this.#bytesLeft = Math.min(options.request.maxBytes, broker.fetchMaxBytes());
  }

  /** Reads; a promise only when bytes must come from a cold disk. */
  run(partitions: Iterable<FetchedPartition>): this | Promise<this> {
    return this.#runFrom(partitions[Symbol.iterator]());
  }

  /** Gives the memory of the read bytes back; once they are sent, or not wanted. */
  release(): void {
    for (const read of this.#reads.splice(0)) read.release();
  }

  #runFrom(rest: Iterator<FetchedPartition>): this | Promise<this> {
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      const asked = next.value;
      const answer = emptyAnswer(asked.index);
      this.answers.push({ asked, answer });
      const partition = this.#find(asked, answer);
      if (partition === undefined || this.#diverges(partition, asked, answer)) continue;
      const read = this.#readLog(partition, asked, answer);
      if (read instanceof Promise) {
        return read.then((done) => {
          this.#take(done, { partition, asked, answer });
          return this.#runFrom(rest);
        });
      }
      this.#take(read, { partition, asked, answer });
    }
    return this;
  }

  #find(asked: FetchedPartition, answer: PartitionAnswer): Partition | undefined {
    const found = findLeader(
      this.#broker,
      { name: asked.topic, topicId: asked.topicId },
      asked.index,
    );
    if (found.partition === undefined) {
      // Not null as in other errors: Kafka's answer for what it does not know at all.
      if (found.error !== "NOT_LEADER_OR_FOLLOWER") answer.abortedTransactions = [];
      return this.#fail(answer, found.error);
    }
    const { partition } = found;
    const error = this.#mayRead(partition, asked);
    if (error === "NONE") return partition;
    this.#fail(answer, error);
    // Who knows a newer epoch than we do is not sent to us.
    if (error === "FENCED_LEADER_EPOCH" && this.#version >= LEADER_SINCE_VERSION) {
      answer.currentLeader = { leaderId: partition.leaderId, leaderEpoch: partition.leaderEpoch };
      this.hasMoved = this.#version >= ENDPOINTS_SINCE_VERSION;
    }
    return undefined;
  }

  #mayRead(partition: Partition, asked: FetchedPartition): ErrorName {
    const replicaId = Math.max(this.#request.replicaId, this.#request.replicaState.replicaId);
    if (replicaId >= FIRST_BROKER_ID) return "UNKNOWN_LEADER_EPOCH";
    return checkLeaderEpoch(partition, asked.currentLeaderEpoch);
  }

  /** undefined when the log could not be read, and then the answer says so. */
  #readLog(
    partition: Partition,
    asked: FetchedPartition,
    answer: PartitionAnswer,
  ): ReadResult | undefined | Promise<ReadResult | undefined> {
    const failed = (error: unknown): undefined => this.#fail(answer, partition.errorOf(error));
    this.partitions.push({ partition, readableBytes: partition.readableBytes });
    try {
      const read = partition.read({
        startOffset: asked.fetchOffset,
        maxOffset: partition.endFor(this.#isCommitted ? "read_committed" : "read_uncommitted"),
        maxBytes: Math.max(0, Math.min(asked.maxBytes, this.#bytesLeft)),
        minOneBatch: this.bytes === 0,
      });
      return read instanceof Promise ? read.catch(failed) : read;
    } catch (error) {
      return failed(error);
    }
  }

  #take(
    read: ReadResult | undefined,
    { partition, asked, answer }: PartitionRead & { partition: Partition },
  ): void {
    if (read === undefined) return;
    const { log } = partition;
    if (read.error !== "NONE") {
      this.#fail(answer, read.error);
      return;
    }
    tellEnds(partition, answer);
    answer.records = read.chunks;
    this.bytes += read.bytes;
    this.#bytesLeft -= read.bytes;
    this.#reads.push(read);
    if (this.#isCommitted) {
      answer.abortedTransactions = log.abortedTransactions(asked.fetchOffset, log.lastStableOffset);
    }
  }

  /**
   * Whether the reader's log went another way than ours: it must truncate before it reads on.
   * Looked at before the offset, which may lie beyond our end for just that reason (KIP-320,
   * KIP-595).
   */
  #diverges(partition: Partition, asked: FetchedPartition, answer: PartitionAnswer): boolean {
    if (asked.lastFetchedEpoch < 0) return false;
    const { epoch, endOffset } = partition.log.endOffsetForEpoch(asked.lastFetchedEpoch);
    if (epoch < 0 || endOffset < 0) {
      this.#fail(answer, "OFFSET_OUT_OF_RANGE");
      return true;
    }
    if (epoch === asked.lastFetchedEpoch && endOffset >= asked.fetchOffset) return false;
    tellEnds(partition, answer);
    answer.divergingEpoch = { epoch, endOffset };
    this.mustAnswer = true;
    return true;
  }

  #fail(answer: PartitionAnswer, error: ErrorName): undefined {
    answer.errorCode = codeOf(error);
    this.mustAnswer = true;
  }
}

function tellEnds({ log }: Partition, answer: PartitionAnswer): void {
  answer.highWatermark = log.highWatermark;
  answer.lastStableOffset = log.lastStableOffset;
  answer.logStartOffset = log.logStartOffset;
}

function emptyAnswer(partitionIndex: number): PartitionAnswer {
  return {
    partitionIndex,
    errorCode: 0,
    highWatermark: -1,
    lastStableOffset: -1,
    logStartOffset: -1,
    divergingEpoch: undefined,
    currentLeader: undefined,
    abortedTransactions: null,
    records: NO_RECORDS,
  };
}
