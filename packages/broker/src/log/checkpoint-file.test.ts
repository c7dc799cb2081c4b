import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedDisk, SimulatedRandom } from "@naru/runtime/simulated";

import {
  parseCheckpoint,
  readOffsetCheckpoint,
  replaceFile,
  writeOffsetCheckpoint,
} from "./checkpoint-file.ts";

test("offsets are read back as they were written, in Kafka's words", async () => {
  const disk = new SimulatedDisk();
  const offsets = [
    { topic: "orders", partition: 0, offset: 4711 },
    { topic: "a.b_c-d", partition: 12, offset: 9_007_199_254_740_991 },
  ];
  await writeOffsetCheckpoint(disk, "/checkpoint", offsets);
  const text = Buffer.from(disk.readWhole("/checkpoint", 1000)).toString();
  assert.equal(text, "0\n2\norders 0 4711\na.b_c-d 12 9007199254740991\n");
  assert.deepEqual(readOffsetCheckpoint(disk, "/checkpoint"), { offsets, damage: undefined });
});

test("a file that is not there has no offsets and no damage", () => {
  assert.deepEqual(readOffsetCheckpoint(new SimulatedDisk(), "/none"), {
    offsets: [],
    damage: undefined,
  });
});

test("a file that Kafka has made and not written yet has no offsets and no damage", () => {
  const disk = new SimulatedDisk();
  disk.open("/checkpoint", { mode: "new" }).close();
  assert.deepEqual(readOffsetCheckpoint(disk, "/checkpoint"), { offsets: [], damage: undefined });
});

for (const [text, damage] of [
  ["", /version ""/],
  ["1\n0\n", /version "1"/],
  ["0\n2\norders 0 5\n", /1 entries, expected "2"/],
  ["0\n1\norders 0\n", /not 3 words/],
  ["0\n1\norders 0 5x\n", /whole number/],
  ["\0\0\0\0", /version/],
] as const) {
  test(`${JSON.stringify(text)} is damaged`, () => {
    const parsed = parseCheckpoint(text, 3);
    assert.deepEqual(parsed.lines, []);
    assert.match(parsed.damage ?? "", damage);
  });
}

test("a crash at any call of a replacement leaves the old file or the new one", async () => {
  for (let call = 1; call < 12; call += 1) {
    const disk = new SimulatedDisk({ random: new SimulatedRandom(call) });
    await replaceFile(disk, "/data", Buffer.from("old"));
    disk.crashAt(disk.callCount + call);
    const isDone = await replaceFile(disk, "/data", Buffer.from("new")).then(
      () => true,
      () => false,
    );
    for (let outcome = 0; outcome < 10; outcome += 1) {
      const left = disk.crash(new SimulatedRandom(`${call} ${outcome}`));
      const text = Buffer.from(left.readWhole("/data", 10)).toString();
      assert.ok(isDone ? text === "new" : ["old", "new"].includes(text), text);
    }
  }
});
