import assert from "node:assert/strict";
import { test } from "node:test";
import { apis, codeOf } from "@naru/protocol";
import {
  decodeDescribeClusterRequest,
  encodeDescribeClusterResponse,
} from "@naru/protocol/messages/describe-cluster";
import { script, ScriptedCluster } from "../scripted-broker.test.ts";
import type { Cluster } from "./cluster.ts";

async function controllers(isController: boolean): Promise<[ScriptedCluster, Cluster]> {
  const scripted = await ScriptedCluster.start();
  scripted.on(
    apis.DescribeCluster,
    script(decodeDescribeClusterRequest, encodeDescribeClusterResponse, ({ endpointType }) => ({
      throttleTimeMs: 0,
      errorCode: codeOf(isController ? "NONE" : "MISMATCHED_ENDPOINT_TYPE"),
      errorMessage: isController ? null : "a broker",
      endpointType,
      clusterId: "c",
      controllerId: 3,
      brokers: [{ brokerId: 3, host: "broker1", port: 9092 }],
    })),
  );
  return [scripted, scripted.client({ endpoints: "controllers" })];
}

test("controllers are found without Metadata, and know no topics", async () => {
  const [scripted, client] = await controllers(true);
  const view = await scripted.run(client.refresh([]));
  assert.deepEqual([...view.brokers.keys()], [3]);
  assert.equal(view.controllerId, 3);
  assert.deepEqual(scripted.asked, ["DescribeCluster@1"]);
  await assert.rejects(scripted.run(client.refresh(null)), { code: "UNSUPPORTED_ENDPOINT_TYPE" });
});

test("a broker is not taken for a controller", async () => {
  const [scripted, client] = await controllers(false);
  await assert.rejects(scripted.run(client.refresh([])), {
    code: "MISMATCHED_ENDPOINT_TYPE",
    message: "a broker",
  });
});
