// Goal: a reader returns every record that its user may see, once, in order, and says why if not.
// Method: scripted brokers that serve built batches from memory, on a simulated network.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  apis,
  buildEndTransactionBatch,
  codeOf,
  RecordBatch,
  RecordBatchBuilder,
  type BatchOptions,
  type ErrorName,
} from "@naru/protocol";
import {
  decodeFetchRequest,
  encodeFetchResponse,
  type FetchRequest,
} from "@naru/protocol/messages/fetch";
import {
  decodeListOffsetsRequest,
  encodeListOffsetsResponse,
} from "@naru/protocol/messages/list-offsets";
import type { Cluster } from "../cluster/cluster.ts";
import { script, ScriptedCluster, TOPIC_ID } from "../scripted-broker.test.ts";
import { PartitionReader } from "./partition-reader.ts";
import type { PartitionReaderOptions } from "./reader-options.ts";

function batch(baseOffset: number, values: string[], options: BatchOptions = {}): Uint8Array {
  const builder = new RecordBatchBuilder().begin({
    baseOffset,
    partitionLeaderEpoch: 3,
    ...options,
  });
  for (const value of values) {
    const headers = [{ key: "h", value: Buffer.from("1") }];
    builder.append({ timestamp: 5, key: null, value: Buffer.from(value), headers });
  }
  return builder.build();
}

/** Serves the log of partition 0: one batch a fetch, the one that holds the offset. */
class FetchScript {
  readonly log: Uint8Array[] = [];
  readonly errors: ErrorName[] = [];
  readonly requests: FetchRequest[] = [];
  aborted: { producerId: number; firstOffset: number }[] = [];
  batchCount = 1;

  constructor(cluster: ScriptedCluster) {
    cluster.on(
      apis.Fetch,
      script(decodeFetchRequest, encodeFetchResponse, async (request) => {
        this.requests.push(request);
        const { fetchOffset = 0, partition = 0 } = request.topics[0]?.partitions[0] ?? {};
        const records = this.#from(fetchOffset);
        const error = this.errors.shift() ?? "NONE";
        if (records.length === 0) await cluster.sim.clock.after(request.maxWaitMs);
        return {
          throttleTimeMs: 0,
          responses: [
            {
              topicId: TOPIC_ID,
              partitions: [
                {
                  partitionIndex: partition,
                  errorCode: codeOf(error),
                  highWatermark: 100,
                  abortedTransactions: this.aborted,
                  records: error === "NONE" ? records : null,
                },
              ],
            },
          ],
        };
      }),
    );
    cluster.on(
      apis.ListOffsets,
      script(decodeListOffsetsRequest, encodeListOffsetsResponse, () => ({
        topics: [{ name: "t", partitions: [{ partitionIndex: 0, errorCode: 0, offset: 10 }] }],
      })),
    );
  }

  #from(offset: number): Uint8Array {
    const from = this.log.filter((bytes) => RecordBatch.at(bytes).lastOffset >= offset);
    return Buffer.concat(from.slice(0, this.batchCount));
  }
}

async function start(brokerCount = 1): Promise<[ScriptedCluster, FetchScript]> {
  const cluster = await ScriptedCluster.start({ brokerCount });
  cluster.topics.set("t", { leaders: [1] });
  return [cluster, new FetchScript(cluster)];
}

function readerOf(
  client: Cluster,
  offset: number,
  options?: PartitionReaderOptions,
): PartitionReader {
  return new PartitionReader(client, [{ topic: "t", partition: 0, offset }], options);
}

async function readAll(cluster: ScriptedCluster, reader: PartitionReader): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const records = await cluster.run(reader.poll({ timeoutMs: 1_000 }));
    if (records.length === 0) return seen;
    seen.push(...records.map(({ offset, value }) => `${offset}:${String(value)}`));
  }
}

test("reading begins inside a batch, and goes on over the next ones", async () => {
  const [cluster, fetch] = await start();
  fetch.log.push(batch(0, ["a", "b", "c"]), batch(3, ["d"]));
  const reader = readerOf(cluster.client(), 1);
  const [first] = await cluster.run(reader.poll());
  assert.deepEqual(
    { ...first, key: null, value: String(first?.value), headers: first?.headers.length },
    {
      topic: "t",
      partition: 0,
      offset: 1,
      timestamp: 5,
      timestampType: "CreateTime",
      leaderEpoch: 3,
      key: null,
      value: "b",
      headers: 1,
    },
  );
  assert.deepEqual(await readAll(cluster, reader), ["3:d"]);
  assert.equal(reader.position({ topic: "t", partition: 0 }), 4);
  assert.equal(reader.highWatermark({ topic: "t", partition: 0 }), 100);
});

test("one poll returns max.poll.records at most, of batches of any codec", async () => {
  const [cluster, fetch] = await start();
  fetch.log.push(batch(0, ["a", "b", "c"], { compression: "gzip" }), batch(3, ["d", "e"]));
  const reader = readerOf(cluster.client(), 0, { maxPollRecords: 2 });
  assert.equal((await cluster.run(reader.poll())).length, 2);
  assert.deepEqual(await readAll(cluster, reader), ["2:c", "3:d", "4:e"]);
});

