// What tests of a whole broker ask of it, each in one call.
import {
  RecordBatchBuilder,
  ZERO_UUID,
  apis,
  batchesIn,
  errorByCode,
  readRecords,
} from "@naru/protocol";
import type { ErrorName } from "@naru/protocol";
import {
  decodeCreateTopicsResponse,
  encodeCreateTopicsRequest,
} from "@naru/protocol/messages/create-topics";
import {
  decodeDeleteRecordsResponse,
  encodeDeleteRecordsRequest,
} from "@naru/protocol/messages/delete-records";
import {
  decodeDeleteTopicsResponse,
  encodeDeleteTopicsRequest,
} from "@naru/protocol/messages/delete-topics";
import { decodeFetchResponse, encodeFetchRequest } from "@naru/protocol/messages/fetch";
import {
  decodeIncrementalAlterConfigsResponse,
  encodeIncrementalAlterConfigsRequest,
} from "@naru/protocol/messages/incremental-alter-configs";
import {
  decodeInitProducerIdResponse,
  encodeInitProducerIdRequest,
} from "@naru/protocol/messages/init-producer-id";
import {
  decodeListOffsetsResponse,
  encodeListOffsetsRequest,
} from "@naru/protocol/messages/list-offsets";
import { decodeMetadataResponse, encodeMetadataRequest } from "@naru/protocol/messages/metadata";
import { decodeProduceResponse, encodeProduceRequest } from "@naru/protocol/messages/produce";
import type { Network } from "@naru/runtime";
import { WireClient } from "./wire-client.ts";

export const codecs = {
  createTopics: {
    api: apis.CreateTopics,
    encode: encodeCreateTopicsRequest,
    decode: decodeCreateTopicsResponse,
  },
  deleteTopics: {
    api: apis.DeleteTopics,
    encode: encodeDeleteTopicsRequest,
    decode: decodeDeleteTopicsResponse,
  },
  deleteRecords: {
    api: apis.DeleteRecords,
    encode: encodeDeleteRecordsRequest,
    decode: decodeDeleteRecordsResponse,
  },
  fetch: { api: apis.Fetch, encode: encodeFetchRequest, decode: decodeFetchResponse },
  alterConfigs: {
    api: apis.IncrementalAlterConfigs,
    encode: encodeIncrementalAlterConfigsRequest,
    decode: decodeIncrementalAlterConfigsResponse,
  },
  initProducerId: {
    api: apis.InitProducerId,
    encode: encodeInitProducerIdRequest,
    decode: decodeInitProducerIdResponse,
  },
  listOffsets: {
    api: apis.ListOffsets,
    encode: encodeListOffsetsRequest,
    decode: decodeListOffsetsResponse,
  },
  metadata: { api: apis.Metadata, encode: encodeMetadataRequest, decode: decodeMetadataResponse },
  produce: { api: apis.Produce, encode: encodeProduceRequest, decode: decodeProduceResponse },
};

/** The newest versions of Produce and Fetch that name topics by name. */
const VERSION_WITH_NAMES = 12;
const TOPIC_RESOURCE = 2;
const SET = 0;

export interface Place {
  readonly topic: string;
  readonly partition: number;
}

export interface Sequence {
  readonly producerId: number;
  readonly baseSequence: number;
}

export interface FetchedLog {
  readonly error: ErrorName;
  readonly logStartOffset: number;
  readonly highWatermark: number;
  /** Offset -> value. */
  readonly records: ReadonlyMap<number, string>;
  /** The answer had bytes, be it of control batches only. */
  readonly endOffset: number;
}

export class TestClient {
  readonly wire: WireClient;

  private constructor(wire: WireClient) {
    this.wire = wire;
  }

  static async connect(network: Network, bootstrapServers: string): Promise<TestClient> {
    return new TestClient(await WireClient.connect(network, bootstrapServers));
  }

  async createTopic(
    name: string,
    options: { partitions?: number; configs?: Record<string, string> } = {},
  ): Promise<ErrorName> {
    const { partitions: numPartitions = 1, configs = {} } = options;
    const entries = Object.entries(configs).map(([key, value]) => ({ name: key, value }));
    const topic = { name, numPartitions, replicationFactor: 1, assignments: [], configs: entries };
    const answer = await this.wire.call(codecs.createTopics, { topics: [topic] });
    return errorByCode(answer.topics[0]!.errorCode);
  }

  async deleteTopic(name: string): Promise<ErrorName> {
    const request = { topics: [{ name, topicId: ZERO_UUID }], timeoutMs: 0 };
    const answer = await this.wire.call(codecs.deleteTopics, request);
    return errorByCode(answer.responses[0]!.errorCode);
  }

