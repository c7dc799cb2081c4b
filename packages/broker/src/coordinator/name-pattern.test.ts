import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePattern } from "./name-pattern.ts";

const topics = ["orders", "ordinary", "Orders", "payments"];

function matching(pattern: string): string[] {
  const compiled = compilePattern(pattern);
  assert.ok("matches" in compiled, `${pattern} is refused`);
  return topics.filter((topic) => compiled.matches(topic));
}

test("the whole name must match", () => {
  assert.deepEqual(matching("ord"), []);
  assert.deepEqual(matching("ord.*"), ["orders", "ordinary"]);
  assert.deepEqual(matching("(?i)orders|.*ments"), ["orders", "Orders", "payments"]);
});

test("what RE2 does not have is refused in the words of RE2/J", () => {
  assert.deepEqual(compilePattern("(?!orders).*"), {
    problem: "invalid or unsupported Perl syntax",
  });
  assert.deepEqual(compilePattern("(orders"), { problem: "missing closing )" });
  assert.deepEqual(compilePattern("orders)"), { problem: "regexp/syntax: internal error" });
});

// Goal: a subscription cannot hold the broker up. JavaScript's own engine needs 2^40 steps here.
test("a pattern that others backtrack over is matched in linear time", () => {
  const compiled = compilePattern("(a+)+b");
  assert.ok("matches" in compiled);
  assert.equal(compiled.matches("a".repeat(40)), false);
});

test("a pattern that would compile to millions of instructions is refused", () => {
  assert.deepEqual(compilePattern("((a{100}){100}){100}"), { problem: "invalid repeat count" });
  assert.deepEqual(compilePattern("a".repeat(40_000)), { problem: "expression too large" });
});
