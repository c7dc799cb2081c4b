import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { isUuid, ONE_UUID, randomUuid, uuidFromBytes, uuidToBytes, ZERO_UUID } from "./uuid.ts";

test("a uuid's text and bytes are each other's inverse", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const text = uuidFromBytes(bytes);
      assert.ok(isUuid(text));
      assert.deepEqual([...uuidToBytes(text)], [...bytes]);
    }),
  );
});

test("the reserved uuids are 0 and 1", () => {
  assert.deepEqual(
    [...uuidToBytes(ZERO_UUID)],
    Array.from({ length: 16 }, () => 0),
  );
  assert.equal(uuidToBytes(ONE_UUID)[15], 1);
});

test("text that is no uuid, or not the canonical one, is refused", () => {
  for (const text of ["", "AAAA", `${ZERO_UUID}A`, "AAAAAAAAAAAAAAAAAAAAAB", "+".repeat(22)]) {
    assert.equal(isUuid(text), false, text);
    assert.throws(() => uuidToBytes(text), /expected 22 characters/);
  }
  assert.throws(() => uuidFromBytes(new Uint8Array(15)), /found 15 bytes/);
});

test("a random uuid is of version 4 and never begins with a dash", () => {
  let draws = 0;
  const random = {
    bytes: (target: Uint8Array) => {
      draws += 1;
      // 0xf8 at the front would be a dash.
      return target.fill(draws === 1 ? 0xfb : 0x55);
    },
  };
  const text = randomUuid(random);
  assert.equal(draws, 2);
  const bytes = uuidToBytes(text);
  assert.equal(bytes[6]! >> 4, 4);
  assert.equal(bytes[8]! >> 6, 2);
});
