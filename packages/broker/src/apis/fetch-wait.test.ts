import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import type { FetchRequestDraft, FetchResponse } from "@naru/protocol/messages/fetch";
import { DiskError } from "@naru/runtime";
import { batch, marker } from "../log/log-rig.test.ts";
import { topicId } from "./api-rig.test.ts";
import {
  Client,
  NEWEST,
  NEWEST_WITH_NAMES,
  offsetsOf,
  onlyOf,
  requestOf,
  type Asked,
} from "./fetch-rig.test.ts";
import { recordRig, type RecordRig } from "./record-rig.test.ts";

const READ_COMMITTED = 1;

describe("read_committed", () => {
  const of = (producerId: number, sequence: number): Uint8Array =>
    batch({ producerId, sequence, isTransactional: true });

  async function withTransactions(): Promise<RecordRig> {
    const rig = await recordRig({ orders: 1 });
    const origin = "coordinator";
    await rig.append("orders", of(1, 0), { origin }); // 0
    await rig.append("orders", of(2, 0), { origin }); // 1
    await rig.append("orders", marker("ABORT", { producerId: 1 }), { origin }); // 2
    await rig.append("orders", batch()); // 3
    return rig;
  }

  test("ends before the first transaction that is open", async () => {
    const rig = await withTransactions();
    const client = new Client(rig);
    const answer = await client.one({}, { isolationLevel: READ_COMMITTED });
    assert.deepEqual(offsetsOf(answer), [0]);
    assert.deepEqual([answer.highWatermark, answer.lastStableOffset], [4, 1]);
    const all = await client.one({});
    assert.deepEqual(offsetsOf(all), [0, 1, 2, 3]);
    assert.equal(all.abortedTransactions, null);
  });

  test("names the transactions that were aborted", async () => {
    const rig = await withTransactions();
    await rig.append("orders", marker("COMMIT", { producerId: 2 }), { origin: "coordinator" });
    const client = new Client(rig);
    const answer = await client.one({}, { isolationLevel: READ_COMMITTED });
    assert.deepEqual(offsetsOf(answer), [0, 1, 2, 3, 4]);
    const aborted = answer.abortedTransactions!.map(({ producerId, firstOffset }) => [
      producerId,
      firstOffset,
    ]);
    assert.deepEqual(aborted, [[1, 0]]);
    const behind = await client.one({ offset: 3 }, { isolationLevel: READ_COMMITTED });
    assert.deepEqual(behind.abortedTransactions, []);
  });

  test("waits through what is not committed, and is woken by the marker (KAFKA-5376)", async () => {
    const rig = await recordRig({ orders: 1 });
    const client = new Client(rig);
    const more = { isolationLevel: READ_COMMITTED, maxWaitMs: 60_000, minBytes: 200 };
    const waiting = client.start(requestOf([{}], more));
    const origin = "coordinator";
    const large = batch({ producerId: 1, sequence: 0, isTransactional: true, valueBytes: 300 });
    await rig.append("orders", large, { origin });
    assert.equal(waiting.answeredAtMs(), undefined);
    await rig.append("orders", marker("ABORT", { producerId: 1 }), { origin });
    assert.ok(waiting.answeredAtMs() !== undefined, "the marker alone is smaller than minBytes");
    const answer = onlyOf(await waiting.answer);
    assert.equal(answer.abortedTransactions!.length, 1);
  });
});

