import assert from "node:assert/strict";
import { test } from "node:test";

import { SimulatedRandom } from "./simulated-random.ts";

function draws(random: SimulatedRandom): number[] {
  return Array.from({ length: 8 }, () => random.integer(1000));
}

test("the same seed draws the same numbers, another seed others", () => {
  assert.deepEqual(draws(new SimulatedRandom(1)), draws(new SimulatedRandom(1)));
  assert.notDeepEqual(draws(new SimulatedRandom(1)), draws(new SimulatedRandom(2)));
});

test("a fork depends on seed and name, not on what was drawn before", () => {
  const fresh = new SimulatedRandom(1);
  const used = new SimulatedRandom(1);
  draws(used);
  assert.deepEqual(draws(fresh.fork("disk")), draws(used.fork("disk")));
  assert.notDeepEqual(draws(fresh.fork("disk")), draws(fresh.fork("network")));
});

// A rough look only: each of 16 values comes about as often, fractions fill their range.
test("numbers spread over their range", () => {
  const random = new SimulatedRandom("spread");
  const counts = Array.from({ length: 16 }, () => 0);
  for (let at = 0; at < 16_000; at += 1) counts[random.integer(16)]! += 1;
  for (const count of counts) assert.ok(count > 850 && count < 1150, counts.join());
  const fractions = Array.from({ length: 1000 }, () => random.next());
  assert.ok(Math.min(...fractions) >= 0 && Math.min(...fractions) < 0.01);
  assert.ok(Math.max(...fractions) < 1 && Math.max(...fractions) > 0.99);
  assert.equal(new Set(random.bytes(new Uint8Array(1000))).size > 200, true);
});

test("the reference sequence of xoshiro128** comes out", () => {
  // Written out by hand from the definition, as a second opinion on the bit arithmetic.
  const state = [1, 2, 3, 4].map((word) => BigInt(word));
  const mask = 0xffff_ffffn;
  const rotate = (value: bigint, bits: bigint) =>
    ((value << bits) | (value >> (32n - bits))) & mask;
  const next = (): number => {
    const [a, b, c, d] = state as [bigint, bigint, bigint, bigint];
    const result = (rotate((b * 5n) & mask, 7n) * 9n) & mask;
    const [x, y] = [c ^ a, d ^ b];
    state.splice(0, 4, a ^ y, b ^ x, x ^ ((b << 9n) & mask), rotate(y, 11n));
    return Number(result);
  };
  const random = SimulatedRandom.fromState([1, 2, 3, 4]);
  for (let at = 0; at < 1000; at += 1) assert.equal(random.integer(2 ** 32), next());
});
