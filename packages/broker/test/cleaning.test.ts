// The cleaner inside a whole broker, on a simulated machine.
import assert from "node:assert/strict";
import { suite, test } from "node:test";

import { RecordBatchBuilder } from "@naru/protocol";

import { DATA_DIR } from "./broker-life.ts";
import { codecs } from "./test-client.ts";
import { inWorld, type World } from "./world.ts";

const place = { topic: "balances", partition: 0 };
const compacted = {
  "cleanup.policy": "compact",
  "internal.segment.bytes": "1000",
  "min.cleanable.dirty.ratio": "0.01",
};
const config = { "log.cleaner.backoff.ms": "1000", "log.retention.check.interval.ms": "5000" };

async function put(world: World, key: string | null, value: string): Promise<void> {
  const builder = new RecordBatchBuilder().begin();
  builder.append({
    timestamp: world.sim.clock.nowMs(),
    key: key === null ? null : Buffer.from(key),
    value: Buffer.from(value),
  });
  const { error } = await world.client.produce(place, builder.build());
  assert.equal(error, "NONE");
}

/** The closed segments of the partition by base offset, with their bytes. */
function segments({ machine }: World): { name: string; bytes: number }[] {
  return machine.disk
    .list(`${DATA_DIR}/balances-0`)
    .filter(({ name }) => name.endsWith(".log"))
    .slice(0, -1);
}

suite("the cleaner of a broker", () => {
  test("compacts a topic while it is written, and goes on where it was after a crash", () =>
    inWorld(
      async (world) => {
        assert.equal(await world.client.createTopic("balances", { configs: compacted }), "NONE");
        for (let count = 0; count < 200; count += 1) await put(world, `k${count % 5}`, `${count}`);
        await world.sim.clock.after(3_000);
        const closedBytes = segments(world).reduce((sum, { bytes }) => sum + bytes, 0);
        assert.ok(closedBytes < 1_000, `${closedBytes} bytes in closed segments`);
        const checkpoint = `${DATA_DIR}/cleaner-offset-checkpoint`;
        const text = Buffer.from(world.machine.disk.readWhole(checkpoint, 1_000)).toString();
        assert.match(text, /^0\n1\nbalances 0 \d+\n$/);
        assert.ok(world.lines.some((line) => /balances-0: cleaned from offset 0 to/.test(line)));

        const again = await world.restart(world.machine.disk.crash(world.sim.node("x").random));
        for (let count = 0; count < 40; count += 1) await put(again, `k${count % 5}`, `${count}`);
        await again.sim.clock.after(3_000);
        const { records, endOffset } = await again.client.fetchAll(place);
        assert.equal(endOffset, 240);
        assert.deepEqual([...records.values()].slice(-5), ["35", "36", "37", "38", "39"]);
        assert.ok(!again.lines.some((line) => /cleaned from offset 0 /.test(line)));
        await again.broker.close();
      },
      { config },
    ));

  test("begins when a topic is told to be compacted", () =>
    inWorld(
      async (world) => {
        const configs = { ...compacted, "cleanup.policy": "delete" };
        await world.client.createTopic("balances", { configs });
        for (let count = 0; count < 100; count += 1) await put(world, "k", `${count}`);
        await world.sim.clock.after(3_000);
        const before = segments(world).reduce((sum, { bytes }) => sum + bytes, 0);
        assert.equal(
          await world.client.setTopicConfig("balances", "cleanup.policy", "compact"),
          "NONE",
        );
        await world.sim.clock.after(3_000);
        const after = segments(world).reduce((sum, { bytes }) => sum + bytes, 0);
        assert.ok(after < before / 5, `${after} of ${before} bytes`);
        await world.broker.close();
      },
      { config },
    ));

  test("a record without a key is answered in Kafka's words", () =>
    inWorld(async (world) => {
      await world.client.createTopic("balances", { configs: compacted });
      const builder = new RecordBatchBuilder().begin();
      builder.append({ timestamp: 0, key: null, value: Buffer.from("v") });
      const partitionData = [{ index: 0, records: builder.build() }];
      const request = { acks: -1, timeoutMs: 0, topicData: [{ name: "balances", partitionData }] };
      const { responses } = await world.client.wire.call(codecs.produce, request, 12);
      const { errorCode, recordErrors } = responses[0]!.partitionResponses[0]!;
      assert.equal(errorCode, 87);
      assert.deepEqual(
        recordErrors.map(({ batchIndex, batchIndexErrorMessage }) => [
          batchIndex,
          batchIndexErrorMessage,
        ]),
        [[0, "Compacted topic cannot accept message without key in topic partition balances-0"]],
      );
      await world.broker.close();
    }));

  // Goal: with cleaning on, no expired closed segment outlives its retention by more than two check
  // intervals. Method: the cleaner is so slow that it is never done, records come all the time.
  test("does not hold up retention", () =>
    inWorld(
      async (world) => {
        const configs = {
          ...compacted,
          "cleanup.policy": "compact,delete",
          "retention.ms": "60000",
        };
        await world.client.createTopic("balances", { configs });
        const sentMs: number[] = [];
        for (let count = 0; count < 600; count += 1) {
          sentMs.push(world.sim.clock.nowMs());
          await put(world, `k${count}`, "v".repeat(50));
          await world.sim.clock.after(500);
          const nowMs = world.sim.clock.nowMs();
          const bases = segments(world).map(({ name }) => Number(name.slice(0, 20)));
          for (const nextBase of bases.slice(1)) {
            const ageMs = nowMs - sentMs[nextBase - 1]!;
            assert.ok(ageMs <= 60_000 + 2 * 5_000, `a segment before ${nextBase}: ${ageMs} ms`);
          }
        }
        assert.ok(world.lines.some((line) => line.includes("balances-0: cleaned")));
        assert.ok((await world.client.offset(place, -2)) > 300);
        await world.broker.close();
      },
      { config: { ...config, "log.cleaner.io.max.bytes.per.second": "300" } },
    ));
});
