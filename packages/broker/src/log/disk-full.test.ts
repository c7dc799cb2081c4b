import assert from "node:assert/strict";
import { test } from "node:test";

import { LogRig, batch, marker } from "./log-rig.test.ts";

const config = { segmentBytes: 600, indexIntervalBytes: 100 };

/** A log with some history: producers, a transaction, several segments. */
async function aLog(): Promise<LogRig> {
  const rig = await LogRig.open({ config });
  for (let count = 0; count < 8; count += 1) {
    await rig.append(batch({ producerId: 5, sequence: count, valueBytes: 50 }), { leaderEpoch: 2 });
  }
  await rig.append(batch({ producerId: 6, sequence: 0, isTransactional: true }), {
    leaderEpoch: 2,
  });
  return rig;
}

/** All that an append may change. */
async function stateOf({
  log,
  readAll,
}: {
  log: LogRig["log"];
  readAll: () => Promise<Buffer>;
}): Promise<unknown> {
  const { logEndOffset, writtenEndOffset, lastStableOffset, latestEpoch, sizeBytes } = log;
  const offsets = [logEndOffset, writtenEndOffset, lastStableOffset, latestEpoch, sizeBytes];
  return [offsets, log.producers(), log.abortedTransactions(0, logEndOffset), await readAll()];
}

// Goal: a full disk leaves the log as it was, tells everyone of that turn, and appending goes on
// later. Method: a turn with data, a marker and a roll; each of its disk calls fails with ENOSPC in
// turn.
test("a full disk at any call of a turn leaves the log as it was before the turn's write", async () => {
  let call = 0;
  let failedTurns = 0;
  for (let isDone = false; !isDone;) {
    call += 1;
    const rig = await aLog();
    const state = (): Promise<unknown> => stateOf({ log: rig.log, readAll: () => rig.readAll() });
    const before = await state();
    const outcomes: string[] = [];
    const stop = rig.disk.failAt(rig.disk.callCount + call, "ENOSPC");
    const tell = (outcome: string): void => void outcomes.push(outcome);
    const callsBefore = rig.disk.callCount;
    const results = [
      rig.stage(batch({ producerId: 5, sequence: 8, valueBytes: 10 }), { leaderEpoch: 4 }, tell),
      rig.stage(
        marker("ABORT", { producerId: 6 }),
        { leaderEpoch: 4, origin: "coordinator" },
        tell,
      ),
      rig.stage(batch({ producerId: 7, sequence: 0, valueBytes: 10 }), { leaderEpoch: 4 }, tell),
    ];
    await rig.turn();
    isDone = rig.disk.callCount - callsBefore < call;
    stop();
    assert.deepEqual(rig.failures, []);
    const told = [
      ...results.map(({ error }) => error).filter((error) => error !== "NONE"),
      ...outcomes,
    ];
    assert.equal(told.length, 3, "each append is answered once");
    if (told.every((outcome) => outcome === "KAFKA_STORAGE_ERROR")) {
      failedTurns += 1;
      assert.deepEqual(await state(), before, `call ${call}`);
      // Room again: the same records are taken as if nothing had been.
      const retried = await rig.append(batch({ producerId: 5, sequence: 8 }), { leaderEpoch: 4 });
      assert.deepEqual([retried.error, retried.outcome, retried.firstOffset], ["NONE", "NONE", 9]);
    }
    await rig.log.close({ clean: true });
    const again = await LogRig.open({
      disk: rig.disk,
      config,
      cleanShutdown: true,
      recoveryPoint: 99,
    });
    assert.deepEqual(again.log.producers(), rig.log.producers());
    assert.ok((await again.batches()).every(({ crcIsValid }) => crcIsValid));
  }
  assert.ok(failedTurns > 1);
});

