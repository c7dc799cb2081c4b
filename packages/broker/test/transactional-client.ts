// What tests of a whole broker do as a transactional producer and as its readers.
import {
  RecordBatchBuilder,
  apis,
  batchesIn,
  errorByCode,
  readRecords,
  type ErrorName,
} from "@naru/protocol";
import {
  decodeAddOffsetsToTxnResponse,
  encodeAddOffsetsToTxnRequest,
} from "@naru/protocol/messages/add-offsets-to-txn";
import {
  decodeAddPartitionsToTxnResponse,
  encodeAddPartitionsToTxnRequest,
} from "@naru/protocol/messages/add-partitions-to-txn";
import {
  decodeDescribeProducersResponse,
  encodeDescribeProducersRequest,
} from "@naru/protocol/messages/describe-producers";
import { decodeEndTxnResponse, encodeEndTxnRequest } from "@naru/protocol/messages/end-txn";
import {
  decodeTxnOffsetCommitResponse,
  encodeTxnOffsetCommitRequest,
} from "@naru/protocol/messages/txn-offset-commit";
import {
  decodeWriteTxnMarkersResponse,
  encodeWriteTxnMarkersRequest,
} from "@naru/protocol/messages/write-txn-markers";
import { groupCodecs } from "./group-client.ts";
import { codecs, type Place } from "./test-client.ts";
import type { WireClient } from "./wire-client.ts";

export const transactionCodecs = {
  addPartitions: {
    api: apis.AddPartitionsToTxn,
    encode: encodeAddPartitionsToTxnRequest,
    decode: decodeAddPartitionsToTxnResponse,
  },
  addOffsets: {
    api: apis.AddOffsetsToTxn,
    encode: encodeAddOffsetsToTxnRequest,
    decode: decodeAddOffsetsToTxnResponse,
  },
  end: { api: apis.EndTxn, encode: encodeEndTxnRequest, decode: decodeEndTxnResponse },
  commitOffsets: {
    api: apis.TxnOffsetCommit,
    encode: encodeTxnOffsetCommitRequest,
    decode: decodeTxnOffsetCommitResponse,
  },
  writeMarkers: {
    api: apis.WriteTxnMarkers,
    encode: encodeWriteTxnMarkersRequest,
    decode: decodeWriteTxnMarkersResponse,
  },
  producers: {
    api: apis.DescribeProducers,
    encode: encodeDescribeProducersRequest,
    decode: decodeDescribeProducersResponse,
  },
};

/** Versions of one generation of clients. */
export interface ClientVersions {
  readonly produce: number;
  readonly commitOffsets: number;
  readonly end: number;
}
/** Those of clients that leave enrolment to the broker (KIP-890), and of those before them. */
export const newVersions: ClientVersions = { produce: 12, commitOffsets: 5, end: 5 };
export const oldVersions: ClientVersions = { produce: 7, commitOffsets: 2, end: 1 };

const TRANSACTIONS = 1;
const READ_COMMITTED = 1;
const TRIES_MAX = 50;

/** One transactional id, used as a client library does. */
export class TransactionalClient {
  readonly #wire: WireClient;
  readonly #transactionalId: string;
  readonly versions: ClientVersions;
  readonly #sequences = new Map<string, number>();
  producerId = -1;
  producerEpoch = -1;
  /** Of the last batch that was taken. */
  baseOffset = -1;

  constructor(wire: WireClient, transactionalId = "t", versions = newVersions) {
    this.#wire = wire;
    this.#transactionalId = transactionalId;
    this.versions = versions;
  }