describe("a Fetch that waits", () => {
  test("is answered after its time when nothing comes", async () => {
    const rig = await recordRig({ orders: 1 });
    const startedMs = rig.clock.monotonicMs();
    const waiting = new Client(rig).start(requestOf([{}], { maxWaitMs: 500 }));
    await rig.clock.advance(499);
    assert.equal(waiting.answeredAtMs(), undefined);
    await rig.clock.advance(2);
    assert.equal(waiting.answeredAtMs(), startedMs + 500);
    assert.deepEqual(offsetsOf(onlyOf(await waiting.answer)), []);
  });

  test("is answered in the turn in which records become readable", async () => {
    const rig = await recordRig({ orders: 2 });
    const asked = [{}, { partition: 1 }];
    const waiting = new Client(rig).start(requestOf(asked, { maxWaitMs: 60_000 }));
    await rig.append("orders", batch(), { partition: 1, acks: 1 });
    const { responses } = await waiting.answer;
    assert.deepEqual(
      responses.flatMap(({ partitions }) => partitions.map(offsetsOf)),
      [[], [0]],
    );
  });

  test("for batches that are synced just then is not overlooked", async () => {
    // 1. Appended with acks=all. 2. The Fetch finds nothing to read and waits. 3. The sync ends.
    const rig = await recordRig({ orders: 1 });
    rig
      .partition("orders")
      .append({ bytes: batch(), requiredAcks: -1, origin: "client", done() {} });
    const waiting = new Client(rig).start(requestOf([{}], { maxWaitMs: 60_000 }));
    assert.equal(rig.partition("orders").highWatermark, 0);
    await rig.clock.advance(100);
    assert.ok(waiting.answeredAtMs() !== undefined);
    assert.deepEqual(offsetsOf(onlyOf(await waiting.answer)), [0]);
  });

  test("waits for minBytes over all its partitions", async () => {
    const rig = await recordRig({ orders: 2 });
    const bytes = batch({ valueBytes: 100 });
    const minBytes = 2 * bytes.length;
    const asked = [{}, { partition: 1 }];
    const waiting = new Client(rig).start(requestOf(asked, { maxWaitMs: 60_000, minBytes }));
    await rig.append("orders", bytes);
    assert.equal(waiting.answeredAtMs(), undefined);
    await rig.append("orders", bytes, { partition: 1 });
    const { responses } = await waiting.answer;
    assert.equal(responses.flatMap(({ partitions }) => partitions.flatMap(offsetsOf)).length, 2);
  });

  test("does not wait for more than an answer may hold", async () => {
    const rig = await recordRig({ orders: 1 });
    await rig.append("orders", batch());
    const client = new Client(rig);
    const waiting = client.start(
      requestOf([{}], { maxWaitMs: 60_000, minBytes: 5_000, maxBytes: 50 }),
    );
    await rig.clock.advance(1);
    assert.ok(waiting.answeredAtMs() !== undefined);
  });

  test("is told at once when the partition is not led here any more", async () => {
    const rig = await recordRig({ orders: 1 });
    const waiting = new Client(rig).start(requestOf([{}], { maxWaitMs: 60_000 }));
    rig.partition("orders").retire();
    await rig.clock.advance(1);
    const answer = onlyOf(await waiting.answer);
    assert.equal(errorByCode(answer.errorCode), "NOT_LEADER_OR_FOLLOWER");
  });

  test("is forgotten with its connection", async () => {
    const rig = await recordRig({ orders: 1 });
    const waiting = new Client(rig).start(requestOf([{}], { maxWaitMs: 60_000 }));
    await rig.clock.settle();
    waiting.closed();
    await assert.rejects(waiting.answer, /no answer is sent/);
    await rig.append("orders", batch());
  });

  test("does not wait when any of its partitions has an error", async () => {
    const rig = await recordRig({ orders: 1 });
    const asked = [{}, { partition: 9 }];
    const waiting = new Client(rig).start(requestOf(asked, { maxWaitMs: 60_000 }));
    await rig.clock.settle();
    assert.ok(waiting.answeredAtMs() !== undefined);
  });
});

describe("a fetch session (KIP-227)", () => {
  test("asks and answers only for what has changed", async () => {
    const rig = await recordRig({ orders: 2, payments: 1 });
    await rig.append("orders", batch());
    const client = new Client(rig);
    const all = [{}, { partition: 1 }, { topic: "payments" }];
    const first = await client.fetch(requestOf(all, { sessionEpoch: 0 }), NEWEST);
    const { sessionId } = first;
    assert.notEqual(sessionId, 0);
    assert.equal(first.responses.flatMap(({ partitions }) => partitions).length, 3);
    const next = (epoch: number, asked: readonly Asked[], more: Partial<FetchRequestDraft> = {}) =>
      client.fetch(requestOf(asked, { sessionId, sessionEpoch: epoch, ...more }), NEWEST);

    // It has read what there was, and nothing is new.
    assert.deepEqual((await next(1, [{ offset: 1 }])).responses, []);
    await rig.append("payments", batch());
    const news = await next(2, []);
    assert.deepEqual(
      news.responses.map((topic) => topic.topicId),
      [topicId("p")],
    );

    // A partition that is forgotten is heard of no more.
    const forgottenTopicsData = [{ topicId: topicId("p"), partitions: [0] }];
    await rig.append("payments", batch());
    assert.deepEqual((await next(3, [], { forgottenTopicsData })).responses, []);

    // A log start that moves is news, too.
    rig.partition("orders").log.raiseLogStartOffset(1);
    assert.equal((await next(4, [])).responses.length, 1);
  });

  test("refuses what is not the next request of a session that it has", async () => {
    const rig = await recordRig({ orders: 1 });
    const client = new Client(rig);
    const { sessionId } = await client.fetch(requestOf([{}], { sessionEpoch: 0 }), NEWEST);
    const errorOf = async (id: number, sessionEpoch: number, version = NEWEST): Promise<string> =>
      errorByCode(
        (await client.fetch(requestOf([], { sessionId: id, sessionEpoch }), version)).errorCode,
      );
    assert.equal(await errorOf(sessionId + 1, 1), "FETCH_SESSION_ID_NOT_FOUND");
    assert.equal(await errorOf(sessionId, 2), "INVALID_FETCH_SESSION_EPOCH");
    assert.equal(await errorOf(sessionId, 1, NEWEST_WITH_NAMES), "FETCH_SESSION_TOPIC_ID_ERROR");
    assert.equal(await errorOf(sessionId, 1), "NONE");
  });
});

