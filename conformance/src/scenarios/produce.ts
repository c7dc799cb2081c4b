import {
  ATTRIBUTES_AT,
  BASE_OFFSET_AT,
  CRC_AT,
  crc32c,
  LAST_OFFSET_DELTA_AT,
  LENGTH_AT,
  MAGIC_AT,
  MAX_TIMESTAMP_AT,
  RECORD_COUNT_AT,
} from "@naru/protocol";
import { calls } from "../wire/calls.ts";
import type { WireConnection } from "../wire/connection.ts";
import type { Scenario } from "../wire/scenario.ts";
import { batchOf, createTopic, newProducer, produce, textRecord } from "../wire/topic.ts";

const at = { topic: "judged", partition: 0 };
const good = (): Buffer => Buffer.from(batchOf([textRecord("a", "one"), textRecord("b", "two")]));

/** A batch with some bytes changed, its CRC made right again. */
function changed(change: (bytes: Buffer) => void, batch: Buffer = good()): Buffer {
  change(batch);
  batch.writeUInt32BE(crc32c(batch.subarray(ATTRIBUTES_AT)), CRC_AT);
  return batch;
}

const attributes = (bits: number): Buffer =>
  changed((bytes) => bytes.writeInt16BE(bytes.readInt16BE(ATTRIBUTES_AT) | bits, ATTRIBUTES_AT));

/** Name of what is wrong, and the bytes. */
const wrongBatches: readonly (readonly [string, Uint8Array | null])[] = [
  ["null records", null],
  ["empty records", new Uint8Array(0)],
  ["a batch without its last byte", good().subarray(0, -1)],
  ["one byte", Uint8Array.of(0)],
  ["two batches", Buffer.concat([good(), good()])],
  ["bytes after the batch", Buffer.concat([good(), Buffer.from([1, 2, 3])])],
  ["magic 1", changed((bytes) => bytes.writeInt8(1, MAGIC_AT))],
  ["magic 3", changed((bytes) => bytes.writeInt8(3, MAGIC_AT))],
  ["a length that is too small", changed((bytes) => bytes.writeInt32BE(20, LENGTH_AT))],
  ["a negative length", changed((bytes) => bytes.writeInt32BE(-1, LENGTH_AT))],
  ["a wrong CRC", flipped(good(), CRC_AT)],
  ["a flipped bit in a value", flipped(good(), 70)],
  ["a base offset", changed((bytes) => bytes.writeBigInt64BE(7n, BASE_OFFSET_AT))],
  ["a count of 0", changed((bytes) => bytes.writeInt32BE(0, RECORD_COUNT_AT))],
  ["a count of -1", changed((bytes) => bytes.writeInt32BE(-1, RECORD_COUNT_AT))],
  ["a count that is too large", changed((bytes) => bytes.writeInt32BE(3, RECORD_COUNT_AT))],
  [
    "a last offset delta that is too large",
    changed((bytes) => bytes.writeInt32BE(5, LAST_OFFSET_DELTA_AT)),
  ],
  [
    "count and last offset delta of three records, where there are two",
    changed((bytes) => {
      bytes.writeInt32BE(2, LAST_OFFSET_DELTA_AT);
      bytes.writeInt32BE(3, RECORD_COUNT_AT);
    }),
  ],
  ["a record length that is too large", changed((bytes) => bytes.writeInt8(0x7e, 61))],
  ["a negative record length", changed((bytes) => bytes.writeInt8(0x01, 61))],
  ["the control bit", attributes(0x20)],
  ["the transactional bit without a transactional id", attributes(0x10)],
  ["log append time set by the producer", attributes(0x08)],
  ["compression 5", attributes(5)],
  ["gzip that is none", attributes(1)],
  [
    "a max timestamp that is not the largest",
    changed((bytes) => bytes.writeBigInt64BE(99n, MAX_TIMESTAMP_AT)),
  ],
  ["a record far in the future", batchOf([textRecord("k", "v", 4_000_000_000_000_000)])],
  ["a negative timestamp", batchOf([textRecord("k", "v", -5)])],
  ["a batch larger than max.message.bytes", batchOf([textRecord("k", "v".repeat(1_100_000))])],
  [
    "a producer id without a sequence",
    batchOf([textRecord("k", "v")], { producerId: 5, producerEpoch: 0 }),
  ],
];

