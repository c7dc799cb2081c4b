import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

test("an id whose producer was shut out is listed and described, with nothing open", async () => {
  const rig = await CommandRig.start();
  await makeId(rig, "pay-0");
  await makeId(rig, "ship-0");
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

test("abort --id shuts the producer of an id out", async () => {
  const rig = await CommandRig.start();
  await makeId(rig, "pay-0");
  assert.deepEqual(await rig.line("transaction abort --id pay-0"), { code: 0, out: "", err: "" });
  assert.match((await rig.line("transaction describe pay-0")).out, /in epoch 1,/);
});

test("abort --id of an id that nobody has used makes none", async () => {
  const rig = await CommandRig.start();
  assert.equal((await rig.line("transaction abort --id tyop")).code, 1);
  assert.equal((await rig.line("transaction list --json")).out, "[]\n");
});

test("where nothing hangs, that is said", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create orders");
  const said = await rig.line("transaction find-hanging --topic orders --older-than 0");
  assert.deepEqual(said, { code: 0, out: "", err: "No transaction hangs." });
  assert.equal((await rig.line("transaction find-hanging --json")).out, "[]\n");
  assert.equal((await rig.line("transaction list")).err, "There is no such transactional id.");
});

/** Kafka's tool, as it shuts a producer out, makes an id that is not there. */
async function makeId(rig: CommandRig, id: string): Promise<void> {
  const words = `--bootstrap-server localhost:9092 forceTerminateTransaction --transactionalId ${id}`;
  assert.equal((await rig.kafkaTool("kafka-transactions", words)).code, 0);
}

const failures = [
  [
    "transaction describe nobody",
    /No transactional id is named 'nobody'\. 'naru transaction list'/,
  ],
  ["transaction abort", /--id, --partition: found neither, expected one of the two/],
  ["transaction abort --id a --partition t:0", /: found both, expected one of the two/],
  [
    "transaction abort --id a --start-offset 3",
    /--start-offset: found 3, expected it with --partition/,
  ],
  [
    "transaction abort --id nobody",
    /No transactional id is named 'nobody'\. 'naru transaction list'/,
  ],
  ["transaction abort --partition no:0 --start-offset 3", /No topic is named 'no'\./],
  [
    "transaction abort --partition t:9 --start-offset 3",
    /found 't:9'.*'naru topic describe t' shows/,
  ],
  ["transaction abort --partition t", /--partition: found 't', expected TOPIC:N/],
  ["transaction abort --partition t:0", /--start-offset: expected the offset that/],
  [
    "transaction abort --partition t:0 --start-offset 3",
    /found 3, expected nothing: no other trans/,
  ],
  ["transaction find-hanging --topic nowhere", /No topic is named 'nowhere'/],
  ["transaction find-hanging --broker 9", /--broker: found 9, expected one of the cluster: 1\./],
  ["transaction list --pattern (", /--pattern: found '\(', expected a regular expression in RE2/],
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
