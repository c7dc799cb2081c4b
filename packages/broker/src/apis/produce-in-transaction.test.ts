import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { batchesIn, errorByCode, type ErrorName } from "@naru/protocol";
import {
  decodeProduceResponse,
  encodeProduceRequest,
  type ProduceResponsePartitionProduceResponse as PartitionAnswer,
} from "@naru/protocol/messages/produce";
import type { TransactionEnrolment } from "../coordinator/transaction/enrolment.ts";
import type { BatchShape } from "../log/log-rig.test.ts";
import { batch, marker } from "../log/log-rig.test.ts";
import { produceApi } from "./produce.ts";
import { recordRig, watchedContext, type RecordRig } from "./record-rig.test.ts";

const codec = { encode: encodeProduceRequest, decode: decodeProduceResponse };
/** Clients from here on leave it to the broker to add partitions to a transaction. */
const ADDING = 12;
const NOT_ADDING = 11;
/** The last whose clients do not know TRANSACTION_ABORTABLE. */
const OLD = 10;

interface Asked {
  readonly version?: number;
  readonly transactionalId?: string | null;
  readonly shape?: BatchShape;
  readonly partitions?: readonly number[];
}

async function produce(rig: RecordRig, asked: Asked = {}): Promise<PartitionAnswer[]> {
  const { version = ADDING, transactionalId = "t", shape = {}, partitions = [0] } = asked;
  const records = batch({ producerId: 7, sequence: 0, isTransactional: true, ...shape });
  const partitionData = partitions.map((index) => ({ index, records }));
  const topicData = [{ name: "orders", partitionData }];
  const request = { transactionalId, acks: -1, timeoutMs: 1_000, topicData };
  const answer = await rig.call(produceApi(rig), codec, { version, request });
  return answer.responses[0]!.partitionResponses;
}

async function errorOf(rig: RecordRig, asked?: Asked): Promise<string> {
  return errorByCode((await produce(rig, asked))[0]!.errorCode);
}

/** How the coordinator answers next, and what the producer is told of it. */
async function told(
  version: number,
  error: ErrorName,
): Promise<{ error: string; message: string | null }> {
  const rig = await recordRig({ orders: 1 });
  rig.settings.retryMaxMs = 0;
  rig.enrolmentErrors.push(error);
  const [answer] = await produce(rig, { version });
  assert.equal(rig.partition("orders").log.logEndOffset, 0);
  return { error: errorByCode(answer!.errorCode), message: answer!.errorMessage };
}

