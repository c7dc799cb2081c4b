import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import { connect } from "./broker-life.ts";
import { GroupClient } from "./group-client.ts";
import { codecs } from "./test-client.ts";
import {
  TransactionalClient,
  newVersions,
  oldVersions,
  readCommitted,
  stableOffset,
  transactionCodecs,
} from "./transactional-client.ts";
import type { WireClient } from "./wire-client.ts";
import { inWorld, type World } from "./world.ts";

const orders = { topic: "orders", partition: 0 };
const config = {
  "transaction.state.log.num.partitions": 3,
  "offsets.topic.num.partitions": 3,
  "group.initial.rebalance.delay.ms": 10,
};

async function wireOf(world: World): Promise<WireClient> {
  return (await connect(world.sim, world.broker)).wire;
}

async function begun(
  world: World,
  transactionalId = "t",
  versions = newVersions,
): Promise<{ wire: WireClient; producer: TransactionalClient }> {
  const wire = await wireOf(world);
  await world.client.createTopic("orders");
  const producer = new TransactionalClient(wire, transactionalId, versions);
  await producer.init();
  return { wire, producer };
}

function transactionTest(name: string, script: (world: World) => Promise<void>, more = {}): void {
  test(name, () =>
    inWorld(
      async (world) => {
        await script(world);
        await world.broker.close();
      },
      { config: { ...config, ...more } },
    ),
  );
}

async function producersOf(wire: WireClient) {
  const request = { topics: [{ name: "orders", partitionIndexes: [0] }] };
  const answer = await wire.call(transactionCodecs.producers, request);
  return answer.topics[0]!.partitions[0]!.activeProducers;
}

describe("records of a transaction", () => {
  transactionTest("are seen by read_committed once it is committed", async (world) => {
    const { wire, producer } = await begun(world);
    assert.equal(await producer.produce(orders, "a"), "NONE");
    assert.equal(await producer.produce(orders, "b"), "NONE");
    const open = await readCommitted(wire, orders);
    assert.deepEqual([open.values, open.lastStableOffset, open.highWatermark], [[], 0, 2]);
    assert.equal(await producer.end("commit"), "NONE");
    await producer.init();
    const ended = await readCommitted(wire, orders);
    assert.deepEqual([ended.values, ended.lastStableOffset], [["a", "b"], 3]);
  });

  transactionTest("are never seen when it is aborted, and their list says so", async (world) => {
    const { wire, producer } = await begun(world);
    const { producerId } = producer;
    await producer.produce(orders, "a");
    assert.equal(await producer.end("abort"), "NONE");
    assert.equal(await producer.produce(orders, "b"), "NONE");
    assert.equal(await producer.end("commit"), "NONE");
    await producer.init();
    const read = await readCommitted(wire, orders);
    assert.deepEqual(read.values, ["b"]);
    assert.deepEqual(read.aborted, [{ producerId, firstOffset: 0 }]);
    const later = await readCommitted(wire, orders, { fetchOffset: 2 });
    assert.deepEqual([later.values, later.aborted], [["b"], []]);
  });

  transactionTest("wake a read_committed consumer that waits, and only then", async (world) => {
    const { producer } = await begun(world);
    await producer.produce(orders, "a");
    const reader = await wireOf(world);
    let read: readonly string[] | undefined;
    const reading = readCommitted(reader, orders, { maxWaitMs: 60_000 }).then(({ values }) => {
      read = values;
    });
    await producer.produce(orders, "b");
    await world.sim.clock.after(1_000);
    assert.equal(read, undefined);
    const before = world.sim.clock.nowMs();
    await producer.end("commit");
    await reading;
    assert.deepEqual(read, ["a", "b"]);
    assert.ok(world.sim.clock.nowMs() - before < 1_000, "long before it would have given up");
  });

  transactionTest("of an older client need its own enrolment", async (world) => {
    const { wire, producer } = await begun(world, "t", oldVersions);
    assert.equal(await producer.produce(orders, "a"), "INVALID_TXN_STATE");
    assert.equal(await producer.addPartition(orders), "NONE");
    assert.equal(await producer.produce(orders, "a"), "NONE");
    assert.equal(await producer.end("commit"), "NONE");
    await producer.addPartition(orders);
    assert.equal(await producer.produce(orders, "b"), "NONE");
    assert.equal(await producer.end("commit"), "NONE");
    await producer.init();
    assert.deepEqual((await readCommitted(wire, orders)).values, ["a", "b"]);
  });

  transactionTest("of two producers end each on its own", async (world) => {
    const { wire, producer: one } = await begun(world);
    const two = new TransactionalClient(wire, "u");
    await two.init();
    await one.produce(orders, "one");
    await two.produce(orders, "two");
    await one.end("commit");
    await one.init();
    const half = await readCommitted(wire, orders);
    assert.deepEqual([half.values, half.lastStableOffset], [["one"], 1]);
    await two.end("abort");
    await two.init();
    assert.deepEqual((await readCommitted(wire, orders)).values, ["one"]);
  });

  transactionTest("of a producer that is fenced are refused", async (world) => {
    const { wire, producer: old } = await begun(world);
    await old.produce(orders, "a");
    const young = new TransactionalClient(wire, "t");
    await young.init();
    assert.equal(await old.produce(orders, "b"), "INVALID_PRODUCER_EPOCH");
    assert.equal(await young.produce(orders, "c"), "NONE");
    await young.end("commit");
    await young.init();
    assert.deepEqual((await readCommitted(wire, orders)).values, ["c"]);
  });

  transactionTest("are told of by DescribeProducers", async (world) => {
    const { wire, producer } = await begun(world);
    await world.send(orders, "plain");
    await producer.produce(orders, "a");
    const { producerId, producerEpoch } = producer;
    const [open] = await producersOf(wire);
    assert.deepEqual(
      [open?.producerId, open?.producerEpoch, open?.lastSequence, open?.coordinatorEpoch],
      [producerId, producerEpoch, 0, -1],
    );
    assert.equal(open?.currentTxnStartOffset, 1);
    await producer.end("commit");
    await producer.init();
    const [ended] = await producersOf(wire);
    assert.equal(ended?.producerEpoch, producerEpoch + 1, "the marker has raised it");
    assert.deepEqual(
      [ended?.lastSequence, ended?.coordinatorEpoch, ended?.currentTxnStartOffset],
      [-1, 0, -1],
    );
  });

  transactionTest("outlive the broker with their state", async (world) => {
    const { producer } = await begun(world);
    await producer.produce(orders, "a");
    await world.broker.close();
    const again = await world.restart();
    const wire = await wireOf(again);
    assert.equal((await readCommitted(wire, orders)).lastStableOffset, 0);
    const successor = new TransactionalClient(wire, "t");
    await successor.init();
    const { values, lastStableOffset } = await readCommitted(wire, orders);
    assert.deepEqual([values, lastStableOffset], [[], 2]);
    await again.broker.close();
  });
});

