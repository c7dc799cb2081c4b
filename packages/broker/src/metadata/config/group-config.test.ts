import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alterGroupConfigs, replaceGroupConfigs } from "./alter-group-configs.ts";
import type { AlterResult, ConfigChange } from "./alter-configs.ts";
import { emptyLayers, type BrokerConfigLayers } from "./config-layers.ts";
import { describeGroupConfigs } from "./describe-configs.ts";
import { effectiveGroupConfig } from "./group-config.ts";

const session = "consumer.session.timeout.ms";
const heartbeat = "consumer.heartbeat.interval.ms";
const assignment = "consumer.assignment.interval.ms";

function outcome(result: AlterResult): string {
  if (result.error !== undefined) return `${result.error}: ${result.message}`;
  return result.updates.map(({ name, value }) => `${name}=${value}`).join(" ");
}

function fixed(values: Readonly<Record<string, string>>): BrokerConfigLayers {
  return { ...emptyLayers, fixed: new Map(Object.entries(values)) };
}

function set(
  values: Readonly<Record<string, string>>,
  { groupId = "g", layers = emptyLayers }: { groupId?: string; layers?: BrokerConfigLayers } = {},
): string {
  const changes = Object.entries(values).map<ConfigChange>(([name, value]) => ({
    name,
    value,
    operation: "SET",
  }));
  const current = new Map([[session, "50000"]]);
  return outcome(alterGroupConfigs({ groupId, current, layers }, changes));
}

describe("altering a group", () => {
  test("writes down what makes a difference", () => {
    assert.equal(
      set({ [session]: "60000", [heartbeat]: "6000" }),
      `${session}=60000 ${heartbeat}=6000`,
    );
    assert.equal(set({ [session]: "50000" }), "");
  });

  test("replaces all that was set when asked in the old way", () => {
    const group = { groupId: "g", current: new Map([[session, "50000"]]), layers: emptyLayers };
    const replaced = replaceGroupConfigs(group, [{ name: assignment, value: "0" }]);
    assert.equal(outcome(replaced), `${assignment}=0 ${session}=null`);
  });

  // The sentences are those of Apache Kafka 4.3.1.
  test("is refused in Kafka's words", () => {
    assert.equal(set({ nonsense: "1" }), "INVALID_CONFIG: Unknown group config name: nonsense");
    assert.equal(
      set({ [session]: "44999" }),
      `INVALID_CONFIG: ${session} must be greater than or equal to group.consumer.min.session.timeout.ms`,
    );
    assert.equal(
      set({ [heartbeat]: "15001" }),
      `INVALID_CONFIG: ${heartbeat} must be less than or equal to group.consumer.max.heartbeat.interval.ms`,
    );
    assert.equal(
      set({ [assignment]: "-1" }),
      `INVALID_CONFIG: Invalid value -1 for configuration ${assignment}: Value must be at least 0`,
    );
    const layers = fixed({ "group.consumer.max.heartbeat.interval.ms": "70000" });
    assert.equal(
      set({ [heartbeat]: "60000" }, { layers }),
      `INVALID_CONFIG: ${session} must be greater than ${heartbeat}`,
    );
    assert.equal(
      set({ [session]: "60000" }, { groupId: "" }),
      "INVALID_REQUEST: Default group resources are not allowed.",
    );
  });

  test("with a key of a kind of group that is not served names the key, whatever the value", () => {
    assert.match(
      set({ "share.session.timeout.ms": "45000" }),
      /share\.session\.timeout\.ms is not/,
    );
    assert.match(set({ "streams.num.standby.replicas": "1" }), /Streams groups are not served\.$/);
  });
});

describe("the configuration of a consumer group", () => {
  test("is the broker's where the group sets nothing", () => {
    const layers = fixed({ "group.consumer.session.timeout.ms": "46000" });
    const { consumerSessionTimeoutMs, consumerHeartbeatIntervalMs } = effectiveGroupConfig(
      new Map([[heartbeat, "7000"]]),
      layers,
    );
    assert.deepEqual([consumerSessionTimeoutMs, consumerHeartbeatIntervalMs], [46_000, 7000]);
  });

  test("is brought inside bounds that have changed since", () => {
    const layers = fixed({ "group.consumer.max.session.timeout.ms": "48000" });
    const { consumerSessionTimeoutMs } = effectiveGroupConfig(
      new Map([[session, "50000"]]),
      layers,
    );
    assert.equal(consumerSessionTimeoutMs, 48_000);
  });
});

test("a described group has Kafka's 17 keys, each with where its value comes from", () => {
  const described = describeGroupConfigs(new Map([[session, "50000"]]), emptyLayers);
  assert.equal(described.length, 17);
  const [first] = described;
  assert.deepEqual(
    [first!.name, first!.value, first!.configSource, first!.synonyms],
    [
      session,
      "50000",
      8,
      [
        { name: session, value: "50000", source: 8 },
        { name: "group.consumer.session.timeout.ms", value: "45000", source: 5 },
      ],
    ],
  );
  const reset = described.find(({ name }) => name === "share.auto.offset.reset");
  assert.deepEqual(reset?.synonyms, [
    { name: "share.auto.offset.reset", value: "latest", source: 5 },
  ]);
});
