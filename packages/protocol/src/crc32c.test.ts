import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { crc32cInJavaScript } from "./crc32c-in-javascript.ts";
import { crc32c, crc32cImplementation } from "./crc32c.ts";

// Computed by Kafka's own Crc32C class.
const kafkaCrcs: readonly (readonly [string, number])[] = [
  ["", 0],
  ["a", 3_251_651_376],
  ["abc", 910_901_175],
  ["hello world", 3_381_945_770],
  ["a-little-bit-longer-string", 3_224_999_431],
  ["lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", 500_715_666],
];

for (const [name, compute] of [
  ["the implementation at work", crc32c],
  ["the JavaScript implementation", crc32cInJavaScript],
] as const) {
  test(`${name} computes what Kafka computes`, () => {
    for (const [text, expected] of kafkaCrcs) {
      assert.equal(compute(new TextEncoder().encode(text)), expected, text);
    }
  });

  test(`${name} continues a CRC over any two chunks`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, at) => {
        const first = compute(bytes.subarray(0, at));
        assert.equal(compute(bytes.subarray(at), first), compute(bytes));
      }),
    );
  });
}

test("the native implementation is at work where the tests run, and agrees with JavaScript", () => {
  assert.equal(crc32cImplementation, "native");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(0xffff_ffff), (bytes, seed) => {
      assert.equal(crc32c(bytes, seed), crc32cInJavaScript(bytes, seed));
    }),
  );
});