  async init(transactionTimeoutMs = 60_000): Promise<void> {
    const transactionalId = this.#transactionalId;
    await this.#find();
    const answer = await this.#untilReady(async () => {
      const request = { transactionalId, transactionTimeoutMs };
      return await this.#wire.call(codecs.initProducerId, request, 5);
    });
    if (answer.errorCode !== 0) throw new Error(errorByCode(answer.errorCode));
    this.producerId = answer.producerId;
    this.producerEpoch = answer.producerEpoch;
  }

  /** One record in a batch of its own; only an old client adds partitions itself. */
  async produce(place: Place, value: string): Promise<ErrorName> {
    const name = `${place.topic}-${place.partition}`;
    const baseSequence = this.#sequences.get(name) ?? 0;
    const records = this.batch([value], { baseSequence });
    const topic = { name: place.topic, partitionData: [{ index: place.partition, records }] };
    const { produce } = this.versions;
    const request = {
      transactionalId: this.#transactionalId,
      acks: -1,
      timeoutMs: 1_000,
      topicData: [topic],
    };
    const answer = await this.#wire.call(codecs.produce, request, produce);
    const { errorCode, baseOffset } = answer.responses[0]!.partitionResponses[0]!;
    const error = errorByCode(errorCode);
    if (error === "NONE") {
      this.#sequences.set(name, baseSequence + 1);
      this.baseOffset = baseOffset;
    }
    return error;
  }

  batch(values: readonly string[], { baseSequence }: { baseSequence: number }): Uint8Array {
    const { producerId, producerEpoch } = this;
    const who = { producerId, producerEpoch, baseSequence, isTransactional: true };
    const builder = new RecordBatchBuilder().begin(who);
    for (const value of values) {
      builder.append({ timestamp: 5, key: null, value: Buffer.from(value) });
    }
    return builder.build();
  }

  async addPartition({ topic: name, partition }: Place): Promise<ErrorName> {
    const answer = await this.#untilReady(async () => {
      const response = await this.#wire.call(
        transactionCodecs.addPartitions,
        {
          v3AndBelowTransactionalId: this.#transactionalId,
          v3AndBelowProducerId: this.producerId,
          v3AndBelowProducerEpoch: this.producerEpoch,
          v3AndBelowTopics: [{ name, partitions: [partition] }],
        },
        1,
      );
      const { partitionErrorCode } = response.resultsByTopicV3AndBelow[0]!.resultsByPartition[0]!;
      return { errorCode: partitionErrorCode };
    });
    return errorByCode(answer.errorCode);
  }

  async addOffsets(groupId: string): Promise<ErrorName> {
    const { producerId, producerEpoch } = this;
    const transactionalId = this.#transactionalId;
    const request = { transactionalId, producerId, producerEpoch, groupId };
    const answer = await this.#wire.call(transactionCodecs.addOffsets, request, 1);
    return errorByCode(answer.errorCode);
  }

  /** The offset of partition 0 of `orders`. */
  async commitOffset(groupId: string, committedOffset: number): Promise<ErrorName> {
    const { producerId, producerEpoch } = this;
    const partition = { partitionIndex: 0, committedOffset, committedMetadata: null };
    const answer = await this.#wire.call(
      transactionCodecs.commitOffsets,
      {
        transactionalId: this.#transactionalId,
        groupId,
        producerId,
        producerEpoch,
        topics: [{ name: "orders", partitions: [partition] }],
      },
      this.versions.commitOffsets,
    );
    return errorByCode(answer.topics[0]!.partitions[0]!.errorCode);
  }

  async end(outcome: "commit" | "abort"): Promise<ErrorName> {
    const answer = await this.#untilReady(async () => {
      const { producerId, producerEpoch } = this;
      const transactionalId = this.#transactionalId;
      const committed = outcome === "commit";
      const request = { transactionalId, producerId, producerEpoch, committed };
      return await this.#wire.call(transactionCodecs.end, request, this.versions.end);
    });
    if (answer.errorCode === 0 && answer.producerEpoch !== -1) {
      this.producerId = answer.producerId;
      this.producerEpoch = answer.producerEpoch;
      this.#sequences.clear();
    }
    return errorByCode(answer.errorCode);
  }

  async #find(): Promise<void> {
    const request = { keyType: TRANSACTIONS, coordinatorKeys: [this.#transactionalId] };
    await this.#untilReady(async () => {
      const answer = await this.#wire.call(groupCodecs.find, request);
      return answer.coordinators[0]!;
    });
  }

  /** As client libraries do with the errors that pass. */
  async #untilReady<Answer extends { readonly errorCode: number }>(
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const passing = [
      "CONCURRENT_TRANSACTIONS",
      "COORDINATOR_LOAD_IN_PROGRESS",
      "COORDINATOR_NOT_AVAILABLE",
      "NOT_COORDINATOR",
    ];
    for (let tries = 1; ; tries += 1) {
      const answer = await ask();
      if (tries === TRIES_MAX || !passing.includes(errorByCode(answer.errorCode))) return answer;
    }
  }
}

