import assert from "node:assert/strict";
import type { CompressionType, LogRecord, RecordToWrite } from "@naru/protocol";
import { calls } from "./calls.ts";
import type { WireConnection } from "./connection.ts";
import {
  batchOf,
  createTopic,
  newProducer,
  offsetAt,
  type PartitionName,
  produce,
  readAll,
} from "./topic.ts";

const codecs: readonly CompressionType[] = ["none", "gzip", "snappy", "lz4", "zstd"];
const BATCH_RECORDS = 20;
/** Of today: a producer whose last record is a day old is forgotten. */
const START_MS = Date.now();
const EARLIEST = -2;
const TIMEOUT_MS = 10_000;

const mixed: PartitionName = { topic: "mixed", partition: 0 };
const once: PartitionName = { topic: "once", partition: 1 };
const trimmed: PartitionName = { topic: "trimmed", partition: 0 };
const TRIMMED_TO = 30;

/** What a broker was filled with, and what may be asked of it later, by whichever broker. */
export interface Filling {
  /** Expected records as text lines, by `topic-partition`. */
  readonly lines: Map<string, string[]>;
  readonly producer: IdempotentProducer;
  /** Where the log of `trimmed-0` begins. */
  readonly trimmedTo: number;
}

interface IdempotentProducer {
  readonly id: number;
  readonly epoch: number;
  nextSequence: number;
  /** The last batch and the offset that it got: sent again, it must get that offset again. */
  last: { readonly batch: Uint8Array; readonly baseOffset: number };
}

/** Makes topics with every codec, an idempotent producer, settings and deleted records. */
export async function fill(
  connection: WireConnection,
  options: { deletesRecords?: boolean } = {},
): Promise<Filling> {
  const configs = { "retention.ms": "-1", "segment.bytes": "1048576" };
  await createTopic(connection, "mixed", { configs });
  await createTopic(connection, "once", { partitions: 2, configs: { "retention.ms": "-1" } });
  await createTopic(connection, "trimmed", { configs: { "retention.ms": "-1" } });
  const { producerId: id, producerEpoch: epoch } = await newProducer(connection);
  const last = { batch: new Uint8Array(0), baseOffset: -1 };
  const trimmedTo = options.deletesRecords === false ? 0 : TRIMMED_TO;
  const producer = { id, epoch, nextSequence: 0, last };
  const filling: Filling = { lines: new Map(), producer, trimmedTo };
  await append(connection, filling, "first");
  const records = recordsOf("trimmed", 40);
  remember(filling, trimmed, records, await appendBatch(connection, trimmed, batchOf(records)));
  const topics = [{ name: trimmed.topic, partitions: [{ partitionIndex: 0, offset: trimmedTo }] }];
  await connection.answer(calls.deleteRecords, 2, { topics, timeoutMs: TIMEOUT_MS });
  filling.lines.get(placeOf(trimmed))!.splice(0, trimmedTo);
  return filling;
}

/** Appends some more of the same: a broker goes on where another stopped. */
export async function append(
  connection: WireConnection,
  filling: Filling,
  name: string,
): Promise<void> {
  for (const codec of codecs) {
    const records = recordsOf(`${name} ${codec}`);
    const baseOffset = await appendBatch(
      connection,
      mixed,
      batchOf(records, { compression: codec }),
    );
    remember(filling, mixed, records, baseOffset);
  }
  for (let i = 0; i < 3; i += 1) {
    const records = recordsOf(`${name} once ${i}`);
    const { producer } = filling;
    const batch = batchOf(records, {
      producerId: producer.id,
      producerEpoch: producer.epoch,
      baseSequence: producer.nextSequence,
      compression: codecs[i]!,
    });
    const baseOffset = await appendBatch(connection, once, batch);
    remember(filling, once, records, baseOffset);
    producer.nextSequence += records.length;
    producer.last = { batch, baseOffset };
  }
}

async function appendBatch(
  connection: WireConnection,
  at: PartitionName,
  batch: Uint8Array,
): Promise<number> {
  const appended = await produce(connection, at, batch);
  assert.equal(appended?.error, "NONE", `${placeOf(at)}: ${appended?.errorMessage}`);
  return appended.baseOffset;
}

/** Everything is there as written; a retry gets its old offset; the start of the log is kept. */
export async function checkFilling(connection: WireConnection, filling: Filling): Promise<void> {
  for (const at of [mixed, once, trimmed]) {
    const start = await offsetAt(connection, at, EARLIEST);
    const records = await readAll(connection, at, start);
    assert.deepEqual(records.map(lineOf), filling.lines.get(placeOf(at)), placeOf(at));
  }
  assert.equal(await offsetAt(connection, trimmed, EARLIEST), filling.trimmedTo);
  const { batch, baseOffset } = filling.producer.last;
  const again = await produce(connection, once, batch);
  assert.deepEqual([again?.error, again?.baseOffset], ["NONE", baseOffset], "a retry");
  const described = await connection.answer(calls.describeConfigs, 4, {
    resources: [{ resourceType: 2, resourceName: "mixed", configurationKeys: ["segment.bytes"] }],
  });
  assert.equal(described.results[0]!.configs[0]!.value, "1048576");
}

function recordsOf(name: string, count = BATCH_RECORDS): RecordToWrite[] {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return Array.from({ length: count }, (_, i) => ({
    timestamp: START_MS + i,
    key: i % 5 === 0 ? null : bytes(`key-${i % 4}`),
    value: i % 7 === 6 ? null : bytes(`${name} ${i} ${"and so on ".repeat(8)}`),
    headers:
      i % 3 === 0
        ? [
            { key: "name", value: bytes(name) },
            { key: "null", value: null },
          ]
        : [],
  }));
}

function remember(
  filling: Filling,
  at: PartitionName,
  records: readonly RecordToWrite[],
  baseOffset: number,
): void {
  const lines = filling.lines.get(placeOf(at)) ?? [];
  filling.lines.set(placeOf(at), lines);
  for (const [i, record] of records.entries()) {
    lines.push(lineOf({ ...record, headers: record.headers ?? [], offset: baseOffset + i }));
  }
}

/** A record as one line of text: offset, timestamp, key, value, headers; `-` is null. */
export function lineOf(record: LogRecord): string {
  const headers = record.headers.map(({ key, value }) => `${key}=${textOf(value)}`).join(",");
  const { offset, timestamp, key, value } = record;
  return `${offset} ${timestamp} ${textOf(key)} ${textOf(value)} [${headers}]`;
}

function textOf(bytes: Uint8Array | null): string {
  return bytes === null ? "-" : `'${new TextDecoder().decode(bytes)}'`;
}

function placeOf(at: PartitionName): string {
  return `${at.topic}-${at.partition}`;
}
