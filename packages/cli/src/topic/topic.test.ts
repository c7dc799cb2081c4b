import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

test("a topic's life: create, list, describe, alter, delete", async () => {
  const rig = await CommandRig.start();
  assert.deepEqual(
    await rig.line("topic create orders --partitions 2 --config retention.ms=60000"),
    {
      code: 0,
      out: "Created topic orders.\n",
      err: "",
    },
  );
  const list = await rig.line("topic list");
  assert.equal(list.out, "TOPIC   PARTITIONS  REPLICAS\norders           2         1\n");
  const described = await rig.line("topic describe orders");
  assert.match(described.out, /^orders {2}\(id .{22}\)\n {2}retention\.ms=60000\nPARTITION/);
  assert.equal(described.out.trimEnd().split("\n").length, 5);
  const altered = await rig.line(
    "topic alter orders --partitions 3 --delete-config retention.ms --config flush.ms=7",
  );
  assert.equal(altered.out, "Configured topic orders.\nTopic orders has 3 partitions.\n");
  const [now] = JSON.parse((await rig.line("topic describe orders --json")).out);
  assert.deepEqual(now.configs, { "flush.ms": "7" });
  assert.deepEqual(now.partitions[2], {
    partition: 2,
    leader: 1,
    replicas: [1],
    isr: [1],
    startOffset: 0,
    endOffset: 0,
  });
  assert.equal((await rig.line("topic delete orders")).out, "Deleted topic orders.\n");
  assert.deepEqual(await rig.line("topic list --json"), { code: 0, out: "[]\n", err: "" });
});

const failures = [
  ["topic create orders", /orders.*already exists.*--if-not-exists lets it be/],
  ["topic create new --replication-factor 3", /replication factor of 3.*cluster of one broker/],
  ["topic create new --config retention.ms", /--config: found 'retention\.ms', expected KEY=VALUE/],
  ["topic create new --partitions two", /--partitions <N>.*'two' is invalid.*whole number/],
  ["topic create new --config nonsense=1", /Unknown topic config name: nonsense/],
  ["topic create bad/name", /bad\/name/],
  ["topic describe nobody orders", /No topic is named 'nobody'\. 'naru topic list'/],
  ["topic alter orders", /nothing to alter was given\. Say --partitions/],
  [
    "topic alter orders --partitions 1",
    /currently has 2 partition\(s\); 1 would not be an increase/,
  ],
  ["topic alter nobody --partitions 4", /No topic is named 'nobody'/],
  ["topic delete nobody", /No topic is named 'nobody'/],
  ["topic list --bootstrap-server localhost:1", /none of localhost:1 answered.*Is it running\?/],
  ["topic list --bootstrap-server nowhere", /bootstrap\.servers.*nowhere.*host:port/],
] as const;

for (const [line, message] of failures) {
  test(`naru ${line}: fails and says what to do`, async () => {
    const rig = await CommandRig.start();
    await rig.line("topic create orders --partitions 2");
    const { code, err } = await rig.line(line);
    assert.match(err, message);
    assert.equal(code, 1);
  });
}

test("what is there already, or is not there, can be no failure", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create orders");
  assert.equal((await rig.line("topic create orders --if-not-exists")).code, 0);
  assert.equal((await rig.line("topic delete nobody --if-exists")).code, 0);
});
