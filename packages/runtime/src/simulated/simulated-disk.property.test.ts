import assert from "node:assert/strict";
import { test } from "node:test";

import * as fc from "fast-check";

import { SimulatedDisk } from "./simulated-disk.ts";

type Step =
  | { readonly do: "append"; readonly lengths: readonly number[]; readonly value: number }
  | { readonly do: "writeAt"; readonly length: number; readonly at: number; readonly value: number }
  | { readonly do: "truncate"; readonly at: number }
  | { readonly do: "read"; readonly length: number; readonly at: number }
  | { readonly do: "sync" };

const length = fc.nat({ max: 9000 });
const value = fc.integer({ min: 1, max: 255 });
const fraction = fc.nat({ max: 100 }).map((percent) => percent / 100);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("append" as const),
    lengths: fc.array(length, { maxLength: 4 }),
    value,
  }),
  fc.record({ do: fc.constant("writeAt" as const), length, at: fraction, value }),
  fc.record({
    do: fc.constant("truncate" as const),
    at: fc.nat({ max: 150 }).map((percent) => percent / 100),
  }),
  fc.record({ do: fc.constant("read" as const), length, at: fraction }),
  fc.record({ do: fc.constant("sync" as const) }),
);

// Goal: without a crash, a file is an array of bytes. Method: the same random steps on a plain
// array.
test("a file that no crash meets behaves like an array of bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, isVolatile) => {
      const disk = new SimulatedDisk({ isVolatile });
      const file = disk.open("/file", { mode: "new" });
      let model = new Uint8Array(0);
      for (const next of steps) {
        const at = "at" in next ? Math.floor(next.at * model.length) : 0;
        if (next.do === "append") {
          const chunks = next.lengths.map((bytes) => new Uint8Array(bytes).fill(next.value));
          file.append(chunks);
          model = Uint8Array.from([model, ...chunks].flatMap((chunk) => [...chunk]));
        } else if (next.do === "writeAt") {
          const bytes = new Uint8Array(Math.min(next.length, model.length - at)).fill(next.value);
          file.writeAt(bytes, at);
          model.set(bytes, at);
        } else if (next.do === "truncate") {
          file.truncate(at);
          const cut = new Uint8Array(at);
          cut.set(model.subarray(0, at));
          model = cut;
        } else if (next.do === "read") {
          const target = new Uint8Array(next.length);
          const bytes = file.readAt(target, at);
          assert.deepEqual(target.subarray(0, bytes), model.subarray(at, at + next.length));
        } else {
          await file.sync();
        }
        assert.equal(file.bytes, model.length);
        assert.equal(disk.usedBytes, model.length);
      }
      assert.deepEqual(disk.readWhole("/file", 1e9), model);
      await file.sync();
      await disk.syncFolder("/");
      if (!isVolatile) assert.deepEqual(disk.crash().readWhole("/file", 1e9), model);
    }),
    { numRuns: 60 },
  );
});

// Goal: a crash never shows bytes that were never written at that place, nor harms a synced prefix.
test("after any appends and syncs, a crash keeps the synced prefix and invents nothing", async () => {
  const steps = fc.array(fc.oneof(fc.nat({ max: 3000 }), fc.constant("sync" as const)), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const disk = new SimulatedDisk();
      const file = disk.open("/file", { mode: "new" });
      await disk.syncFolder("/");
      let synced = 0;
      for (const next of script) {
        if (next === "sync") {
          await file.sync();
          synced = file.bytes;
        } else {
          file.append([new Uint8Array(next).fill(1 + (file.bytes % 255))]);
        }
      }
      const written = disk.readWhole("/file", 1e9);
      const found = disk.crash().readWhole("/file", 1e9);
      assert.ok(found.length >= synced && found.length <= written.length);
      found.forEach((byte, at) => {
        assert.ok(byte === written[at] || (at >= synced && byte === 0), `byte ${at}`);
      });
    }),
    { numRuns: 100 },
  );
});
