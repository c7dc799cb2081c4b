import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedRandom } from "@naru/runtime/simulated";

import { clean, latestValues, openCompacted, pairs, put } from "./cleaner-rig.test.ts";
import type { Pair } from "./cleaner-rig.test.ts";

const RECORDS = 1_000_000;
const KEYS = 10_000;
const BATCH = 500;

// Goal: after a pass the closed segments hold one record a key, the latest.
// Method: a million records of ten thousand keys, one in ten a tombstone, beside a plain map;
// passes in between, so that cleaned and dirty segments meet.
test("a million records over ten thousand keys come down to one each", async () => {
  const config = { segmentBytes: 4_194_304, indexIntervalBytes: 4096, deleteRetentionMs: 0 };
  const rig = await openCompacted({ config });
  const random = new SimulatedRandom("million");
  const expected = new Map<string, string>();
  for (let sent = 0; sent < RECORDS; sent += BATCH) {
    const records = Array.from({ length: BATCH }, (_, at): Pair => {
      const key = `customer-${random.integer(KEYS)}`;
      const value = random.integer(10) === 0 ? null : `balance ${sent + at}`;
      if (value === null) expected.delete(key);
      else expected.set(key, value);
      return [key, value];
    });
    const compression = (sent / BATCH) % 2 === 0 ? "none" : "zstd";
    await put(rig, pairs(records, { compression, timestamp: rig.clock.nowMs() }));
    if (sent % (RECORDS / 4) === 0) await clean(rig, { chunkBytes: 262_144 });
  }
  rig.log.roll();
  const report = await clean(rig, { chunkBytes: 262_144 });
  assert.equal(report?.endOffset, RECORDS);
  assert.ok(report.recordsAfter <= KEYS + 1, `${report.recordsAfter} records stay`);
  // The tombstones are due at the next pass.
  await put(rig, pairs([["customer-0", "last"]], { timestamp: rig.clock.nowMs() }));
  expected.set("customer-0", "last");
  rig.log.roll();
  await rig.clock.advance(1_000);
  const second = await clean(rig, { chunkBytes: 262_144 });
  assert.ok(second !== undefined && second.recordsAfter <= expected.size + 1);
  assert.deepEqual(await latestValues(rig), expected);
});
