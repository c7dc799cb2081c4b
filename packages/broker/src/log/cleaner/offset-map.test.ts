import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { hashKey } from "./key-hash.ts";
import { OffsetMap } from "./offset-map.ts";

function hexOf(text: string): string {
  const bytes = Buffer.from(text);
  const hash = new Int32Array(4);
  // Somewhere inside a larger buffer, as keys are.
  const larger = Buffer.concat([Buffer.alloc(3, 9), bytes, Buffer.alloc(5, 9)]);
  hashKey(larger, { at: 3, length: bytes.length }, hash);
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

test("keys are hashed as MurmurHash3 for 32-bit machines hashes them", () => {
  assert.equal(hexOf(""), "00000000000000000000000000000000");
  const tobacconist = "I will not buy this tobacconist's, it is scratched.";
  assert.equal(hexOf(tobacconist), "9b5b7ba2ef3f7866889adeaf00f3f98e");
});

test("keys of any length that differ in a byte have different hashes", () => {
  const seen = new Set<string>();
  for (let length = 0; length < 40; length += 1) {
    for (let at = 0; at < length; at += 1) {
      seen.add(hexOf("a".repeat(at) + "b" + "a".repeat(length - at - 1)));
    }
  }
  assert.equal(seen.size, (39 * 40) / 2);
});

// Goal: the map says what a plain one says, also once it is nearly full, and after it has grown.
// Method: any keys and offsets, up to the largest that a log can have.
test("an offset map holds the last offset of each key", () => {
  const entries = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.maxSafeNat().filter((offset) => offset < 2 ** 53 - 1),
    ),
    { maxLength: 120 },
  );
  fc.assert(
    fc.property(entries, (list) => {
      const plain = new Map<number, number>();
      let map = new OffsetMap(OffsetMap.empty(42));
      for (const [number, offset] of list) {
        map.put(...keyOf(number), offset);
        plain.set(number, offset);
      }
      const larger = new OffsetMap(OffsetMap.empty(64));
      larger.putAll(map);
      for (const each of [map, larger, new OffsetMap(map.state)]) {
        map = each;
        assert.equal(map.count, plain.size);
        for (let number = 0; number <= 45; number += 1) {
          assert.equal(map.get(...keyOf(number)), plain.get(number) ?? -1);
        }
      }
    }),
  );
});

function keyOf(number: number): [Uint8Array, { at: number; length: number }] {
  const bytes = Buffer.from(`key-${number}`);
  return [bytes, { at: 0, length: bytes.length }];
}
