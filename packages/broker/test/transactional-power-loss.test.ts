import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SimulatedRandom,
  simulatedRuntime,
  type SimulatedNode,
  type SimulatedRuntime,
} from "@naru/runtime/simulated";
import type { Broker } from "../src/server/broker.ts";
import { startBroker } from "../src/server/start-broker.ts";
import { DATA_DIR, connect, machineOf } from "./broker-life.ts";
import { GroupClient } from "./group-client.ts";
import { TransactionalClient, readCommitted, stableOffset } from "./transactional-client.ts";

const GROUP = "g";
const TRANSACTIONS = 6;
const STRIDE = 11;
const orders = { topic: "orders", partition: 0 };
const payments = { topic: "payments", partition: 0 };

/** What the client knows of each transaction, by its number from 1 on. */
type Knowledge = "open" | "asked to commit" | "committed" | "aborted";

// Goal: a transaction is there whole or not at all, whenever the machine goes off.
// Method: turn it off before a disk call of a life of transactions, each with a record in two
// topics and an offset; start again, end what is open, and look at all three.
test("a transaction outlives a power loss whole, or not at all", { timeout: 120_000 }, async () => {
  let crashes = 0;
  for (let call = 1; ; call += STRIDE) {
    if ((await crashAt(call)) === "lived on") break;
    crashes += 1;
  }
  assert.ok(crashes > 30, `${crashes} crashes`);
});

async function crashAt(call: number): Promise<"crashed" | "lived on"> {
  const sim = simulatedRuntime({ seed: call });
  const machine = machineOf(sim, sim.node("broker").disk, "first life");
  machine.disk.crashAt(call);
  const known = new Map<number, Knowledge>();
  let hasLived = true;
  await sim.run(live(sim, machine, known)).catch((error: unknown) => {
    hasLived = false;
    if (!machine.disk.isCrashed) throw error;
  });
  machine.crash();
  const after = machineOf(sim, machine.disk.crash(new SimulatedRandom(call)), "second life");
  await sim.run(check(sim, after, known)).catch((error: unknown) => {
    throw new Error(`crash at disk call ${call}: ${JSON.stringify([...known])}`, { cause: error });
  });
  return hasLived ? "lived on" : "crashed";
}

async function live(
  sim: SimulatedRuntime,
  machine: SimulatedNode,
  known: Map<number, Knowledge>,
): Promise<void> {
  const broker = await startAt(machine);
  const client = await connect(sim, broker);
  for (const { topic } of [orders, payments]) await client.createTopic(topic);
  await new GroupClient(client.wire).find(GROUP);
  const producer = new TransactionalClient(client.wire, "t");
  await producer.init();
  for (let number = 1; number <= TRANSACTIONS; number += 1) {
    known.set(number, "open");
    assert.equal(await producer.produce(orders, String(number)), "NONE");
    assert.equal(await producer.produce(payments, String(number)), "NONE");
    assert.equal(await producer.commitOffset(GROUP, number), "NONE");
    const isAborted = number % 3 === 0;
    if (!isAborted) known.set(number, "asked to commit");
    const error = await producer.end(isAborted ? "abort" : "commit");
    assert.equal(error, "NONE");
    known.set(number, isAborted ? "aborted" : "committed");
  }
  await broker.close();
}

async function check(
  sim: SimulatedRuntime,
  machine: SimulatedNode,
  known: ReadonlyMap<number, Knowledge>,
): Promise<void> {
  const broker = await startAt(machine);
  const { wire } = await connect(sim, broker);
  if (known.size === 0) return await broker.close();
  await new GroupClient(wire).find(GROUP);
  // Whatever is open or decided is brought to its end first.
  await new TransactionalClient(wire, "t").init();
  const seen: number[][] = [];
  for (const place of [orders, payments]) {
    const { values, lastStableOffset, highWatermark } = await readCommitted(wire, place);
    assert.equal(lastStableOffset, highWatermark, "nothing hangs");
    seen.push(values.map(Number));
  }
  assert.deepEqual(seen[0], seen[1], "both topics have it, or none");
  const numbers = seen[0]!;
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].toSorted((a, b) => a - b),
    "each once, and in order",
  );
  for (const [number, knowledge] of known) {
    if (knowledge === "committed") assert.ok(numbers.includes(number), `${number} is there`);
    if (knowledge === "aborted" || knowledge === "open") {
      assert.ok(!numbers.includes(number), `${number} is not there`);
    }
  }
  assert.equal(await stableOffset(wire, GROUP), numbers.at(-1) ?? -1, "the offset is the last's");
  await broker.close();
}

function startAt(machine: SimulatedNode): Promise<Broker> {
  return startBroker({
    runtime: machine,
    dataDir: DATA_DIR,
    host: machine.name,
    insecureListen: true,
    config: {
      "transaction.state.log.num.partitions": 1,
      "offsets.topic.num.partitions": 1,
      // The clients' records are from 1970.
      "log.retention.ms": -1,
    },
  });
}
