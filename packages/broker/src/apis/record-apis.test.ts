// DeleteRecords, OffsetForLeaderEpoch, InitProducerId and DescribeProducers on real logs.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import {
  decodeDeleteRecordsResponse,
  encodeDeleteRecordsRequest,
} from "@naru/protocol/messages/delete-records";
import {
  decodeDescribeProducersResponse,
  encodeDescribeProducersRequest,
} from "@naru/protocol/messages/describe-producers";
import {
  decodeInitProducerIdResponse,
  encodeInitProducerIdRequest,
  type InitProducerIdRequestDraft,
} from "@naru/protocol/messages/init-producer-id";
import {
  decodeOffsetForLeaderEpochResponse,
  encodeOffsetForLeaderEpochRequest,
} from "@naru/protocol/messages/offset-for-leader-epoch";
import { TransactionCoordinator } from "../coordinator/transaction/transaction-coordinator.ts";
import { batch } from "../log/log-rig.test.ts";
import { image } from "../partition/partition-rig.test.ts";
import { deleteRecordsApi } from "./delete-records.ts";
import { describeProducersApi } from "./describe-producers.ts";
import { initProducerIdApi } from "./init-producer-id.ts";
import { offsetForLeaderEpochApi } from "./offset-for-leader-epoch.ts";
import { LEADER_EPOCH, recordRig, type RecordRig } from "./record-rig.test.ts";

async function withRecords(count: number, topic = "orders"): Promise<RecordRig> {
  const rig = await recordRig({ [topic]: 1 });
  for (let index = 0; index < count; index += 1) await rig.append(topic, batch());
  return rig;
}

describe("DeleteRecords", () => {
  const codec = { encode: encodeDeleteRecordsRequest, decode: decodeDeleteRecordsResponse };

  async function deleteUpTo(
    rig: RecordRig,
    offset: number,
    { name = "orders", version = 2 } = {},
  ): Promise<[string, number]> {
    const request = {
      topics: [{ name, partitions: [{ partitionIndex: 0, offset }] }],
      timeoutMs: 1_000,
    };
    const answer = await rig.call(deleteRecordsApi(rig), codec, { version, request });
    const { errorCode, lowWatermark } = answer.topics[0]!.partitions[0]!;
    return [errorByCode(errorCode), lowWatermark];
  }

  test("moves the log start and tells it, in every version", async () => {
    const rig = await withRecords(4);
    for (let version = 0; version <= 2; version += 1) {
      assert.deepEqual(await deleteUpTo(rig, version + 1, { version }), ["NONE", version + 1]);
    }
    assert.equal(rig.partition("orders").log.logStartOffset, 3);
    // What is gone already is no error.
    assert.deepEqual(await deleteUpTo(rig, 1), ["NONE", 3]);
  });

  test("takes -1 for the high watermark", async () => {
    const rig = await withRecords(4);
    assert.deepEqual(await deleteUpTo(rig, -1), ["NONE", 4]);
  });

  test("refuses what is no offset, may not be deleted or is not there", async () => {
    const rig = await withRecords(4);
    assert.deepEqual(await deleteUpTo(rig, 5), ["OFFSET_OUT_OF_RANGE", -1]);
    assert.deepEqual(await deleteUpTo(rig, -2), ["OFFSET_OUT_OF_RANGE", -1]);
    assert.deepEqual(await deleteUpTo(rig, 1, { name: "nowhere" }), [
      "UNKNOWN_TOPIC_OR_PARTITION",
      -1,
    ]);
    const internal = await withRecords(1, "__consumer_offsets");
    const name = "__consumer_offsets";
    assert.deepEqual(await deleteUpTo(internal, 1, { name }), ["INVALID_TOPIC_EXCEPTION", -1]);
    const { log } = rig.partition("orders");
    log.updateConfig({ ...log.config, cleanupDelete: false, cleanupCompact: true });
    assert.deepEqual(await deleteUpTo(rig, 1), ["POLICY_VIOLATION", -1]);
    assert.equal(log.logStartOffset, 0);
  });
});

