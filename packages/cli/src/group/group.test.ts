import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

/** Topic orders with ten records in partition 0; group billing at 4 there. */
async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create orders --partitions 2");
  const lines = Array.from({ length: 10 }, (_, index) => `line ${index}\n`).join("");
  await rig.line("produce orders --partition 0", lines);
  assert.equal((await rig.line("group reset-offsets billing --to 4 --topic orders:0")).code, 0);
  return rig;
}

test("a group's life: reset makes it, list, describe, members, delete", async () => {
  const rig = await filled();
  assert.equal(
    (await rig.line("group list")).out,
    "GROUP    STATE  TYPE\nbilling  Empty  classic\n",
  );
  assert.equal(
    (await rig.line("group describe billing")).out,
    "billing  (Empty, members: 0, coordinator: 1)\n" +
      "TOPIC   PARTITION  OFFSET  END-OFFSET  LAG  MEMBER\n" +
      "orders          0       4          10    6  nobody\n",
  );
  const [described] = JSON.parse((await rig.line("group describe billing --json")).out);
  const partition = { topic: "orders", partition: 0, offset: 4, endOffset: 10, lag: 6 };
  assert.deepEqual(described.partitions, [{ ...partition, memberId: null }]);
  const members = await rig.line("group members billing");
  assert.deepEqual(members, {
    code: 0,
    out: "",
    err: "Group billing has no members: its state is Empty.",
  });
  assert.equal((await rig.line("group delete billing")).out, "Deleted group billing.\n");
  assert.deepEqual(await rig.line("group list --json"), { code: 0, out: "[]\n", err: "" });
});

const targets = [
  ["earliest", 0],
  ["latest", 10],
  ["current", 4],
  ["7", 7],
  ["+2", 6],
  ["-3", 1],
  ["2001-01-01T00:00:00Z", 0],
  ["P9999D", 0],
] as const;

for (const [where, offset] of targets) {
  test(`group reset-offsets --to ${where}: moves the group, or shows where it would be`, async () => {
    const rig = await filled();
    const line = `group reset-offsets billing --to ${where}`;
    const table = `TOPIC   PARTITION  NEW-OFFSET\norders          0  ${String(offset).padStart(10)}\n`;
    assert.deepEqual(await rig.line(`${line} --dry-run`), { code: 0, out: table, err: "" });
    const offsetNow = async (): Promise<number> =>
      JSON.parse((await rig.line("group describe billing --json")).out)[0].partitions[0].offset;
    assert.equal(await offsetNow(), 4);
    assert.equal((await rig.line(line)).out, table);
    assert.equal(await offsetNow(), offset);
  });
}

test("an offset past the end becomes the end, and that is said", async () => {
  const rig = await filled();
  const { code, out, err } = await rig.line("group reset-offsets billing --to 99 --json");
  assert.deepEqual(JSON.parse(out), [{ topic: "orders", partition: 0, offset: 10 }]);
  assert.match(err, /\(99\) is higher than latest.*set to 10/);
  assert.equal(code, 0);
});

const failures = [
  ["group describe nobody billing", /No group is named 'nobody'\. 'naru group list'/],
  ["group members nobody", /No group is named 'nobody'/],
  ["group delete nobody", /No group is named 'nobody'/],
  ["group reset-offsets billing", /nowhere to go was given\. Say --to/],
  ["group reset-offsets billing --to soon", /--to: found 'soon', expected earliest, latest/],
  ["group reset-offsets fresh --to latest", /group fresh: it has no offsets yet\. Say --topic/],
  ["group reset-offsets fresh --to 1 --topic none", /No topic is named 'none'/],
  ["group reset-offsets fresh --to 1 --topic orders:x", /--topic: found 'orders:x', expected/],
  [
    "group reset-offsets fresh --to 1 --topic orders:9",
    /found orders:9.*'naru topic describe orders' shows/,
  ],
  [
    "group reset-offsets fresh --to -1 --topic orders",
    /Cannot shift.*no current.*\. Say --to earliest, latest/,
  ],
] as const;

for (const [line, message] of failures) {
  test(`naru ${line}: fails and says what to do`, async () => {
    const rig = await filled();
    const { code, err } = await rig.line(line);
    assert.match(err, message);
    assert.equal(code, 1);
  });
}
