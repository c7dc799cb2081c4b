import assert from "node:assert/strict";
import { test } from "node:test";

import type { Connection, Receiver } from "../network.ts";
import { simulatedRuntime } from "./simulated-runtime.ts";
import type { SimulatedRuntime } from "./simulated-runtime.ts";

/** Answers each piece that arrives with what it wrote to its disk. */
async function serve(sim: SimulatedRuntime): Promise<number> {
  const server = sim.node("server");
  const file = server.disk.open("/log", { mode: "new" });
  const accept = (connection: Connection): Receiver => ({
    receiveInto: () => undefined,
    received(bytes) {
      file.append([bytes]);
      const reply = Buffer.from(`${file.bytes};`);
      void file.sync().then(() => connection.write([reply]));
    },
    drained() {},
    closed() {},
  });
  return (await server.network.listen({ host: "server", port: 9092 }, accept)).port;
}

/** A script that touches everything: timers, disk, network, chance, workers, a partition. */
async function script(sim: SimulatedRuntime): Promise<void> {
  const port = await serve(sim);
  const double = { moduleUrl: "test:", exportName: "double", run: (value: number) => value * 2 };
  const talk = async (name: string): Promise<void> => {
    const client = sim.node(name);
    const receiver: Receiver = {
      receiveInto: () => undefined,
      received() {},
      drained() {},
      closed() {},
    };
    const address = { host: "server", port, timeoutMs: 1000 };
    const connection = await client.network.connect(address, receiver);
    for (let count = 0; count < 5; count += 1) {
      connection.write([client.random.bytes(new Uint8Array(1 + client.random.integer(300)))]);
      await client.clock.after(client.random.next() * 20);
      assert.equal(await client.workers.run(double, count), 2 * count);
    }
    connection.end();
  };
  const talks = Promise.all(["a", "b", "c"].map(talk));
  sim.clock.schedule(30, () => sim.links.partition(["a"], ["server"]));
  sim.clock.schedule(200, () => sim.links.heal());
  await talks;
}

async function history(seed: number): Promise<string> {
  const sim = simulatedRuntime({ seed });
  await sim.run(script(sim));
  await sim.clock.runUntilIdle();
  assert.ok(sim.trace.count > 100, "the trace saw the run");
  return sim.trace.hash();
}

test("one seed, one history: two runs have the same trace, another seed has another", async () => {
  const hashes = new Set<string>();
  for (let seed = 0; seed < 10; seed += 1) {
    const hash = await history(seed);
    assert.equal(await history(seed), hash, `seed ${seed} was not repeated`);
    hashes.add(hash);
  }
  assert.equal(hashes.size, 10);
});

test("the trace tells two histories apart by the bytes that arrive", async () => {
  const run = async (byte: number): Promise<string> => {
    const sim = simulatedRuntime({ seed: 1 });
    const port = await serve(sim);
    const receiver = { receiveInto: () => undefined, received() {}, drained() {}, closed() {} };
    const address = { host: "server", port, timeoutMs: 1000 };
    const connection = await sim.run(sim.network.connect(address, receiver));
    connection.write([Uint8Array.of(byte)]);
    await sim.clock.runUntilIdle();
    return sim.trace.hash();
  };
  assert.equal(await run(1), await run(1));
  assert.notEqual(await run(1), await run(2));
});

test("a sync takes its time, and covers only what was written before it", async () => {
  const sim = simulatedRuntime({ seed: 2, diskLatencyMsMax: 100 });
  const file = sim.disk.open("/log", { mode: "new" });
  await sim.run(sim.disk.syncFolder("/"));
  file.append([Uint8Array.of(1)]);
  const sync = file.sync();
  file.append([Uint8Array.of(2)]);
  const before = sim.clock.monotonicMs();
  await sim.run(sync);
  assert.ok(sim.clock.monotonicMs() > before);
  const lengths = new Set<number>();
  for (let seed = 0; seed < 50; seed += 1) {
    const after = sim.disk.crash(sim.random.fork(`crash ${seed}`)).readWhole("/log", 10);
    assert.equal(after[0], 1);
    lengths.add(after.length);
  }
  assert.deepEqual(lengths, new Set([1, 2]));
});

test("a folder's sync covers only the names that were there before it", async () => {
  const sim = simulatedRuntime({ seed: 2, diskLatencyMsMax: 100 });
  sim.disk.open("/before", { mode: "new" });
  const sync = sim.disk.syncFolder("/");
  sim.disk.open("/after", { mode: "new" });
  await sim.run(sync);
  const found = new Set<string>();
  for (let seed = 0; seed < 50; seed += 1) {
    const names = sim.disk.crash(sim.random.fork(`crash ${seed}`)).list("/");
    found.add(names.map((entry) => entry.name).join(" "));
  }
  assert.deepEqual(found, new Set(["before", "after before"]));
});

test("a sync during which the machine crashes never says that it is done", async () => {
  const sim = simulatedRuntime({ seed: 4, diskLatencyMsMax: 100 });
  const file = sim.disk.open("/log", { mode: "new" });
  file.append([Uint8Array.of(1)]);
  const sync = file.sync();
  sim.disk.crash();
  await assert.rejects(sim.run(sync), { name: "CrashError" });
});

test("a job gets a copy of its input, and its failure rejects", async () => {
  const sim = simulatedRuntime({ seed: 3 });
  const input = { values: [1, 2, 3] };
  const job = {
    moduleUrl: "test:",
    exportName: "clear",
    run: (given: { values: number[] }) => given.values.splice(0).length,
  };
  assert.equal(await sim.run(sim.workers.run(job, input)), 3);
  assert.deepEqual(input.values, [1, 2, 3]);
  const failing = {
    ...job,
    run: (): never => {
      throw new Error("corrupt");
    },
  };
  await assert.rejects(sim.run(sim.workers.run(failing, input)), /corrupt/);
  await sim.workers.close();
  await assert.rejects(sim.workers.run(job, input), /closed/);
});