test("offsets that cleaning took away are passed over", async () => {
  const [cluster, fetch] = await start();
  fetch.log.push(
    batch(0, ["a"], { lastOffset: 6 }),
    batch(7, [], { lastOffset: 8 }),
    batch(9, ["z"]),
  );
  assert.deepEqual(await readAll(cluster, readerOf(cluster.client(), 0)), ["0:a", "9:z"]);
});

test("read_committed passes over aborted transactions and all markers", async () => {
  const [cluster, fetch] = await start();
  const producer = (
    producerId: number,
  ): BatchOptions & { producerId: number; producerEpoch: number } => ({
    producerId,
    producerEpoch: 0,
    baseSequence: 0,
    isTransactional: true,
  });
  const marker = (baseOffset: number, producerId: number, type: "ABORT" | "COMMIT"): Uint8Array =>
    buildEndTransactionBatch({ type, coordinatorEpoch: 0 }, 5, {
      ...producer(producerId),
      baseOffset,
      baseSequence: -1,
    });
  fetch.log.push(
    batch(0, ["plain"]),
    batch(1, ["aborted"], producer(7)),
    batch(2, ["committed"], producer(8)),
    marker(3, 7, "ABORT"),
    batch(4, ["again"], producer(7)),
    marker(5, 8, "COMMIT"),
    marker(6, 7, "COMMIT"),
  );
  fetch.batchCount = 7;
  fetch.aborted = [{ producerId: 7, firstOffset: 1 }];
  const committed = readerOf(cluster.client(), 0, { isolationLevel: "read_committed" });
  assert.deepEqual(await readAll(cluster, committed), ["0:plain", "2:committed", "4:again"]);
  assert.equal(fetch.requests[0]?.isolationLevel, 1);
  const all = readerOf(cluster.client(), 0);
  assert.deepEqual(await readAll(cluster, all), ["0:plain", "1:aborted", "2:committed", "4:again"]);
});

test("a position that is not in the log is an error, unless a reset was asked for", async () => {
  const [cluster, fetch] = await start();
  fetch.log.push(batch(10, ["x"]));
  fetch.errors.push("OFFSET_OUT_OF_RANGE");
  const strict = readerOf(cluster.client(), 99);
  await assert.rejects(cluster.run(strict.poll()), {
    code: "OFFSET_OUT_OF_RANGE",
    message: /offset 99 is not in the log\. Seek/,
  });
  fetch.errors.push("OFFSET_OUT_OF_RANGE");
  const lenient = readerOf(cluster.client(), 99, { autoOffsetReset: "earliest" });
  assert.deepEqual(await readAll(cluster, lenient), ["10:x"]);
});

test("a reader follows the leader, and goes on after a broken connection", async () => {
  const [cluster, fetch] = await start(2);
  fetch.log.push(batch(0, ["a"]), batch(1, ["b"]));
  fetch.errors.push("NOT_LEADER_OR_FOLLOWER");
  const reader = readerOf(cluster.client(), 0);
  cluster.sim.clock.schedule(50, () => cluster.topics.set("t", { leaders: [2] }));
  assert.deepEqual(await readAll(cluster, reader), ["0:a", "1:b"]);
  assert.equal(cluster.asked.at(-1), "Fetch@2");
});

test("a damaged batch is named, what came before it is returned, and a seek goes past it", async () => {
  const [cluster, fetch] = await start();
  const damaged = batch(1, ["b"]);
  damaged[damaged.length - 2]! ^= 1;
  fetch.log.push(batch(0, ["a"]), damaged, batch(2, ["c"]));
  fetch.batchCount = 3;
  const reader = readerOf(cluster.client(), 0);
  const before = await cluster.run(reader.poll());
  assert.deepEqual(
    before.map(({ offset }) => offset),
    [0],
  );
  await assert.rejects(cluster.run(reader.poll()), {
    code: "CORRUPT_MESSAGE",
    message: /t-0: the record batch from offset 1 has CRC/,
  });
  reader.seek({ topic: "t", partition: 0 }, 2);
  assert.deepEqual(await readAll(cluster, reader), ["2:c"]);
});

test("an answer that was asked for before a seek comes to nothing", async () => {
  const [cluster, fetch] = await start();
  fetch.log.push(batch(0, ["a"]), batch(1, ["b"]));
  const reader = readerOf(cluster.client(), 0);
  const polled = reader.poll();
  await cluster.sim.clock.advance(0.01);
  reader.seek({ topic: "t", partition: 0 }, 1);
  assert.deepEqual(
    (await cluster.run(polled)).map(({ offset }) => offset),
    [1],
  );
});

test("a topic that does not exist is an error after a few tries", async () => {
  const [cluster] = await start();
  const reader = new PartitionReader(cluster.client(), [{ topic: "no", partition: 0, offset: 0 }]);
  await assert.rejects(cluster.run(reader.poll()), { code: "UNKNOWN_TOPIC_OR_PARTITION" });
});

test("a fetch that waits for records holds up nobody else", async () => {
  const [cluster] = await start();
  const client = cluster.client();
  const reader = readerOf(client, 0, { fetchMaxWaitMs: 30_000 });
  const polled = reader.poll({ timeoutMs: 1_000 });
  await cluster.sim.clock.advance(500);
  const before = cluster.sim.clock.monotonicMs();
  await cluster.run(client.refresh(null));
  assert.ok(cluster.sim.clock.monotonicMs() - before < 100);
  reader.close();
  await assert.rejects(cluster.run(polled), { code: "CLOSED" });
});
