import assert from "node:assert/strict";
import { test } from "node:test";
import { endTransactionV2 } from "./end-transaction-v2.ts";
import { initProducerId } from "./init-producer-id.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import { TransactionRig } from "./transaction-rig.test.ts";

const transactionalId = "t";

/** The end of a transaction is written down, and its partition has not answered. */
function ending(): TransactionRig {
  const rig = new TransactionRig();
  rig.partitions.isHolding = true;
  let who: ProducerIdentity | undefined;
  rig.identify(
    (machine, step, to) =>
      initProducerId(machine, { transactionalId, timeoutMs: 1_000, expected: undefined, to }, step),
    (identity) => {
      who = identity;
    },
  );
  const { producerId, producerEpoch } = who!;
  const partitions = [{ topic: "orders", partition: 0 }];
  const enrolment = { transactionalId, producerId, producerEpoch, partitions, verifyOnly: false };
  rig.coordinator.enrol(enrolment, (errors) => assert.deepEqual(errors, ["NONE"]));
  const end = { transactionalId, producerId, producerEpoch, outcome: "COMMIT" } as const;
  rig.identify(
    (machine, step, to) => endTransactionV2(machine, { ...end, to }, step),
    ({ error }) => assert.equal(error, "NONE"),
  );
  return rig;
}

test("who waits for the end of a transaction is told once its partitions have answered", () => {
  const rig = ending();
  const told: string[] = [];
  rig.coordinator.onceEnded(transactionalId, () => told.push("waits"));
  rig.coordinator.onceEnded(transactionalId, () => told.push("gave up"))();
  assert.equal(told.length, 0);
  rig.partitions.answer("orders-0", "NONE");
  assert.deepEqual(told, ["waits"]);
  rig.coordinator.onceEnded(transactionalId, () => told.push("late"));
  assert.deepEqual(told, ["waits", "late"]);
});