describe("offsets of a transaction", () => {
  for (const versions of [newVersions, oldVersions]) {
    const name = `TxnOffsetCommit ${versions.commitOffsets}`;
    transactionTest(`count once it is committed (${name})`, async (world) => {
      const { wire, producer } = await begun(world, "t", versions);
      await new GroupClient(wire).find("g");
      const enrol = async (): Promise<void> => {
        if (versions === oldVersions) assert.equal(await producer.addOffsets("g"), "NONE");
      };
      await enrol();
      assert.equal(await producer.commitOffset("g", 5), "NONE");
      assert.equal(await stableOffset(wire, "g"), "UNSTABLE_OFFSET_COMMIT");
      const asked = await new GroupClient(wire).committed("g", { topic: "orders" });
      assert.equal(asked, -1, "who does not ask for stable ones gets the old one");
      assert.equal(await producer.end("commit"), "NONE");
      await producer.init();
      assert.equal(await stableOffset(wire, "g"), 5);
      await enrol();
      assert.equal(await producer.commitOffset("g", 9), "NONE");
      assert.equal(await producer.end("abort"), "NONE");
      await producer.init();
      assert.equal(await stableOffset(wire, "g"), 5);
    });
  }

  transactionTest("of an older client need its own enrolment", async (world) => {
    const { wire, producer } = await begun(world, "t", oldVersions);
    await new GroupClient(wire).find("g");
    assert.equal(await producer.commitOffset("g", 5), "INVALID_TXN_STATE");
  });

  transactionTest("are refused for what is not there", async (world) => {
    const { wire, producer } = await begun(world);
    await new GroupClient(wire).find("g");
    assert.equal(await producer.commitOffset("", 5), "INVALID_GROUP_ID");
    await world.client.deleteTopic("orders");
    assert.equal(await producer.commitOffset("g", 5), "UNKNOWN_TOPIC_OR_PARTITION");
  });

  transactionTest("of a fenced producer leave the group's coordinator unharmed", async (world) => {
    const { wire, producer: old } = await begun(world);
    await new GroupClient(wire).find("g");
    await old.commitOffset("g", 5);
    const young = new TransactionalClient(wire, "t");
    await young.init();
    assert.equal(await old.commitOffset("g", 6), "INVALID_PRODUCER_EPOCH");
    assert.equal(await stableOffset(wire, "g"), -1);
    assert.ok(!world.lines.some((line) => line.includes("is read again")));
  });

  transactionTest("are decided by a marker after a restart, too", async (world) => {
    const { wire: before, producer } = await begun(world);
    await new GroupClient(before).find("g");
    await producer.commitOffset("g", 5);
    await world.broker.close();
    const again = await world.restart();
    const wire = await wireOf(again);
    await new GroupClient(wire).find("g");
    assert.equal(await stableOffset(wire, "g"), "UNSTABLE_OFFSET_COMMIT");
    const late = new TransactionalClient(wire, "t");
    late.producerId = producer.producerId;
    late.producerEpoch = producer.producerEpoch;
    assert.equal(await late.end("commit"), "NONE");
    await late.init();
    assert.equal(await stableOffset(wire, "g"), 5);
    await again.broker.close();
  });
});

