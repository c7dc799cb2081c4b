import assert from "node:assert/strict";
import { test } from "node:test";

import type { RecoveryReport } from "./recovery-report.ts";
import { describeRecoveries, describeRecovery } from "./recovery-report.ts";

const untouched: RecoveryReport = {
  wasClean: false,
  segmentsVerified: 1,
  bytesVerified: 1000,
  bytesTruncated: 0,
  truncatedFrom: undefined,
  segmentsRemoved: 0,
  indexesRebuilt: 0,
  leftovers: [],
  elapsedMs: 1,
};

test("a start after a crash says how much was looked at, and that nothing was lost", () => {
  assert.equal(
    describeRecoveries([untouched, untouched]),
    "The last stop was not clean: 2 log(s) were looked at, 2000 bytes verified. " +
      "Nothing had to be cut off.",
  );
});

test("a start after a crash says what was cut off, and from how many logs", () => {
  const torn = { ...untouched, bytesTruncated: 70, truncatedFrom: 12 };
  assert.match(describeRecoveries([untouched, torn]), /70 bytes .* cut off the end of 1 of them/);
});

test("a log that was opened as it was closed has nothing to say", () => {
  const clean = { ...untouched, wasClean: true, segmentsVerified: 0, bytesVerified: 0 };
  assert.equal(describeRecovery("orders-0", clean), undefined);
  assert.match(describeRecovery("orders-0", untouched) ?? "", /^orders-0: .* unclean stop: 1 seg/);
});
