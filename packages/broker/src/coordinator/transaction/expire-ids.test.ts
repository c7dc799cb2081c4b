import assert from "node:assert/strict";
import { test } from "node:test";
import { batchesIn } from "@naru/protocol";
import { initProducerId } from "./init-producer-id.ts";
import { TransactionRig } from "./transaction-rig.test.ts";

const KAFKA_BATCH_BYTES = 16_384;

// Goal: however many ids expire at once, no batch is larger than Kafka's, and all of them go.
test("ids that expire together are forgotten in batches of limited size", async () => {
  const rig = new TransactionRig();
  const ids = Array.from({ length: 1_000 }, (_, index) => `a-transactional-id-${index}`);
  for (const transactionalId of ids) {
    rig.identify(
      (machine, step, to) =>
        initProducerId(
          machine,
          { transactionalId, timeoutMs: 1_000, expected: undefined, to },
          step,
        ),
      ({ error }) => assert.equal(error, "NONE"),
    );
  }
  const before = rig.log.batches.length;
  await rig.clock.advance(100_000);
  assert.equal(rig.machine()!.transactions.size, 0);
  const batches = rig.log.batches.slice(before);
  const counts = batches.map((bytes) => [...batchesIn(bytes)][0]!.count);
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    ids.length,
  );
  assert.ok(batches.length > 1 && batches.every(({ length }) => length <= KAFKA_BATCH_BYTES));
});
