// Goal: groups of the consumer protocol (KIP-848) are shown as Apache Kafka 4.3.1's own tool does.
// Method: members made of single heartbeats; columns and widths as captured from a real one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Cluster } from "@naru/client";
import { apis } from "@naru/protocol";
import {
  decodeConsumerGroupHeartbeatResponse,
  encodeConsumerGroupHeartbeatRequest,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import { CommandRig } from "../command-rig.test.ts";

const heartbeat = {
  api: apis.ConsumerGroupHeartbeat,
  encode: encodeConsumerGroupHeartbeatRequest,
  decode: decodeConsumerGroupHeartbeatResponse,
};

/** Topic orders with three partitions, and member m1 of group g, a static one, that reads it. */
async function withMember(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create orders --partitions 3");
  // Whoever resets offsets asks for the coordinator first, which makes its topic.
  const at = "--bootstrap-server localhost:9092";
  await rig.kafkaTool(
    "kafka-consumer-groups",
    `${at} --reset-offsets --group g --topic orders:0 --to-earliest --execute`,
  );
  const cluster = new Cluster({ runtime: rig.sim, bootstrapServers: ["localhost:9092"] });
  const request = {
    groupId: "g",
    memberId: "m1",
    memberEpoch: 0,
    instanceId: "i1",
    rebalanceTimeoutMs: 60_000,
    subscribedTopicNames: ["orders"],
    topicPartitions: [],
  };
  const { errorCode } = await rig.sim.run(cluster.requestAny(heartbeat, request));
  assert.equal(errorCode, 0);
  cluster.close();
  return rig;
}

async function shown(rig: CommandRig, flags: string): Promise<string> {
  const said = await rig.kafkaTool(
    "kafka-consumer-groups",
    `--bootstrap-server localhost:9092 --describe --group g ${flags}`,
  );
  assert.deepEqual([said.code, said.err], [0, ""]);
  // Where the member is connected from is the simulation's matter.
  return said.out.replaceAll(/\/\S+ +/g, "HOST ").replaceAll(/ +/g, " ");
}

test("members have an epoch and a target", async () => {
  const rig = await withMember();
  assert.equal(
    await shown(rig, "--members --verbose"),
    "\nGROUP CONSUMER-ID GROUP-INSTANCE-ID HOST CLIENT-ID #PARTITIONS CURRENT-EPOCH " +
      "CURRENT-ASSIGNMENT TARGET-EPOCH TARGET-ASSIGNMENT \n" +
      "g m1 i1 HOST naru 3 2 orders:0,1,2 2 orders:0,1,2 \n",
  );
});

test("the state has the group's epoch, and that of its target", async () => {
  const rig = await withMember();
  assert.match(
    await shown(rig, "--state --verbose"),
    /GROUP-EPOCH TARGET-ASSIGNMENT-EPOCH #MEMBERS\ng localhost:9092 \(1\) uniform Stable 2 2 1\n$/,
  );
});

test("offsets are shown with who reads the partition", async () => {
  const rig = await withMember();
  assert.match(await shown(rig, ""), /\ng orders 0 0 0 0 m1 HOST naru\ng orders 1 - 0 - m1 /);
});

test("naru group describe and members know it, too", async () => {
  const rig = await withMember();
  assert.match((await rig.line("group describe g")).out, /^g {2}\(Stable, members: 1, /);
  assert.match((await rig.line("group members g")).out, /^m1 .* orders:0,1,2$/m);
});