describe("OffsetForLeaderEpoch", () => {
  const codec = {
    encode: encodeOffsetForLeaderEpochRequest,
    decode: decodeOffsetForLeaderEpochResponse,
  };

  async function endOf(
    rig: RecordRig,
    leaderEpoch: number,
    { currentLeaderEpoch = -1, topic = "orders", version = 4 } = {},
  ): Promise<[string, number, number]> {
    const partitions = [{ partition: 0, leaderEpoch, currentLeaderEpoch }];
    const request = { topics: [{ topic, partitions }] };
    const answer = await rig.call(offsetForLeaderEpochApi(rig), codec, { version, request });
    const found = answer.topics[0]!.partitions[0]!;
    return [errorByCode(found.errorCode), found.leaderEpoch, found.endOffset];
  }

  test("answers the largest epoch at or below the one asked for, and where it ended", async () => {
    const rig = await withRecords(2);
    rig.partition("orders").become(image({ leaderEpoch: 8, partitionEpoch: 9 }), 1);
    await rig.append("orders", batch());
    for (let version = 2; version <= 4; version += 1) {
      assert.deepEqual(await endOf(rig, LEADER_EPOCH, { version }), ["NONE", LEADER_EPOCH, 2]);
    }
    assert.deepEqual(await endOf(rig, 6), ["NONE", LEADER_EPOCH, 2]);
    assert.deepEqual(await endOf(rig, 8), ["NONE", 8, 3]);
    assert.deepEqual(await endOf(rig, 9), ["NONE", -1, -1]);
    // Before the first one: it ended where that began.
    assert.deepEqual(await endOf(rig, 1), ["NONE", 1, 0]);
  });

  test("refuses a client whose own epoch is another, and what is not there", async () => {
    const rig = await withRecords(1);
    const older = { currentLeaderEpoch: LEADER_EPOCH - 1 };
    assert.deepEqual(await endOf(rig, 3, older), ["FENCED_LEADER_EPOCH", -1, -1]);
    const newer = { currentLeaderEpoch: LEADER_EPOCH + 1 };
    assert.deepEqual(await endOf(rig, 3, newer), ["UNKNOWN_LEADER_EPOCH", -1, -1]);
    const nowhere = { topic: "nowhere" };
    assert.deepEqual(await endOf(rig, 3, nowhere), ["UNKNOWN_TOPIC_OR_PARTITION", -1, -1]);
  });
});

describe("InitProducerId", () => {
  const codec = { encode: encodeInitProducerIdRequest, decode: decodeInitProducerIdResponse };

  async function init(
    rig: RecordRig,
    transactionalId: string | null,
    version = 5,
  ): Promise<[string, number, number]> {
    return initWith(rig, { transactionalId, transactionTimeoutMs: 1_000 }, version);
  }

  async function initWith(
    rig: RecordRig,
    request: InitProducerIdRequestDraft,
    version = 5,
  ): Promise<[string, number, number]> {
    // A broker that leads nothing of the transaction topic.
    const transactions = new TransactionCoordinator({
      clock: rig.clock,
      logger: rig.logger,
      markers: { write: () => {} },
      partitionCount: () => undefined,
      exists: () => false,
      newProducerId: () => undefined,
      config: () => assert.fail("no transaction is looked at"),
    });
    const broker = {
      transactions,
      nextProducerId: () => rig.nextProducerId(),
      producerIdAtHand: () => Promise.resolve(),
      config: () => ({ transactionMaxTimeoutMs: 900_000 }),
    };
    const answer = await rig.call(initProducerIdApi(broker), codec, { version, request });
    return [errorByCode(answer.errorCode), answer.producerId, answer.producerEpoch];
  }

  test("gives the next id with epoch 0, in every version", async () => {
    const rig = await recordRig({});
    for (let version = 0; version <= 5; version += 1) {
      rig.producerIds.push(4_000 + version);
      assert.deepEqual(await init(rig, null, version), ["NONE", 4_000 + version, 0]);
    }
  });

  test("tells why there is none", async () => {
    const rig = await recordRig({});
    assert.deepEqual(await init(rig, null), ["COORDINATOR_LOAD_IN_PROGRESS", -1, -1]);
  });

  test("refuses a transactional id that another broker coordinates", async () => {
    const rig = await recordRig({});
    rig.producerIds.push(4_000);
    assert.deepEqual(await init(rig, "t"), ["NOT_COORDINATOR", -1, -1]);
    assert.equal(rig.producerIds.length, 1);
  });

  test("refuses what no coordinator could take", async () => {
    const rig = await recordRig({});
    const request = { transactionalId: "t", transactionTimeoutMs: 1_000 };
    const refused = async (change: Partial<InitProducerIdRequestDraft>): Promise<string> =>
      (await initWith(rig, { ...request, ...change }))[0];
    assert.equal(await refused({ transactionalId: "" }), "INVALID_REQUEST");
    assert.equal(await refused({ producerId: 1 }), "INVALID_REQUEST");
    assert.equal(await refused({ producerEpoch: 1 }), "INVALID_REQUEST");
    assert.equal(await refused({ transactionTimeoutMs: 0 }), "INVALID_TRANSACTION_TIMEOUT");
    assert.equal(await refused({ transactionTimeoutMs: 900_001 }), "INVALID_TRANSACTION_TIMEOUT");
  });
});