describe("Produce in a transaction", () => {
  test("adds the partitions that the transaction is new to, and only those", async () => {
    const rig = await recordRig({ orders: 3 });
    await produce(rig, { partitions: [0, 2] });
    await produce(rig, { partitions: [0, 1], shape: { sequence: 1 } });
    assert.deepEqual(rig.enrolments[0], {
      transactionalId: "t",
      producerId: 7,
      producerEpoch: 0,
      partitions: [
        { topic: "orders", partition: 0 },
        { topic: "orders", partition: 2 },
      ],
      verifyOnly: false,
    });
    assert.deepEqual(rig.enrolments[1]?.partitions, [{ topic: "orders", partition: 1 }]);
  });

  test("only verifies what an older client has added, and not where that is switched off", async () => {
    const rig = await recordRig({ orders: 1 });
    assert.equal(await errorOf(rig, { version: NOT_ADDING }), "NONE");
    assert.equal(rig.enrolments[0]?.verifyOnly, true);
    const trusting = await recordRig({ orders: 1 });
    trusting.settings.verifies = false;
    assert.equal(await errorOf(trusting, { version: NOT_ADDING }), "NONE");
    assert.equal(trusting.enrolments.length, 0);
    assert.equal(trusting.partition("orders").log.lastStableOffset, 0);
  });

  test("adds also where verification is switched off", async () => {
    const rig = await recordRig({ orders: 1 });
    rig.settings.verifies = false;
    assert.equal(await errorOf(rig), "NONE");
    assert.equal(rig.enrolments.length, 1);
  });

  test("keeps the bytes of a batch while the coordinator is asked", async () => {
    const rig = await recordRig({ orders: 1 });
    const bytes = Buffer.from(batch({ producerId: 7, sequence: 0, isTransactional: true }));
    const { context } = watchedContext(ADDING);
    const topicData = [{ name: "orders", partitionData: [{ index: 0, records: bytes }] }];
    const request = { transactionalId: "t", acks: 1, timeoutMs: 1_000, topicData };
    const answer = produceApi(rig).handle(request as never, context);
    // The network reads the next request into the same memory.
    const kept = Buffer.from(bytes);
    bytes.fill(0xff);
    await rig.clock.advance(100);
    const response = await rig.clock.run(Promise.resolve(answer));
    assert.equal(response?.responses[0]?.partitionResponses[0]?.errorCode, 0);
    const read = await rig.partition("orders").log.read({
      startOffset: 0,
      maxOffset: 1,
      maxBytes: 1_000,
      minOneBatch: true,
    });
    const [appended] = [...batchesIn(Buffer.concat(read.chunks))];
    assert.deepEqual(Buffer.from(appended!.batchBytes).subarray(61), kept.subarray(61));
  });

  test("lets nothing overtake a request that waits for the coordinator", async () => {
    const rig = await recordRig({ orders: 1 });
    const held: string[] = [];
    const send = (name: string, sequence: number): unknown => {
      const { context } = watchedContext(ADDING);
      const records = batch({ producerId: 7, sequence, isTransactional: true });
      const topicData = [{ name: "orders", partitionData: [{ index: 0, records }] }];
      const request = { transactionalId: "t", acks: 1, timeoutMs: 1_000, topicData };
      const watched = { ...context, holdLaterRequests: () => void held.push(name) };
      return produceApi(rig).handle(request as never, watched);
    };
    send("begins", 0);
    await rig.clock.advance(100);
    send("goes on", 1);
    assert.deepEqual(held, ["begins"]);
  });

  test("waits a little for the end of the transaction before", async () => {
    const rig = await recordRig({ orders: 1 });
    rig.enrolmentErrors.push("CONCURRENT_TRANSACTIONS", "CONCURRENT_TRANSACTIONS");
    assert.equal(await errorOf(rig), "NONE");
    assert.equal(rig.enrolments.length, 3);
    rig.enrolments.length = 0;
    const tooLong = await recordRig({ orders: 1 });
    for (let tries = 0; tries < 50; tries += 1) {
      tooLong.enrolmentErrors.push("CONCURRENT_TRANSACTIONS");
    }
    assert.equal(await errorOf(tooLong), "CONCURRENT_TRANSACTIONS");
    // One each 21 ms here; the last that is answered within 100 ms is followed by one more.
    assert.equal(tooLong.enrolments.length, 6);
  });

  test("goes on at once when the transaction before has ended", async () => {
    const rig = await recordRig({ orders: 1 });
    rig.settings.retryBackoffMs = 5_000;
    rig.enrolmentErrors.push("CONCURRENT_TRANSACTIONS");
    rig.clock.schedule(10, () => rig.onEnd?.());
    const startMs = rig.clock.monotonicMs();
    assert.equal(await errorOf(rig), "NONE");
    assert.ok(rig.clock.monotonicMs() - startMs < 5_000);
    await rig.clock.advance(10_000);
    assert.equal(rig.enrolments.length, 2);
    assert.equal(rig.onEnd, undefined);
  });

  test("does not wait for those who only want to verify", async () => {
    const rig = await recordRig({ orders: 1 });
    rig.enrolmentErrors.push("CONCURRENT_TRANSACTIONS");
    assert.equal(await errorOf(rig, { version: NOT_ADDING }), "NOT_ENOUGH_REPLICAS");
    assert.equal(rig.enrolments.length, 1);
  });
});