  async produce(
    { topic: name, partition: index }: Place,
    records: Uint8Array | null,
    acks: -1 | 1 = -1,
  ): Promise<{ error: ErrorName; baseOffset: number }> {
    const topic = { name, partitionData: [{ index, records }] };
    const request = { acks, timeoutMs: 0, topicData: [topic] };
    const answer = await this.wire.call(codecs.produce, request, VERSION_WITH_NAMES);
    const { errorCode, baseOffset } = answer.responses[0]!.partitionResponses[0]!;
    return { error: errorByCode(errorCode), baseOffset };
  }

  /** One Fetch of one partition. */
  async fetch(
    { topic, partition }: Place,
    fetchOffset: number,
    options: { maxWaitMs?: number; minBytes?: number } = {},
  ): Promise<FetchedLog> {
    const asked = { partition, fetchOffset, partitionMaxBytes: 1_048_576 };
    const answer = await this.wire.call(
      codecs.fetch,
      {
        maxWaitMs: options.maxWaitMs ?? 0,
        minBytes: options.minBytes ?? 1,
        topics: [{ topic, partitions: [asked] }],
      },
      VERSION_WITH_NAMES,
    );
    const found = answer.responses[0]!.partitions[0]!;
    const records = new Map<number, string>();
    let endOffset = fetchOffset;
    for (const batch of batchesIn(found.records ?? new Uint8Array(0))) {
      for (const record of readRecords(batch)) {
        if (record.offset < fetchOffset) continue;
        records.set(record.offset, Buffer.from(record.value ?? []).toString());
      }
      endOffset = batch.nextOffset;
    }
    const { logStartOffset, highWatermark } = found;
    return {
      error: errorByCode(found.errorCode),
      logStartOffset,
      highWatermark,
      records,
      endOffset,
    };
  }

  /** The whole partition from its start, by as many fetches as it takes. */
  async fetchAll(place: Place): Promise<FetchedLog> {
    const start = await this.offset(place, -2);
    const records = new Map<number, string>();
    for (let at = start; ;) {
      const part = await this.fetch(place, at);
      for (const [offset, value] of part.records) records.set(offset, value);
      if (part.error !== "NONE" || part.endOffset === at) return { ...part, records };
      at = part.endOffset;
    }
  }

  /** -2: the earliest, -1: the end. */
  async offset({ topic: name, partition }: Place, timestamp: number): Promise<number> {
    const asked = { partitionIndex: partition, timestamp };
    const answer = await this.wire.call(codecs.listOffsets, {
      replicaId: -1,
      topics: [{ name, partitions: [asked] }],
    });
    return answer.topics[0]!.partitions[0]!.offset;
  }

  async deleteRecords({ topic: name, partition }: Place, offset: number): Promise<ErrorName> {
    const answer = await this.wire.call(codecs.deleteRecords, {
      topics: [{ name, partitions: [{ partitionIndex: partition, offset }] }],
      timeoutMs: 0,
    });
    return errorByCode(answer.topics[0]!.partitions[0]!.errorCode);
  }

  async setTopicConfig(name: string, key: string, value: string): Promise<ErrorName> {
    const configs = [{ name: key, configOperation: SET, value }];
    const resource = { resourceType: TOPIC_RESOURCE, resourceName: name, configs };
    const request = { resources: [resource], validateOnly: false };
    const answer = await this.wire.call(codecs.alterConfigs, request);
    return errorByCode(answer.responses[0]!.errorCode);
  }

  async initProducerId(): Promise<number> {
    const request = { transactionalId: null, transactionTimeoutMs: 0 };
    const answer = await this.wire.call(codecs.initProducerId, request);
    if (answer.errorCode !== 0) throw new Error(errorByCode(answer.errorCode));
    return answer.producerId;
  }

  /** How many partitions each topic has. */
  async topics(): Promise<Map<string, number>> {
    const answer = await this.wire.call(codecs.metadata, { topics: null });
    return new Map(answer.topics.map(({ name, partitions }) => [name ?? "", partitions.length]));
  }

  close(): void {
    this.wire.close();
  }
}

/** A batch with these values, of an idempotent producer where a sequence is given. */
export function batchOf(
  values: readonly string[],
  options: { timestamp: number; sequence?: Sequence },
): Uint8Array {
  const { timestamp, sequence } = options;
  const builder = new RecordBatchBuilder().begin({
    compression: "none",
    producerId: sequence?.producerId ?? -1,
    producerEpoch: sequence === undefined ? -1 : 0,
    baseSequence: sequence?.baseSequence ?? -1,
    isTransactional: false,
  });
  for (const value of values) {
    builder.append({ timestamp, key: null, value: Buffer.from(value) });
  }
  return builder.build();
}
