import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

test("features are described, raised, and lowered again", async () => {
  const rig = await CommandRig.start();
  const described = await rig.line("feature describe");
  assert.match(described.out, /^FEATURE +LEVEL +LOWEST +HIGHEST\n/);
  assert.match(described.out, /\neligible\.leader\.replicas\.version +0 +0 +1\n/);
  assert.match(
    described.out,
    /\nmetadata\.version +25 \(4\.0-IV3\) +25 \(4\.0-IV3\) +30 \(4\.3-IV0\)\n/,
  );
  const lines = [
    ["feature upgrade metadata.version=4.2 --dry-run", "metadata.version can be upgraded to 29.\n"],
    ["feature downgrade metadata.version=25", "metadata.version was downgraded to 25.\n"],
    [
      "feature upgrade metadata.version=4.1-IV0 eligible.leader.replicas.version=1",
      "metadata.version was upgraded to 26.\neligible.leader.replicas.version was upgraded to 1.\n",
    ],
    [
      "feature downgrade eligible.leader.replicas.version=0 --unsafe",
      "eligible.leader.replicas.version was downgraded to 0.\n",
    ],
  ] as const;
  for (const [line, out] of lines)
    assert.deepEqual(await rig.line(line), { code: 0, out, err: "" });
  const { epoch, features } = JSON.parse((await rig.line("feature describe --json")).out);
  assert.ok(epoch > 0);
  assert.deepEqual(
    features.find(({ name }: { name: string }) => name === "metadata.version"),
    { name: "metadata.version", supportedMin: 25, supportedMax: 30, finalizedLevel: 26 },
  );
});

const failures = [
  [
    "feature upgrade metadata.version",
    /found 'metadata\.version', expected FEATURE=LEVEL, such as/,
  ],
  [
    "feature upgrade metadata.version=3.9",
    /found 'metadata\.version=3\.9', expected FEATURE=LEVEL/,
  ],
  ["feature upgrade a=1 a=2", /feature upgrade: a stands twice/],
  [
    "feature upgrade metadata.version=31",
    /only supports versions 25-30\. Nothing has been changed\.\n'naru feature describe' shows/,
  ],
  [
    "feature downgrade metadata.version=26",
    /newer version\. Nothing .*\n'naru feature upgrade' goes the other way, and/,
  ],
  ["feature upgrade share.version=1", /share\.version\. Local controller 1 does not support this/],
] as const;

for (const [line, message] of failures) {
  test(`naru ${line}: fails and says what to do`, async () => {
    const { code, out, err } = await (await CommandRig.start()).line(line);
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, message);
  });
}
