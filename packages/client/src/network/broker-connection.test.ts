import assert from "node:assert/strict";
import { test } from "node:test";
import { apis } from "@naru/protocol";
import { decodeMetadataRequest, encodeMetadataResponse } from "@naru/protocol/messages/metadata";
import { script, ScriptedCluster } from "../scripted-broker.test.ts";

test("a broker with older versions is spoken to in its own", async () => {
  const cluster = await ScriptedCluster.start();
  cluster.topics.set("t", { leaders: [1] });
  cluster.versions.set(apis.Metadata.key, { min: 0, max: 4 });
  const seen: number[] = [];
  const answer = cluster.scripts.get(apis.Metadata.key)!;
  cluster.on(apis.Metadata, (reader, writer, version) => {
    seen.push(version);
    return answer(reader, writer, version);
  });
  const view = await cluster.run(cluster.client().refresh(null));
  assert.deepEqual([...view.topics.keys()], ["t"]);
  assert.deepEqual(seen, [4]);
});

test("an API that the broker does not serve is refused here, with both ranges", async () => {
  const cluster = await ScriptedCluster.start();
  cluster.versions.set(apis.Metadata.key, { min: 90, max: 95 });
  await assert.rejects(cluster.run(cluster.client().refresh(null)), {
    code: "UNSUPPORTED_VERSION",
    message:
      /Metadata is spoken here in versions 0-13, and the broker serves 90-95\. Nothing was sent/,
  });
});

test("a request that is not answered in time gives up the connection, and the next one is a new one", async () => {
  const cluster = await ScriptedCluster.start();
  let silences = 1;
  const answer = cluster.scripts.get(apis.Metadata.key)!;
  cluster.on(apis.Metadata, (reader, writer, version) => {
    silences -= 1;
    return silences >= 0 ? Promise.resolve("silent") : answer(reader, writer, version);
  });
  const client = cluster.client({ requestTimeoutMs: 2_000 });
  await assert.rejects(cluster.run(client.refresh(null)), { code: "TIMED_OUT" });
  assert.equal((await cluster.run(client.refresh(null))).clusterId, "scripted");
});

test("when no broker is there the error names all that were tried", async () => {
  const cluster = await ScriptedCluster.start();
  const client = cluster.client({ bootstrapServers: "nobody:1,broker1:9093" });
  await assert.rejects(cluster.run(client.refresh(null)), {
    code: "CONNECTION_FAILED",
    message: /none of nobody:1, broker1:9093 answered.*Is it running\?/,
  });
});

test("requests are answered in their order, whatever order their callers wait in", async () => {
  const cluster = await ScriptedCluster.start();
  let count = 0;
  cluster.on(
    apis.Metadata,
    script(decodeMetadataRequest, encodeMetadataResponse, () => {
      count += 1;
      return { brokers: [], clusterId: String(count), controllerId: -1, topics: [] };
    }),
  );
  const client = cluster.client();
  const views = await cluster.run(Promise.all([1, 2, 3].map(() => client.refresh(null))));
  assert.deepEqual(
    views.map(({ clusterId }) => clusterId),
    ["1", "2", "3"],
  );
});
