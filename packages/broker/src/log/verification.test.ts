import assert from "node:assert/strict";
import { test } from "node:test";

import { LogRig, batch, marker } from "./log-rig.test.ts";
import type { BatchShape } from "./log-rig.test.ts";
import { NO_GUARD } from "./verification-states.ts";

const PRODUCER = 1;

/** A log, and one producer that asks before it writes. */
class Rig {
  readonly logs: LogRig;

  private constructor(logs: LogRig) {
    this.logs = logs;
  }

  static async open(): Promise<Rig> {
    return new Rig(await LogRig.open());
  }

  begin(producerEpoch: number, baseSequence: number, bumpsEpoch = true): number | string {
    const { transactions } = this.logs.log;
    return transactions.begin({ producerId: PRODUCER, producerEpoch, baseSequence, bumpsEpoch });
  }

  async send(guard: number | string | undefined, shape: BatchShape): Promise<string> {
    assert.ok(typeof guard !== "string");
    const bytes = batch({ producerId: PRODUCER, isTransactional: true, ...shape });
    return (await this.logs.append(bytes, { verificationGuard: guard })).error;
  }

  async end(producerEpoch: number, transactionVersion: number, coordinatorEpoch = 0) {
    const bytes = marker("ABORT", { producerId: PRODUCER, producerEpoch, coordinatorEpoch });
    const options = { origin: "coordinator", transactionVersion } as const;
    return (await this.logs.append(bytes, options)).error;
  }
}

test("a transaction begins only with a guard, and goes on without", async () => {
  const rig = await Rig.open();
  const guard = rig.begin(0, 0);
  assert.equal(await rig.send(NO_GUARD, { sequence: 0 }), "INVALID_TXN_STATE");
  assert.equal(await rig.send(guard, { sequence: 0 }), "NONE");
  assert.equal(rig.begin(0, 1), NO_GUARD, "it is open");
  assert.equal(await rig.send(NO_GUARD, { sequence: 1 }), "NONE");
});

test("where no verification is asked for, anything may begin one", async () => {
  const rig = await Rig.open();
  assert.equal(await rig.send(undefined, { sequence: 5 }), "NONE");
});

test("a marker that overtakes the coordinator's answer makes the guard worthless", async () => {
  const rig = await Rig.open();
  const guard = rig.begin(0, 0, false);
  assert.equal(await rig.end(0, 1), "NONE");
  assert.equal(await rig.send(guard, { sequence: 0 }), "INVALID_TXN_STATE");
  assert.notEqual(rig.begin(0, 0, false), guard);
});

test("the marker of the transaction before leaves the next one's question alone", async () => {
  const rig = await Rig.open();
  await rig.send(rig.begin(0, 0), { sequence: 0 });
  const guard = rig.begin(1, 0);
  assert.equal(await rig.end(1, 2), "NONE");
  assert.equal(await rig.send(guard, { sequence: 0, producerEpoch: 1 }), "NONE");
});

test("a batch that overtakes one that is still asked about is out of order", async () => {
  const rig = await Rig.open();
  rig.begin(0, 0, false);
  const guard = rig.begin(0, 3, false);
  assert.equal(await rig.send(guard, { sequence: 3 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
  assert.equal(await rig.send(guard, { sequence: 0, records: 3 }), "NONE");
});

test("who bumps its epoch with each transaction begins at 0, others anywhere", async () => {
  const bumping = await Rig.open();
  const guard = bumping.begin(0, 7);
  assert.equal(await bumping.send(guard, { sequence: 7 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
  const older = await Rig.open();
  assert.equal(await older.send(older.begin(0, 7, false), { sequence: 7 }), "NONE");
});

test("an epoch that is over may not begin", async () => {
  const rig = await Rig.open();
  await rig.send(rig.begin(3, 0), { sequence: 0, producerEpoch: 3 });
  assert.equal(rig.begin(2, 0), "INVALID_PRODUCER_EPOCH");
  assert.equal(
    await rig.send(NO_GUARD, { sequence: 0, producerEpoch: 2 }),
    "INVALID_PRODUCER_EPOCH",
  );
});

test("a question that nobody comes back to is forgotten with silent producers", async () => {
  const rig = await Rig.open();
  const guard = rig.begin(0, 0);
  const nowMs = rig.logs.clock.nowMs();
  rig.logs.log.expireProducers(nowMs + 999, 1_000);
  assert.equal(rig.begin(0, 0), guard);
  rig.logs.log.expireProducers(nowMs + 1_000, 1_000);
  assert.notEqual(rig.begin(0, 0), guard);
});

test("a marker of version 2 raises the epoch, and may come twice", async () => {
  const rig = await Rig.open();
  await rig.send(rig.begin(4, 0), { sequence: 0, producerEpoch: 4 });
  assert.equal(await rig.end(4, 2), "INVALID_PRODUCER_EPOCH", "the transaction is open in 4");
  assert.equal(await rig.end(5, 2), "NONE");
  assert.equal(await rig.end(5, 2), "NONE");
  assert.equal(await rig.end(4, 2), "INVALID_PRODUCER_EPOCH");
});

test("a marker of an older version carries the epoch of the batches", async () => {
  const rig = await Rig.open();
  await rig.send(rig.begin(4, 0), { sequence: 0, producerEpoch: 4 });
  assert.equal(await rig.end(3, 1), "INVALID_PRODUCER_EPOCH");
  assert.equal(await rig.end(4, 1, 8), "NONE");
  assert.equal(await rig.end(4, 1, 7), "TRANSACTION_COORDINATOR_FENCED");
});

test("at the highest epoch a marker of version 2 may stay in it", async () => {
  const rig = await Rig.open();
  await rig.send(rig.begin(32_767, 0), { sequence: 0, producerEpoch: 32_767 });
  assert.equal(await rig.end(32_767, 2), "NONE");
});
