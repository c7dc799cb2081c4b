import assert from "node:assert/strict";
import kafkaJs from "kafkajs";
import { javaWords } from "../kafka/installation.ts";
import { apacheKafka, command } from "../runner/needs.ts";
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
  needs: [apacheKafka, command("kcat")],
  limitMs: 240_000,
  checkLimitMs: 90_000,
  async run({ target, check }) {
    const settings = { "group.initial.rebalance.delay.ms": "0" };
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, TOPIC, { partitions: PARTITIONS });
    const group = GROUP;
    using members = new Members(broker, group);
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
      await until("both have half", WAIT_MS, () => isShared(connection, { group, types: [0, 1] }));
      await send("mixed");
    });
    await check("the classic one goes: a consumer group", async () => {
      await members.stop("old");
      await until("the new one has all", WAIT_MS, () =>
        isShared(connection, { group, types: [1] }),
      );
      await send("consumer");
    });
    await check("a classic member joins the consumer group, and has half", async () => {
      members.start("back", "classic");
      await until("both have half", WAIT_MS, () => isShared(connection, { group, types: [0, 1] }));
      await send("mixed again");
    });
    await check("the last of the consumer protocol goes: a classic group", async () => {
      await members.stop("new");
      await until("it is alone", WAIT_MS, () => hasClassic(connection, 1));
      await send("classic again");
      assert.equal(sent.length, 5 * PARTITIONS);
    });
    for (const [name, start] of Object.entries(others)) {
      await check(
        `${name}, of the classic protocol, shares with a Java consumer of the other`,
        () => checkOther({ broker, connection, group: `with-${name}`, start }),
      );
    }
  },
};

/** A member of the classic protocol; stopped when it is disposed of. */
interface OtherMember extends AsyncDisposable {
  readonly seen: () => readonly string[];
}
type StartOther = (broker: RunningBroker, group: string) => Promise<OtherMember>;

const others: Readonly<Record<string, StartOther>> = {
  async kcat(broker, group) {
    const read = `-b ${broker.bootstrap} -G ${group} -u -X session.timeout.ms=6000 ${TOPIC}`;
    const process = new RunningProcess("kcat", read.split(" "));
    return {
      seen: () => process.stdout.split("\n"),
      [Symbol.asyncDispose]: async () => process.signal("SIGKILL"),
    };
  },
  async KafkaJS(broker, groupId) {
    const { logLevel, Kafka } = kafkaJs;
    const kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId, heartbeatInterval: 500 });
    const seen: string[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic: TOPIC });
    await consumer.run({
      eachMessage: async ({ message }) => {
        seen.push(String(message.value));
      },
    });
    return { seen: () => seen, [Symbol.asyncDispose]: () => consumer.disconnect() };
  },
};

async function checkOther(what: {
  readonly broker: RunningBroker;
  readonly connection: WireConnection;
  readonly group: string;
  readonly start: StartOther;
}): Promise<void> {
  const { broker, connection, group, start } = what;
  using members = new Members(broker, group);
  members.start("java", "consumer");
  await until("it has all", WAIT_MS, () => isShared(connection, { group, types: [1] }));
  await using other = await start(broker, group);
  await until("both have half", WAIT_MS, () => isShared(connection, { group, types: [0, 1] }));
  const sent = await sendAll(connection, group);
  await until("all is read", WAIT_MS, () => {
    const all = new Set([...other.seen(), ...members.seen]);
    return sent.every((value) => all.has(value)) ? true : undefined;
  });
}

/** Kafka's console consumers by name. */
class Members implements Disposable {
  readonly #broker: RunningBroker;
  readonly #group: string;
  readonly #processes = new Map<string, RunningProcess>();

  constructor(broker: RunningBroker, group: string) {
    this.#broker = broker;
    this.#group = group;
  }

  start(name: string, protocol: "classic" | "consumer"): void {
    const words =
      `--bootstrap-server ${this.#broker.bootstrap} --topic ${TOPIC} --group ${this.#group} ` +
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
  { group, types }: { group: string; types: readonly number[] },
): Promise<true | undefined> {
  const answer = await connection.answer(groupCalls.describeConsumer, 1, {
    groupIds: [group],
    includeAuthorizedOperations: false,
  });
  const { groupState, members } = answer.groups[0]!;
  const found = members.map(({ memberType }) => memberType).toSorted((a, b) => a - b);
  const shares = members.map(({ assignment }) =>
    assignment.topicPartitions.reduce((sum, { partitions }) => sum + partitions.length, 0),
  );
  const least = Math.floor(PARTITIONS / types.length);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const isEven = total === PARTITIONS && shares.every((share) => share >= least);
  return groupState === "Stable" && found.join() === types.join() && isEven ? true : undefined;
}