export interface CommittedRead {
  readonly values: readonly string[];
  readonly lastStableOffset: number;
  readonly highWatermark: number;
  readonly aborted: readonly { readonly producerId: number; readonly firstOffset: number }[];
}

/**
 * What a read_committed consumer sees from `fetchOffset` on, by as many fetches as it takes; each
 * waits as long as it is told to.
 */
export async function readCommitted(
  wire: WireClient,
  { topic, partition }: Place,
  options: { fetchOffset?: number; maxWaitMs?: number } = {},
): Promise<CommittedRead> {
  const { fetchOffset = 0, maxWaitMs = 0 } = options;
  const values: string[] = [];
  const aborted: CommittedRead["aborted"][number][] = [];
  for (let at = fetchOffset; ;) {
    const found = await fetchCommitted(wire, { topic, partition }, { at, maxWaitMs });
    const { lastStableOffset, highWatermark } = found;
    values.push(...committedValues(found.bytes, found.aborted));
    aborted.push(...found.aborted);
    const end = [...batchesIn(found.bytes)].at(-1)?.nextOffset ?? at;
    if (end === at || end >= lastStableOffset) {
      return { values, lastStableOffset, highWatermark, aborted };
    }
    at = end;
  }
}

async function fetchCommitted(
  wire: WireClient,
  { topic, partition }: Place,
  how: { at: number; maxWaitMs: number },
): Promise<Omit<CommittedRead, "values"> & { readonly bytes: Uint8Array }> {
  const asked = { partition, fetchOffset: how.at, partitionMaxBytes: 1_048_576 };
  const topics = [{ topic, partitions: [asked] }];
  const { maxWaitMs } = how;
  const request = { maxWaitMs, minBytes: 1, isolationLevel: READ_COMMITTED, topics };
  const answer = await wire.call(codecs.fetch, request, 12);
  const { abortedTransactions, records, lastStableOffset, highWatermark } =
    answer.responses[0]!.partitions[0]!;
  const aborted = (abortedTransactions ?? []).map(({ producerId, firstOffset }) => ({
    producerId,
    firstOffset,
  }));
  return { bytes: records ?? new Uint8Array(0), lastStableOffset, highWatermark, aborted };
}

/** A consumer's rule: from its first offset on a producer is passed over, up to its marker. */
function committedValues(
  bytes: Uint8Array,
  aborted: readonly { readonly producerId: number; readonly firstOffset: number }[],
): string[] {
  const values: string[] = [];
  const passedOver = new Set<number>();
  const waiting = [...aborted].toSorted((a, b) => a.firstOffset - b.firstOffset);
  for (const batch of batchesIn(bytes)) {
    while (waiting[0] !== undefined && waiting[0].firstOffset <= batch.lastOffset) {
      passedOver.add(waiting.shift()!.producerId);
    }
    if (batch.isControl) passedOver.delete(batch.producerId);
    else if (!(batch.isTransactional && passedOver.has(batch.producerId))) {
      for (const { value } of readRecords(batch)) values.push(Buffer.from(value ?? []).toString());
    }
  }
  return values;
}

/** What a group has committed for partition 0 of `orders`, as a consumer of transactions asks. */
export async function stableOffset(wire: WireClient, groupId: string): Promise<number | ErrorName> {
  const topics = [{ name: "orders", partitionIndexes: [0] }];
  const request = { groups: [{ groupId, topics }], requireStable: true };
  const answer = await wire.call(groupCodecs.fetch, request, 9);
  const { errorCode, committedOffset } = answer.groups[0]!.topics[0]!.partitions[0]!;
  return errorCode === 0 ? committedOffset : errorByCode(errorCode);
}
