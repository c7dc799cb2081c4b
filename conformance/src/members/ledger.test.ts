import assert from "node:assert/strict";
import { test } from "node:test";
import { GroupLedger } from "./ledger.ts";
import type { MemberEvent } from "./member-program.ts";

type Words = [member: string, event: string, ...numbers: number[]];

/** One line of each member at each millisecond; the partition is 0. */
function ledgerOf(...lines: Words[]): GroupLedger {
  const ledger = new GroupLedger(1);
  for (const [at, [member, event, ...numbers]] of lines.entries()) {
    const rest = {
      assigned: { partitions: [0] },
      revoked: { partitions: [0] },
      records: { partition: 0, offsets: numbers },
      committed: { partition: 0, offset: numbers[0] },
    }[event];
    ledger.take({ at, member, event, ...rest } as MemberEvent);
  }
  return ledger;
}

const begun: Words[] = [
  ["a", "assigned"],
  ["a", "records", 0, 1, 2],
  ["a", "committed", 2],
];

test("a member that goes on at the commit, or reads again what was not committed, is right", () => {
  ledgerOf(...begun, ["a", "revoked"], ["b", "assigned"], ["b", "records", 2, 3]).check();
  ledgerOf(...begun, ["b", "assigned"], ["b", "records", 3]).check();
});

test("a member that begins before the commit has lost it", () => {
  const ledger = ledgerOf(...begun, ["b", "assigned"], ["b", "records", 1, 2]);
  assert.throws(() => ledger.check(), /b begins at 1, committed was 2/);
});

test("a member that begins beyond all that was read has skipped something", () => {
  const ledger = ledgerOf(...begun, ["b", "assigned"], ["b", "records", 4]);
  assert.throws(() => ledger.check(), /b begins at 4, nobody has read beyond 3/);
});

test("a gap is seen, in one line and between two", () => {
  assert.throws(() => ledgerOf(["a", "assigned"], ["a", "records", 0, 2]).check(), /without gaps/);
  const ledger = ledgerOf(...begun, ["a", "records", 4]);
  assert.throws(() => ledger.check(), /a goes on at 4, after 2/);
});

test("it knows what is unread and who owns what", () => {
  const ledger = ledgerOf(...begun, ["b", "assigned"], ["b", "records", 2]);
  assert.deepEqual(ledger.notRead(0, [0], [5]), ["0-3: 0", "0-4: 0"]);
  assert.deepEqual(ledger.notRead(1, [0], [3]), ["0-2: 2"]);
  assert.equal(ledger.timesRead(0, 2), 2);
  assert.deepEqual([...ledger.division(["a", "b", "c"]).values()], [[0], [0], []]);
});
