import assert from "node:assert/strict";
import { test } from "node:test";

import { Reader, Writer } from "@naru/protocol";
import {
  decodeApiVersionsResponse,
  encodeApiVersionsRequest,
} from "@naru/protocol/messages/api-versions";

import { SortedMap } from "../metadata/sorted-map.ts";
import { call, testBroker, testContext } from "./api-rig.test.ts";
import { apiVersionsApi } from "./api-versions.ts";
import type { AnyApi } from "./api.ts";
import { metadataApi } from "./metadata.ts";

const codec = { encode: encodeApiVersionsRequest, decode: decodeApiVersionsResponse };
const software = { clientSoftwareName: "naru-test", clientSoftwareVersion: "1.0.0" };

function rig() {
  const broker = testBroker();
  const apis: AnyApi[] = [];
  const api = apiVersionsApi(broker, () => apis);
  apis.push(api, metadataApi(broker));
  return { broker, api, apis };
}

for (const version of [0, 1, 2, 3, 4]) {
  test(`version ${version} lists what the table has, by key`, async () => {
    const { api } = rig();
    const answer = await call(api, codec, { version, request: software });
    assert.equal(answer.errorCode, 0);
    assert.deepEqual(answer.apiKeys, [
      { apiKey: 3, minVersion: 0, maxVersion: 13 },
      { apiKey: 18, minVersion: 0, maxVersion: 4 },
    ]);
    assert.equal(answer.zkMigrationReady, false);
  });
}

test("an API may be advertised from a lower version than it is served from", async () => {
  const { api, apis } = rig();
  apis.push({ ...apis[1]!, key: 0, minVersion: 3, advertisedMinVersion: 0 });
  const answer = await call(api, codec, { version: 4, request: software });
  assert.deepEqual(answer.apiKeys[0], { apiKey: 0, minVersion: 0, maxVersion: 13 });
});

test("features with a lowest level of 0 are kept from clients of version 3", async () => {
  const { api } = rig();
  const names = async (version: number) => {
    const answer = await call(api, codec, { version, request: software });
    return answer.supportedFeatures.map(({ name }) => name);
  };
  assert.deepEqual(await names(3), ["metadata.version"]);
  assert.deepEqual(await names(4), [
    "eligible.leader.replicas.version",
    "group.version",
    "kraft.version",
    "metadata.version",
    "transaction.version",
  ]);
});

test("finalized features are those that are served, at the image's offset", async () => {
  const { api, broker } = rig();
  const levels = SortedMap.empty<string, number>().set("share.version", 1);
  broker.metadata = { ...broker.metadata, offset: 42, features: { metadataVersion: 27, levels } };
  const answer = await call(api, codec, { version: 4, request: software });
  assert.equal(answer.finalizedFeaturesEpoch, 42);
  assert.deepEqual(answer.finalizedFeatures, [
    { name: "metadata.version", maxVersionLevel: 27, minVersionLevel: 27 },
    { name: "kraft.version", maxVersionLevel: 1, minVersionLevel: 1 },
  ]);
});

for (const name of ["", "-naru", "naru-", "na ru", "naru\n", "ναρου"]) {
  test(`the software name ${JSON.stringify(name)} is refused with error 42`, async () => {
    const { api } = rig();
    const request = { ...software, clientSoftwareName: name };
    const answer = await call(api, codec, { version: 3, request });
    assert.equal(answer.errorCode, 42);
    assert.deepEqual(answer.apiKeys, []);
  });
}

test("what the client calls itself is kept for its connection", async () => {
  const { api } = rig();
  const context = testContext(4);
  await api.handle(software, context);
  assert.deepEqual(context.clientSoftware, { name: "naru-test", version: "1.0.0" });
});

test("an unknown version is answered in version 0 with error 35 and one row", () => {
  const { api } = rig();
  const writer = new Writer();
  api.encode(writer, api.unsupportedVersion!(), 0);
  const answer = decodeApiVersionsResponse(new Reader(writer.toBytes()), 0);
  assert.equal(answer.errorCode, 35);
  assert.deepEqual(answer.apiKeys, [{ apiKey: 18, minVersion: 0, maxVersion: 4 }]);
});
