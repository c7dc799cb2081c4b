import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

test("an id whose producer was shut out is listed and described, with nothing open", async () => {
  const rig = await CommandRig.start();
  assert.deepEqual(await rig.line("transaction abort --id pay-0"), { code: 0, out: "", err: "" });
  await rig.line("transaction abort --id ship-0");
  const { out } = await rig.line("transaction list");
  assert.match(
    out,
    /^TRANSACTIONAL-ID +STATE +PRODUCER-ID +COORDINATOR\npay-0 +Empty .*\nship-0 +Empty/,
  );
  const matching = JSON.parse((await rig.line("transaction list --pattern pay-0 --json")).out);
  assert.deepEqual(
    matching.map(({ transactionalId, state }: Record<string, string>) => [transactionalId, state]),
    [["pay-0", "Empty"]],
  );
  const described = await rig.line("transaction describe pay-0");
  const [title, producer, open] = described.out.split("\n");
  assert.equal(title, "pay-0  (Empty, coordinator: 1)");
  assert.match(producer ?? "", /^ {2}producer \d+ in epoch 0, time-out 30000 ms$/);
  assert.equal(open, "  It has nothing open.");
  const [json] = JSON.parse((await rig.line("transaction describe pay-0 --json")).out);
  assert.deepEqual([json.state, json.startMs, json.partitions], ["Empty", null, []]);
});

test("where nothing hangs, that is said", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create orders");
  const said = await rig.line("transaction find-hanging --topic orders --older-than 0");
  assert.deepEqual(said, { code: 0, out: "", err: "No transaction hangs." });
  assert.equal((await rig.line("transaction find-hanging --json")).out, "[]\n");
  assert.equal((await rig.line("transaction list")).err, "There is no such transactional id.");
});

const failures = [
  ["transaction describe nobody", /No transactional id is named 'nobody'\. 'transaction list'/],
  ["transaction abort", /--id, --partition: expected one of the two/],
  ["transaction abort --id a --partition t:0", /--id, --partition: expected one of the two/],
  ["transaction abort --partition t", /--partition: found 't', expected TOPIC:N/],
  ["transaction abort --partition t:0", /--start-offset: expected the offset that/],
  [
    "transaction abort --partition t:0 --start-offset 3",
    /found 3, expected nothing: no other trans/,
  ],
  ["transaction find-hanging --topic nowhere", /No topic is named 'nowhere'/],
] as const;

for (const [line, message] of failures) {
  test(`naru ${line}: fails and says what to do`, async () => {
    const rig = await CommandRig.start();
    await rig.line("topic create t");
    const { code, out, err } = await rig.line(line);
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, message);
  });
}
