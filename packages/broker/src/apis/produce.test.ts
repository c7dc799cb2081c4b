import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RecordBatch, errorByCode } from "@naru/protocol";
import {
  decodeProduceResponse,
  encodeProduceRequest,
  type ProduceRequest,
  type ProduceResponsePartitionProduceResponse as PartitionAnswer,
} from "@naru/protocol/messages/produce";
import { batch } from "../log/log-rig.test.ts";
import { image } from "../partition/partition-rig.test.ts";
import { topicId } from "./api-rig.test.ts";
import { produceApi } from "./produce.ts";
import { recordRig, watchedContext, type RecordRig } from "./record-rig.test.ts";

const codec = { encode: encodeProduceRequest, decode: decodeProduceResponse };
const NEWEST = 13;
const NEWEST_WITH_NAMES = 12;

interface Asked {
  readonly topic?: string;
  readonly partition?: number;
  readonly acks?: number;
  readonly version?: number;
}

async function produce(
  rig: RecordRig,
  records: Uint8Array | null,
  asked: Asked = {},
): Promise<PartitionAnswer> {
  const { topic = "orders", partition: index = 0, acks = -1, version = NEWEST_WITH_NAMES } = asked;
  const name = version >= NEWEST ? {} : { name: topic };
  const request = {
    acks,
    timeoutMs: 1_000,
    topicData: [{ ...name, topicId: topicId(topic[0]!), partitionData: [{ index, records }] }],
  };
  const answer = await rig.call(produceApi(rig), codec, { version, request });
  return answer.responses[0]!.partitionResponses[0]!;
}

async function errorOf(rig: RecordRig, records: Uint8Array | null, asked?: Asked): Promise<string> {
  return errorByCode((await produce(rig, records, asked)).errorCode);
}

/** A batch with some bytes of its header changed, and a CRC that fits again. */
function changed(
  change: (bytes: Buffer) => void,
  shape: Parameters<typeof batch>[0] = {},
): Uint8Array {
  const bytes = Buffer.from(batch(shape));
  change(bytes);
  bytes.writeUInt32BE(RecordBatch.at(bytes).computeCrc(), 17);
  return bytes;
}

describe("Produce", () => {
  test("answers every version with the offset of the first record", async () => {
    const rig = await recordRig({ orders: 1 });
    for (let version = 3; version <= NEWEST; version += 1) {
      const answer = await produce(rig, batch({ records: 2 }), { version });
      assert.equal(errorByCode(answer.errorCode), "NONE", `version ${version}`);
      assert.equal(answer.baseOffset, (version - 3) * 2);
      assert.equal(answer.logAppendTimeMs, -1);
    }
  });

  test("tells the time of the append where the topic takes it", async () => {
    const rig = await recordRig(
      { orders: 1 },
      { config: { messageTimestampType: "LogAppendTime" } },
    );
    const nowMs = rig.clock.nowMs();
    assert.equal((await produce(rig, batch({ timestamp: 5 }))).logAppendTimeMs, nowMs);
  });

  test("answers for each partition on its own", async () => {
    const rig = await recordRig({ orders: 2 });
    const partitionData = [0, 5, 1].map((index) => ({ index, records: batch() }));
    const request = { acks: -1, timeoutMs: 0, topicData: [{ name: "orders", partitionData }] };
    const answer = await rig.call(produceApi(rig), codec, { version: NEWEST_WITH_NAMES, request });
    assert.deepEqual(
      answer.responses[0]!.partitionResponses.map(({ index, errorCode }) => [index, errorCode]),
      [
        [0, 0],
        [5, 3],
        [1, 0],
      ],
    );
  });

  test("waits with acks=all for the slowest partition's sync", async () => {
    const rig = await recordRig({ orders: 2 });
    const partitionData = [0, 1].map((index) => ({ index, records: batch() }));
    const request = { acks: -1, timeoutMs: 0, topicData: [{ name: "orders", partitionData }] };
    await rig.call(produceApi(rig), codec, { version: NEWEST_WITH_NAMES, request });
    for (const index of [0, 1]) {
      assert.equal(rig.partition("orders", index).log.syncedEndOffset, 1);
    }
  });
});

