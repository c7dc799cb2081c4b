import assert from "node:assert/strict";
import { test } from "node:test";

import { ConfigError, ProtocolError, TimeoutError, wrongValue } from "./error-classes.ts";
import { errorsPage } from "./errors-page.ts";
import { codeOf, errorByCode, errors, isRetriable } from "./errors.ts";

// The codes for which the exception in Kafka 4.3.1's Errors class is a RetriableException.
const kafkaRetriable = [
  2, 3, 5, 6, 7, 9, 13, 14, 15, 16, 19, 20, 41, 51, 56, 70, 71, 72, 74, 75, 78, 80, 83, 84, 88, 89,
  100, 103, 106, 122, 123, 133,
];

test("the table has every code of Kafka 4.3.1 once, -1 to 133", () => {
  const codes = Object.values(errors).map(({ code }) => code as number);
  assert.deepEqual(
    codes.toSorted((a, b) => a - b),
    Array.from({ length: 135 }, (_, index) => index - 1),
  );
});

test("retriable errors are those that Kafka's clients retry", () => {
  const retriable = Object.values(errors).filter((error) => error.retriable);
  assert.deepEqual(
    retriable.map(({ code }) => code as number).toSorted((a, b) => a - b),
    kafkaRetriable,
  );
  assert.equal(isRetriable("NOT_LEADER_OR_FOLLOWER"), true);
  assert.equal(isRetriable("INVALID_RECORD"), false);
});

test("names and codes lead to each other, and a code of the future is unknown", () => {
  for (const name of Object.keys(errors) as (keyof typeof errors)[]) {
    assert.equal(errorByCode(codeOf(name)), name);
  }
  assert.equal(codeOf("NONE"), 0);
  assert.equal(errorByCode(9999), "UNKNOWN_SERVER_ERROR");
});

test("the reference page has a row for each error", () => {
  const page = errorsPage();
  for (const [name, { code, description }] of Object.entries(errors)) {
    assert.ok(page.includes(`| ${code} | \`${name}\` |`), name);
    assert.ok(page.includes(description), name);
  }
});

test("a protocol error knows from the table whether it may be retried", () => {
  const cause = new Error("below");
  const error = new ProtocolError("NOT_COORDINATOR", null, { cause, hint: "look elsewhere" });
  assert.equal(error.code, "NOT_COORDINATOR");
  assert.equal(error.retriable, true);
  assert.equal(error.abortable, false);
  assert.equal(error.cause, cause);
  assert.equal(error.hint, "look elsewhere");
  assert.match(error.message, /^NOT_COORDINATOR: /);
  assert.equal(new TimeoutError("too late").code, "TIMED_OUT");
  assert.equal("cause" in new TimeoutError("too late"), false);
});

test("a configuration error names all wrong keys at once", () => {
  const error = new ConfigError([
    { key: "port", problem: "`port` is 'x', expected a number.", source: "--set" },
    wrongValue({ key: "node.id", value: "-1", rule: "a number of at least 0" }),
  ]);
  assert.equal(error.problems.length, 2);
  assert.equal(
    error.message,
    [
      "configuration: found 2 problems.",
      "  --set: `port` is 'x', expected a number.",
      "  node.id is '-1', expected a number of at least 0.",
    ].join("\n"),
  );
});
