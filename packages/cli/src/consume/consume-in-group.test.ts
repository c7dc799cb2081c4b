import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create orders --partitions 2");
  await rig.line("produce orders --partition 0", "a\nb\nc\n");
  await rig.line("produce orders --partition 1", "d\n");
  return rig;
}

const READ = "consume orders --group billing --from-beginning";

test("a member goes on where its group stopped", async () => {
  const rig = await filled();
  const first = await rig.line(`${READ} --max-messages 2`);
  const second = await rig.line(`${READ} --exit-at-end`);
  const all = (first.out + second.out).trimEnd().split("\n").toSorted();
  assert.deepEqual(all, ["a", "b", "c", "d"]);
  assert.deepEqual([first.code, second.code], [0, 0]);
  assert.equal((await rig.line(`${READ} --exit-at-end`)).out, "");
  const [group] = JSON.parse((await rig.line("group describe billing --json")).out);
  assert.deepEqual([group.state, group.memberCount], ["Empty", 0]);
  assert.deepEqual(
    group.partitions.map(({ offset, lag }: { offset: number; lag: number }) => [offset, lag]),
    [
      [3, 0],
      [1, 0],
    ],
  );
});

test("who joins later goes on where the first one was: each record is read once", async () => {
  const rig = await filled();
  const lines = [`${READ} --timeout 20000`, `${READ} --timeout 20000`];
  const outputs = await rig.together(lines, { apartMs: 1_000 });
  assert.deepEqual(outputs.join("").trimEnd().split("\n").toSorted(), ["a", "b", "c", "d"]);
});

test("when nobody reads its output any more a member leaves", async () => {
  const rig = await filled();
  rig.sim.clock.schedule(9_000, () => rig.outputEnd.abort());
  assert.equal((await rig.line(READ)).code, 0);
  const [group] = JSON.parse((await rig.line("group describe billing --json")).out);
  assert.deepEqual([group.state, group.memberCount], ["Empty", 0]);
});

const failures = [
  ["consume orders --group g --partition 0", /--partition: with --group the group says/],
  ["consume orders --group g --offset -5", /--offset: found '-5', expected earliest or latest/],
  ["consume nobody --group g", /No topic is named 'nobody'/],
] as const;

for (const [line, message] of failures) {
  test(`naru ${line}: fails and says what to do`, async () => {
    const { code, err } = await (await filled()).line(line);
    assert.match(err, message);
    assert.equal(code, 1);
  });
}

test("a member that reads nothing commits where it began: what comes meanwhile is not passed over", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create orders");
  await rig.line("produce orders", "before\n");
  assert.equal((await rig.line("consume orders --group billing --timeout 500")).out, "");
  await rig.line("produce orders", "meanwhile\n");
  const { out } = await rig.line("consume orders --group billing --timeout 500");
  assert.equal(out, "meanwhile\n");
});
