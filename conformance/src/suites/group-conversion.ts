import assert from "node:assert/strict";
import { kafkaTarget } from "../kafka/server.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, Target } from "../runner/target.ts";
import { mixedScripts, twoLives, type MixedScript } from "../scenarios/conversion-scripts.ts";
import { differences } from "../scenarios/line-differences.ts";
import { MixedTalk } from "../scenarios/mixed-talk.ts";
import { WireConnection } from "../wire/connection.ts";
import { checkTalks } from "./same-talks.ts";

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
    await checkTalks({ target, check }, mixedScripts, { settings: onePartition, heardFrom });
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
