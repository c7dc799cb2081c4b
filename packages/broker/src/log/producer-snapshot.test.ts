import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedDisk } from "@naru/runtime/simulated";

import { ProducerEntry } from "./producer-entry.ts";
import { decodeProducerSnapshot, encodeProducerSnapshot } from "./producer-snapshot.ts";
import { ProducerSnapshots } from "./producer-snapshots.ts";

function producer(producerId: number, lastOffset: number): ProducerEntry {
  const entry = new ProducerEntry(producerId);
  entry.setEpoch(3);
  entry.addBatch({ lastSequence: 9, lastOffset: lastOffset - 1, offsetDelta: 0, timestamp: 70 });
  entry.addBatch({ lastSequence: 11, lastOffset, offsetDelta: 1, timestamp: 77 });
  entry.coordinatorEpoch = 5;
  return entry;
}

test("a producer is read back with its newest batch", () => {
  const entry = producer(4_294_967_301, 42);
  entry.currentTxnFirstOffset = 40;
  const decoded = decodeProducerSnapshot(encodeProducerSnapshot([entry, new ProducerEntry(1)]));
  entry.recentBatches.shift();
  assert.deepEqual(decoded, [entry, new ProducerEntry(1)]);
});

test("any changed byte, and any other length, is seen", () => {
  const bytes = encodeProducerSnapshot([producer(1, 42), producer(2, 43)]);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Uint8Array.from(bytes);
    changed[at]! ^= 0x10;
    assert.equal(typeof decodeProducerSnapshot(changed), "string", `byte ${at}`);
    assert.equal(typeof decodeProducerSnapshot(bytes.subarray(0, at)), "string", `${at} bytes`);
  }
});

function snapshotsIn(disk: SimulatedDisk, warnings: string[]): ProducerSnapshots {
  const snapshots = new ProducerSnapshots({
    disk,
    folder: "/log",
    warn: (message) => warnings.push(message),
  });
  snapshots.find();
  return snapshots;
}

// An older file under a newer name has a CRC that fits, and one from behind it must not bring back
// sequences that the log does not have.
test("a snapshot with a batch beyond its own offset is passed over for an older one", async () => {
  const disk = new SimulatedDisk();
  disk.makeFolder("/log");
  const warnings: string[] = [];
  const snapshots = snapshotsIn(disk, warnings);
  snapshots.write(50, [producer(1, 42)]);
  snapshots.write(60, [producer(1, 60)]);
  const found = await snapshots.loadNewest(70);
  assert.equal(found?.offset, 50);
  assert.match(warnings[0]!, /0060\.snapshot: producer 1 has a batch at 60, beyond 60/);
  assert.deepEqual(snapshotsIn(disk, warnings).offsets, [50]);
});

test("a full disk leaves a snapshot out, and the older ones where they are", async () => {
  const disk = new SimulatedDisk();
  disk.makeFolder("/log");
  const snapshots = snapshotsIn(disk, []);
  snapshots.write(50, [producer(1, 42)]);
  const stop = disk.failAt(({ kind }) => kind === "append", "ENOSPC");
  snapshots.write(60, [producer(1, 55)]);
  stop();
  assert.deepEqual(snapshots.offsets, [50]);
  assert.equal((await snapshotsIn(disk, []).loadNewest(70))?.offset, 50);
});
