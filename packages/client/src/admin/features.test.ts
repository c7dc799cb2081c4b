import assert from "node:assert/strict";
import { test } from "node:test";
import { apis, codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeUpdateFeaturesRequest,
  encodeUpdateFeaturesResponse,
  type UpdateFeaturesRequest,
} from "@naru/protocol/messages/update-features";
import { script, ScriptedCluster } from "../scripted-broker.test.ts";
import { Admin } from "./admin.ts";

interface Rig {
  readonly cluster: ScriptedCluster;
  readonly admin: Admin;
  readonly requests: UpdateFeaturesRequest[];
}

/** A broker that answers for the request as a whole, and for each of its features. */
async function rig(whole: ErrorName, each: ErrorName): Promise<Rig> {
  const cluster = await ScriptedCluster.start();
  const requests: UpdateFeaturesRequest[] = [];
  cluster.on(
    apis.UpdateFeatures,
    script(decodeUpdateFeaturesRequest, encodeUpdateFeaturesResponse, (request) => {
      requests.push(request);
      return {
        throttleTimeMs: 0,
        errorCode: codeOf(whole),
        errorMessage: whole === "NONE" ? null : "the whole",
        results: request.featureUpdates.map(({ feature }) => ({
          feature,
          errorCode: codeOf(each),
          errorMessage: each === "NONE" ? null : `no ${feature}`,
        })),
      };
    }),
  );
  return { cluster, admin: new Admin(cluster.client()), requests };
}

test("levels are asked for with how they may change", async () => {
  const { cluster, admin, requests } = await rig("NONE", "NONE");
  const updates = [
    { name: "a.version", level: 2, type: "upgrade" },
    { name: "b.version", level: 0, type: "unsafe-downgrade" },
  ] as const;
  await cluster.run(admin.updateFeatures(updates, { validateOnly: true }));
  const [{ featureUpdates, validateOnly } = assert.fail("nothing was asked")] = requests;
  assert.equal(validateOnly, true);
  assert.deepEqual(
    featureUpdates.map(({ feature, maxVersionLevel, upgradeType }) => [
      feature,
      maxVersionLevel,
      upgradeType,
    ]),
    [
      ["a.version", 2, 1],
      ["b.version", 0, 3],
    ],
  );
});

for (const [version, message] of [
  [2, "the whole"],
  [1, "no a.version"],
] as const) {
  test(`a refusal in version ${version} is thrown in the controller's words`, async () => {
    const isWhole = version === 2;
    const { cluster, admin } = await rig(
      isWhole ? "INVALID_UPDATE_VERSION" : "NONE",
      isWhole ? "NONE" : "INVALID_UPDATE_VERSION",
    );
    cluster.versions.set(apis.UpdateFeatures.key, { min: 0, max: version });
    const updates = [{ name: "a.version", level: 2, type: "upgrade" }] as const;
    await assert.rejects(cluster.run(admin.updateFeatures(updates)), {
      code: "INVALID_UPDATE_VERSION",
      message,
    });
  });
}
