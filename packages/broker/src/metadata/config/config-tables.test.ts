import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseConfigValue, type ConfigDefinition } from "@naru/runtime";
import { brokerConfigGroups, brokerConfigs, brokerConfigTable } from "./broker-configs.ts";
import { naruConfigs } from "./broker-configs/naru.ts";
import { topicConfigs } from "./topic-configs.ts";

const topicEntries: [string, ConfigDefinition][] = Object.entries(topicConfigs);
const all: [string, ConfigDefinition][] = [...brokerConfigTable, ...topicEntries];

describe("the tables of configuration keys", () => {
  test("hold the 343 broker keys and 33 topic keys of Kafka 4.3.1", () => {
    const documented = [...brokerConfigTable].filter(
      ([key, { internal }]) => internal !== true && !Object.hasOwn(naruConfigs, key),
    );
    assert.equal(documented.length, 343);
    assert.equal(topicEntries.length, 33);
  });

  test("have each key in one file only", () => {
    const counted = brokerConfigGroups.flatMap(({ configs }) => Object.keys(configs));
    assert.equal(new Set(counted).size, counted.length);
    assert.equal(counted.length, brokerConfigTable.size);
  });

  test("say something about every key, in a sentence", () => {
    for (const [key, { doc }] of all) assert.match(doc, /^[A-Z`].{20,}\.$/s, key);
  });

  test("have a default that their own rule allows, written as Kafka writes it", () => {
    for (const [key, definition] of all) {
      if (definition.default === null) continue;
      const parsed = parseConfigValue(key, definition, definition.default);
      assert.equal(parsed.problem, undefined, key);
      if (parsed.problem === undefined) assert.equal(parsed.text, definition.default, key);
    }
  });

  test("serve every default", () => {
    for (const [key, definition] of all) {
      const refused = definition.notYetValues ?? [];
      assert.ok(!refused.includes(definition.default ?? ""), key);
    }
  });

  test("give a topic key and its broker key the same type, and the same default where units agree", () => {
    const otherUnit = ["segment.ms", "segment.jitter.ms", "retention.ms", "flush.ms"];
    for (const [key, { brokerKey, type, default: topicDefault }] of Object.entries(topicConfigs)) {
      if (brokerKey === null) continue;
      const broker: ConfigDefinition = brokerConfigs[brokerKey];
      assert.equal(broker.type, type, key);
      if (!otherUnit.includes(key)) assert.equal(broker.default, topicDefault, key);
    }
  });
});
