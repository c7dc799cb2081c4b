import assert from "node:assert/strict";
import { test } from "node:test";

import {
  decodeAlterConfigsResponse,
  encodeAlterConfigsRequest,
} from "@naru/protocol/messages/alter-configs";
import {
  decodeDescribeConfigsResponse,
  encodeDescribeConfigsRequest,
} from "@naru/protocol/messages/describe-configs";
import {
  decodeIncrementalAlterConfigsResponse,
  encodeIncrementalAlterConfigsRequest,
} from "@naru/protocol/messages/incremental-alter-configs";

import { SortedMap } from "../metadata/sorted-map.ts";
import { alterConfigsApi } from "./alter-configs.ts";
import { call, testBroker, withTopic } from "./api-rig.test.ts";
import { describeConfigsApi } from "./describe-configs.ts";
import { incrementalAlterConfigsApi } from "./incremental-alter-configs.ts";

const TOPIC = 2;
const BROKER = 4;
const CLIENT_METRICS = 16;
const GROUP = 32;
const [SET, DELETE, APPEND] = [0, 1, 2];

const describeCodec = {
  encode: encodeDescribeConfigsRequest,
  decode: decodeDescribeConfigsResponse,
};
const alterCodec = { encode: encodeAlterConfigsRequest, decode: decodeAlterConfigsResponse };
const incrementalCodec = {
  encode: encodeIncrementalAlterConfigsRequest,
  decode: decodeIncrementalAlterConfigsResponse,
};

/** What a controller answers that accepts everything. */
const accept = (request: { resources: { resourceType: number; resourceName: string }[] }) => ({
  throttleTimeMs: 0,
  responses: request.resources.map(({ resourceType, resourceName }) => ({
    errorCode: 0,
    errorMessage: null,
    resourceType,
    resourceName,
  })),
});

function rig() {
  const broker = testBroker({ alterConfigs: accept, incrementalAlterConfigs: accept });
  const withOrders = withTopic(broker.metadata, "orders", [{}]);
  const values = SortedMap.empty<string, string>().set("retention.ms", "1000000");
  broker.metadata = {
    ...withOrders,
    configs: withOrders.configs.with({ type: TOPIC, name: "orders" }, values),
  };
  return broker;
}

function describe(version: number, resource: [type: number, name: string], keys: string[] | null) {
  const [resourceType, resourceName] = resource;
  const resources = [{ resourceType, resourceName, configurationKeys: keys }];
  const request = { resources, includeSynonyms: true };
  return call(describeConfigsApi(rig()), describeCodec, { version, request });
}

for (const version of [1, 2, 3, 4]) {
  test(`version ${version} describes a topic's value, where it comes from, and its synonyms`, async () => {
    const answer = await describe(version, [TOPIC, "orders"], ["retention.ms"]);
    const [result] = answer.results;
    assert.equal(result?.errorCode, 0);
    const [config, ...others] = result.configs;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [config?.name, config?.value, config?.configSource, config?.readOnly, config?.isSensitive],
      ["retention.ms", "1000000", 1, false, false],
    );
    assert.deepEqual(config?.synonyms[0], { name: "retention.ms", value: "1000000", source: 1 });
    assert.equal(config?.configType, version >= 3 ? 5 : 0);
    assert.ok(!config?.documentation, "nobody asked for it");
  });
}

test("without keys everything is described: 33 keys of a topic", async () => {
  const all = await describe(4, [TOPIC, "orders"], null);
  assert.equal(all.results[0]?.configs.length, 33);
  const empty = await describe(4, [TOPIC, "orders"], []);
  assert.equal(empty.results[0]?.configs.length, 33);
});

test("documentation comes to those who ask", async () => {
  const resources = [
    { resourceType: TOPIC, resourceName: "orders", configurationKeys: ["retention.ms"] },
  ];
  const request = { resources, includeDocumentation: true };
  const answer = await call(describeConfigsApi(rig()), describeCodec, { version: 4, request });
  assert.match(answer.results[0]?.configs[0]?.documentation ?? "", /kept/);
  assert.deepEqual(answer.results[0]?.configs[0]?.synonyms, []);
});

const describeRefusals: readonly [type: number, name: string, code: number, message: RegExp][] = [
  [TOPIC, "unknown", 3, /^$/],
  [TOPIC, "a/b", 17, /^Topic name is invalid: /],
  [BROKER, "2", 42, /Unexpected broker id, expected 1 or empty string, but received 2/],
  [BROKER, "x", 42, /Broker id must be an integer, but it is: x/],
  [GROUP, "", 42, /^Group name must not be empty$/],
  [CLIENT_METRICS, "m", 42, /^Client metrics are not served yet/],
  [77, "x", 42, /malformed by the client library/],
];

