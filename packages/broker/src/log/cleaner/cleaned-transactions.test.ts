import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "@naru/protocol";

import { marker } from "../log-rig.test.ts";
import { clean, openCompacted, pairs, put } from "./cleaner-rig.test.ts";
import { CleanedTransactions } from "./cleaned-transactions.ts";

const aborted = { producerId: 1, firstOffset: 0, lastOffset: 2, lastStableOffset: 3 };

function data(baseOffset: number, producerId = 1): RecordBatch {
  return RecordBatch.at(pairs([["k", "v"]], { baseOffset, producerId, isTransactional: true }));
}

function end(type: "COMMIT" | "ABORT", baseOffset: number, producerId = 1): RecordBatch {
  const batch = RecordBatch.at(marker(type, { producerId }));
  batch.baseOffset = baseOffset;
  return batch;
}

test("the data of an aborted transaction count for nothing, its marker while they are seen", () => {
  const kept: unknown[] = [];
  const transactions = new CleanedTransactions((transaction) => kept.push(transaction));
  transactions.add([aborted]);
  assert.ok(transactions.isDiscarded(data(0)));
  assert.ok(!transactions.isDiscarded(data(1, 2)), "another producer's are not touched");
  assert.ok(!transactions.isDiscarded(end("ABORT", 2)));
  assert.deepEqual(kept, [aborted]);
  assert.ok(!transactions.isDiscarded(data(3)), "the next transaction is another one");
});

test("a marker of which nothing else is left may go", () => {
  const kept: unknown[] = [];
  const transactions = new CleanedTransactions((transaction) => kept.push(transaction));
  transactions.add([aborted]);
  assert.ok(transactions.isDiscarded(end("ABORT", 2)));
  assert.ok(transactions.isDiscarded(end("COMMIT", 3, 2)));
  assert.deepEqual(kept, []);
});

test("a commit marker stays while data of its transaction are seen", () => {
  const transactions = new CleanedTransactions();
  assert.ok(!transactions.isDiscarded(data(0)));
  assert.ok(!transactions.isDiscarded(end("COMMIT", 1)));
  assert.ok(transactions.isDiscarded(end("COMMIT", 2)), "and says nothing of the next one");
});

test("a transaction that two segments tell of is one", () => {
  const transactions = new CleanedTransactions();
  transactions.add([aborted]);
  assert.ok(transactions.isDiscarded(data(0)));
  transactions.add([aborted]);
  assert.ok(!transactions.isDiscarded(end("ABORT", 2)));
  assert.ok(!transactions.isDiscarded(data(3)));
});

// Goal: a read_committed reader of what is left is still told of aborts; a marker goes two passes
// after its data, and its place in the transaction index with it.
test("an aborted transaction leaves the index when its data and its days are gone", async () => {
  const rig = await openCompacted({ config: { deleteRetentionMs: 1_000 } });
  const transaction = { producerId: 1, isTransactional: true };
  await put(rig, pairs([["k", "aborted"]], { ...transaction, baseSequence: 0 }));
  await put(rig, marker("ABORT", { producerId: 1 }), "coordinator");
  // The producer's last batch is another one by then.
  await put(rig, pairs([["k", "v"]], { ...transaction, baseSequence: 1 }));
  await put(rig, marker("COMMIT", { producerId: 1 }), "coordinator");
  rig.log.roll();
  const indexed = (): number => rig.log.abortedTransactions(0, rig.log.logEndOffset).length;
  const markers = async (): Promise<(number | undefined)[]> =>
    (await rig.batches())
      .filter(({ isControl }) => isControl)
      .map(({ baseOffset, hasDeleteHorizon }) => (hasDeleteHorizon ? -baseOffset : baseOffset));
  await clean(rig);
  assert.deepEqual([indexed(), await markers()], [1, [1, 3]]);
  await clean(rig);
  assert.deepEqual([indexed(), await markers()], [0, [-1, 3]], "its days are counted");
  await rig.clock.advance(2_000);
  await clean(rig);
  assert.deepEqual([indexed(), await markers()], [0, [3]]);
});
