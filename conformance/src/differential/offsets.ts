import { calls } from "../wire/calls.ts";
import { build, codecs, randomRecords } from "./batches.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";

const BATCHES = 30;
const QUESTIONS = 60;
const TIMEOUT_MS = 10_000;
const FIRST_VERSION_WITH_ISOLATION = 2;
const FIRST_VERSION_WITH_EPOCHS = 4;
const LATEST = -1;
const SPECIAL = [LATEST, -2, -3, -4, -5, -6, -7, -100] as const;

/** Offsets by time and by epoch, over segments and index entries that are small. */
export const offsets: Scenario = {
  name: "offsets",
  async run(pair, dice, place) {
    const name = place.topic;
    const configs = {
      "internal.segment.bytes": dice.pick(["1000", "3000", "100000"]),
      "index.interval.bytes": dice.pick(["0", "100", "4096"]),
      "retention.ms": "-1",
    };
    pair.step("nothing deleted");
    await createCommonTopic(pair, { name, partitions: 2, configs });
    const startMs = Date.now() - 100_000_000;
    for (let i = 0; i < BATCHES; i += 1) await append(pair, dice, { name, startMs });
    for (let i = 0; i < QUESTIONS; i += 1) {
      if (dice.chance(0.03)) await deleteRecords(pair, dice, name);
      if (dice.chance(0.85)) await listOffsets(pair, dice, { name, startMs });
      else await offsetForLeaderEpoch(pair, dice, name);
    }
  },
};

interface Filled {
  readonly name: string;
  readonly startMs: number;
}

async function append(pair: Pair, dice: Dice, { name, startMs }: Filled): Promise<void> {
  const timeMs = startMs + dice.between(0, 1_000);
  const count = dice.between(1, 8);
  const spreadMs = dice.pick([0, 5, 300]);
  const records = build({
    records: randomRecords(dice, { count, timeMs, spreadMs, valueBytesMax: 200 }),
    options: { compression: dice.chance(0.5) ? dice.pick(codecs) : "none" },
  });
  await pair.ask(calls.produce, 9, {
    transactionalId: null,
    acks: -1,
    timeoutMs: TIMEOUT_MS,
    topicData: [{ name, partitionData: [{ index: 0, records }] }],
  });
}

async function deleteRecords(pair: Pair, dice: Dice, name: string): Promise<void> {
  const partitions = [{ partitionIndex: 0, offset: dice.between(0, 60) }];
  const topics = [{ name, partitions }];
  await pair.ask(calls.deleteRecords, 2, { topics, timeoutMs: TIMEOUT_MS });
  pair.step("after DeleteRecords");
}

async function listOffsets(pair: Pair, dice: Dice, { name, startMs }: Filled): Promise<void> {
  const version = dice.between(1, 11);
  const asked = dice.some([0, 1, 2], dice.chance(0.8) ? 1 : 2);
  if (dice.chance(0.05)) asked.push(asked[0]!);
  const partitions = asked.map((partitionIndex) => ({
    partitionIndex,
    timestamp: dice.chance(0.3) ? dice.pick(SPECIAL) : startMs + dice.between(-400, 1_400),
    ...(version >= FIRST_VERSION_WITH_EPOCHS && dice.chance(0.1)
      ? { currentLeaderEpoch: dice.pick([0, 1, 5, -1]) }
      : {}),
  }));
  const topic = dice.chance(0.05) ? dice.pick(["not there", ""]) : name;
  await pair.ask(calls.listOffsets, version, {
    replicaId: dice.chance(0.1) ? dice.pick([-2, 0, 1, 9]) : -1,
    ...(version >= FIRST_VERSION_WITH_ISOLATION ? { isolationLevel: dice.below(2) } : {}),
    topics: [{ name: topic, partitions }],
  });
}

async function offsetForLeaderEpoch(pair: Pair, dice: Dice, name: string): Promise<void> {
  const version = dice.between(2, 4);
  await pair.ask(calls.offsetForLeaderEpoch, version, {
    ...(version >= 3 ? { replicaId: -1 } : {}),
    topics: [
      {
        topic: dice.chance(0.1) ? "not there" : name,
        partitions: [
          {
            partition: dice.below(3),
            currentLeaderEpoch: dice.pick([-1, -1, 0, 1]),
            leaderEpoch: dice.pick([-1, 0, 0, 1, 2]),
          },
        ],
      },
    ],
  });
}