describe("Produce refuses, with Kafka's codes", () => {
  test("what is not there: topics, partitions, ids", async () => {
    const rig = await recordRig({ orders: 1 });
    assert.equal(await errorOf(rig, batch(), { topic: "nowhere" }), "UNKNOWN_TOPIC_OR_PARTITION");
    assert.equal(await errorOf(rig, batch(), { partition: 1 }), "UNKNOWN_TOPIC_OR_PARTITION");
    const byId = { topic: "nowhere", version: NEWEST };
    assert.equal(await errorOf(rig, batch(), byId), "UNKNOWN_TOPIC_ID");
  });

  test("an empty name where topics have names, and no id where they have ids", async () => {
    const rig = await recordRig({ orders: 1 });
    const data = { partitionData: [{ index: 0, records: batch() }] };
    for (const version of [3, NEWEST_WITH_NAMES, NEWEST]) {
      const request = { acks: -1, timeoutMs: 0, topicData: [{ name: "", ...data }] };
      const answer = await rig.call(produceApi(rig), codec, { version, request });
      const { errorCode } = answer.responses[0]!.partitionResponses[0]!;
      const expected = version === NEWEST ? "UNKNOWN_TOPIC_ID" : "UNKNOWN_TOPIC_OR_PARTITION";
      assert.equal(errorByCode(errorCode), expected);
    }
  });

  test("with the log start, but for what Kafka refuses as if there were no log", async () => {
    const rig = await recordRig({ orders: 1, __consumer_offsets: 1 });
    for (let count = 0; count < 3; count += 1) await rig.append("orders", batch());
    rig.partition("orders").log.raiseLogStartOffset(2);
    const damaged = Buffer.from(batch());
    damaged[damaged.length - 1]! ^= 1;
    const idempotent = batch({ producerId: 7, sequence: 3 });
    await produce(rig, batch({ producerId: 7, sequence: 0 }));
    const cases: [string, Uint8Array, Asked, number][] = [
      ["base offset", changed((bytes) => bytes.writeInt32BE(1, 4)), {}, 2],
      ["time", batch({ timestamp: 8e15 }), {}, 2],
      ["sequence", idempotent, {}, 2],
      ["damage", damaged, {}, -1],
      ["size", batch({ valueBytes: 2_000_000 }), {}, -1],
      ["nothing", new Uint8Array(0), {}, -1],
      ["two batches", Buffer.concat([batch(), batch()]), {}, -1],
      ["acks", batch(), { acks: 7 }, -1],
      ["old zstd", batch({ compression: "zstd" }), { version: 6 }, -1],
      ["internal topic", batch(), { topic: "__consumer_offsets" }, -1],
    ];
    for (const [what, bytes, asked, logStartOffset] of cases) {
      const answer = await produce(rig, bytes, asked);
      assert.notEqual(answer.errorCode, 0, what);
      assert.equal(answer.logStartOffset, logStartOffset, what);
    }
    rig
      .partition("orders")
      .become(image({ replicas: [1, 2], leaderEpoch: 4, partitionEpoch: 9 }), 2);
    const few = await produce(rig, batch());
    assert.deepEqual([errorByCode(few.errorCode), few.logStartOffset], ["NOT_ENOUGH_REPLICAS", 2]);
  });

  test("what it does not lead, and says who does", async () => {
    const rig = await recordRig({ orders: 1 });
    rig.partition("orders").become(image({ leader: 2, leaderEpoch: 9, partitionEpoch: 9 }), 1);
    const answer = await produce(rig, batch());
    assert.equal(errorByCode(answer.errorCode), "NOT_LEADER_OR_FOLLOWER");
    // The image of this rig still names broker 1: what is told is what the metadata says.
    assert.deepEqual([answer.currentLeader.leaderId, answer.currentLeader.leaderEpoch], [1, 3]);
    // Before version 10 there is no place for that.
    const old = await produce(rig, batch(), { version: 9 });
    assert.equal(errorByCode(old.errorCode), "NOT_LEADER_OR_FOLLOWER");
  });

  test("any other acks than -1, 0 and 1", async () => {
    const rig = await recordRig({ orders: 1 });
    assert.equal(await errorOf(rig, batch(), { acks: 2 }), "INVALID_REQUIRED_ACKS");
    // Where the topic is not there that is said first.
    const nowhere = { acks: 2, topic: "nowhere" };
    assert.equal(await errorOf(rig, batch(), nowhere), "UNKNOWN_TOPIC_OR_PARTITION");
  });

  test("records that are none, several batches, parts of one, an older format", async () => {
    const rig = await recordRig({ orders: 1 });
    assert.equal(await errorOf(rig, null), "INVALID_RECORD");
    assert.equal(await errorOf(rig, new Uint8Array(0)), "INVALID_RECORD");
    assert.equal(await errorOf(rig, Buffer.concat([batch(), batch()])), "INVALID_RECORD");
    assert.equal(await errorOf(rig, batch().subarray(0, 70)), "INVALID_RECORD");
    const old = changed((bytes) => bytes.writeInt8(1, 16));
    assert.equal(await errorOf(rig, old), "INVALID_RECORD");
    // In the older format other bytes are where the transaction's bit would be.
    const oldWithBit = changed((bytes) => {
      bytes.writeInt8(1, 16);
      bytes.writeInt16BE(0x10, 21);
    });
    assert.equal(await errorOf(rig, oldWithBit), "INVALID_RECORD");
  });

  test("damage, and headers that say what cannot be", async () => {
    const rig = await recordRig({ orders: 1 });
    const damaged = Buffer.from(batch());
    damaged[damaged.length - 1]! ^= 1;
    assert.equal(await errorOf(rig, damaged), "CORRUPT_MESSAGE");
    const cases: [string, Uint8Array][] = [
      ["base offset", changed((bytes) => bytes.writeInt32BE(1, 4))],
      ["record count", changed((bytes) => bytes.writeInt32BE(2, 57))],
      ["no records", changed((bytes) => bytes.writeInt32BE(0, 57))],
      ["last offset delta", changed((bytes) => bytes.writeInt32BE(4, 23))],
      ["control bit", changed((bytes) => bytes.writeInt16BE(0x20, 21))],
      ["no sequence", changed((bytes) => bytes.writeBigInt64BE(7n, 43))],
    ];
    for (const [what, bytes] of cases) {
      assert.equal(await errorOf(rig, bytes), "INVALID_RECORD", what);
    }
    assert.equal(rig.partition("orders").log.logEndOffset, 0);
  });

  test("what is too large for the topic or for a segment", async () => {
    const large = await recordRig({ orders: 1 }, { config: { maxMessageBytes: 100 } });
    assert.equal(await errorOf(large, batch({ valueBytes: 200 })), "MESSAGE_TOO_LARGE");
    const long = await recordRig({ orders: 1 }, { config: { segmentBytes: 100 } });
    assert.equal(await errorOf(long, batch({ valueBytes: 200 })), "RECORD_LIST_TOO_LARGE");
  });

  test("times that are out of the topic's range, with the record that is wrong", async () => {
    const rig = await recordRig({ orders: 1 }, { config: { messageTimestampBeforeMaxMs: 1_000 } });
    const answer = await produce(rig, batch({ timestamp: 1 }));
    assert.equal(errorByCode(answer.errorCode), "INVALID_TIMESTAMP");
    assert.equal(answer.recordErrors.length, 1);
    assert.match(answer.errorMessage!, /invalid timestamp/);
    // Before version 8 there is no place for that.
    const old = await produce(rig, batch({ timestamp: 1 }), { version: 7 });
    assert.equal(errorByCode(old.errorCode), "INVALID_TIMESTAMP");
    assert.equal(old.recordErrors.length, 0);
  });

  test("zstd from a client that is too old for it", async () => {
    const rig = await recordRig({ orders: 1 });
    const zstd = batch({ compression: "zstd" });
    assert.equal(await errorOf(rig, zstd, { version: 6 }), "UNSUPPORTED_COMPRESSION_TYPE");
    assert.equal(await errorOf(rig, zstd, { version: 7 }), "NONE");
  });

  test("records for Kafka's own topics", async () => {
    const rig = await recordRig({ __consumer_offsets: 1 });
    const answer = await produce(rig, batch(), { topic: "__consumer_offsets" });
    assert.equal(errorByCode(answer.errorCode), "INVALID_TOPIC_EXCEPTION");
    assert.equal(answer.errorMessage, "Cannot append to internal topic __consumer_offsets");
  });

  test("too few in-sync replicas, when all are to have it", async () => {
    const rig = await recordRig({ orders: 1 });
    rig
      .partition("orders")
      .become(image({ replicas: [1, 2], leaderEpoch: 4, partitionEpoch: 9 }), 2);
    assert.equal(await errorOf(rig, batch()), "NOT_ENOUGH_REPLICAS");
    assert.equal(await errorOf(rig, batch(), { acks: 1 }), "NONE");
  });

  test("sequences that do not follow, and old epochs", async () => {
    const rig = await recordRig({ orders: 1 });
    const of = (sequence: number, producerEpoch = 1): Uint8Array =>
      batch({ producerId: 7, producerEpoch, sequence });
    assert.equal(await errorOf(rig, of(0)), "NONE");
    assert.equal(await errorOf(rig, of(2)), "OUT_OF_ORDER_SEQUENCE_NUMBER");
    assert.equal(await errorOf(rig, of(1, 0)), "INVALID_PRODUCER_EPOCH");
    assert.equal(await errorOf(rig, of(1, 2)), "OUT_OF_ORDER_SEQUENCE_NUMBER");
    const again = await produce(rig, of(0));
    assert.deepEqual([again.errorCode, again.baseOffset], [0, 0]);
  });

  test("everything while the disk is full, and nothing afterwards", async () => {
    const rig = await recordRig({ orders: 1 });
    const makeRoom = rig.disk.failAt(({ kind }) => kind === "append", "ENOSPC");
    for (const acks of [-1, 1]) {
      assert.equal(await errorOf(rig, batch(), { acks }), "KAFKA_STORAGE_ERROR");
    }
    makeRoom();
    assert.equal((await produce(rig, batch())).baseOffset, 0);
  });
});

