import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connect, orders } from "./broker-life.ts";
import { batchOf } from "./test-client.ts";
import { inWorld, type World } from "./world.ts";

/** What happened to the segments of `orders-0` while `work` ran: "append", "sync", "sync done". */
async function callsDuring({ trace }: World, work: () => Promise<unknown>): Promise<string[]> {
  const from = trace.length;
  await work();
  return trace.slice(from).flatMap((event) => {
    const call = /^disk (append|sync|sync done) \S*\/orders-0\/\d+\.log$/.exec(event);
    return call === null ? [] : [call[1]!];
  });
}

describe("an acknowledgement", () => {
  test("of acks=all comes after the sync that covers its bytes", async () => {
    for (let seed = 0; seed < 10; seed += 1) {
      await inWorld(
        async (world) => {
          await world.client.createTopic("orders");
          for (const value of ["a", "b", "c"]) {
            const calls = await callsDuring(world, () => world.send(orders, value));
            assert.deepEqual(calls, ["append", "sync", "sync done"]);
          }
          await world.broker.close();
        },
        { seed },
      );
    }
  });

  test("of acks=1 waits for no sync", async () => {
    await inWorld(async (world) => {
      await world.client.createTopic("orders");
      const calls = await callsDuring(world, () => world.send(orders, "a", 1));
      assert.deepEqual(calls, ["append"]);
      await world.broker.close();
    });
  });

  test("of acks=all waits for none with naru.acks.all.flush=page-cache", async () => {
    await inWorld(
      async (world) => {
        await world.client.createTopic("orders");
        const calls = await callsDuring(world, () => world.send(orders, "a"));
        assert.deepEqual(calls, ["append"]);
        await world.broker.close();
      },
      { config: { "naru.acks.all.flush": "page-cache" } },
    );
  });

  test("of a batch that was sent again is that of the first time, and as durable", async () => {
    await inWorld(async (world) => {
      const { client, sim } = world;
      await client.createTopic("orders");
      const producerId = await client.initProducerId();
      const batch = batchOf(["a"], {
        timestamp: sim.clock.nowMs(),
        sequence: { producerId, baseSequence: 0 },
      });
      // The first is in the page cache only; the second one says that it is on the disk.
      await callsDuring(world, () => client.produce(orders, batch, 1));
      const calls = await callsDuring(world, async () => {
        assert.deepEqual(await client.produce(orders, batch), { error: "NONE", baseOffset: 0 });
      });
      assert.deepEqual(calls, ["sync", "sync done"]);
      await world.broker.close();
    });
  });

  test("a consumer that waits is woken by what has just become durable", async () => {
    for (let seed = 0; seed < 10; seed += 1) {
      await inWorld(
        async ({ client, sim, broker, send }) => {
          await client.createTopic("orders");
          const sent = send(orders, "a");
          // Somewhere between the append and the end of its sync.
          await sim.clock.after(seed / 2);
          const consumer = await connect(sim, broker);
          const startedMs = sim.clock.monotonicMs();
          const fetched = consumer.fetch(orders, 0, { maxWaitMs: 60_000 });
          await sent;
          assert.deepEqual([...(await fetched).records.values()], ["a"]);
          assert.ok(
            sim.clock.monotonicMs() - startedMs < 1_000,
            "it did not wait for its time-out",
          );
          await broker.close();
        },
        { seed },
      );
    }
  });
});

describe("a stop", () => {
  test("answers a fetch that waits before the connections end", async () => {
    await inWorld(async (world) => {
      const { client, broker, send, sim } = world;
      await client.createTopic("orders");
      await client.createTopic("payments");
      const payments = { topic: "payments", partition: 0 };
      const waiting = client.fetch(payments, 0, { maxWaitMs: 60_000 });
      const startedMs = sim.clock.monotonicMs();
      await sim.clock.after(50);
      const stopped = broker.close();
      assert.equal((await waiting).error, "NOT_LEADER_OR_FOLLOWER");
      await stopped;
      assert.ok(sim.clock.monotonicMs() - startedMs < 1_000, "it did not take its grace time");
      await assert.rejects(send(orders, "late"));
      assert.equal(
        world.lines.some((line) => line.includes("The broker stops")),
        false,
      );
      const again = await world.restart();
      await again.broker.close();
    });
  });

  test("in the middle of writes keeps all that it has answered", async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      await inWorld(
        async (world) => {
          const { client, broker, sim } = world;
          await client.createTopic("orders");
          const answered = new Map<number, string>();
          const send = async (index: number): Promise<void> => {
            await sim.clock.after(index / 2);
            const { error, baseOffset } = await world.send(orders, `v${index}`);
            if (error === "NONE") answered.set(baseOffset, `v${index}`);
          };
          const sends = Promise.allSettled(Array.from({ length: 30 }, (_, index) => send(index)));
          await sim.clock.after(8);
          await broker.close();
          const outcomes = await sends;
          assert.ok(answered.size > 0);
          const again = await world.restart();
          const { records } = await again.client.fetchAll(orders);
          for (const [offset, value] of answered) assert.equal(records.get(offset), value);
          // Nothing is in the log that its producer was refused and would send again.
          const unknown = outcomes.filter(({ status }) => status === "rejected").length;
          assert.ok(records.size <= answered.size + unknown);
          await again.broker.close();
        },
        { seed },
      );
    }
  });

  test("in the middle of topics being made and deleted is clean", async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      await inWorld(
        async (world) => {
          const { client, broker, sim } = world;
          const make = async (index: number): Promise<void> => {
            await sim.clock.after(index * 3);
            await client.createTopic(`t${index}`, { partitions: 3 });
            if (index % 2 === 0) await client.deleteTopic(`t${index}`);
          };
          const made = Promise.allSettled(Array.from({ length: 8 }, (_, index) => make(index)));
          await sim.clock.after(seed * 2);
          await broker.close();
          await made;
          const again = await world.restart();
          for (const [topic, partitions] of await again.client.topics()) {
            for (let partition = 0; partition < partitions; partition += 1) {
              assert.equal((await again.send({ topic, partition }, "x")).error, "NONE");
            }
          }
          await again.broker.close();
          await again.broker.closed;
        },
        { seed },
      );
    }
  });
});
