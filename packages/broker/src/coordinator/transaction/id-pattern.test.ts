import assert from "node:assert/strict";
import { test } from "node:test";
import { compileIdPattern } from "./id-pattern.ts";

test("a pattern without special characters matches the whole id, and no other is served", () => {
  const matches = compileIdPattern("till-1")!;
  assert.deepEqual(["till-1", "till-10", "a till-1"].filter(matches), ["till-1"]);
  assert.equal(compileIdPattern("till-.*"), undefined);
  assert.equal(compileIdPattern("("), undefined);
});
