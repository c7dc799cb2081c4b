// Feature levels through a whole broker: what UpdateFeatures changes, ApiVersions tells, and the
// folder keeps.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { apis, errorByCode } from "@naru/protocol";
import {
  decodeApiVersionsResponse,
  encodeApiVersionsRequest,
} from "@naru/protocol/messages/api-versions";
import {
  decodeUpdateFeaturesResponse,
  encodeUpdateFeaturesRequest,
} from "@naru/protocol/messages/update-features";
import type { TestClient } from "./test-client.ts";
import { inWorld } from "./world.ts";

const apiVersions = {
  api: apis.ApiVersions,
  encode: encodeApiVersionsRequest,
  decode: decodeApiVersionsResponse,
};
const updateFeatures = {
  api: apis.UpdateFeatures,
  encode: encodeUpdateFeaturesRequest,
  decode: decodeUpdateFeaturesResponse,
};

async function raise(client: TestClient, feature: string, level: number): Promise<string> {
  const featureUpdates = [{ feature, maxVersionLevel: level }];
  const { errorCode } = await client.wire.call(updateFeatures, { featureUpdates });
  return errorByCode(errorCode);
}

async function finalized(
  client: TestClient,
): Promise<{ levels: Record<string, number>; epoch: number }> {
  const software = { clientSoftwareName: "naru-test", clientSoftwareVersion: "1.0.0" };
  const answer = await client.wire.call(apiVersions, software);
  const levels = answer.finalizedFeatures.map(({ name, maxVersionLevel }) => [
    name,
    maxVersionLevel,
  ]);
  return {
    levels: Object.fromEntries(levels) as Record<string, number>,
    epoch: answer.finalizedFeaturesEpoch,
  };
}

describe("feature levels", () => {
  test("are told as soon as they are changed, and are there in the broker's next life", () =>
    inWorld(async ({ client, broker, restart }) => {
      const before = await finalized(client);
      assert.deepEqual(before.levels["metadata.version"], 25);
      assert.equal(await raise(client, "metadata.version", 30), "NONE");
      assert.equal(await raise(client, "eligible.leader.replicas.version", 1), "NONE");
      const after = await finalized(client);
      const raised = { "eligible.leader.replicas.version": 1, "metadata.version": 30 };
      assert.deepEqual(after.levels, { ...before.levels, ...raised });
      assert.ok(after.epoch > before.epoch, "the epoch is the offset of the metadata log");
      await broker.close();

      const later = await restart();
      assert.deepEqual((await finalized(later.client)).levels, after.levels);
      await later.broker.close();
    }));

  test("that were answered for are there after a crash", () =>
    inWorld(async ({ client, machine, restart }) => {
      assert.equal(await raise(client, "metadata.version", 30), "NONE");
      const later = await restart(machine.disk.crash());
      assert.equal((await finalized(later.client)).levels["metadata.version"], 30);
      await later.broker.close();
    }));
});