for (const [type, name, code, message] of describeRefusals) {
  test(`describing resource type ${type} '${name}' answers error ${code}`, async () => {
    const answer = await describe(4, [type, name], null);
    assert.equal(answer.results[0]?.errorCode, code);
    assert.match(answer.results[0]?.errorMessage ?? "", message);
    assert.equal(answer.results[0]?.resourceName, name);
  });
}

test("this broker is described by its id, and the defaults of all by an empty name", async () => {
  const own = await describe(4, [BROKER, "1"], ["num.partitions"]);
  assert.equal(own.results[0]?.configs[0]?.value, "1");
  const defaults = await describe(4, [BROKER, ""], null);
  assert.deepEqual([defaults.results[0]?.errorCode, defaults.results[0]?.configs], [0, []]);
});

type Change = [type: number, name: string, key: string, operation: number, value: string | null];

async function incremental(version: number, ...changes: Change[]) {
  const broker = rig();
  const resources = changes.map(([resourceType, resourceName, name, configOperation, value]) => ({
    resourceType,
    resourceName,
    configs: [{ name, configOperation, value }],
  }));
  const request = { resources, validateOnly: false };
  const api = incrementalAlterConfigsApi(broker);
  const answer = await call(api, incrementalCodec, { version, request });
  return { answers: answer.responses, asked: broker.asked };
}

test("a broker judges its own values, the controller the rest, and the answers keep their order", async () => {
  const { answers, asked } = await incremental(
    1,
    [BROKER, "1", "num.partitions", SET, "5"],
    [TOPIC, "orders", "retention.ms", DELETE, null],
    [BROKER, "9", "log.retention.ms", SET, "5"],
    [BROKER, "", "log.retention.ms", SET, "5"],
    [GROUP, "g", "consumer.session.timeout.ms", SET, "5"],
  );
  assert.deepEqual(
    answers.map(({ resourceName, errorCode }) => [resourceName, errorCode]),
    [
      ["1", 42],
      ["orders", 0],
      ["9", 42],
      ["", 0],
      ["g", 0],
    ],
  );
  assert.match(answers[0]!.errorMessage ?? "", /Cannot update these configs dynamically/);
  assert.match(answers[2]!.errorMessage ?? "", /Unexpected broker id, expected 1, but received 9/);
  assert.equal(asked.length, 1);
  assert.match(asked[0]!, /orders/);
  assert.doesNotMatch(asked[0]!, /num\.partitions/);
});

test("a resource that stands twice in a request is refused both times", async () => {
  const { answers, asked } = await incremental(
    0,
    [TOPIC, "orders", "retention.ms", SET, "5"],
    [TOPIC, "orders", "segment.ms", SET, "5"],
  );
  assert.deepEqual(
    answers.map(({ errorCode, errorMessage }) => [errorCode, errorMessage]),
    [1, 2].map(() => [42, "Each resource must appear at most once."]),
  );
  assert.deepEqual(asked, [], "nothing is left for the controller");
});

test("a key that is no list cannot be appended to", async () => {
  const { answers } = await incremental(1, [BROKER, "1", "log.retention.ms", APPEND, "5"]);
  assert.equal(answers[0]?.errorCode, 40);
});

test("an operation that does not exist is refused", async () => {
  const { answers } = await incremental(1, [BROKER, "1", "log.retention.ms", 9, "5"]);
  assert.equal(answers[0]?.errorCode, 42);
});

for (const version of [0, 1, 2]) {
  test(`AlterConfigs version ${version} hands topics on and judges brokers`, async () => {
    const broker = rig();
    const configs = [{ name: "log.retention.ms", value: "many" }];
    const resources = [
      { resourceType: TOPIC, resourceName: "orders", configs: [] },
      { resourceType: BROKER, resourceName: "1", configs },
    ];
    const request = { resources, validateOnly: true };
    const answer = await call(alterConfigsApi(broker), alterCodec, { version, request });
    assert.deepEqual(
      answer.responses.map(({ errorCode }) => errorCode),
      [0, 42],
    );
    assert.match(broker.asked[0]!, /"validateOnly":true/);
  });
}

test("a controller that cannot be reached fails every resource", async () => {
  const broker = testBroker();
  const resources = [{ resourceType: TOPIC, resourceName: "orders", configs: [] }];
  const request = { resources, validateOnly: false };
  const answer = await call(alterConfigsApi(broker), alterCodec, { version: 2, request });
  assert.equal(answer.responses[0]?.errorCode, -1);
});
