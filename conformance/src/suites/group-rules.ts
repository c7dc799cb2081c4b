import assert from "node:assert/strict";
import { servedAssignors } from "../../../packages/broker/src/coordinator/group/consumer/assignors.ts";
import type {
  GroupToAssign,
  PartitionsByTopic,
} from "../../../packages/broker/src/coordinator/group/consumer/assignor.ts";
import { metadataHash } from "../../../packages/broker/src/coordinator/group/consumer/metadata-hash.ts";
import { compilePattern } from "../../../packages/broker/src/coordinator/name-pattern.ts";
import { Dice } from "../differential/dice.ts";
import { askKafka } from "../kafka/group-rules.ts";
import { apacheKafka } from "../runner/needs.ts";
import { seedOfRun } from "../runner/seed.ts";
import type { Check, Suite } from "../runner/suite.ts";
import { namesToMatch, patterns } from "../scenarios/patterns.ts";
import { RandomGroup } from "../scenarios/random-groups.ts";

const GROUP_COUNT = 400;
const TURN_COUNT = 8;
const HASH_COUNT = 500;

/** Our rules of consumer groups against the classes in Kafka's jars. */
export const groupRules: Suite = {
  name: "group-rules",
  about: "assignors, metadata hashes and subscribed patterns answer as Kafka's own classes",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 300_000,
  checkLimitMs: 150_000,
  async run({ check, note }) {
    const seed = seedOfRun();
    note(`seed ${seed}`);
    await checkAssignors(check, seed);
    await check(`${HASH_COUNT} metadata hashes are Kafka's`, () => compareHashes(seed));
    await check("patterns match what they match in RE2/J, and are refused in its words", () =>
      comparePatterns(),
    );
  },
};

async function checkAssignors(check: Check, seed: number): Promise<void> {
  for (const name of servedAssignors.keys()) {
    await check(`${name}: ${GROUP_COUNT * TURN_COUNT} assignments are Kafka's`, () =>
      compareAssignments(name, seed),
    );
  }
}

/**
 * Kafka's results depend on the order of its hash maps: it is told ours where it takes an order,
 * and asked for its own (of a set of topic ids) where it makes one.
 */
async function compareAssignments(name: string, seed: number): Promise<void> {
  const assignor = servedAssignors.get(name)!;
  const dice = new Dice(seed);
  const groups = Array.from({ length: GROUP_COUNT }, () => new RandomGroup(dice));
  const orders = await askKafka(groups.map(({ topicIds }) => ({ kind: "order", ids: topicIds })));
  const questions: object[] = [];
  const ours: object[] = [];
  for (const [index, group] of groups.entries()) {
    const order = orders[index] as string[];
    for (let turn = 0; turn < TURN_COUNT; turn += 1) {
      const assignment = assignor.assign(group.group(order));
      questions.push(question(name, group.group()));
      ours.push(plain(assignment));
      group.goOn(assignment);
    }
  }
  const theirs = await askKafka(questions);
  for (const [index, answer] of theirs.entries()) {
    assert.deepEqual(ours[index], answer, JSON.stringify(questions[index]));
  }
}

function question(assignor: string, { members, topics, isHomogeneous }: GroupToAssign): object {
  return {
    kind: "assign",
    assignor,
    homogeneous: isHomogeneous,
    topics: Object.fromEntries(Array.from(topics, ([id, topic]) => [id, topic.partitionCount])),
    members: Object.fromEntries(
      Array.from(members, ([memberId, { instanceId, topicIds, target }]) => [
        memberId,
        { instanceId, topics: [...topicIds], target: lists(target) },
      ]),
    ),
  };
}

/** Members without partitions left out, partitions in order. */
function plain(assignment: ReadonlyMap<string, PartitionsByTopic>): object {
  const entries = Array.from(assignment, ([memberId, target]) => {
    const sorted = Object.entries(lists(target)).filter(([, partitions]) => partitions.length > 0);
    return [
      memberId,
      Object.fromEntries(sorted.map(([id, list]) => [id, list.toSorted((a, b) => a - b)])),
    ] as const;
  });
  return Object.fromEntries(entries.filter(([, topics]) => Object.keys(topics).length > 0));
}

function lists(target: PartitionsByTopic): Record<string, number[]> {
  return Object.fromEntries(Array.from(target, ([id, partitions]) => [id, [...partitions]]));
}

async function compareHashes(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const cases = Array.from({ length: HASH_COUNT }, () =>
    Array.from({ length: dice.below(dice.chance(0.1) ? 200 : 6) }, (_, index) => ({
      id: Buffer.from(Array.from({ length: 16 }, () => dice.below(256))).toString("base64url"),
      name: `${dice.pick(["a", "Z-", "_orders."])}${"x".repeat(dice.below(30))}${index}`,
      racks: Array.from({ length: dice.below(dice.chance(0.2) ? 90 : 9) }, () =>
        dice.some(["r3", "r1", "R2", "eu-west-1a", "\u00fc", "r1"], dice.below(4)),
      ),
    })),
  );
  const theirs = await askKafka(cases.map((topics) => ({ kind: "hash", topics })));
  for (const [index, topics] of cases.entries()) {
    const hash = metadataHash(
      topics.map(({ id, name, racks }) => ({
        id,
        name,
        partitionCount: racks.length,
        racksOf: (partition) => racks[partition]!,
      })),
    );
    assert.equal(String(hash), theirs[index], JSON.stringify(topics));
  }
}

async function comparePatterns(): Promise<void> {
  const theirs = await askKafka(
    patterns.map((pattern) => ({ kind: "matches", pattern, names: namesToMatch })),
  );
  const differences = patterns.flatMap((pattern, index) => {
    const compiled = compilePattern(pattern);
    const ours =
      "problem" in compiled ? compiled : namesToMatch.filter((name) => compiled.matches(name));
    const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs[index])];
    return a === b ? [] : [`${pattern}: ours ${a}, Kafka's ${b}`];
  });
  assert.deepEqual(differences, []);
}
