import { ONE_UUID } from "@naru/protocol";
import { calls } from "../wire/calls.ts";
import { adminCalls } from "./admin-calls.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";

const STEPS = 40;
const FIRST_METADATA_WITH_AUTO_CREATION = 4;
const FIRST_METADATA_WITH_OPERATIONS = 8;
const FIRST_METADATA_WITH_IDS = 10;
/** Asking by id alone, KIP-516. */
const FIRST_METADATA_BY_ID = 12;

/** What brokers say of themselves and of topics that are there, are not there, or cannot be. */
export const cluster: Scenario = {
  name: "cluster",
  async run(pair, dice, place) {
    const names = [`${place.topic}-x`, `${place.topic}.y`, `${place.topic}_z`];
    for (const [index, name] of names.entries()) {
      await createCommonTopic(pair, { name, partitions: index + 1 });
    }
    const strange = ["", ".", "..", "a b", "x".repeat(250), "ü", `${place.topic}-none`];
    for (let step = 0; step < STEPS; step += 1) {
      const kind = dice.next();
      if (kind < 0.5) await metadata(pair, dice, { names, strange });
      else if (kind < 0.75) await describeTopicPartitions(pair, dice, { names, strange });
      else if (kind < 0.85) await describeCluster(pair, dice);
      else if (kind < 0.9) await listConfigResources(pair, dice);
      else if (kind < 0.95) await describeLogDirs(pair, dice, names);
      else await describeProducersOf(pair, dice, { names, strange });
    }
  },
};

interface Topics {
  readonly names: readonly string[];
  readonly strange: readonly string[];
}

async function metadata(pair: Pair, dice: Dice, { names, strange }: Topics): Promise<void> {
  const version = dice.between(0, 13);
  // The oldest versions always create what is missing, and Kafka takes its time about it.
  const others = version < FIRST_METADATA_WITH_AUTO_CREATION ? strange.slice(0, -1) : strange;
  const asked = [...dice.some(names, dice.below(3)), ...dice.some(others, dice.below(3))];
  if (asked.length > 0 && dice.chance(0.1)) asked.push(asked[0]!);
  const isById = version >= FIRST_METADATA_BY_ID && dice.chance(0.3);
  const topics = (side: BrokerSide): { name: string | null; topicId?: string }[] => {
    if (!isById) return asked.map((name) => ({ name }));
    const ids = names.map((name) => ({ name: null, topicId: side.topicId(name) }));
    return [...ids, { name: null, topicId: ONE_UUID }];
  };
  // No topics at all: both have topics of other sequences, so only versions that can ask for none.
  if (asked.length === 0 && version === 0) return;
  await pair.ask(calls.metadata, version, (side) => ({
    topics: topics(side),
    ...(version >= FIRST_METADATA_WITH_AUTO_CREATION ? { allowAutoTopicCreation: false } : {}),
    ...(version >= FIRST_METADATA_WITH_OPERATIONS
      ? { includeTopicAuthorizedOperations: version % 2 === 0 }
      : {}),
    ...(version >= FIRST_METADATA_WITH_OPERATIONS && version <= FIRST_METADATA_WITH_IDS
      ? { includeClusterAuthorizedOperations: version % 2 === 0 }
      : {}),
  }));
}

async function describeTopicPartitions(
  pair: Pair,
  dice: Dice,
  { names, strange }: Topics,
): Promise<void> {
  const asked = [...dice.some(names, dice.between(1, 3)), ...dice.some(strange, dice.below(2))];
  if (dice.chance(0.1)) asked.push(asked[0]!);
  const cursor = dice.chance(0.3)
    ? { topicName: dice.pick([...asked, "zzz", "a"]), partitionIndex: dice.pick([0, 1, 2, -1, 9]) }
    : null;
  await pair.ask(adminCalls.describeTopicPartitions, 0, {
    topics: asked.map((name) => ({ name })),
    responsePartitionLimit: dice.pick([2000, 1, 2, 3, 5]),
    cursor,
  });
}

async function describeCluster(pair: Pair, dice: Dice): Promise<void> {
  const version = dice.between(0, 2);
  await pair.ask(adminCalls.describeCluster, version, {
    includeClusterAuthorizedOperations: dice.chance(0.5),
    ...(version >= 1 ? { endpointType: dice.pick([1, 1, 2, 0, 3]) } : {}),
    ...(version >= 2 ? { includeFencedBrokers: dice.chance(0.5) } : {}),
  });
}

async function listConfigResources(pair: Pair, dice: Dice): Promise<void> {
  // All topics would be those of all sequences, which both have.
  const version = dice.between(0, 1);
  const resourceTypes = dice.some([4, 8, 16, 32, 2, 99], dice.between(1, 2));
  await pair.ask(adminCalls.listConfigResources, version, version === 0 ? {} : { resourceTypes });
}

async function describeLogDirs(pair: Pair, dice: Dice, names: readonly string[]): Promise<void> {
  const topics = [{ topic: dice.pick([...names, "nowhere"]), partitions: [0, 7] }];
  await pair.ask(adminCalls.describeLogDirs, dice.between(1, 4), { topics });
}

async function describeProducersOf(
  pair: Pair,
  dice: Dice,
  { names, strange }: Topics,
): Promise<void> {
  const topics = dice
    .some([...names, ...strange], 2)
    .map((name) => ({ name, partitionIndexes: dice.some([0, 1, 5, -1], 2) }));
  await pair.ask(adminCalls.describeProducers, 0, { topics });
}