describe("Produce with acks=0", () => {
  const request = (records: Uint8Array | null): ProduceRequest => ({
    transactionalId: null,
    acks: 0,
    timeoutMs: 0,
    topicData: [{ name: "orders", topicId: topicId("o"), partitionData: [{ index: 0, records }] }],
  });

  test("is not answered", async () => {
    const rig = await recordRig({ orders: 1 });
    const { context, closeReasons } = watchedContext(NEWEST_WITH_NAMES);
    const answer = produceApi(rig).handle(request(batch()), context);
    assert.equal(await rig.clock.run(Promise.resolve(answer)), undefined);
    assert.equal(rig.partition("orders").log.logEndOffset, 1);
    assert.deepEqual(closeReasons, []);
  });

  test("that is refused ends the connection, at once or when it is not written", async () => {
    const rig = await recordRig({ orders: 1 });
    const early = watchedContext(NEWEST_WITH_NAMES);
    assert.equal(produceApi(rig).handle(request(null), early.context), undefined);
    assert.equal(early.closeReasons.length, 1);
    rig.disk.failAt(({ kind }) => kind === "append", "ENOSPC");
    const late = watchedContext(NEWEST_WITH_NAMES);
    const answer = produceApi(rig).handle(request(batch()), late.context);
    assert.equal(await rig.clock.run(Promise.resolve(answer)), undefined);
    assert.equal(late.closeReasons.length, 1);
  });
});
