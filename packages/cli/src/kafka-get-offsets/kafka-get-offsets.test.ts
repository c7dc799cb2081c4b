// Method: what Apache Kafka 4.3.1's kafka-get-offsets printed for the same flags.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

const NONE = "Error occurred: Could not match any topic-partitions with the specified filters";

const told: readonly (readonly [string, number, string, string?])[] = [
  ["--topic orders", 0, "orders:0:2\norders:1:0\norders:2:0\n"],
  ["--topic orders --time earliest", 0, "orders:0:0\norders:1:0\norders:2:0\n"],
  // Both records have one time: the first of them is meant.
  ["--topic orders --time -3", 0, "orders:0:0\n"],
  ["--topic orders --time 99999999999999", 0, ""],
  ["--topic orders --partitions 0,2", 0, "orders:0:2\norders:2:0\n"],
  ["--topic-partitions orders:0-2,quiet:0", 0, "orders:0:2\norders:1:0\nquiet:0:0\n"],
  ["--topic-partitions :-1", 0, "orders:0:2\nquiet:0:0\n"],
  ["", 0, "orders:0:2\norders:1:0\norders:2:0\nquiet:0:0\n"],
  ["--topic nosuch", 1, "", NONE],
  [
    "--topic-partitions orders:x",
    1,
    "",
    "Error occurred: org.apache.kafka.tools.TerseException: Invalid rule specification: orders:x",
  ],
  [
    "--topic orders --topic-partitions orders",
    1,
    "",
    "Error occurred: --topic-partitions cannot be used with --topic or --partitions",
  ],
  [
    "--partitions x",
    1,
    "",
    "Error occurred: --partitions expects a comma separated list of numeric partition ids, but received: x",
  ],
  [
    "--time soon",
    1,
    "",
    "Error occurred: Malformed time argument soon. Please use -1 or latest / -2 or earliest / -3 or max-timestamp / " +
      "-4 or earliest-local / -5 or latest-tiered / -6 or earliest-pending-upload, or a specified long format timestamp",
  ],
];

for (const [flags, code, out, err = ""] of told) {
  test(`kafka-get-offsets ${flags}`, async () => {
    const rig = await CommandRig.start();
    await rig.line("topic create orders --partitions 3");
    await rig.line("topic create quiet");
    await rig.line("produce orders --partition 0", "a\nb\n");
    const line = `--bootstrap-server localhost:9092 ${flags}`.trim();
    assert.deepEqual(await rig.kafkaTool("kafka-get-offsets", line), { code, out, err });
  });
}