describe("WriteTxnMarkers", () => {
  transactionTest(
    "ends a transaction that no coordinator knows of",
    async (world) => {
      const wire = await wireOf(world);
      await world.client.createTopic("orders");
      const stranger = new TransactionalClient(wire, "unknown", oldVersions);
      stranger.producerId = 4_000;
      stranger.producerEpoch = 0;
      assert.equal(await stranger.produce(orders, "hanging"), "NONE");
      await world.send(orders, "plain");
      assert.deepEqual((await readCommitted(wire, orders)).values, []);
      const [hanging] = await producersOf(wire);
      // As kafka-transactions does with what DescribeProducers says.
      const marker = {
        producerId: hanging!.producerId,
        producerEpoch: hanging!.producerEpoch,
        coordinatorEpoch: Math.max(0, hanging!.coordinatorEpoch),
        transactionResult: false,
        topics: [{ name: "orders", partitionIndexes: [0, 7] }],
      };
      const answer = await wire.call(transactionCodecs.writeMarkers, { markers: [marker] });
      const { producerId, topics } = answer.markers[0]!;
      assert.equal(producerId, 4_000);
      assert.deepEqual(
        topics[0]!.partitions.map(({ partitionIndex, errorCode }) => [
          partitionIndex,
          errorByCode(errorCode),
        ]),
        [
          [0, "NONE"],
          [7, "UNKNOWN_TOPIC_OR_PARTITION"],
        ],
      );
      assert.deepEqual((await readCommitted(wire, orders)).values, ["plain"]);
      const again = await wire.call(transactionCodecs.writeMarkers, {
        markers: [{ ...marker, producerEpoch: -1 }],
      });
      const refused = again.markers[0]!.topics[0]!.partitions[0]!.errorCode;
      assert.equal(errorByCode(refused), "UNKNOWN_SERVER_ERROR", "it is nobody's");
      assert.deepEqual(
        (await wire.call(transactionCodecs.writeMarkers, { markers: [] })).markers,
        [],
      );
    },
    { "transaction.partition.verification.enable": "false" },
  );

  transactionTest("applies what it writes to the offsets of groups", async (world) => {
    const { wire, producer } = await begun(world);
    await new GroupClient(wire).find("g");
    await producer.commitOffset("g", 5);
    const marker = {
      producerId: producer.producerId,
      producerEpoch: producer.producerEpoch + 1,
      coordinatorEpoch: 0,
      transactionResult: true,
      transactionVersion: 2,
      topics: [{ name: "__consumer_offsets", partitionIndexes: [0, 1, 2] }],
    };
    const answer = await wire.call(transactionCodecs.writeMarkers, { markers: [marker] });
    for (const { errorCode } of answer.markers[0]!.topics[0]!.partitions) {
      assert.equal(errorByCode(errorCode), "NONE");
    }
    assert.equal(await stableOffset(wire, "g"), 5);
  });
});

describe("ListOffsets", () => {
  transactionTest("ends for read_committed at the last stable offset", async (world) => {
    const { wire, producer } = await begun(world);
    await world.send(orders, "plain");
    await producer.produce(orders, "a");
    await world.send(orders, "plain, too");
    const end = async (isolationLevel: number): Promise<number> => {
      const partitions = [{ partitionIndex: 0, timestamp: -1 }];
      const topics = [{ name: "orders", partitions }];
      const request = { replicaId: -1, isolationLevel, topics };
      return (await wire.call(codecs.listOffsets, request)).topics[0]!.partitions[0]!.offset;
    };
    assert.deepEqual([await end(0), await end(1)], [3, 1]);
    await producer.end("commit");
    await producer.init();
    assert.deepEqual([await end(0), await end(1)], [4, 4]);
  });
});
