import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emptyLayers, type BrokerConfigLayers } from "./config-layers.ts";
import { effectiveTopicConfig, effectiveTopicText, topicKeysOf } from "./topic-config.ts";

const none = new Map<string, string>();

function layers(texts: Partial<Record<keyof BrokerConfigLayers, string>>): BrokerConfigLayers {
  const read = (text = ""): Map<string, string> =>
    new Map(text.split(" ").flatMap((pair) => (pair === "" ? [] : [splitPair(pair)])));
  const { broker, clusterDefault, fixed } = texts;
  return { broker: read(broker), clusterDefault: read(clusterDefault), fixed: read(fixed) };
}

function splitPair(pair: string): [string, string] {
  const [key = "", value = ""] = pair.split("=");
  return [key, value];
}

describe("the configuration of a topic", () => {
  test("is Kafka's default when nothing is set", () => {
    const config = effectiveTopicConfig(none, emptyLayers);
    assert.equal(config.retentionMs, 604_800_000);
    assert.equal(config.segmentMs, 604_800_000);
    assert.equal(config.segmentJitterMs, 0);
    assert.equal(config.flushMs, Number.MAX_SAFE_INTEGER);
    assert.deepEqual(config.cleanupPolicy, ["delete"]);
    const type: "CreateTime" | "LogAppendTime" = config.messageTimestampType;
    assert.equal(type, "CreateTime");
  });

  test("takes the nearest of override, broker, cluster, file and default", () => {
    const all = layers({
      broker: "log.segment.bytes=2000000",
      clusterDefault: "log.segment.bytes=3000000",
      fixed: "log.segment.bytes=4000000",
    });
    const bytes = (overrides: ReadonlyMap<string, string>, from: BrokerConfigLayers): number =>
      effectiveTopicConfig(overrides, from).segmentBytes;
    assert.equal(bytes(new Map([["segment.bytes", "1500000"]]), all), 1_500_000);
    assert.equal(bytes(none, all), 2_000_000);
    assert.equal(bytes(none, { ...all, broker: none }), 3_000_000);
    assert.equal(bytes(none, { ...all, broker: none, clusterDefault: none }), 4_000_000);
  });

  test("follows the broker's keys in other units", () => {
    const hours = layers({ fixed: "log.retention.hours=1 log.roll.hours=2" });
    const config = effectiveTopicConfig(none, hours);
    assert.equal(config.retentionMs, 3_600_000);
    assert.equal(config.segmentMs, 7_200_000);
    const dynamic = layers({ broker: "log.retention.ms=5", fixed: "log.retention.hours=1" });
    assert.equal(effectiveTopicConfig(none, dynamic).retentionMs, 5);
  });

  test("keeps the text of a long that no number holds", () => {
    const text = effectiveTopicText(none, emptyLayers, "flush.messages");
    assert.equal(text, "9223372036854775807");
  });

  // Records may hold what was allowed elsewhere; a folder that has them still opens.
  test("is read from records without a refusal", () => {
    const overrides = new Map([
      ["cleanup.policy", "compact"],
      ["compression.type", "zstd"],
      ["retention.ms", "nonsense"],
      ["unknown.key", "1"],
    ]);
    const config = effectiveTopicConfig(overrides, emptyLayers);
    assert.deepEqual(config.cleanupPolicy, ["compact"]);
    assert.equal(config.compressionType, "zstd");
    assert.equal(config.retentionMs, 604_800_000);
  });

  test("may have segments below the smallest segment.bytes by Kafka's undocumented key", () => {
    const small = new Map([["internal.segment.bytes", "100"]]);
    assert.equal(effectiveTopicConfig(small, emptyLayers).segmentBytes, 100);
  });

  test("names the keys that follow from a broker key", () => {
    assert.deepEqual(topicKeysOf("log.retention.ms"), ["retention.ms"]);
    assert.deepEqual(topicKeysOf("nonsense"), []);
  });
});
