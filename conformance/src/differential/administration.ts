import { ZERO_UUID } from "@naru/protocol";
import { calls } from "../wire/calls.ts";
import { adminCalls } from "./admin-calls.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Place, Scenario } from "./scenario.ts";

const STEPS = 50;
const TIMEOUT_MS = 10_000;
const TOPIC = 2;
const FIRST_DELETION_BY_ID = 6;

/** Topics and configurations made, changed and deleted, with arguments right and wrong. */
export const administration: Scenario = {
  name: "admin",
  async run(pair, dice, place) {
    await new Operator(pair, dice, place).run();
  },
};

/** Right and wrong values of some keys of topics. */
const configValues: Readonly<Record<string, readonly (string | null)[]>> = {
  "retention.ms": ["1000", "-1", "-2", "abc", "", null, "99999999999999999999"],
  "segment.bytes": ["1048576", "100", "2147483648", "1.5"],
  "cleanup.policy": ["delete", "Delete", "delete,delete", "nothing", ""],
  "compression.type": ["producer", "bzip2", ""],
  "max.message.bytes": ["1000", "-1", "0"],
  "min.insync.replicas": ["1", "0", "2", "-3"],
  "message.timestamp.type": ["CreateTime", "LogAppendTime", "Never"],
  "message.timestamp.before.max.ms": ["100", "-5"],
  "unclean.leader.election.enable": ["true", "TRUE", "maybe", null],
  "min.cleanable.dirty.ratio": ["0.5", "2", "x"],
  "flush.messages": ["1", "0"],
  "index.interval.bytes": ["4096", "-1"],
  preallocate: ["false", "0"],
  "no.such.key": ["1"],
  "delete.retention.ms": ["5"],
  "file.delete.delay.ms": ["60000", "-1"],
  "remote.storage.enable": ["false"],
  "leader.replication.throttled.replicas": ["", "0:1", "x", "*"],
};

class Operator {
  readonly #pair: Pair;
  readonly #dice: Dice;
  readonly #prefix: string;
  /** Topics that there may be. */
  readonly #names: readonly string[];

  constructor(pair: Pair, dice: Dice, place: Place) {
    this.#pair = pair;
    this.#dice = dice;
    this.#prefix = place.topic;
    this.#names = ["a", "b", "c.d", "c_d", "e"].map((name) => `${place.topic}${name}`);
  }

  async run(): Promise<void> {
    const dice = this.#dice;
    for (let step = 0; step < STEPS; step += 1) {
      const kind = dice.next();
      if (kind < 0.3) await this.#createTopics();
      else if (kind < 0.4) await this.#deleteTopics();
      else if (kind < 0.55) await this.#createPartitions();
      else if (kind < 0.75) await this.#incrementalAlterConfigs();
      else if (kind < 0.82) await this.#alterConfigs();
      else await this.#describeConfigs();
    }
  }

  #name(): string {
    const dice = this.#dice;
    if (dice.chance(0.88)) return dice.pick(this.#names);
    return dice.pick(["", ".", "..", "a b", "y".repeat(250), `${this.#prefix}/`, "__x y"]);
  }

  #someNames(): string[] {
    const dice = this.#dice;
    const names = Array.from({ length: dice.between(1, 3) }, () => this.#name());
    if (dice.chance(0.06)) names.push(names[0]!);
    return names;
  }

