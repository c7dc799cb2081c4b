// Method: what Apache Kafka 4.3.1's kafka-groups printed for the same flags.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

const HEADER = "GROUP                TYPE                 PROTOCOL            \n";
const GROUP = "g                    Classic                                   \n";

const told: readonly (readonly [string, number, string, string?])[] = [
  ["--list", 0, HEADER + GROUP],
  ["--list --consumer", 0, HEADER + GROUP],
  ["--list --group-type classic", 0, HEADER + GROUP],
  ["--list --protocol connect", 0, HEADER],
  ["--list --share", 0, HEADER],
  ["--list --group-type bogus", 1, "", "--group-type must be a valid group type."],
  ["--list --consumer --share", 1, "", `Option "[consumer]" can't be used with option "[share]"`],
  ["", 1, "", "Command must include exactly one action: --list."],
];

for (const [flags, code, out, err = ""] of told) {
  test(`kafka-groups ${flags}`, async () => {
    const rig = await CommandRig.start();
    const at = "--bootstrap-server localhost:9092";
    await rig.line("topic create orders");
    const reset = "--reset-offsets --group g --topic orders --to-earliest --execute";
    await rig.kafkaTool("kafka-consumer-groups", `${at} ${reset}`);
    const said = await rig.kafkaTool("kafka-groups", `${at} ${flags}`);
    assert.deepEqual({ ...said, err: said.err.split("\n")[0] }, { code, out, err });
  });
}
