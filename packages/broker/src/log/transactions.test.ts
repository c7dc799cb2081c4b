import assert from "node:assert/strict";
import { test } from "node:test";

import { LogRig, batch, marker } from "./log-rig.test.ts";

const begin = (producerId: number, sequence = 0): Uint8Array =>
  batch({ producerId, sequence, isTransactional: true });
const byCoordinator = { origin: "coordinator" } as const;

async function appendAll(rig: LogRig, ...records: Uint8Array[]): Promise<void> {
  for (const each of records) {
    const isMarker = (each[22]! & 0x20) !== 0;
    const result = await rig.append(each, isMarker ? byCoordinator : {});
    assert.equal(result.error, "NONE");
  }
  rig.log.updateHighWatermark(rig.log.logEndOffset);
}

test("the last stable offset waits for the oldest open transaction", async () => {
  const rig = await LogRig.open();
  await appendAll(rig, batch(), begin(1), begin(2), batch());
  assert.equal(rig.log.lastStableOffset, 1);
  await appendAll(rig, marker("COMMIT", { producerId: 1 }));
  assert.equal(rig.log.lastStableOffset, 2);
  await appendAll(rig, marker("ABORT", { producerId: 2 }));
  assert.equal(rig.log.lastStableOffset, 6);
});

test("the last stable offset waits for the marker to be below the high watermark", async () => {
  const rig = await LogRig.open();
  await appendAll(rig, begin(1));
  await rig.append(marker("COMMIT", { producerId: 1 }), byCoordinator);
  assert.deepEqual([rig.log.highWatermark, rig.log.lastStableOffset], [1, 0]);
  rig.log.updateHighWatermark(2);
  assert.equal(rig.log.lastStableOffset, 2);
});

test("aborted transactions are told of to those who read any of their records", async () => {
  const rig = await LogRig.open({ config: { segmentBytes: 250 } });
  await appendAll(rig, begin(1), begin(2), begin(1, 1), marker("ABORT", { producerId: 1 }));
  await appendAll(
    rig,
    marker("COMMIT", { producerId: 2 }),
    begin(3),
    marker("ABORT", { producerId: 3 }),
  );
  assert.ok(rig.log.segmentCount > 2);
  const one = { producerId: 1, firstOffset: 0 };
  const three = { producerId: 3, firstOffset: 5 };
  assert.deepEqual(rig.log.abortedTransactions(0, 7), [one, three]);
  assert.deepEqual(rig.log.abortedTransactions(0, 1), [one]);
  assert.deepEqual(rig.log.abortedTransactions(4, 5), []);
  assert.deepEqual(rig.log.abortedTransactions(4, 6), [three]);
});

for (const isClean of [true, false]) {
  test(`open and aborted transactions outlive ${isClean ? "a clean" : "an unclean"} stop`, async () => {
    const config = { segmentBytes: 250 };
    const rig = await LogRig.open({ config });
    await appendAll(
      rig,
      begin(1),
      begin(2),
      begin(1, 1),
      marker("ABORT", { producerId: 1, coordinatorEpoch: 7 }),
    );
    const aborted = rig.log.abortedTransactions(0, 4);
    await rig.log.close({ clean: isClean });
    const again = await LogRig.open({ disk: rig.disk, config, cleanShutdown: isClean });
    again.log.updateHighWatermark(4);
    assert.equal(again.log.lastStableOffset, 1);
    assert.deepEqual(again.log.abortedTransactions(0, 4), aborted);
    assert.deepEqual(again.log.producers(), rig.log.producers());
    const late = await again.append(
      marker("COMMIT", { producerId: 1, coordinatorEpoch: 6 }),
      byCoordinator,
    );
    assert.equal(late.error, "TRANSACTION_COORDINATOR_FENCED");
  });
}

test("a transaction index that was damaged is built again", async () => {
  const config = { segmentBytes: 250 };
  const rig = await LogRig.open({ config });
  await appendAll(
    rig,
    begin(1),
    begin(2),
    begin(1, 1),
    marker("ABORT", { producerId: 1 }),
    begin(3),
  );
  const aborted = rig.log.abortedTransactions(0, 5);
  await rig.log.close({ clean: true });
  const index = rig.disk.list("/data/orders-0").find(({ name }) => name.endsWith(".txnindex"))!;
  for (const damage of [33, 35, 34]) {
    const file = rig.disk.open(`/data/orders-0/${index.name}`, { mode: "existing" });
    file.truncate(0);
    file.append([Buffer.alloc(damage, 3)]);
    const again = await LogRig.open({ disk: rig.disk, config, cleanShutdown: true });
    assert.deepEqual(again.log.abortedTransactions(0, 5), aborted);
    assert.deepEqual(again.log.producers(), rig.log.producers());
    await again.log.close({ clean: true });
  }
});

test("a batch outside the open transaction of its producer is refused", async () => {
  const rig = await LogRig.open();
  await appendAll(rig, begin(1));
  const outside = await rig.append(batch({ producerId: 1, sequence: 1 }));
  assert.equal(outside.error, "INVALID_TXN_STATE");
});

test("a client may not write a marker", async () => {
  const rig = await LogRig.open();
  assert.equal((await rig.append(marker("COMMIT", { producerId: 1 }))).error, "INVALID_RECORD");
});

test("truncation takes back what a marker did", async () => {
  const rig = await LogRig.open();
  await appendAll(rig, begin(1), batch());
  const before = rig.log.producers();
  await rig.append(marker("ABORT", { producerId: 1 }), byCoordinator);
  await rig.log.truncateTo(2);
  assert.deepEqual(rig.log.producers(), before);
  assert.deepEqual(rig.log.abortedTransactions(0, 2), []);
  assert.equal(rig.log.lastStableOffset, 0);
});
