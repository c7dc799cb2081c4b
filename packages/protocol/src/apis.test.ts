import assert from "node:assert/strict";
import { test } from "node:test";

import { requestHeaderVersion, responseHeaderVersion } from "./api-definition.ts";
import { apiByKey, apis, removedApis } from "./generated/apis.ts";

test("every key from 0 to 92 is an API or one that was removed", () => {
  for (let key = 0; key <= 92; key += 1) {
    assert.notEqual(apiByKey(key) === undefined, removedApis.get(key) === undefined, `key ${key}`);
  }
  assert.equal(apiByKey(93), undefined);
});

test("headers have tagged fields from the first flexible version on", () => {
  assert.equal(requestHeaderVersion(apis.Fetch, 11), 1);
  assert.equal(requestHeaderVersion(apis.Fetch, 12), 2);
  assert.equal(responseHeaderVersion(apis.Fetch, 11), 0);
  assert.equal(responseHeaderVersion(apis.Fetch, 12), 1);
  assert.equal(requestHeaderVersion(apis.SaslHandshake, 1), 1);
});

test("the header of an ApiVersions response is always version 0", () => {
  assert.equal(requestHeaderVersion(apis.ApiVersions, 4), 2);
  for (const version of [0, 3, 4])
    assert.equal(responseHeaderVersion(apis.ApiVersions, version), 0);
});

test("an unstable newest version is not the newest stable one", () => {
  assert.deepEqual([apis.InitProducerId.maxVersion, apis.InitProducerId.maxStableVersion], [6, 5]);
  assert.deepEqual([apis.Fetch.maxVersion, apis.Fetch.maxStableVersion], [18, 18]);
});
