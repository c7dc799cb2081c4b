import assert from "node:assert/strict";
import { kafkaTarget } from "../kafka/server.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, Target } from "../runner/target.ts";
import { mixedScripts, twoLives, type MixedScript } from "../scenarios/conversion-scripts.ts";
import { differences } from "../scenarios/line-differences.ts";
import { MixedTalk } from "../scenarios/mixed-talk.ts";
import { WireConnection } from "../wire/connection.ts";

const onePartition = { "offsets.topic.num.partitions": "1" };

/** Members of both protocols in one group say the same to both brokers. */
export const groupConversion: Suite = {
  name: "group-conversion",
  about: "a group is converted and back: Naru answers and writes down what Apache Kafka does",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 300_000,
  checkLimitMs: 60_000,
  async run({ target, check }) {
    const bySettings = Map.groupBy(mixedScripts, ({ settings }) => JSON.stringify(settings));
    for (const scripts of bySettings.values()) {
      const settings = { ...onePartition, ...scripts[0]!.settings };
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
    await check("a folder that changes hands: the group goes on as it was", () => swap(target));
  },
};

async function heardFrom(broker: RunningBroker, script: MixedScript): Promise<string[]> {
  using connection = await WireConnection.open(broker);
  using aside = await WireConnection.open(broker);
  const talk = new MixedTalk(script.name, connection, aside);
  await talk.begin();
  await script.run(talk);
  await talk.records();
  return talk.heard;
}

/** A group of both protocols, on a broker that stops and on the other one that takes over. */
async function swap(target: Target): Promise<void> {
  const [fromKafka, fromOurs] = await Promise.all([
    heardFromTwo(kafkaTarget, target),
    heardFromTwo(target, kafkaTarget),
  ]);
  assert.equal(differences(fromKafka, fromOurs), "");
}

async function heardFromTwo(first: Target, second: Target): Promise<string[]> {
  const settings = { ...onePartition, ...twoLives.settings };
  await using before = await first.start({ settings });
  using connection = await WireConnection.open(before);
  const talk = new MixedTalk(twoLives.name, connection, connection);
  await talk.begin();
  await twoLives.before(talk);
  await before.stop();
  await using after = await second.start({ settings, folder: before.folder });
  using next = await WireConnection.open(after);
  await talk.moveTo(next);
  await twoLives.after(talk);
  await talk.records();
  return talk.heard;
}
