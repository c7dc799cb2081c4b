import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

async function records(rig: CommandRig): Promise<Record<string, unknown>[]> {
  const { out } = await rig.line("consume t --from-beginning --exit-at-end --json");
  return out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("each line of the input is a record, the last one without a line feed too", async () => {
  const rig = await CommandRig.start();
  const { code, out, err } = await rig.line("produce t --json", "one\n\nthree");
  assert.deepEqual({ code, err }, { code: 0, err: "" });
  assert.deepEqual(JSON.parse(out), {
    topic: "t",
    records: 3,
    bytes: 8,
    seconds: JSON.parse(out).seconds,
    partitions: { 0: 3 },
  });
  assert.deepEqual(
    (await records(rig)).map(({ value }) => value),
    ["one", "", "three"],
  );
});

test("keys, headers, nulls and a partition come from the options", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create t --partitions 3");
  rig.files.set("lines", "k:v:w\ngone:NULL\n");
  const words =
    "produce t --key-separator : --null-marker NULL --header a=1 --header a=2 --partition 2";
  assert.equal((await rig.line(`${words} --file lines --compression zstd --acks 1`)).code, 0);
  const [first, second] = await records(rig);
  assert.deepEqual(first, {
    topic: "t",
    partition: 2,
    offset: 0,
    timestamp: first?.["timestamp"],
    leaderEpoch: 0,
    key: "k",
    value: "v:w",
    headers: [
      { key: "a", value: "1" },
      { key: "a", value: "2" },
    ],
  });
  assert.deepEqual([second?.["key"], second?.["value"]], ["gone", null]);
});

test("a line without a key is named, and what came before it is written", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create t");
  const { code, err } = await rig.line("produce t --key-separator :", "a:1\nwrong\nb:2\n");
  assert.equal(code, 1);
  assert.match(err, /found the line 'wrong', expected ':' between key and value/);
  assert.deepEqual(
    (await records(rig)).map(({ value }) => value),
    ["1"],
  );
});

test("a partition that does not exist fails with what there is", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create t");
  const { code, err } = await rig.line("produce t --partition 7", "x\n");
  assert.equal(code, 1);
  assert.match(err, /no partition 7, expected 0 to 0\. 0 records were written/);
});