  async #createTopics(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(2, 7);
    // Which of two that collide comes first is a matter of Kafka's hash table.
    const names = this.#someNames().filter((name, _, all) => !isSecondOfPair(name, all));
    const topics = names.map((name) => this.#newTopic(name, version));
    this.#pair.step("create topics");
    await this.#pair.ask(calls.createTopics, version, {
      topics,
      timeoutMs: TIMEOUT_MS,
      validateOnly: dice.chance(0.2),
    });
    await this.#learn();
  }

  #newTopic(
    name: string,
    version: number,
  ): Parameters<typeof calls.createTopics.encode>[1]["topics"][number] {
    const dice = this.#dice;
    const isAssigned = dice.chance(0.2);
    const least = version >= 4 ? [-1] : [1];
    return {
      name,
      numPartitions: isAssigned && dice.chance(0.8) ? -1 : dice.pick([1, 2, 3, 0, -2, ...least]),
      replicationFactor:
        isAssigned && dice.chance(0.8) ? -1 : dice.pick([1, 1, 1, 1, 0, 2, -2, ...least]),
      assignments: isAssigned ? this.#assignments() : [],
      configs: dice.chance(0.4) ? this.#settings(1) : [],
    };
  }

  #assignments(): { partitionIndex: number; brokerIds: number[] }[] {
    const dice = this.#dice;
    return Array.from({ length: dice.between(1, 3) }, (_, partitionIndex) => ({
      partitionIndex: dice.chance(0.1) ? partitionIndex + 1 : partitionIndex,
      brokerIds: dice.chance(0.85) ? [1] : dice.pick([[], [2], [1, 1], [1, 2]]),
    }));
  }

  #settings(count: number): { name: string; value: string | null }[] {
    const dice = this.#dice;
    return dice
      .some(Object.keys(configValues), count)
      .map((name) => ({ name, value: dice.pick(configValues[name]!) }));
  }

  async #deleteTopics(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(1, 6);
    const names = this.#someNames();
    this.#pair.step("delete topics");
    if (version < FIRST_DELETION_BY_ID) {
      await this.#pair.ask(calls.deleteTopics, version, {
        topicNames: names,
        timeoutMs: TIMEOUT_MS,
      });
      return;
    }
    const kinds = names.map(() => dice.next());
    await this.#pair.ask(calls.deleteTopics, version, (side) => ({
      topics: names.map((name, index) => {
        const kind = kinds[index]!;
        if (kind < 0.45) return { name, topicId: ZERO_UUID };
        if (kind < 0.9) return { name: null, topicId: side.topicId(name) };
        return kind < 0.95
          ? { name, topicId: side.topicId(name) }
          : { name: null, topicId: ZERO_UUID };
      }),
      timeoutMs: TIMEOUT_MS,
    }));
  }

  async #createPartitions(): Promise<void> {
    const dice = this.#dice;
    const topics = this.#someNames().map((name) => ({
      name,
      count: dice.pick([1, 2, 3, 4, 5, 0, -1]),
      assignments: dice.chance(0.8)
        ? null
        : Array.from({ length: dice.between(0, 2) }, () => ({
            brokerIds: dice.chance(0.8) ? [1] : dice.pick([[], [2], [1, 1]]),
          })),
    }));
    this.#pair.step("create partitions");
    await this.#pair.ask(calls.createPartitions, dice.between(0, 3), {
      topics,
      timeoutMs: TIMEOUT_MS,
      validateOnly: dice.chance(0.2),
    });
  }

  #resource(): { resourceType: number; resourceName: string } {
    const dice = this.#dice;
    if (dice.chance(0.85)) return { resourceType: TOPIC, resourceName: this.#name() };
    return dice.pick([
      { resourceType: 4, resourceName: "1" },
      { resourceType: 4, resourceName: "2" },
      { resourceType: 4, resourceName: "x" },
      { resourceType: 0, resourceName: "a" },
      { resourceType: 99, resourceName: "a" },
      { resourceType: 8, resourceName: "1" },
    ]);
  }

  async #incrementalAlterConfigs(): Promise<void> {
    const dice = this.#dice;
    const wanted = [this.#resource(), ...(dice.chance(0.3) ? [this.#resource()] : [])];
    const resources = withoutTwins(wanted).map(({ resourceType, resourceName }) => {
      const configs = this.#settings(1).map(({ name, value }) => ({
        name,
        value,
        configOperation: dice.pick([0, 0, 0, 1, 2, 3]),
      }));
      if (dice.chance(0.05)) configs.push(configs[0]!);
      // A setting of the broker would change what all other sequences see.
      return { resourceType, resourceName, configs: resourceType === 4 ? [] : configs };
    });
    this.#pair.step("alter configurations");
    await this.#pair.ask(calls.alterConfigs, dice.between(0, 1), {
      resources,
      validateOnly: dice.chance(0.2),
    });
  }

  async #alterConfigs(): Promise<void> {
    const dice = this.#dice;
    const { resourceType, resourceName } = this.#resource();
    const configs = this.#settings(dice.between(0, 1));
    this.#pair.step("alter all configurations");
    await this.#pair.ask(adminCalls.alterConfigs, dice.between(0, 2), {
      resources: [{ resourceType, resourceName, configs: resourceType === 4 ? [] : configs }],
      validateOnly: dice.chance(0.2),
    });
  }

  async #describeConfigs(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(1, 4);
    const { resourceType, resourceName } = this.#resource();
    const configurationKeys =
      resourceType === TOPIC && dice.chance(0.5)
        ? null
        : dice.some([...Object.keys(configValues), "log.dirs"], 3);
    this.#pair.step("describe configurations");
    await this.#pair.ask(calls.describeConfigs, version, {
      resources: [{ resourceType, resourceName, configurationKeys }],
      includeSynonyms: dice.chance(0.5),
      ...(version >= 3 ? { includeDocumentation: false } : {}),
    });
  }

  /** Topics have ids of their own at each broker, and get new ones when they are made again. */
  async #learn(): Promise<void> {
    for (const side of this.#pair.sides) await side.learnTopics(this.#names);
  }
}

function isSecondOfPair(name: string, all: readonly string[]): boolean {
  return name.endsWith("c_d") && all.some((other) => other.endsWith("c.d"));
}

/** Of a resource that comes twice Kafka's hash table keeps one. */
function withoutTwins<Resource extends { readonly resourceType: number; resourceName: string }>(
  resources: readonly Resource[],
): Resource[] {
  return resources.filter(
    (one, index) =>
      resources.findIndex(
        (other) =>
          other.resourceType === one.resourceType && other.resourceName === one.resourceName,
      ) === index,
  );
}
