import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import * as at from "./big-endian.ts";

// Goal: shifts agree with DataView, whose reading of 64 bits is exact.
test("numbers are written and read as DataView does", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer(), (long, int) => {
      const bytes = new Uint8Array(14);
      const view = new DataView(bytes.buffer);
      at.putInt64(bytes, 0, long);
      at.putInt32(bytes, 8, int);
      at.putInt16(bytes, 12, int);
      assert.equal(view.getBigInt64(0), BigInt(long));
      assert.equal(at.int64At(bytes, 0), long);
      assert.equal(at.isSafeInt64At(bytes, 0), true);
      assert.equal(at.int32At(bytes, 8), view.getInt32(8));
      assert.equal(at.uint32At(bytes, 8), view.getUint32(8));
      assert.equal(at.int16At(bytes, 12), view.getInt16(12));
    }),
  );
});

test("64 bits beyond the safe range are clamped, and told apart", () => {
  const edges = [2n ** 53n - 1n, 2n ** 53n, -(2n ** 53n) + 1n, -(2n ** 53n)];
  const any = fc.oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(...edges),
  );
  fc.assert(
    fc.property(any, (value) => {
      const bytes = new Uint8Array(8);
      new DataView(bytes.buffer).setBigInt64(0, value);
      const limit = BigInt(Number.MAX_SAFE_INTEGER);
      const clamped = value > limit ? limit : value < -limit ? -limit : value;
      assert.equal(at.int64At(bytes, 0), Number(clamped));
      assert.equal(at.isSafeInt64At(bytes, 0), clamped === value);
    }),
  );
});
