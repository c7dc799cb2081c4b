/**
 * Real flights through Naru.
 *
 * Reads flight records of a public data set (3,000,000 flights within the United States), produces
 * them to a topic of six partitions with Naru's own client, keyed by the airport of departure, and
 * once more with KafkaJS to a second topic. Then reads both topics back with `naru consume`, counts
 * them per partition and per airport, and compares with counts made straight from the file.
 *
 *   npm start                                   the first 200,000 flights, a broker of its own
 *   npm start -- --all                          all 3,000,000
 *   npm start -- --bootstrap-server HOST:PORT   on a broker that runs already
 *
 * Expect on the screen: how long each step took, and a small chart that shows how unevenly real
 * keys fill partitions. Ends with 1 when any count differs.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { startBroker } from "@naru/broker";
import { chartOf } from "./chart.ts";
import { consumeAndCount } from "./consume.ts";
import { openFlights, readFlights } from "./flight-file.ts";
import { createTopics, partitionerOf, produceWithKafkaJs, produceWithNaru } from "./produce.ts";
import { differences, Tally } from "./tally.ts";

const PARTITIONS = 6;
const SOME = 200_000;
const ALL = 3_000_000;

const producers = [
  { name: "Naru's client", topic: "flights-by-naru", produce: produceWithNaru },
  { name: "KafkaJS", topic: "flights-by-kafkajs", produce: produceWithKafkaJs },
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { all: { type: "boolean", default: false }, "bootstrap-server": { type: "string" } },
  });
  const count = values.all ? ALL : SOME;
  const given = values["bootstrap-server"];
  if (given !== undefined) return compare(given, count);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "naru-flights-"));
  try {
    await using broker = await startBroker({ dataDir });
    return await compare(broker.bootstrapServers, count);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** 0 when both topics hold what the file holds. */
async function compare(bootstrapServers: string, count: number): Promise<number> {
  const file = await openFlights();
  const expected = await step(`counting ${grouped(count)} flights in the file`, async () => {
    const tally = new Tally(PARTITIONS);
    const partitionOf = partitionerOf("flights", PARTITIONS);
    for await (const chunk of readFlights(file, count)) {
      for (const { key, value } of chunk) tally.add(partitionOf(key), key, value);
    }
    return tally;
  });
  const topics = producers.map(({ topic }) => topic);
  await createTopics(bootstrapServers, topics, PARTITIONS);
  const found: string[] = [];
  for (const { name, topic, produce } of producers) {
    await step(`producing with ${name}`, () =>
      produce(bootstrapServers, topic, readFlights(file, count)),
    );
    const tally = await step(`reading ${topic} with naru consume`, () =>
      consumeAndCount(bootstrapServers, topic, PARTITIONS),
    );
    console.log(`\n${chartOf(`${topic}, ${grouped(tally.count)} records`, tally)}\n`);
    found.push(...differences(topic, expected, tally));
  }
  for (const line of found) console.error(line);
  const airports = expected.partitions.reduce((sum, keys) => sum + keys.size, 0);
  if (found.length > 0) return 1;
  console.log(
    `Both topics hold the ${grouped(count)} flights of the file: the same for each of ${airports} airports and ${PARTITIONS} partitions.`,
  );
  return 0;
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  return result;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

process.exitCode = await main();
