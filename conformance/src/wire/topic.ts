import {
  batchesIn,
  errorByCode,
  type BatchOptions,
  type LogRecord,
  readRecords,
  RecordBatchBuilder,
  type RecordToWrite,
} from "@naru/protocol";
import { until } from "../runner/waiting.ts";
import { calls } from "./calls.ts";
import type { WireConnection } from "./connection.ts";

/** A partition by names. */
export interface PartitionName {
  readonly topic: string;
  readonly partition: number;
}

/** What came of one produced batch. */
export interface Appended {
  readonly error: string;
  readonly baseOffset: number;
  readonly errorMessage: string | null;
}

const PRODUCE_VERSION = 9;
const FETCH_VERSION = 12;
const TIMEOUT_MS = 10_000;
const FETCH_BYTES = 8 * 1024 * 1024;

/** Many records here have old timestamps: kept by time, they would be gone while a suite runs. */
const keptForEver = { "retention.ms": "-1" };

/** Creates a topic and waits for its leaders; throws when it cannot. */
export async function createTopic(
  connection: WireConnection,
  name: string,
  options: { partitions?: number; configs?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const configs = Object.entries({ ...keptForEver, ...options.configs }).map(([key, value]) => ({
    name: key,
    value,
  }));
  const topic = {
    name,
    numPartitions: options.partitions ?? 1,
    replicationFactor: 1,
    assignments: [],
    configs,
  };
  const response = await connection.answer(calls.createTopics, 5, {
    topics: [topic],
    timeoutMs: TIMEOUT_MS,
  });
  const { errorCode, errorMessage } = response.topics[0]!;
  if (errorCode !== 0) throw new Error(`topic ${name}: ${nameOf(errorCode)} ${errorMessage}`);
  await untilLed(connection, name, topic.numPartitions);
}

/** Waits until every partition has a leader: the controller's answer comes before that. */
export async function untilLed(
  connection: WireConnection,
  name: string,
  partitions: number,
): Promise<void> {
  await until(`the leaders of ${name}`, TIMEOUT_MS, async () => {
    const metadata = await connection.answer(calls.metadata, 8, { topics: [{ name }] });
    const led = metadata.topics[0]!.partitions.filter(({ leaderId }) => leaderId >= 0);
    return led.length >= partitions ? true : undefined;
  });
}

/** One batch of these records. */
export function batchOf(records: readonly RecordToWrite[], options: BatchOptions = {}): Uint8Array {
  const builder = new RecordBatchBuilder().begin(options);
  for (const record of records) builder.append(record);
  return builder.build();
}

/** A record of text. */
export function textRecord(key: string | null, value: string | null, timestamp = 1): RecordToWrite {
  return {
    timestamp,
    key: key === null ? null : utf8(key),
    value: value === null ? null : utf8(value),
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Appends bytes as they are; undefined when the broker closed the connection instead. */
export async function produce(
  connection: WireConnection,
  at: PartitionName,
  records: Uint8Array | null,
  options: { acks?: number; version?: number; transactionalId?: string } = {},
): Promise<Appended | undefined> {
  const version = options.version ?? PRODUCE_VERSION;
  const response = await connection.ask(calls.produce, version, {
    transactionalId: options.transactionalId ?? null,
    acks: options.acks ?? -1,
    timeoutMs: TIMEOUT_MS,
    topicData: [{ name: at.topic, partitionData: [{ index: at.partition, records }] }],
  });
  const answer = response?.responses[0]?.partitionResponses[0];
  if (answer === undefined) return undefined;
  const { errorCode, baseOffset, errorMessage } = answer;
  return { error: nameOf(errorCode), baseOffset, errorMessage };
}

/** The name of an error code, as Kafka spells it. */
export function nameOf(code: number): string {
  return errorByCode(code);
}

/** All records of a partition from an offset to its end, control batches left out. */
export async function readAll(
  connection: WireConnection,
  at: PartitionName,
  from = 0,
): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  for (let next = from; ;) {
    const read = await fetchBytes(connection, at, next);
    if (read.error !== "NONE") throw new Error(`${at.topic}-${at.partition}: ${read.error}`);
    const before = next;
    for (const batch of batchesIn(read.bytes)) {
      if (!batch.crcIsValid) throw new Error(`${at.topic}-${at.partition}: bad CRC in an answer.`);
      next = batch.lastOffset + 1;
      if (batch.isControl) continue;
      records.push(...readRecords(batch).filter((record) => record.offset >= before));
    }
    if (next >= read.highWatermark) return records;
    if (next === before) throw new Error(`${at.topic}-${at.partition}: no progress at ${next}.`);
  }
}

/** What one fetch of one partition gives, as bytes. */
export async function fetchBytes(
  connection: WireConnection,
  at: PartitionName,
  offset: number,
): Promise<{ error: string; bytes: Uint8Array; highWatermark: number; logStartOffset: number }> {
  const response = await connection.answer(calls.fetch, FETCH_VERSION, {
    maxWaitMs: 0,
    minBytes: 0,
    maxBytes: FETCH_BYTES,
    topics: [
      {
        topic: at.topic,
        partitions: [
          { partition: at.partition, fetchOffset: offset, partitionMaxBytes: FETCH_BYTES },
        ],
      },
    ],
  });
  const answer = response.responses[0]!.partitions[0]!;
  return {
    error: nameOf(answer.errorCode),
    bytes: answer.records ?? new Uint8Array(0),
    highWatermark: answer.highWatermark,
    logStartOffset: answer.logStartOffset,
  };
}

/** A producer id of one's own. A broker that has no ids yet says to ask again. */
export function newProducer(
  connection: WireConnection,
): Promise<{ producerId: number; producerEpoch: number }> {
  return until("a producer id", TIMEOUT_MS, async () => {
    const draft = { transactionalId: null, transactionTimeoutMs: 0 };
    const response = await connection.answer(calls.initProducerId, 4, draft);
    return response.errorCode === 0 ? response : undefined;
  });
}

/** The first or last offset, or that of a time. Right after its start a broker may not lead yet. */
export function offsetAt(
  connection: WireConnection,
  at: PartitionName,
  timestamp: number,
): Promise<number> {
  return until(`an offset of ${at.topic}-${at.partition}`, TIMEOUT_MS, async () => {
    const partitions = [{ partitionIndex: at.partition, timestamp }];
    const response = await connection.answer(calls.listOffsets, 5, {
      replicaId: -1,
      topics: [{ name: at.topic, partitions }],
    });
    const { errorCode, offset } = response.topics[0]!.partitions[0]!;
    return errorCode === 0 ? offset : undefined;
  });
}
