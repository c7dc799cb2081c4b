import assert from "node:assert/strict";
import { kafkaTarget } from "../kafka/server.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { groupScripts, type GroupScript } from "../scenarios/consumer-group-scripts.ts";
import { GroupTalk } from "../scenarios/group-talk.ts";
import { differences } from "../scenarios/line-differences.ts";
import { WireConnection } from "../wire/connection.ts";

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
  async run({ target, check }) {
    const bySettings = Map.groupBy(groupScripts, ({ settings }) => JSON.stringify(settings));
    for (const scripts of bySettings.values()) {
      const settings = { ...oneByOne, ...scripts[0]!.settings };
      await using ours = await target.start({ settings });
      await using theirs = await kafkaTarget.start({ settings });
      for (const script of scripts) {
        await check(script.name, async () => {
          const [heard, expected] = await Promise.all([
            heardFrom(ours, script),
            heardFrom(theirs, script),
          ]);
          assert.equal(differences(heard, expected), "");
        });
      }
    }
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
