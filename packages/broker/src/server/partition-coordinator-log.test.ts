import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadListener } from "../coordinator/runtime/coordinator-log.ts";
import { batch } from "../log/log-rig.test.ts";
import { PartitionRig } from "../partition/partition-rig.test.ts";
import { PartitionCoordinatorLog } from "./partition-coordinator-log.ts";

function logOf({ partition, clock }: PartitionRig): PartitionCoordinatorLog {
  return new PartitionCoordinatorLog({ partition, clock, loadBytes: () => 1_048_576 });
}

function listener(more: Partial<LoadListener>): LoadListener {
  return { batches: () => {}, end: () => {}, failed: () => {}, ...more };
}

// 1. a coordinator appends, and its partition is led elsewhere before the sync: who waits is told
// 2. the partition is led here again, and the new shard reads the record
// 3. it answers from it, and has nothing of its own to wait for
// 4. the power goes
test("what is loaded is durable, whoever wrote it", async () => {
  const rig = await PartitionRig.open();
  rig.send(batch({ records: 1 }), 0);
  await rig.turn();
  const { log } = rig.partition;
  assert.equal(log.syncedEndOffset, 0);
  let syncedAtEnd: number | undefined;
  logOf(rig).load(listener({ end: () => (syncedAtEnd = log.syncedEndOffset) }));
  await rig.syncs();
  assert.equal(syncedAtEnd, 1);
});

test("what fails at the end of a load has failed the load", async () => {
  const rig = await PartitionRig.open();
  rig.send(batch({ records: 1 }));
  await rig.syncs();
  const failures: unknown[] = [];
  const end = (): void => {
    throw new Error("it cannot be served");
  };
  logOf(rig).load(listener({ end, failed: (error) => failures.push(error) }));
  await rig.syncs();
  assert.deepEqual(failures.map(String), ["Error: it cannot be served"]);
});

test("a batch is within a segment, too", async () => {
  const rig = await PartitionRig.open({ config: { segmentBytes: 2_000, maxMessageBytes: 3_000 } });
  assert.equal(logOf(rig).batchBytesMax, 2_000);
});
