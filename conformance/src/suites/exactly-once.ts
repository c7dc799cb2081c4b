import assert from "node:assert/strict";
import * as path from "node:path";
import * as timers from "node:timers/promises";
import { Dice } from "../differential/dice.ts";
import { CommittedReader } from "../exactly-once/committed-reader.ts";
import { type Copier, javaCopier, librdkafkaCopier } from "../exactly-once/copier.ts";
import { confluentKafka } from "../members/installs.ts";
import { MortalBroker } from "../runner/mortal-broker.ts";
import { apacheKafka, command } from "../runner/needs.ts";
import { seedOfRun } from "../runner/seed.ts";
import { bothTargets, type Suite, type SuiteContext } from "../runner/suite.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, produce, readAll, textRecord } from "../wire/topic.ts";

const SOURCE = "numbers";
const PARTITIONS = 2;
const recordsOf = { some: 100_000, all: 500_000 } as const;
const BATCH_RECORDS = 1_000;
/** Apache Kafka takes 12 s to start after a kill, until its own old session has run out. */
const killsMax = { naru: { some: 7, all: 60 }, "apache-kafka": { some: 2, all: 6 } } as const;
const KILLS_MIN = 2;
/** More than a start takes: what times out while Apache Kafka 4.3.1 starts may get no marker. */
const transactionTimeoutsMs = { naru: 6_000, "apache-kafka": 25_000 } as const;
const LIMIT_MS = { some: 150_000, all: 900_000 } as const;
const READ_LIMIT_MS = 30_000;

const settings = {
  // A program that was killed leaves a transaction open: it is soon aborted.
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": "1000",
};

/** Consume, process, produce: the output is the input, whatever is killed on the way. */
export const exactlyOnce: Suite = {
  name: "exactly-once",
  about: "100,000 records copied in transactions under kill -9: each once, in order, none aborted",
  targets: bothTargets,
  needs: [apacheKafka, confluentKafka, command("kcat")],
  limitMs: LIMIT_MS.all,
  checkLimitMs: LIMIT_MS.all,
  async run(context) {
    const { check, folder, isLong, note, target } = context;
    const records = recordsOf[isLong ? "all" : "some"];
    const seed = seedOfRun();
    note(`seed ${seed}`);
    await using broker = await MortalBroker.start(target, {
      folder: path.join(folder, "data"),
      settings,
    });
    await makeNumbers(broker, records);
    await check("Java's copier and librdkafka's: output equals input, in order", async () => {
      await copyUnderKills(context, broker, { seed, records });
    });
    await check("records of aborted transactions are there, and nobody saw them", async () => {
      using connection = await WireConnection.open(broker.current);
      for (const topic of ["by-java", "by-librdkafka"]) {
        const aborted = (await countAll(connection, topic)) - records;
        note(`${topic}: ${aborted} records are of aborted transactions`);
        assert.ok(aborted > 0, `${topic}: ${aborted}`);
      }
    });
  },
};

/** The input: in each partition the numbers from 0 on. */
async function makeNumbers(broker: MortalBroker, records: number): Promise<void> {
  using connection = await WireConnection.open(broker.current);
  for (const topic of [SOURCE, "by-java", "by-librdkafka"]) {
    await createTopic(connection, topic, { partitions: PARTITIONS });
  }
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    for (let from = 0; from < records / PARTITIONS; from += BATCH_RECORDS) {
      const batch = Array.from({ length: BATCH_RECORDS }, (_, i) =>
        textRecord(null, `${from + i}`),
      );
      await produce(connection, { topic: SOURCE, partition }, batchOf(batch));
    }
  }
}

async function copyUnderKills(
  { target, isLong, note }: SuiteContext,
  broker: MortalBroker,
  { seed, records }: { seed: number; records: number },
): Promise<void> {
  const transactionTimeoutMs = transactionTimeoutsMs[target.name];
  const work = { bootstrap: broker.bootstrap, source: SOURCE, transactionTimeoutMs, seed };
  using ofJava = new CommittedReader(broker.bootstrap, "by-java", PARTITIONS);
  using ofLibrdkafka = new CommittedReader(broker.bootstrap, "by-librdkafka", PARTITIONS);
  const copiers = [
    javaCopier({ ...work, target: "by-java" }, 0),
    javaCopier({ ...work, target: "by-java" }, 1),
    librdkafkaCopier({ ...work, target: "by-librdkafka" }),
  ];
  const size = isLong ? "all" : "some";
  await killAround(broker, copiers, { kills: killsMax[target.name][size], dice: new Dice(seed) });
  for (const reader of [ofJava, ofLibrdkafka]) {
    await until("all records, read_committed", READ_LIMIT_MS, () =>
      reader.count >= records || reader.fault !== undefined ? true : undefined,
    );
    assert.equal(reader.fault, undefined);
    assert.equal(reader.count, records);
  }
  const bounced = copiers.reduce((sum, { kills }) => sum + kills, 0);
  note(`the broker was killed ${broker.kills} times, copiers ${bounced} times`);
  for (const copier of copiers) copier.failures.forEach((failure) => note(failure));
  assert.ok(broker.kills >= KILLS_MIN, `${broker.kills} kills say little, expected ${KILLS_MIN}`);
}

/** Kills now the broker, now a copier, now both, until all is copied. */
async function killAround(
  broker: MortalBroker,
  copiers: readonly Copier[],
  { kills, dice }: { kills: number; dice: Dice },
): Promise<void> {
  const done = Promise.all(copiers.map((copier) => copier.done));
  done.catch(() => undefined);
  while (copiers.some((copier) => !copier.isDone) && broker.kills < kills) {
    await Promise.race([timers.setTimeout(dice.between(800, 3_500)), done]);
    if (dice.chance(0.4)) dice.pick(copiers).kill();
    if (dice.chance(0.8)) await broker.killAndStart();
  }
  await done;
}

async function countAll(connection: WireConnection, topic: string): Promise<number> {
  let count = 0;
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    count += (await readAll(connection, { topic, partition })).length;
  }
  return count;
}
