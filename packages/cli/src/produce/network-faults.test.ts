// Goal: through cuts and partitions of the network every record of a producer arrives, and those of
// one partition in their order; a batch whose answer was lost may stand there twice.
// Method: broker and client on two machines of a simulated world; each seed cuts at other moments.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startBroker } from "@naru/broker";
import { Cluster, PartitionReader, Producer } from "@naru/client";
import { simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";

const RECORD_COUNT = 400;
const PARTITION_COUNT = 3;

/** Now and then cuts what is connected, or keeps the two apart for a while. */
function disturb(sim: SimulatedRuntime): void {
  const random = sim.random.fork("faults");
  for (let atMs = 5; atMs < 4_000; atMs += 20 + random.integer(400)) {
    sim.clock.schedule(atMs, () => {
      if (random.integer(2) === 0) sim.links.cut("client", "broker");
      else sim.links.partition(["client"], ["broker"]);
      sim.clock.schedule(random.integer(800), () => sim.links.heal());
    });
  }
}

async function produceUnderFaults(sim: SimulatedRuntime): Promise<Map<number, number[]>> {
  const server = sim.node("broker");
  const broker = await startBroker({
    runtime: server,
    host: "broker",
    port: 9092,
    insecureListen: true,
    config: { "num.partitions": PARTITION_COUNT },
  });
  const client = sim.node("client");
  const cluster = new Cluster({
    runtime: client,
    bootstrapServers: "broker:9092",
    requestTimeoutMs: 1_000,
    connectTimeoutMs: 500,
  });
  disturb(sim);
  const producer = new Producer(cluster, { batchSize: 300, requestTimeoutMs: 1_000 });
  const sends: Promise<unknown>[] = [];
  for (let count = 0; count < RECORD_COUNT; count += 1) {
    const partition = count % PARTITION_COUNT;
    sends.push(producer.send({ topic: "t", partition, value: String(count) }));
    await client.clock.after(sim.random.integer(12));
  }
  await Promise.all(sends);
  await producer.close();
  sim.links.heal();
  const seen = await readAll(cluster);
  cluster.close();
  await broker.close();
  return seen;
}

async function readAll(cluster: Cluster): Promise<Map<number, number[]>> {
  const start = Array.from({ length: PARTITION_COUNT }, (_, partition) => ({
    topic: "t",
    partition,
    offset: 0,
  }));
  const reader = new PartitionReader(cluster, start);
  const seen = new Map<number, number[]>(start.map(({ partition }) => [partition, []]));
  for (;;) {
    const records = await reader.poll({ timeoutMs: 2_000 });
    if (records.length === 0) break;
    for (const { partition, value } of records) seen.get(partition)?.push(Number(String(value)));
  }
  reader.close();
  return seen;
}

for (let seed = 1; seed <= 12; seed += 1) {
  test(`every record arrives in its order through a broken network, seed ${seed}`, async () => {
    const sim = simulatedRuntime({ seed, networkLatencyMsMax: 5 });
    const seen = await sim.run(produceUnderFaults(sim));
    for (const [partition, values] of seen) {
      const expected = Array.from({ length: RECORD_COUNT }, (_, count) => count).filter(
        (count) => count % PARTITION_COUNT === partition,
      );
      // Where a batch stands twice, its first place counts.
      assert.deepEqual([...new Set(values)], expected);
    }
  });
}
