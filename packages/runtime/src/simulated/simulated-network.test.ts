import assert from "node:assert/strict";
import { test } from "node:test";

import type { Connection, Network, NetworkError, Receiver } from "../network.ts";
import { simulatedRuntime } from "./simulated-runtime.ts";
import type { SimulatedRuntime } from "./simulated-runtime.ts";

/** What one end of a connection saw. */
class Recorder implements Receiver {
  readonly pieces: Uint8Array[] = [];
  drainedCount = 0;
  readonly closings: (NetworkError | undefined)[] = [];

  receiveInto(): Uint8Array | undefined {
    return undefined;
  }

  received(bytes: Uint8Array): void {
    this.pieces.push(bytes.slice());
  }

  drained(): void {
    this.drainedCount += 1;
  }

  closed(error: NetworkError | undefined): void {
    this.closings.push(error);
  }

  bytes(): Buffer {
    return Buffer.concat(this.pieces);
  }
}

interface Pair {
  readonly client: Connection;
  readonly server: Connection;
  readonly atClient: Recorder;
  readonly atServer: Recorder;
}

async function connect(
  sim: SimulatedRuntime,
  networks: { from: Network; to: Network; host: string },
  atServer = new Recorder(),
): Promise<Pair> {
  const accepted: Connection[] = [];
  const listener = await networks.to.listen({ host: "0.0.0.0", port: 0 }, (connection) => {
    accepted.push(connection);
    return atServer;
  });
  const atClient = new Recorder();
  const address = { host: networks.host, port: listener.port, timeoutMs: 1000 };
  const client = await sim.run(networks.from.connect(address, atClient));
  return { client, server: accepted[0]!, atClient, atServer };
}

function local(sim: SimulatedRuntime, atServer?: Recorder): Promise<Pair> {
  return connect(sim, { from: sim.network, to: sim.network, host: "localhost" }, atServer);
}

function text(words: string): Uint8Array[] {
  return [Buffer.from(words)];
}

test("bytes arrive in order and whole, cut up by the seed", async () => {
  const cuts = new Set<string>();
  for (let seed = 0; seed < 20; seed += 1) {
    const sim = simulatedRuntime({ seed });
    const { client, atServer, atClient } = await local(sim);
    const sent = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
    for (let at = 0; at < sent.length; at += 1000) client.write([sent.subarray(at, at + 1000)]);
    await sim.clock.runUntilIdle();
    assert.deepEqual(new Uint8Array(atServer.bytes()), sent);
    assert.ok(atClient.drainedCount > 0);
    cuts.add(atServer.pieces.map((piece) => piece.byteLength).join());
  }
  assert.equal(cuts.size, 20);
});

test("bytes land in the receiver's own buffer when it gives one", async () => {
  const sim = simulatedRuntime({ seed: 1 });
  const frame = new Uint8Array(10);
  class Assembler extends Recorder {
    filled = 0;
    override receiveInto(): Uint8Array {
      return frame.subarray(this.filled);
    }
    override received(bytes: Uint8Array): void {
      assert.equal(bytes.buffer, frame.buffer);
      assert.equal(bytes.byteOffset, this.filled);
      this.filled += bytes.byteLength;
    }
  }
  const { client } = await local(sim, new Assembler());
  client.write(text("0123456789"));
  await sim.clock.runUntilIdle();
  assert.equal(Buffer.from(frame).toString(), "0123456789");
});

test("a view of the shared buffer that is kept after the call reads as garbage", async () => {
  const sim = simulatedRuntime({ seed: 1 });
  const views: Uint8Array[] = [];
  class Keeper extends Recorder {
    override received(bytes: Uint8Array): void {
      views.push(bytes);
    }
  }
  const { client } = await local(sim, new Keeper());
  client.write(text("secret"));
  await sim.clock.runUntilIdle();
  assert.equal(Buffer.concat(views).includes("s"), false);
});

test("a paused reader stops the writer, and nothing is lost when it resumes", async () => {
  const sim = simulatedRuntime({ seed: 3 });
  const { client, server, atServer } = await local(sim);
  server.pause();
  const block = new Uint8Array(50_000).fill(1);
  let blockCount = 1;
  for (; client.write([block]) || blockCount < 20; blockCount += 1) await sim.clock.advance(100);
  assert.equal(atServer.pieces.length, 0);
  assert.ok(client.queuedBytes > 0, "the window is full, the rest waits here");
  server.resume();
  await sim.clock.runUntilIdle();
  assert.equal(client.queuedBytes, 0);
  assert.equal(atServer.bytes().length, blockCount * block.length);
});

test("an end sends what is queued, then both ends close in order, once", async () => {
  const sim = simulatedRuntime({ seed: 4 });
  const { client, server, atServer, atClient } = await local(sim);
  client.write(text("last words"));
  client.end();
  assert.equal(client.write(text("too late")), false);
  server.write(text("reply"));
  await sim.clock.runUntilIdle();
  assert.equal(atServer.bytes().toString(), "last words");
  assert.equal(atClient.bytes().toString(), "reply");
  assert.deepEqual([atServer.closings, atClient.closings], [[undefined], [undefined]]);
});

