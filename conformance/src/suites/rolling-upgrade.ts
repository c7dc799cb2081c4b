import assert from "node:assert/strict";
import { javaWords } from "../kafka/installation.ts";
import { apacheKafka } from "../runner/needs.ts";
import { RunningProcess } from "../runner/processes.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { groupCalls } from "../wire/group-calls.ts";
import { batchOf, createTopic, nameOf, produce, textRecord } from "../wire/topic.ts";

const TOPIC = "orders";
const GROUP = "email-send-group";
const PARTITIONS = 4;
const WAIT_MS = 45_000;

/** An application that changes from one protocol to the other, member by member, and back. */
export const rollingUpgrade: Suite = {
  name: "rolling-upgrade",
  about: "Java consumers of both protocols share a group that is converted under them",
  targets: bothTargets,
  needs: [apacheKafka],
  limitMs: 240_000,
  checkLimitMs: 90_000,
  async run({ target, check }) {
    const settings = { "group.initial.rebalance.delay.ms": "0" };
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, TOPIC, { partitions: PARTITIONS });
    using members = new Members(broker);
    const sent: string[] = [];
    const send = async (what: string): Promise<void> => {
      sent.push(...(await sendAll(connection, what)));
      await until("all is read", WAIT_MS, () =>
        sent.every((value) => members.seen.has(value)) ? true : undefined,
      );
    };

    await check("a classic member reads all", async () => {
      members.start("old", "classic");
      await until("it is alone", WAIT_MS, () => hasClassic(connection, 1));
      await send("classic");
    });
    await check("one of the consumer protocol joins, and has half", async () => {
      members.start("new", "consumer");
      await until("both have half", WAIT_MS, () => isShared(connection, [0, 1]));
      await send("mixed");
    });
    await check("the classic one goes: a consumer group", async () => {
      await members.stop("old");
      await until("the new one has all", WAIT_MS, () => isShared(connection, [1]));
      await send("consumer");
    });
    await check("a classic member joins the consumer group, and has half", async () => {
      members.start("back", "classic");
      await until("both have half", WAIT_MS, () => isShared(connection, [0, 1]));
      await send("mixed again");
    });
    await check("the last of the consumer protocol goes: a classic group", async () => {
      await members.stop("new");
      await until("it is alone", WAIT_MS, () => hasClassic(connection, 1));
      await send("classic again");
      assert.equal(sent.length, 5 * PARTITIONS);
    });
  },
};

/** Kafka's console consumers by name. */
class Members implements Disposable {
  readonly #broker: RunningBroker;
  readonly #processes = new Map<string, RunningProcess>();

  constructor(broker: RunningBroker) {
    this.#broker = broker;
  }

  start(name: string, protocol: "classic" | "consumer"): void {
    const words =
      `--bootstrap-server ${this.#broker.bootstrap} --topic ${TOPIC} --group ${GROUP} ` +
      `--from-beginning --command-property group.protocol=${protocol}`;
    const main = ["org.apache.kafka.tools.consumer.ConsoleConsumer", ...words.split(" ")];
    const process = new RunningProcess("java", javaWords(main, { logLevel: "ERROR" }));
    this.#processes.set(name, process);
  }

  /** It leaves the group before it ends. */
  async stop(name: string): Promise<void> {
    const process = this.#processes.get(name)!;
    process.signal("SIGTERM");
    await process.exited;
  }

  /** What any of them has read. */
  get seen(): ReadonlySet<string> {
    return new Set([...this.#processes.values()].flatMap(({ stdout }) => stdout.split("\n")));
  }

  [Symbol.dispose](): void {
    for (const process of this.#processes.values()) process.signal("SIGKILL");
  }
}

async function sendAll(connection: WireConnection, what: string): Promise<string[]> {
  const values: string[] = [];
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const value = `${what} ${partition}`;
    await produce(connection, { topic: TOPIC, partition }, batchOf([textRecord("k", value)]));
    values.push(value);
  }
  return values;
}

/** A stable classic group of so many? */
async function hasClassic(connection: WireConnection, count: number): Promise<true | undefined> {
  const answer = await connection.answer(groupCalls.describeClassic, 5, {
    groups: [GROUP],
    includeAuthorizedOperations: false,
  });
  const [group] = answer.groups;
  const isStable = nameOf(group!.errorCode) === "NONE" && group!.groupState === "Stable";
  return isStable && group!.members.length === count ? true : undefined;
}

/** A consumer group whose members, by their types, have reached their target and share evenly? */
async function isShared(
  connection: WireConnection,
  types: readonly number[],
): Promise<true | undefined> {
  const answer = await connection.answer(groupCalls.describeConsumer, 1, {
    groupIds: [GROUP],
    includeAuthorizedOperations: false,
  });
  const { groupState, members } = answer.groups[0]!;
  const found = members.map(({ memberType }) => memberType).toSorted((a, b) => a - b);
  const shares = members.map(({ assignment }) =>
    assignment.topicPartitions.reduce((sum, { partitions }) => sum + partitions.length, 0),
  );
  const isEven = shares.every((share) => share === PARTITIONS / types.length);
  return groupState === "Stable" && found.join() === types.join() && isEven ? true : undefined;
}
