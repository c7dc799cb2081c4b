import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedClock } from "@naru/runtime/simulated";

import { HotTail } from "./hot-tail.ts";
import { batch } from "./log-rig.test.ts";
import { LogTail } from "./log-tail.ts";
import { WriteTurn } from "./write-turn.ts";

const BATCH = batch({ valueBytes: 1000 });

function fill(tail: LogTail, from: number, count: number): void {
  for (let offset = from; offset < from + count; offset += 1) tail.stage(BATCH, offset);
  tail.written();
}

test("all tails together stay within their budget, the oldest bytes of any go first", () => {
  const hot = new HotTail(200_000);
  const quiet = new LogTail(hot);
  const busy = new LogTail(hot);
  fill(quiet, 0, 10);
  assert.equal(quiet.startOffset(10), 0);
  for (let offset = 0; offset < 1000; offset += 10) {
    fill(busy, offset, 10);
    assert.ok(hot.bytes <= 200_000, `${hot.bytes} bytes`);
  }
  assert.equal(quiet.startOffset(10), 10, "nothing of the quiet log is left");
  assert.ok(busy.startOffset(1000) > 0 && busy.startOffset(1000) < 1000);
});

test("what is not written cannot be evicted", () => {
  const hot = new HotTail(0);
  const tail = new LogTail(hot);
  for (let offset = 0; offset < 50; offset += 1) tail.stage(BATCH, offset);
  assert.equal(tail.stagedBytes, BATCH.length * 50);
  assert.equal(
    tail.staged().reduce((sum, view) => sum + view.length, 0),
    BATCH.length * 50,
  );
  tail.written();
  assert.deepEqual([hot.bytes, tail.startOffset(50)], [0, 50]);
});

test("dropped bytes leave no trace", () => {
  const tail = new LogTail(new HotTail(1_000_000));
  fill(tail, 0, 3);
  for (let offset = 3; offset < 40; offset += 1) tail.stage(BATCH, offset);
  tail.dropStaged();
  assert.deepEqual([tail.stagedBytes, tail.staged()], [0, []]);
  fill(tail, 3, 1);
  const read = tail.read({ startOffset: 0, maxOffset: 4, maxBytes: 1_000_000, minOneBatch: true });
  assert.equal(read.bytes, BATCH.length * 4);
});

test("a chunk that is being sent is used again only once it was sent", () => {
  const hot = new HotTail(16_384);
  const tail = new LogTail(hot);
  fill(tail, 0, 1);
  const read = tail.read({ startOffset: 0, maxOffset: 1, maxBytes: 9999, minOneBatch: true });
  tail.clear();
  assert.notEqual(hot.pool.take(16_384), read.chunks[0]!.buffer);
  tail.release(read.chunks);
  assert.equal(hot.pool.take(16_384), read.chunks[0]!.buffer);
});

test("a turn writes each log, then tells, then lets the others go on", async () => {
  const clock = new SimulatedClock();
  const turn = new WriteTurn(clock);
  const events: string[] = [];
  const log = (name: string): Parameters<WriteTurn["stage"]>[0] => ({
    writeStaged: () => void events.push(`write ${name}`),
    settle: () => {
      events.push(`tell ${name}`);
      turn.afterWrites(() => void events.push(`after ${name}`));
    },
  });
  turn.stage(log("a"));
  turn.stage(log("b"));
  turn.afterWrites(() => void events.push("after"));
  await clock.settle();
  assert.deepEqual(events, [
    "write a",
    "write b",
    "tell a",
    "tell b",
    "after",
    "after a",
    "after b",
  ]);
});