describe("two requests of one session that overlap", () => {
  async function overlapping(): Promise<{ slow: FetchResponse; fast: FetchResponse }> {
    // What the hot tail has let go takes its time.
    const config = { maxMessageBytes: 900_000 };
    const rig = await recordRig({ orders: 3 }, { tailBytes: 0, config });
    const large = batch({ valueBytes: 300_000 });
    for (const partition of [0, 1, 2, 0, 1, 2]) await rig.append("orders", large, { partition });
    const client = new Client(rig);
    const all = [0, 1, 2].map((partition) => ({ partition }));
    const { sessionId } = await client.fetch(requestOf(all, { sessionEpoch: 0 }), NEWEST);
    const slow = client.start(requestOf([], { sessionId, sessionEpoch: 1 }), NEWEST);
    const forgottenTopicsData = [{ topicId: topicId("o"), partitions: [1] }];
    const next = { sessionId, sessionEpoch: 2, forgottenTopicsData };
    const fast = client.start(requestOf([], next), NEWEST);
    return await rig.clock.run(
      (async () => ({ slow: await slow.answer, fast: await fast.answer }))(),
    );
  }

  test("the later one is answered, the older one is told that it is", async () => {
    const { slow, fast } = await overlapping();
    assert.equal(errorByCode(slow.errorCode), "INVALID_FETCH_SESSION_EPOCH");
    assert.equal(fast.errorCode, 0);
    const indexes = fast.responses.flatMap(({ partitions }) =>
      partitions.map(({ partitionIndex }) => partitionIndex),
    );
    assert.deepEqual(new Set(indexes), new Set([0, 2]));
  });
});

describe("a Fetch that fails while it waits", () => {
  async function waiting(): Promise<{
    rig: RecordRig;
    fetch: ReturnType<Client["start"]>;
  }> {
    const rig = await recordRig({ orders: 1 });
    const asked = requestOf([{}], { maxWaitMs: 500, isolationLevel: READ_COMMITTED });
    const fetch = new Client(rig).start(asked);
    await rig.clock.advance(1);
    return { rig, fetch };
  }

  test("on the list of aborted transactions tells it for that partition", async () => {
    const { rig, fetch } = await waiting();
    rig.partition("orders").log.abortedTransactions = () => {
      throw new DiskError("cannot be read", { code: "EIO", path: "/x" });
    };
    await rig.clock.advance(1_000);
    const answer = onlyOf(await fetch.answer);
    assert.equal(errorByCode(answer.errorCode), "KAFKA_STORAGE_ERROR");
    assert.equal(rig.failures.length, 1);
  });

  test("in the broker fails as a handler that throws, from the clock and from a wake-up", async () => {
    for (const isWoken of [false, true]) {
      const { rig, fetch } = await waiting();
      const partition = rig.partition("orders");
      rig.replicas.byName = () => {
        throw new Error("a bug");
      };
      if (isWoken) {
        partition.append({ bytes: batch(), requiredAcks: 1, origin: "client", done() {} });
        await rig.clock.advance(1);
      } else await rig.clock.advance(1_000);
      await assert.rejects(fetch.answer, /a bug/);
    }
  });
});
