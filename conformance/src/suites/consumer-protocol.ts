import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { groupScripts, type GroupScript } from "../scenarios/consumer-group-scripts.ts";
import { GroupTalk } from "../scenarios/group-talk.ts";
import { WireConnection } from "../wire/connection.ts";
import { checkTalks } from "./same-talks.ts";

/** One partition to read, and in it a batch for each operation. */
const oneByOne = {
  "offsets.topic.num.partitions": "1",
  "group.coordinator.append.linger.ms": "0",
};

/** Members of consumer groups say the same to both brokers; answers and records are the same. */
export const consumerProtocol: Suite = {
  name: "consumer-protocol",
  about: "talks with consumer groups: Naru answers and writes down what Apache Kafka does",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 300_000,
  checkLimitMs: 60_000,
  async run(run) {
    await checkTalks(run, groupScripts, { settings: oneByOne, heardFrom });
  },
};

async function heardFrom(broker: RunningBroker, script: GroupScript): Promise<string[]> {
  using connection = await WireConnection.open(broker);
  const talk = new GroupTalk(connection, script.name);
  await talk.begin();
  await script.run(talk);
  await talk.records();
  return talk.heard;
}
