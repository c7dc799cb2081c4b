import assert from "node:assert/strict";
import * as path from "node:path";
import { startKafka } from "../kafka/server.ts";
import { startNaru } from "../naru/broker.ts";
import { apacheKafka, command } from "../runner/needs.ts";
import { output } from "../runner/processes.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, StartOptions } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { createTopic, offsetAt, type PartitionName } from "../wire/topic.ts";
import { lastStableOffset } from "../wire/transactions.ts";
import {
  TransactionalWriter,
  findCoordinator,
  stableOffset,
  transactionState,
} from "../wire/transactional-writer.ts";

type Start = (options: StartOptions) => Promise<RunningBroker>;

const LONG_MS = 600_000;
const SHORT_MS = 3_000;
const END_LIMIT_MS = 20_000;
const LATEST = -1;
const GROUP = "copier";
const settings = {
  "transaction.state.log.num.partitions": "1",
  "offsets.topic.num.partitions": "1",
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": "1000",
};

/** One folder, three brokers one after the other, each with transactions that it cannot end. */
export const transactionSwap: Suite = {
  name: "transaction-swap",
  about: "transactions open or decided when a broker ends are ended by the next on its folder",
  targets: ["naru"],
  needs: [apacheKafka, command("kcat")],
  limitMs: 400_000,
  checkLimitMs: 120_000,
  async run({ check, folder }) {
    for (const end of ["stop"] as const) {
      const data = path.join(folder, end);
      const lives: readonly (readonly [string, Start])[] = [
        ["Naru", startNaru],
        ["Apache Kafka on its folder", startKafka],
        ["Naru on what that leaves", startNaru],
        ["Apache Kafka again", startKafka],
      ];
      for (const [index, [name, start]] of lives.entries()) {
        await check(`${name}: ends what was left, and is ended by ${end}`, async () => {
          await using broker = await start({ folder: data, settings });
          using connection = await WireConnection.open(broker);
          if (index > 0) await checkLeft(broker, connection, { life: index - 1, end });
          await leave(connection, index);
          await broker[end]();
        });
      }
    }
  },
};

/** An open transaction, one that will time out, and one that is committed last of all. */
async function leave(connection: WireConnection, life: number): Promise<void> {
  for (const kind of ["open", "timed", "decided"]) {
    await createTopic(connection, topicOf(kind, life), { partitions: 2 });
    const writer = new TransactionalWriter(connection, topicOf(kind, life));
    await writer.init(kind === "timed" ? SHORT_MS : LONG_MS);
    for (const partition of [0, 1]) {
      await writer.write({ topic: topicOf(kind, life), partition }, `${kind} ${partition}`);
    }
    const place = { topic: topicOf(kind, life), partition: 0 };
    await writer.commitOffset(GROUP, place, life + 10);
    if (kind !== "decided") continue;
    await writer.commit();
    await untilIn(connection, topicOf(kind, life), /^CompleteCommit$/);
  }
}

async function checkLeft(
  broker: RunningBroker,
  connection: WireConnection,
  { life, end }: { life: number; end: "stop" },
): Promise<void> {
  await findCoordinator(connection, 0, GROUP);
  const [open, timed, decided] = ["open", "timed", "decided"].map((kind) => topicOf(kind, life));
  await untilIn(connection, decided!, /^CompleteCommit$/);
  await untilIn(connection, timed!, /^CompleteAbort$/);
  assert.equal(await transactionState(connection, open!), "Ongoing", `after ${end}`);
  assert.equal(await lastStableOffset(connection, { topic: open!, partition: 0 }), 0);
  await new TransactionalWriter(connection, open!).init(LONG_MS);
  for (const topic of [open!, timed!, decided!]) {
    for (const partition of [0, 1]) await untilStable(connection, { topic, partition });
    const isCommitted = topic === decided;
    const expected = isCommitted ? ["decided 0", "decided 1"] : [];
    assert.deepEqual(await committedIn(broker, topic), expected);
    const offset = await until(`the offset in ${topic}`, END_LIMIT_MS, () =>
      stableOffset(connection, GROUP, { topic, partition: 0 }),
    );
    assert.equal(offset, isCommitted ? life + 10 : -1, topic);
  }
}

async function untilIn(connection: WireConnection, id: string, state: RegExp): Promise<void> {
  await until(`${id} is in ${state.source}`, END_LIMIT_MS, async () =>
    state.test(await transactionState(connection, id)) ? true : undefined,
  );
}

/** A record and its marker, which may have come twice, and nothing that is open. */
async function untilStable(connection: WireConnection, at: PartitionName): Promise<void> {
  await until(`${at.topic}-${at.partition} is stable`, END_LIMIT_MS, async () => {
    const end = await offsetAt(connection, at, LATEST);
    return end >= 2 && (await lastStableOffset(connection, at)) === end ? true : undefined;
  });
}

async function committedIn(broker: RunningBroker, topic: string): Promise<string[]> {
  const words = `-b ${broker.bootstrap} -C -t ${topic} -o beginning -e -q`.split(" ");
  const values = await output("kcat", [...words, "-X", "isolation.level=read_committed"]);
  return values
    .split("\n")
    .filter((line) => line !== "")
    .toSorted();
}

function topicOf(kind: string, life: number): string {
  return `${kind}-${life}`;
}