test("a destroyed connection closes in order here and with a reset there", async () => {
  const sim = simulatedRuntime({ seed: 5 });
  const { client, atServer, atClient } = await local(sim);
  client.destroy();
  client.destroy();
  assert.equal(client.write(text("too late")), false);
  await sim.clock.runUntilIdle();
  assert.deepEqual(atClient.closings, [undefined]);
  assert.deepEqual(
    atServer.closings.map((error) => error?.code),
    ["ECONNRESET"],
  );
});

test("a cut connection loses what was under way and resets both ends", async () => {
  const sim = simulatedRuntime({ seed: 6, networkLatencyMsMax: 50 });
  const { client, atServer, atClient } = await local(sim);
  client.write(text("lost"));
  await sim.clock.settle();
  sim.links.cut("localhost", "localhost");
  await sim.clock.runUntilIdle();
  assert.equal(atServer.pieces.length, 0);
  const codes = [...atServer.closings, ...atClient.closings].map((error) => error?.code);
  assert.deepEqual(codes, ["ECONNRESET", "ECONNRESET"]);
});

test("a block of one direction holds back only that one, until it is healed", async () => {
  const sim = simulatedRuntime({ seed: 7 });
  const [a, b] = [sim.node("a"), sim.node("b")];
  const pair = await connect(sim, { from: a.network, to: b.network, host: "b" });
  sim.links.block("a", "b");
  pair.client.write(text("request"));
  pair.server.write(text("notice"));
  await sim.clock.runUntilIdle();
  assert.equal(pair.atServer.bytes().toString(), "");
  assert.equal(pair.atClient.bytes().toString(), "notice");
  sim.links.heal();
  await sim.clock.runUntilIdle();
  assert.equal(pair.atServer.bytes().toString(), "request");
});

for (const ending of ["end", "destroy"] as const) {
  test(`a block also holds back that a peer is gone (${ending})`, async () => {
    const sim = simulatedRuntime({ seed: 10 });
    const [a, b] = [sim.node("a"), sim.node("b")];
    const pair = await connect(sim, { from: a.network, to: b.network, host: "b" });
    sim.links.block("a", "b");
    if (ending === "end") pair.server.end();
    else pair.client.destroy();
    await sim.clock.runUntilIdle();
    assert.equal(pair.atClient.closings.length, 1);
    assert.equal(pair.atServer.closings.length, 0);
    sim.links.heal();
    await sim.clock.runUntilIdle();
    const code = ending === "end" ? undefined : "ECONNRESET";
    assert.deepEqual(
      pair.atServer.closings.map((error) => error?.code),
      [code],
    );
  });
}

test("connecting fails as a socket does: refused without a listener, timed out in a partition", async () => {
  const sim = simulatedRuntime({ seed: 8 });
  const [a, b] = [sim.node("a"), sim.node("b")];
  const address = { host: "b", port: 9092, timeoutMs: 500 };
  const refused = a.network.connect(address, new Recorder());
  await assert.rejects(sim.run(refused), { name: "NetworkError", code: "ECONNREFUSED" });
  await b.network.listen({ host: "b", port: 9092 }, () => new Recorder());
  const again = b.network.listen({ host: "b", port: 9092 }, () => new Recorder());
  await assert.rejects(sim.run(again), { code: "EADDRINUSE" });
  sim.links.partition(["a"], ["b"]);
  const timedOut = a.network.connect(address, new Recorder());
  await assert.rejects(sim.run(timedOut), { code: "TIMEOUT" });
  sim.links.heal();
  await sim.run(a.network.connect(address, new Recorder()));
});

test("a machine that crashes resets its peers, fires no timer, and finds only synced data again", async () => {
  const sim = simulatedRuntime({ seed: 9 });
  const [a, b] = [sim.node("a"), sim.node("b")];
  const pair = await connect(sim, { from: a.network, to: b.network, host: "b" });
  b.clock.schedule(1000, () => assert.fail("a timer of a machine that is off"));
  const file = b.disk.open("/log", { mode: "new" });
  file.append(text("synced"));
  await sim.run(Promise.all([file.sync(), b.disk.syncFolder("/")]));
  const after = b.crash();
  await sim.clock.runUntilIdle();
  assert.deepEqual(
    pair.atClient.closings.map((error) => error?.code),
    ["ECONNRESET"],
  );
  assert.deepEqual(pair.atServer.closings, [], "the dead hear nothing");
  assert.equal(Buffer.from(after.disk.readWhole("/log", 100)).toString(), "synced");
  await assert.rejects(
    b.network.listen({ host: "b", port: 1 }, () => new Recorder()),
    {
      code: "CRASHED",
    },
  );
});
