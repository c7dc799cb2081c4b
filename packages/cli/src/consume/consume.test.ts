import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create t --partitions 2");
  await rig.line("produce t --partition 0", "a0\na1\na2\n");
  await rig.sim.clock.advance(60_000);
  await rig.line("produce t --partition 1 --key-separator :", "k:b0\nk:b1\n");
  return rig;
}

const readings = [
  ["--from-beginning --partition 0", "a0\na1\na2\n"],
  ["--offset earliest --partition 1", "b0\nb1\n"],
  ["--offset 1 --partition 0", "a1\na2\n"],
  ["--offset -1", "a2\nb1\n"],
  ["--offset latest", ""],
  ["--offset 0 --partition 0 --isolation read_committed", "a0\na1\na2\n"],
  ["--offset 2026-01-01T00:00:30Z", "b0\nb1\n"],
  ["--from-beginning --partition 1,0 --max-messages 1", "b0\n"],
  ["--offset 0 --partition 1 --format %p-%o-%k-%v-%K;", "1-0-k-b0-1;1-1-k-b1-1;"],
  ["--offset 0 --partition 1 --format %v\\x41 --encoding hex", "6230A6231A"],
] as const;

for (const [options, expected] of readings) {
  test(`consume ${options} --exit-at-end`, async () => {
    const rig = await filled();
    const said = await rig.line(`consume t ${options} --exit-at-end`);
    assert.deepEqual(said, { code: 0, out: expected, err: "" });
  });
}

const failures = [
  ["consume nobody", /No topic is named 'nobody'\. 'naru topic list'/],
  ["consume t --partition 2", /--partition: found '2', expected 0 to 1/],
  ["consume t --offset 3", /--offset: found 3, expected at most 2, where t-1 ends/],
  ["consume t --offset soon", /--offset: found 'soon', expected earliest, latest, an offset/],
  ["consume t --format %q", /--format: found '%q', which means nothing/],
] as const;

for (const [line, message] of failures) {
  test(`${line}: fails and says what to do`, async () => {
    const rig = await filled();
    const { code, err } = await rig.line(line);
    assert.match(err, message);
    assert.equal(code, 1);
  });
}

test("bytes come out as they went in", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create t");
  const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte)).replace(
    "\n",
    "",
  );
  await rig.line("produce t", `${bytes}\n`);
  const raw = await rig.line("consume t --from-beginning --exit-at-end");
  assert.equal(raw.out, `${bytes}\n`);
  const { out } = await rig.line("consume t --from-beginning --exit-at-end --json");
  const { valueBase64 } = JSON.parse(out);
  assert.equal(Buffer.from(valueBase64, "base64").toString("latin1"), bytes);
});

test("without an end it goes on until nothing came for --timeout", async () => {
  const rig = await filled();
  const before = rig.sim.clock.monotonicMs();
  const { code, out } = await rig.line("consume t --from-beginning --timeout 5000 --partition 0");
  assert.deepEqual([code, out], [0, "a0\na1\na2\n"]);
  assert.ok(rig.sim.clock.monotonicMs() - before >= 5_000);
});

test("a signal ends it as if the end was reached", async () => {
  const rig = await filled();
  rig.sim.clock.schedule(3_000, () => rig.stop.abort());
  const { code, out } = await rig.line("consume t --from-beginning --partition 0");
  assert.deepEqual([code, out], [0, "a0\na1\na2\n"]);
});
