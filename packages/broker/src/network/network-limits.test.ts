import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultNetworkLimits } from "./network-limits.ts";
import { echoApi, echoRequest, gate, startRig, type RawClient } from "./network-rig.test.ts";

const PLAIN = 3;
const echo = echoApi(PLAIN, (text) => text);

test("connections over max.connections are closed at once, and room is used again", async () => {
  const { sim, lines, connect } = await startRig({ apis: [echo], limits: { connectionsMax: 2 } });
  const first = await connect();
  await connect();
  const third = await connect();
  await sim.clock.advance(100);
  assert.equal(third.isClosed, true);
  assert.match(lines.join("\n"), /2 connections are open, the limit is 2 \(max\.connections\)/);

  first.end();
  await sim.clock.advance(100);
  const fourth = await connect();
  fourth.send(echoRequest(PLAIN, 1, "in"));
  await sim.clock.advance(100);
  assert.deepEqual(fourth.echoes(), ["1: in"]);
});

test("max.connections.per.ip counts each address, with its override", async () => {
  const { sim, lines, connect } = await startRig({
    apis: [echo],
    limits: { connectionsPerHostMax: 1, connectionsPerHostOverrides: new Map([["localhost", 2]]) },
  });
  const clients = [await connect(), await connect(), await connect()];
  await sim.clock.advance(100);
  assert.deepEqual(
    clients.map((client) => client.isClosed),
    [false, false, true],
  );
  assert.match(lines.join("\n"), /the limit is 2 \(max\.connections\.per\.ip\.overrides\)/);
});

test("an idle connection is closed without a word after connections.max.idle.ms", async () => {
  const { sim, server, lines, connect } = await startRig({
    apis: [echo],
    limits: { idleMaxMs: 60_000 },
  });
  const client = await connect();
  await sim.clock.advance(50_000);
  client.send(echoRequest(PLAIN, 1, "here"));
  await sim.clock.advance(50_000);
  assert.equal(client.isClosed, false, "it was active in between");
  await sim.clock.advance(20_000);
  assert.equal(client.isClosed, true);
  assert.deepEqual(lines, []);
  assert.equal(server.stats.connections, 0);
});

test("a connection that waits for its answer is not idle", async () => {
  const answer = gate<string>();
  const { sim, connect } = await startRig({
    apis: [echoApi(PLAIN, () => answer.promise)],
    limits: { idleMaxMs: 60_000 },
  });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, "long poll"));
  await sim.clock.advance(100_000);
  answer.open("at last");
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["1: at last"]);
});

test("half a frame is waited for as long as naru.frame.timeout.ms, and its memory is freed", async () => {
  const { sim, server, lines, connect } = await startRig({ apis: [echo] });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, "half").subarray(0, 9));
  await sim.clock.advance(29_000);
  assert.equal(client.isClosed, false);
  assert.equal(server.stats.heldRequestBytes, 1_024);
  await sim.clock.advance(2_000);
  assert.equal(client.isClosed, true);
  assert.match(lines.join("\n"), /9 bytes of a frame .* 30000 ms \(naru\.frame\.timeout\.ms\)/);
  assert.equal(server.stats.heldRequestBytes, 0);
});

test("a frame that grows by one byte a second is cut; a large one on a slow line is not", async () => {
  const length = 30_000;
  const { sim, connect } = await startRig({ apis: [echo], limits: { frameTimeoutMs: 10_000 } });
  const drip = await connect();
  const slow = await connect();
  const body = echoRequest(PLAIN, 1, "x".repeat(length));
  const large = Buffer.alloc(400_000);
  large.set(body);
  large.writeInt32BE(large.length - 4);
  for (let second = 0; second < 20; second += 1) {
    drip.send(body.subarray(second, second + 1));
    slow.send(large.subarray(second * 20_000, (second + 1) * 20_000));
    await sim.clock.advance(1_000);
  }
  assert.equal(drip.isClosed, true);
  assert.equal(slow.echoes().length, 1);
});

test("past queued.max.request.bytes large frames wait, small ones do not, and all are answered", async () => {
  const limit = 100_000;
  const { sim, server, connect } = await startRig({
    apis: [echo],
    limits: { requestBytesInFlightMax: limit, frameTimeoutMs: 600_000 },
  });
  const clients: RawClient[] = [];
  for (let index = 0; index < 10; index += 1) clients.push(await connect());
  const large = Buffer.alloc(200_004);
  large.set(echoRequest(PLAIN, 1, "large"));
  large.writeInt32BE(large.length - 4);
  for (const client of clients) client.send(large.subarray(0, 150_000));
  let held = 0;
  for (let step = 0; step < 50; step += 1) {
    await sim.clock.advance(10);
    held = Math.max(held, server.stats.heldRequestBytes);
  }
  // The limit, one frame in a buffer that is a power of two, and one read for each of the others.
  assert.ok(held <= limit + 262_144 + 9 * 65_536, `${held} bytes were held`);
  const small = await connect();
  small.send(echoRequest(PLAIN, 1, "small"));
  await sim.clock.advance(100);
  assert.deepEqual(small.echoes(), ["1: small"]);

  for (const client of clients) client.send(large.subarray(150_000));
  await sim.clock.advance(2_000);
  assert.deepEqual(
    clients.map((client) => client.echoes().join()),
    clients.map(() => "1: large"),
  );
  assert.equal(server.stats.heldRequestBytes, 0);
});

test("a client that does not read is not served on, and costs a bounded backlog", async () => {
  let served = 0;
  const api = echoApi(PLAIN, () => {
    served += 1;
    return "y".repeat(10_000);
  });
  const { sim, server, connect } = await startRig({
    apis: [api],
    limits: { responseBacklogBytes: 100_000 },
  });
  const deaf = await connect();
  deaf.stopReading();
  for (let id = 0; id < 1_000; id += 1) deaf.send(echoRequest(PLAIN, id, "again"));
  await sim.clock.advance(5_000);
  assert.ok(served < 100, `${served} requests were served`);

  const other = await connect();
  other.send(echoRequest(PLAIN, 1, "fine"));
  await sim.clock.advance(100);
  assert.equal(other.echoes().length, 1);

  deaf.readOn();
  await sim.clock.advance(60_000);
  assert.equal(deaf.echoes().length, 1_000, "once it reads, all is answered");
  assert.equal(server.stats.heldRequestBytes, 0);
});

test("a hundred idle connections hold no buffer", async () => {
  const { sim, server, connect } = await startRig({ apis: [echo] });
  for (let index = 0; index < 100; index += 1) {
    const client = await connect();
    client.send(echoRequest(PLAIN, index, "once"));
  }
  await sim.clock.advance(1_000);
  assert.equal(server.stats.connections, 100);
  assert.equal(server.stats.heldRequestBytes, 0);
});

test("new limits hold for connections that exist", async () => {
  const { sim, server, connect } = await startRig({ apis: [echo] });
  const client = await connect();
  server.updateLimits({ ...defaultNetworkLimits, requestMaxBytes: 20, idleMaxMs: 5_000 });
  client.send(echoRequest(PLAIN, 1, "more than twenty bytes"));
  await sim.clock.advance(100);
  assert.equal(client.isClosed, true);
  const idle = await connect();
  await sim.clock.advance(6_000);
  assert.equal(idle.isClosed, true);
});