function flipped(batch: Buffer, at: number): Buffer {
  batch[at] = batch[at]! ^ 1;
  return batch;
}

/** What a broker says to batches that are wrong, and to sequences that do not follow. */
export async function askProduce(scenario: Scenario): Promise<void> {
  await createTopic(scenario.connection, at.topic, { partitions: wrongBatches.length });
  const codeOnly = async (
    connection: WireConnection,
    partition: number,
    batch: Uint8Array | null,
  ): Promise<unknown> => {
    const appended = await produce(connection, { topic: at.topic, partition }, batch);
    // The texts of Kafka's exceptions are its own; the code is the protocol.
    return appended && { error: appended.error, baseOffset: appended.baseOffset };
  };
  // Each has a partition of its own: what one broker takes does not move the offsets of the rest.
  for (const [partition, [name, batch]] of wrongBatches.entries()) {
    await scenario.askApart(`produce: ${name}`, (connection) =>
      codeOnly(connection, partition, batch),
    );
  }
  for (const acks of [0, 2, -2]) {
    await scenario.askApart(
      `produce: acks ${acks} to a partition that is not there`,
      (connection) => produce(connection, { topic: at.topic, partition: 99 }, good(), { acks }),
    );
  }
  await scenario.askApart("produce: acks 0, a wrong CRC", (connection) =>
    produce(connection, at, flipped(good(), CRC_AT), { acks: 0 }),
  );
  await scenario.ask("produce: an unknown topic", (connection) =>
    produce(connection, { topic: "nowhere", partition: 0 }, good()),
  );
  await scenario.ask("produce: a good batch", (connection) => produce(connection, at, good()));
  for (const version of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
    await scenario.askApart(`produce: zstd in version ${version}`, async (connection) => {
      const zstd = batchOf([textRecord("k", "v")], { compression: "zstd" });
      const appended = await produce(connection, at, zstd, { version });
      return appended?.error;
    });
  }
  await askSequences(scenario);
  await scenario.ask("produce: all fields of the newest answer that names topics", (connection) =>
    connection.ask(calls.produce, 12, {
      transactionalId: null,
      acks: -1,
      timeoutMs: 5_000,
      topicData: [{ name: at.topic, partitionData: [{ index: 97, records: good() }] }],
    }),
  );
}

async function askSequences(scenario: Scenario): Promise<void> {
  const { connection } = scenario;
  await createTopic(connection, "sequenced");
  const to = { topic: "sequenced", partition: 0 };
  const producer = await newProducer(connection);
  const send = (baseSequence: number, count: number, epoch = 0): Promise<unknown> => {
    const records = Array.from({ length: count }, (_, i) =>
      textRecord(null, `${baseSequence + i}`),
    );
    const { producerId } = producer;
    const batch = batchOf(records, { producerId, producerEpoch: epoch, baseSequence });
    return produce(connection, to, batch).then(
      (answer) => answer && { error: answer.error, baseOffset: answer.baseOffset },
    );
  };
  const steps: readonly (readonly [string, number, number, number?])[] = [
    ["a first batch that does not begin at 0", 3, 1],
    ["the next", 4, 2],
    ["a gap", 9, 1],
    ["the same again", 4, 2],
    ["part of one before", 5, 1],
    ["the first again", 3, 1],
    ["a new epoch that does not begin at 0", 5, 1, 1],
    ["a new epoch", 0, 1, 1],
    ["the old epoch again", 6, 1, 0],
    ["1 of 6 in the new epoch", 1, 1, 1],
    ["2", 2, 1, 1],
    ["3", 3, 1, 1],
    ["4", 4, 1, 1],
    ["5", 5, 1, 1],
    ["6", 6, 1, 1],
    ["the last again", 6, 1, 1],
    ["the fifth from the end again", 2, 1, 1],
    ["the sixth from the end again", 1, 1, 1],
  ];
  for (const [name, sequence, count, epoch] of steps) {
    await scenario.ask(`sequences: ${name}`, () => send(sequence, count, epoch));
  }
}
