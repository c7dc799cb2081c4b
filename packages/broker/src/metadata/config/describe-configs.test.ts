import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emptyLayers, type BrokerConfigLayers } from "./config-layers.ts";
import {
  configSources,
  describeBrokerConfigs,
  describeClusterDefaults,
  describeTopicConfigs,
  type DescribedConfig,
} from "./describe-configs.ts";

const none = new Map<string, string>();

function layersWith(layers: Partial<BrokerConfigLayers>): BrokerConfigLayers {
  return { ...emptyLayers, ...layers };
}

function find(described: readonly DescribedConfig[], name: string): DescribedConfig {
  const found = described.find((config) => config.name === name);
  assert.ok(found, name);
  return found;
}

function sourcesOf({ synonyms }: DescribedConfig): string[] {
  return synonyms.map(({ name, value, source }) => `${source}:${name}=${value}`);
}

describe("a described topic", () => {
  test("has the 33 keys of Kafka, none of them read-only", () => {
    const described = describeTopicConfigs(none, emptyLayers);
    assert.equal(described.length, 33);
    assert.ok(described.every(({ readOnly, isSensitive }) => !readOnly && !isSensitive));
  });

  test("lists every place that gives a value, the override first", () => {
    const layers = layersWith({
      broker: new Map([["min.insync.replicas", "2"]]),
      fixed: new Map([["min.insync.replicas", "3"]]),
    });
    const overrides = new Map([["min.insync.replicas", " 4 "]]);
    const config = find(describeTopicConfigs(overrides, layers), "min.insync.replicas");
    assert.equal(config.value, "4");
    assert.equal(config.configSource, configSources.DYNAMIC_TOPIC_CONFIG);
    assert.equal(config.configType, 3);
    assert.deepEqual(sourcesOf(config), [
      "1:min.insync.replicas=4",
      "2:min.insync.replicas=2",
      "4:min.insync.replicas=3",
      "5:min.insync.replicas=1",
    ]);
  });

  // As Kafka answers: log.retention.hours is a synonym of log.retention.ms but never leads.
  test("has no synonyms where only a key of another unit is set", () => {
    const layers = layersWith({ fixed: new Map([["log.retention.hours", "1"]]) });
    const config = find(describeTopicConfigs(none, layers), "retention.ms");
    assert.equal(config.value, "3600000");
    assert.equal(config.configSource, configSources.DEFAULT_CONFIG);
    assert.deepEqual(sourcesOf(config), []);
  });

  test("shows a boolean in small, and the value of the key that is kept out of documentation", () => {
    const overrides = new Map([
      ["preallocate", "TRUE"],
      ["internal.segment.bytes", "3000"],
    ]);
    const described = describeTopicConfigs(overrides, emptyLayers);
    assert.equal(sourcesOf(find(described, "preallocate"))[0], "1:preallocate=true");
    const internal = find(described, "internal.segment.bytes");
    assert.deepEqual(
      [internal.value, internal.isSensitive, internal.configType],
      ["3000", false, 3],
    );
  });

  test("shows that it has an unknown override, but not its value", () => {
    const config = find(describeTopicConfigs(new Map([["new.key", "x"]]), emptyLayers), "new.key");
    assert.deepEqual([config.value, config.isSensitive, config.configType], [null, true, 0]);
    assert.equal(config.synonyms[0]?.value, null);
  });
});

describe("a described broker", () => {
  test("has Kafka's 340 keys that a file can set, and our own", () => {
    const names = describeBrokerConfigs(emptyLayers).map(({ name }) => name);
    assert.equal(names.filter((name) => !name.startsWith("naru.")).length, 340);
    assert.ok(names.includes("naru.acks.all.flush"));
  });

  test("says what may change while it runs", () => {
    const described = describeBrokerConfigs(emptyLayers);
    assert.ok(find(described, "node.id").readOnly);
    assert.ok(!find(described, "message.max.bytes").readOnly);
  });

  test("takes a dynamic value of its own before that of the cluster and of the file", () => {
    const layers = {
      broker: new Map([["message.max.bytes", "1"]]),
      clusterDefault: new Map([["message.max.bytes", "2"]]),
      fixed: new Map([["message.max.bytes", "3"]]),
    };
    const config = find(describeBrokerConfigs(layers), "message.max.bytes");
    assert.equal(config.value, "1");
    assert.deepEqual(
      config.synonyms.map(({ source }) => source),
      [2, 3, 4, 5],
    );
  });

  test("never shows a secret", () => {
    const fixed = new Map([
      ["ssl.keystore.password", "hunter2"],
      ["my.secret", "hunter2"],
    ]);
    const described = describeBrokerConfigs(layersWith({ fixed }));
    assert.ok(!JSON.stringify(described).includes("hunter2"));
    assert.ok(find(described, "ssl.keystore.password").isSensitive);
    assert.ok(find(described, "my.secret").isSensitive);
  });

  test("has longs and doubles as Java writes them", () => {
    const described = describeBrokerConfigs(emptyLayers);
    const limit = find(described, "log.cleaner.io.max.bytes.per.second");
    assert.equal(limit.value, "1.7976931348623157E308");
    assert.equal(find(described, "log.flush.interval.messages").value, "9223372036854775807");
  });
});

test("the defaults of all brokers are described alone", () => {
  const layers = {
    broker: new Map([["message.max.bytes", "1"]]),
    clusterDefault: new Map([["message.max.bytes", "2"]]),
    fixed: new Map([["message.max.bytes", "3"]]),
  };
  const described = describeClusterDefaults(layers);
  assert.deepEqual(described.map(sourcesOf), [["3:message.max.bytes=2"]]);
  assert.equal(described[0]?.value, "2");
});
