// Method: what java.lang.Double.toString and Float.toString say of the same numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { javaDouble, javaFloat } from "./java-numbers.ts";

test("doubles are printed as Java prints them", () => {
  const told = [
    [0, "0.0"],
    [-0, "-0.0"],
    [1, "1.0"],
    [0.1, "0.1"],
    [-12.5, "-12.5"],
    [0.001, "0.001"],
    [0.00099, "9.9E-4"],
    [1_234_567.875, "1234567.875"],
    [1e7, "1.0E7"],
    [1.5e300, "1.5E300"],
    [100, "100.0"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
  ] as const;
  for (const [value, text] of told) assert.equal(javaDouble(value), text);
});

test("floats have as few digits as tell them from their neighbours", () => {
  assert.equal(javaFloat(Math.fround(0.1)), "0.1");
  assert.equal(javaFloat(Math.fround(3.4e38)), "3.4E38");
  assert.equal(javaFloat(16_777_216), "1.6777216E7");
  assert.equal(javaFloat(1.5), "1.5");
});
