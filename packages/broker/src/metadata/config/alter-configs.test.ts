import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  alterBrokerConfigs,
  replaceBrokerConfigs,
  wrongBrokerName,
  type BrokerConfigScope,
} from "./alter-broker-configs.ts";
import { changeList, type AlterResult, type ConfigChange } from "./alter-configs.ts";
import { alterTopicConfigs, replaceTopicConfigs } from "./alter-topic-configs.ts";
import { emptyLayers } from "./config-layers.ts";

type Words = [operation: ConfigChange["operation"], name: string, value: string | null];

function changes(...words: readonly Words[]): ConfigChange[] {
  return words.map(([operation, name, value]) => ({ operation, name, value }));
}

function outcome(result: AlterResult): string {
  if (result.error !== undefined) return `${result.error}: ${result.message}`;
  return result.updates.map(({ name, value }) => `${name}=${value}`).join(" ");
}

const topic = (...words: readonly Words[]): string =>
  outcome(alterTopicConfigs(new Map([["segment.ms", "5"]]), changes(...words)));

const broker = (scope: BrokerConfigScope, ...words: readonly Words[]): string =>
  outcome(alterBrokerConfigs(emptyLayers, scope, changes(...words)));

describe("altering a topic", () => {
  test("writes down what makes a difference", () => {
    assert.equal(topic(["SET", "retention.ms", "6"], ["SET", "segment.ms", "5"]), "retention.ms=6");
    assert.equal(topic(["DELETE", "segment.ms", null]), "segment.ms=null");
    assert.equal(topic(["DELETE", "nonsense", null]), "");
  });

  test("is refused in Kafka's words", () => {
    assert.equal(
      topic(["APPEND", "retention.ms", "1"]),
      "INVALID_CONFIG: Can't APPEND to key retention.ms because its type is not LIST.",
    );
    assert.equal(
      topic(["SET", "retention.ms", "5"], ["SET", "retention.ms", "6"]),
      "INVALID_REQUEST: Error due to duplicate config keys",
    );
    assert.equal(
      topic(["SET", "retention.ms", null]),
      "INVALID_REQUEST: Null value not supported for : retention.ms",
    );
    assert.equal(
      topic(["SET", "segment.bytes", "1000"]),
      "INVALID_CONFIG: Invalid value 1000 for configuration segment.bytes: Value must be at least 1048576",
    );
  });

  test("by a name that no topic can have is told after the request, before its values", () => {
    const wrong = "Topic name is invalid";
    const named = (...words: readonly Words[]): string =>
      outcome(alterTopicConfigs(new Map(), changes(...words), wrong));
    const refused = `INVALID_TOPIC_EXCEPTION: ${wrong}`;
    assert.equal(named(["SET", "nonsense", "1"]), refused);
    assert.equal(named(["SET", "retention.ms", "6"]), refused);
    assert.match(named(["SET", "retention.ms", null]), /^INVALID_REQUEST: Null value/);
    assert.match(named(["APPEND", "retention.ms", "1"]), /^INVALID_CONFIG: Can't APPEND/);
    const replaced = replaceTopicConfigs(new Map(), [{ name: "nonsense", value: "1" }], wrong);
    assert.equal(outcome(replaced), refused);
  });

  test("appends to the default of a list that is not set", () => {
    const key = "leader.replication.throttled.replicas";
    assert.equal(topic(["APPEND", key, "0:1,0:2"]), `${key}=0:1,0:2`);
    assert.equal(topic(["SUBTRACT", "cleanup.policy", "delete"]), "cleanup.policy=");
    assert.equal(topic(["APPEND", "cleanup.policy", "compact"]), "cleanup.policy=delete,compact");
  });

  test("by the older request takes away what is not named", () => {
    const current = new Map([["segment.ms", "5"]]);
    const result = replaceTopicConfigs(current, [{ name: "retention.ms", value: "6" }]);
    assert.equal(outcome(result), "retention.ms=6 segment.ms=null");
  });

  test("notes a key that does not apply", () => {
    const result = alterTopicConfigs(new Map(), changes(["SET", "preallocate", "true"]));
    assert.ok(result.error === undefined);
    assert.match(result.notes[0] ?? "", /^preallocate does not apply here\./);
  });
});

describe("altering a broker", () => {
  test("is allowed by key and scope, in Kafka's words", () => {
    const cases: [BrokerConfigScope, Words[], string][] = [
      ["broker", [["SET", "message.max.bytes", "5"]], "message.max.bytes=5"],
      [
        "broker",
        [
          ["SET", "node.id", "2"],
          ["SET", "broker.rack", "x"],
        ],
        "INVALID_REQUEST: Cannot update these configs dynamically: [node.id, broker.rack]",
      ],
      [
        "clusterDefault",
        [["SET", "listeners", "PLAINTEXT://:1"]],
        "INVALID_REQUEST: Cannot update these configs at default cluster level, broker id must be specified: [listeners]",
      ],
      [
        "broker",
        [["SET", "ssl.keystore.password", "x"]],
        "INVALID_REQUEST: These security configs can be dynamically updated only per-listener " +
          "using the listener prefix: [ssl.keystore.password]",
      ],
      [
        "broker",
        [["SET", "message.max.bytes", "abc"]],
        "INVALID_REQUEST: Invalid value abc for configuration message.max.bytes: Not a number of type INT",
      ],
      [
        "broker",
        [["APPEND", "message.max.bytes", "5"]],
        "INVALID_CONFIG: Config value append is not allowed for config key: message.max.bytes",
      ],
      [
        "broker",
        [["SET", "log.roll.ms", "0"]],
        "INVALID_REQUEST: log.roll.ms must be greater than or equal to 1",
      ],
      ["broker", [["DELETE", "node.id", null]], ""],
      [
        "clusterDefault",
        [["SET", "leader.replication.throttled.rate", "5"]],
        "leader.replication.throttled.rate=5",
      ],
    ];
    for (const [scope, words, expected] of cases) {
      assert.equal(broker(scope, ...words), expected);
    }
  });

  test("refuses what is not served yet", () => {
    for (const [key, value] of [
      ["compression.type", "gzip"],
      ["max.connection.creation.rate", "5"],
      ["listeners", "PLAINTEXT://:1"],
      ["listener.name.external.max.connections", "5"],
    ] as const) {
      assert.match(broker("broker", ["SET", key, value]), /^INVALID_CONFIG: .* yet/, key);
    }
  });

  test("keeps an unknown key and notes it", () => {
    const result = alterBrokerConfigs(emptyLayers, "broker", changes(["SET", "my.key", "1"]));
    assert.ok(result.error === undefined);
    assert.deepEqual(result.notes, ["my.key is not a configuration of a broker: kept, unused."]);
  });

  test("is not held up by a rule that was broken before", () => {
    const layers = { ...emptyLayers, clusterDefault: new Map([["log.roll.ms", "0"]]) };
    const set = changes(["SET", "message.max.bytes", "5"]);
    assert.equal(outcome(alterBrokerConfigs(layers, "broker", set)), "message.max.bytes=5");
  });

  test("by the older request takes away what is not named", () => {
    const layers = { ...emptyLayers, broker: new Map([["message.max.bytes", "5"]]) };
    assert.equal(outcome(replaceBrokerConfigs(layers, "broker", [])), "message.max.bytes=null");
  });

  test("is for this broker or for all", () => {
    assert.equal(wrongBrokerName("1", 1, "alter"), undefined);
    assert.equal(wrongBrokerName("", 1, "alter"), undefined);
    const message = (name: string, request: "alter" | "describe"): string | undefined =>
      wrongBrokerName(name, 1, request)?.message;
    assert.equal(message("2", "alter"), "Unexpected broker id, expected 1, but received 2");
    assert.equal(message("a", "describe"), "Broker id must be an integer, but it is: a");
  });
});

test("a list is changed without doubling what it has or missing what it lacks", () => {
  assert.equal(changeList("a,b", "APPEND", "b,c"), "a,b,c");
  assert.equal(changeList("a,b", "SUBTRACT", "b,c"), "a");
  assert.equal(changeList("", "APPEND", "a"), "a");
});