test("a full disk at a roll refuses the batch that needed it, and the old segment goes on", async () => {
  for (let call = 1; call < 12; call += 1) {
    const rig = await aLog();
    const stop = rig.disk.failAt(rig.disk.callCount + call, "ENOSPC");
    const result = await rig.append(batch({ producerId: 5, sequence: 8, valueBytes: 400 }));
    stop();
    const answer = result.error === "NONE" ? result.outcome : result.error;
    if (answer === "KAFKA_STORAGE_ERROR") {
      const retried = await rig.append(batch({ producerId: 5, sequence: 8, valueBytes: 400 }));
      assert.deepEqual([retried.error, retried.outcome], ["NONE", "NONE"]);
    }
    assert.equal(rig.log.logEndOffset, 10);
    assert.deepEqual(rig.failures, []);
    assert.deepEqual(
      (await rig.batches()).map(({ baseOffset }) => baseOffset),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
  }
});

test("nothing is staged behind a write that failed within its own turn", async () => {
  const rig = await LogRig.open();
  const stop = rig.disk.failAt(({ kind }) => kind === "append", "ENOSPC");
  const outcomes: string[] = [];
  const big = batch({ valueBytes: 600_000 });
  rig.stage(big, {}, (outcome) => outcomes.push(outcome));
  rig.stage(big, {}, (outcome) => outcomes.push(outcome));
  stop();
  assert.equal(rig.stage(batch()).error, "KAFKA_STORAGE_ERROR");
  await rig.turn();
  assert.deepEqual(outcomes, ["KAFKA_STORAGE_ERROR", "KAFKA_STORAGE_ERROR"]);
  assert.equal((await rig.append(batch())).firstOffset, 0);
});

test("a full disk is said once, and once that it has room again", async () => {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const rig = await LogRig.open({ logger: { error: say, warn: say, info: say, debug: say } });
  const stop = rig.disk.failAt(({ kind }) => kind === "append", "ENOSPC");
  for (let count = 0; count < 5; count += 1) await rig.append(batch());
  stop();
  for (let count = 0; count < 5; count += 1) await rig.append(batch());
  assert.equal(lines.length, 2);
  assert.match(lines[0]!, /^orders-0: the disk is full: 8\d bytes were not appended/);
  assert.match(lines[1]!, /room again/);
});

test("a copy of a batch that is still staged is not called a duplicate before it is written", async () => {
  const rig = await LogRig.open();
  const records = batch({ producerId: 5, sequence: 0 });
  rig.stage(records);
  const stop = rig.disk.failAt(({ kind }) => kind === "append", "ENOSPC");
  const copy = rig.stage(records);
  stop();
  assert.deepEqual([copy.error, copy.duplicate], ["KAFKA_STORAGE_ERROR", false]);
  await rig.turn();
  rig.stage(records);
  assert.deepEqual([rig.stage(records).duplicate, rig.log.writtenEndOffset], [true, 1]);
});

for (const kind of ["append", "sync", "truncate"] as const) {
  test(`a disk that fails a ${kind} stops the broker, once, and nothing is appended any more`, async () => {
    const rig = await aLog();
    rig.disk.failAt((call) => call.kind === kind, "EIO");
    if (kind === "truncate") rig.disk.failAt((call) => call.kind === "append", "ENOSPC");
    const result = await rig.append(batch());
    if (kind === "sync") {
      let synced: number | undefined;
      rig.log.syncSoon((offset) => {
        synced = offset;
      });
      await assert.rejects(rig.log.sync(), { code: "EIO" });
      assert.equal(synced, undefined);
    } else {
      assert.equal(result.outcome, "KAFKA_STORAGE_ERROR");
    }
    assert.deepEqual(
      rig.failures.map(({ code }) => code),
      ["EIO"],
    );
    assert.equal(rig.stage(batch()).error, "KAFKA_STORAGE_ERROR");
    assert.ok((await rig.readAll()).length > 0, "what there is can still be read");
  });
}

// After a failed sync the next one may succeed without the lost pages: it must never be tried.
test("a sync that failed is not tried again", async () => {
  const rig = await aLog();
  const stop = rig.disk.failAt((call) => call.kind === "sync", "EIO");
  await assert.rejects(rig.log.sync());
  stop();
  await assert.rejects(rig.log.sync());
  assert.ok(rig.log.syncedEndOffset < rig.log.writtenEndOffset);
});

test("a disk that cannot be read stops the broker", async () => {
  const rig = await LogRig.open({ tailBytes: 0 });
  await rig.append(batch());
  rig.disk.failAt(({ kind }) => kind === "readAt", "EIO");
  const read = { startOffset: 0, maxOffset: 1, maxBytes: 100, minOneBatch: true };
  assert.throws(() => rig.log.read(read), { code: "EIO" });
  assert.deepEqual(
    rig.failures.map(({ code }) => code),
    ["EIO"],
  );
});
