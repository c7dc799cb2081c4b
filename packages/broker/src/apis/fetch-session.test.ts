import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { ZERO_UUID } from "@naru/protocol";
import type { FetchRequest } from "@naru/protocol/messages/fetch";
import { planFetch, type FetchPlan } from "./fetch-plan.ts";
import { FetchSessionCache } from "./fetch-session-cache.ts";

const VERSION = 12;
const EVICTION_MS = 120_000;

function request(
  session: { id: number; epoch: number },
  partitions: readonly { index: number; fetchOffset: number }[],
  forgotten: readonly number[] = [],
): FetchRequest {
  return {
    clusterId: null,
    replicaId: -1,
    replicaState: { replicaId: -1, replicaEpoch: -1 },
    maxWaitMs: 500,
    minBytes: 1,
    maxBytes: 1_000_000,
    isolationLevel: 0,
    sessionId: session.id,
    sessionEpoch: session.epoch,
    topics: [
      {
        topic: "orders",
        topicId: ZERO_UUID,
        partitions: partitions.map(({ index, fetchOffset }) => ({
          partition: index,
          currentLeaderEpoch: -1,
          fetchOffset,
          lastFetchedEpoch: -1,
          logStartOffset: -1,
          partitionMaxBytes: 1_000_000,
          replicaDirectoryId: ZERO_UUID,
          highWatermark: -1,
        })),
      },
    ],
    forgottenTopicsData:
      forgotten.length === 0
        ? []
        : [{ topic: "orders", topicId: ZERO_UUID, partitions: [...forgotten] }],
    rackId: "",
  };
}

function setUp(slots: number) {
  const runtime = simulatedRuntime({ seed: 1 });
  const cache = new FetchSessionCache({
    clock: runtime.clock,
    random: runtime.random,
    slots,
  });
  return { runtime, cache };
}

function open(cache: FetchSessionCache, count = 2): FetchPlan & { id: number } {
  const partitions = Array.from({ length: count }, (_, index) => ({ index, fetchOffset: 0 }));
  const plan = planFetch(request({ id: 0, epoch: 0 }, partitions), VERSION, cache);
  assert.ok(typeof plan !== "string");
  return { ...plan, id: plan.session?.id ?? 0 };
}

describe("fetch sessions", () => {
  test("epoch 0 opens one, and the next request names only what changed", () => {
    const { cache } = setUp(10);
    const { id, kind } = open(cache);
    assert.equal(kind, "full");
    const next = planFetch(
      request({ id, epoch: 1 }, [{ index: 1, fetchOffset: 7 }]),
      VERSION,
      cache,
    );
    assert.ok(typeof next !== "string");
    assert.equal(next.kind, "incremental");
    assert.deepEqual(
      [...next.partitions.values()].map(({ index, fetchOffset }) => [index, fetchOffset]),
      [
        [0, 0],
        [1, 7],
      ],
    );
  });

  test("a forgotten partition is not read any more; the last one ends the session", () => {
    const { cache } = setUp(10);
    const { id } = open(cache);
    const next = planFetch(request({ id, epoch: 1 }, [], [0]), VERSION, cache);
    assert.ok(typeof next !== "string");
    assert.deepEqual(
      [...next.partitions.values()].map(({ index }) => index),
      [1],
    );
    const last = planFetch(request({ id, epoch: 2 }, [], [1]), VERSION, cache);
    assert.ok(typeof last !== "string");
    assert.equal(last.kind, "sessionless");
    assert.equal(cache.size, 0);
  });

  test("a request that is still read keeps its partitions while the next one changes them", () => {
    const { cache } = setUp(10);
    const { id } = open(cache);
    const older = planFetch(request({ id, epoch: 1 }, []), VERSION, cache);
    const newer = planFetch(
      request({ id, epoch: 2 }, [{ index: 2, fetchOffset: 0 }], [0]),
      VERSION,
      cache,
    );
    assert.ok(typeof older !== "string" && typeof newer !== "string");
    const indexesOf = (plan: FetchPlan): number[] => plan.partitions.map(({ index }) => index);
    assert.deepEqual(
      [indexesOf(older), indexesOf(newer)],
      [
        [0, 1],
        [1, 2],
      ],
    );
    assert.notEqual(older.epoch, older.session?.epoch, "the session went on");
    assert.equal(newer.epoch, newer.session?.epoch);
  });

  test("an unknown id, a wrong epoch and a change to topic ids are told apart", () => {
    const { cache } = setUp(10);
    const { id } = open(cache);
    assert.equal(
      planFetch(request({ id: id + 1, epoch: 1 }, []), VERSION, cache),
      "FETCH_SESSION_ID_NOT_FOUND",
    );
    assert.equal(
      planFetch(request({ id, epoch: 2 }, []), VERSION, cache),
      "INVALID_FETCH_SESSION_EPOCH",
    );
    assert.equal(
      planFetch(request({ id, epoch: 1 }, []), 13, cache),
      "FETCH_SESSION_TOPIC_ID_ERROR",
    );
  });

  test("epoch -1 closes a session and reads without one", () => {
    const { cache } = setUp(10);
    const { id } = open(cache);
    const plan = planFetch(
      request({ id, epoch: -1 }, [{ index: 0, fetchOffset: 0 }]),
      VERSION,
      cache,
    );
    assert.ok(typeof plan !== "string");
    assert.equal(plan.kind, "sessionless");
    assert.equal(cache.size, 0);
  });

  test("a full cache serves without a session until an old one may be thrown out", async () => {
    const { runtime, cache } = setUp(1);
    const first = open(cache);
    assert.equal(open(cache).kind, "sessionless");
    await runtime.clock.advance(EVICTION_MS + 1);
    assert.equal(open(cache).kind, "full");
    assert.equal(cache.use(first.id), undefined);
  });

  test("an answer is news when it has records, an error, or another high watermark", () => {
    const { cache } = setUp(10);
    const { session, partitions } = open(cache, 1);
    const [asked] = partitions.values();
    assert.ok(session !== undefined && asked !== undefined);
    const quiet = {
      partitionIndex: 0,
      errorCode: 0,
      highWatermark: 5,
      logStartOffset: 0,
      abortedTransactions: null,
      records: null,
    };
    assert.equal(session.isNews(asked, quiet), true);
    assert.equal(session.isNews(asked, quiet), false);
    assert.equal(session.isNews(asked, { ...quiet, highWatermark: 6 }), true);
    assert.equal(
      session.isNews(asked, { ...quiet, highWatermark: 6, records: new Uint8Array(9) }),
      true,
    );
    assert.equal(session.isNews(asked, { ...quiet, errorCode: 1 }), true);
    assert.equal(session.isNews(asked, { ...quiet, highWatermark: 6 }), true);
  });

  test("what had records is served last next time, so that no partition starves", () => {
    const { cache } = setUp(10);
    const { session, partitions } = open(cache, 3);
    const [first] = partitions.values();
    assert.ok(session !== undefined && first !== undefined);
    session.isNews(first, {
      partitionIndex: 0,
      errorCode: 0,
      highWatermark: 5,
      abortedTransactions: null,
      records: new Uint8Array(9),
    });
    assert.deepEqual(
      [...session.partitions.values()].map(({ index }) => index),
      [1, 2, 0],
    );
  });
});
