import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  internalTopicConfigs,
  topicConfigTable,
  validateTopicConfigs,
  validationOrder,
} from "./validate-topic-configs.ts";

const errorsOf = (configs: Readonly<Record<string, string | null>>): readonly string[] =>
  validateTopicConfigs(new Map(Object.entries(configs)));

describe("overrides of a topic", () => {
  test("are looked at in Kafka's order, each of them", () => {
    const [first] = errorsOf({ "retention.ms": "soon", "segment.bytes": "7" });
    assert.match(first ?? "", /segment\.bytes/);
    const keys = [...topicConfigTable.keys(), ...internalTopicConfigs.keys()];
    assert.deepEqual(validationOrder.toSorted(), keys.toSorted());
  });

  test("are answered in Kafka's words when they are wrong", () => {
    const cases: [Readonly<Record<string, string | null>>, string][] = [
      [
        { "segment.bytes": "1000" },
        "Invalid value 1000 for configuration segment.bytes: Value must be at least 1048576",
      ],
      [{ "nonsense.key": "1" }, "Unknown topic config name: nonsense.key"],
      [
        { "retention.ms": "abc" },
        "Invalid value abc for configuration retention.ms: Not a number of type LONG",
      ],
      [
        { "cleanup.policy": "delete,foo" },
        "Invalid value foo for configuration cleanup.policy: String must be one of: compact, delete",
      ],
      [
        { "compression.type": "foo" },
        "Invalid value foo for configuration compression.type: String must be one of: uncompressed, zstd, lz4, snappy, gzip, producer",
      ],
      [
        { "min.compaction.lag.ms": "10", "max.compaction.lag.ms": "5" },
        "conflict topic config setting min.compaction.lag.ms (10) > max.compaction.lag.ms (5)",
      ],
      [
        { "retention.ms": null, "segment.ms": null },
        "Null value not supported for topic configs: retention.ms,segment.ms",
      ],
      [
        { "remote.storage.enable": "true" },
        "Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.",
      ],
    ];
    for (const [configs, expected] of cases) assert.deepEqual(errorsOf(configs), [expected]);
  });

  test("are all reported, unknown names first", () => {
    const errors = errorsOf({ "retention.ms": "x", nonsense: "1", "segment.bytes": "1" });
    assert.deepEqual(
      errors.map((error) => error.split(" ")[0]),
      ["Unknown", "Invalid", "Invalid"],
    );
    assert.equal(errors[0], "Unknown topic config name: nonsense");
  });

  test("that are not served yet are refused by name", () => {
    assert.deepEqual(errorsOf({ "compression.type": "zstd" }), [
      "Invalid value zstd for configuration compression.type: It is not served yet. Served now: producer",
    ]);
  });

  test("that a topic came with are left alone while another key changes", () => {
    const configs = new Map([
      ["compression.type", "zstd"],
      ["retention.ms", "5"],
    ]);
    assert.deepEqual(validateTopicConfigs(configs, ["retention.ms"]), []);
  });

  test("that are right have no errors", () => {
    const right = {
      "retention.ms": " +5 ",
      "cleanup.policy": "compact,delete",
      "compression.type": "producer",
      "unclean.leader.election.enable": "TRUE",
      "leader.replication.throttled.replicas": "*",
      "internal.segment.bytes": "100",
    };
    assert.deepEqual(errorsOf(right), []);
  });
});