describe("DescribeProducers", () => {
  const codec = { encode: encodeDescribeProducersRequest, decode: decodeDescribeProducersResponse };

  test("refuses in Kafka's words", async () => {
    const rig = await withRecords(1);
    const failure = async (name: string, index = 0): Promise<[string, string | null]> => {
      const request = { topics: [{ name, partitionIndexes: [index] }] };
      const answer = await rig.call(describeProducersApi(rig), codec, { version: 0, request });
      const { errorCode, errorMessage } = answer.topics[0]!.partitions[0]!;
      return [errorByCode(errorCode), errorMessage];
    };
    assert.deepEqual(await failure(""), [
      "INVALID_TOPIC_EXCEPTION",
      "Topic name is invalid: the empty string is not allowed",
    ]);
    assert.equal((await failure("x y"))[0], "INVALID_TOPIC_EXCEPTION");
    assert.deepEqual(await failure("nowhere"), [
      "UNKNOWN_TOPIC_OR_PARTITION",
      "This server does not host this topic-partition.",
    ]);
    // Of a topic that is there Kafka says no more than the code.
    assert.deepEqual(await failure("orders", 5), ["UNKNOWN_TOPIC_OR_PARTITION", null]);
  });

  test("tells what each producer did last", async () => {
    const rig = await recordRig({ orders: 1 });
    await rig.append(
      "orders",
      batch({ producerId: 7, producerEpoch: 2, sequence: 0, records: 3, timestamp: 1_000 }),
    );
    const open = { producerId: 8, sequence: 0, isTransactional: true, timestamp: 2_000 };
    await rig.append("orders", batch(open), { origin: "coordinator" });
    const request = { topics: [{ name: "orders", partitionIndexes: [0, 1] }] };
    const answer = await rig.call(describeProducersApi(rig), codec, { version: 0, request });
    const [known, missing] = answer.topics[0]!.partitions;
    assert.deepEqual(known!.activeProducers, [
      {
        producerId: 7,
        producerEpoch: 2,
        lastSequence: 2,
        lastTimestamp: 1_002,
        coordinatorEpoch: -1,
        currentTxnStartOffset: -1,
      },
      {
        producerId: 8,
        producerEpoch: 0,
        lastSequence: 0,
        lastTimestamp: 2_000,
        coordinatorEpoch: -1,
        currentTxnStartOffset: 3,
      },
    ]);
    assert.equal(errorByCode(missing!.errorCode), "UNKNOWN_TOPIC_OR_PARTITION");
  });
});