describe("A producer is told, when its coordinator refuses,", () => {
  test("to send it again, in words that the oldest understand", async () => {
    for (const error of ["NOT_COORDINATOR", "COORDINATOR_LOAD_IN_PROGRESS"] as const) {
      for (const version of [OLD, ADDING]) {
        const message =
          "Unable to verify the partition has been added to the transaction. " +
          `Underlying error: ${error}`;
        assert.deepEqual(await told(version, error), { error: "NOT_ENOUGH_REPLICAS", message });
      }
    }
  });

  test("that the partition is not part of the transaction", async () => {
    const message = "Partition was not added to the transaction";
    const expected = { error: "INVALID_TXN_STATE", message };
    assert.deepEqual(await told(ADDING, "INVALID_TXN_STATE"), expected);
    assert.deepEqual(await told(OLD, "TRANSACTION_ABORTABLE"), expected);
    const abortable = { error: "TRANSACTION_ABORTABLE", message: null };
    assert.deepEqual(await told(NOT_ADDING, "TRANSACTION_ABORTABLE"), abortable);
    assert.deepEqual(await told(ADDING, "TRANSACTION_ABORTABLE"), abortable);
  });

  test("that its epoch is over, by the name that producers expect", async () => {
    const expected = { error: "INVALID_PRODUCER_EPOCH", message: null };
    assert.deepEqual(await told(ADDING, "PRODUCER_FENCED"), expected);
  });

  test("of an unknown producer id as it is", async () => {
    const expected = { error: "INVALID_PRODUCER_ID_MAPPING", message: null };
    assert.deepEqual(await told(OLD, "INVALID_PRODUCER_ID_MAPPING"), expected);
  });
});

describe("Produce refuses in a transaction", () => {
  test("a batch without a transactional id", async () => {
    const rig = await recordRig({ orders: 1 });
    const expected = "TRANSACTIONAL_ID_AUTHORIZATION_FAILED";
    assert.equal(await errorOf(rig, { transactionalId: null }), expected);
  });

  test("batches of two producers", async () => {
    const rig = await recordRig({ orders: 2 });
    const partitionData = [7, 8].map((producerId, index) => ({
      index,
      records: batch({ producerId, sequence: 0, isTransactional: true }),
    }));
    const topicData = [{ name: "orders", partitionData }];
    const request = { transactionalId: "t", acks: -1, timeoutMs: 1_000, topicData };
    const answer = await rig.call(produceApi(rig), codec, { version: ADDING, request });
    for (const { errorCode, errorMessage } of answer.responses[0]!.partitionResponses) {
      assert.equal(errorByCode(errorCode), "INVALID_PRODUCER_ID_MAPPING");
      assert.equal(errorMessage, "Transactional records contained more than one producer ID");
    }
  });

  test("what would be refused anyway, without asking the coordinator", async () => {
    const rig = await recordRig({ orders: 1 });
    assert.equal(await errorOf(rig, { partitions: [5] }), "UNKNOWN_TOPIC_OR_PARTITION");
    assert.equal(rig.enrolments.length, 0);
  });

  test("an epoch that is over, without asking the coordinator", async () => {
    const rig = await recordRig({ orders: 1 });
    await produce(rig, { shape: { producerEpoch: 3 } });
    const old = { shape: { producerEpoch: 2 } };
    assert.equal(await errorOf(rig, old), "INVALID_PRODUCER_EPOCH");
    assert.equal(rig.enrolments.length, 1);
  });

  test("a batch whose transaction has ended while the coordinator was asked", async () => {
    const rig = await recordRig({ orders: 1 });
    const { enrolment } = rig;
    const endingFirst: TransactionEnrolment = {
      ...enrolment,
      enrol: (asked, done) => {
        const bytes = marker("ABORT", { producerId: 7, producerEpoch: 1 });
        const how = { requiredAcks: -1, origin: "coordinator", transactionVersion: 2 } as const;
        rig.partition("orders").append({ bytes, ...how, done() {} });
        enrolment.enrol(asked, done);
      },
    };
    const ended = { ...rig, enrolment: endingFirst };
    assert.equal(await errorOf(ended), "INVALID_PRODUCER_EPOCH");
  });
});

test("a plain batch may come with a transactional id", async () => {
  const rig = await recordRig({ orders: 1 });
  const shape = { producerId: -1, sequence: -1, isTransactional: false };
  assert.equal(await errorOf(rig, { shape }), "NONE");
  assert.equal(rig.enrolments.length, 0);
});

test("a batch of no producer is in no transaction, though it says so", async () => {
  const rig = await recordRig({ orders: 1 });
  assert.equal(await errorOf(rig, { shape: { producerId: -1, sequence: -1 } }), "NONE");
  assert.equal(rig.enrolments.length, 0);
  assert.equal(rig.partition("orders").log.lastStableOffset, 1);
});
