import assert from "node:assert/strict";
import { test } from "node:test";

import { NodeRandom } from "./node-random.ts";

test("numbers fill their range, also beyond one block of random bytes", () => {
  const random = new NodeRandom();
  const seen = new Set<number>();
  for (let count = 0; count < 5000; count += 1) {
    const value = random.integer(3);
    assert.ok(Number.isInteger(value) && value >= 0 && value < 3);
    seen.add(value);
    const fraction = random.fork("any").next();
    assert.ok(fraction >= 0 && fraction < 1);
  }
  assert.equal(seen.size, 3);
  assert.equal(random.integer(1), 0);
  assert.ok(random.integer(2 ** 32) < 2 ** 32);
});

test("bytes fill the target and differ from call to call", () => {
  const random = new NodeRandom();
  const first = random.bytes(new Uint8Array(32));
  assert.equal(first.byteLength, 32);
  assert.notDeepEqual(first, random.bytes(new Uint8Array(32)));
});
