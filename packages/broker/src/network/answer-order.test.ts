import assert from "node:assert/strict";
import { test } from "node:test";

import type { RequestContext } from "./api.ts";
import { connectTo, echoApi, echoRequest, gate, startRig } from "./network-rig.test.ts";

// Keys of Kafka's whose version 0 has a classic header: Metadata and FindCoordinator.
const PLAIN = 3;
const PIPELINED = 10;

test("a request begins only when the one before it is answered", async () => {
  const begun: string[] = [];
  const slow = gate<string>();
  const api = echoApi(PLAIN, (text) => {
    begun.push(text);
    return text === "slow" ? slow.promise : text;
  });
  const { sim, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(Buffer.concat([echoRequest(PLAIN, 1, "slow"), echoRequest(PLAIN, 2, "fast")]));
  await sim.clock.advance(100);
  assert.deepEqual(begun, ["slow"]);
  assert.deepEqual(client.echoes(), []);

  slow.open("slow");
  await sim.clock.advance(100);
  assert.deepEqual(begun, ["slow", "fast"]);
  assert.deepEqual(client.echoes(), ["1: slow", "2: fast"]);
});

test("pipelined requests begin together, and their answers keep the order", async () => {
  const first = gate<string>();
  const second = gate<string>();
  const gates = new Map([
    ["first", first.promise],
    ["second", second.promise],
  ]);
  const apis = [echoApi(PIPELINED, (text) => gates.get(text) ?? text, { pipelined: true })];
  const { sim, connect } = await startRig({ apis });
  const client = await connect();
  for (const [index, text] of ["first", "second", "third"].entries()) {
    client.send(echoRequest(PIPELINED, index, text));
  }
  second.open("second");
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), [], "the third was answered at once, and waits its turn");

  first.open("first");
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["0: first", "1: second", "2: third"]);
});

test("a request that is not pipelined waits for those that are, and they for it", async () => {
  const produce = gate<string>();
  const begun: string[] = [];
  const apis = [
    echoApi(PIPELINED, () => produce.promise, { pipelined: true }),
    echoApi(PLAIN, (text) => {
      begun.push(text);
      return text;
    }),
  ];
  const { sim, connect } = await startRig({ apis });
  const client = await connect();
  client.send(echoRequest(PIPELINED, 1, ""));
  client.send(echoRequest(PLAIN, 2, "plain"));
  client.send(echoRequest(PIPELINED, 3, ""));
  await sim.clock.advance(100);
  assert.deepEqual(begun, []);
  produce.open("produced");
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["1: produced", "2: plain", "3: produced"]);
});

test("a pipelined request may hold those that come later until it is answered", async () => {
  const gates = new Map(["first", "held"].map((name) => [name, gate<string>()]));
  const begun: string[] = [];
  const handle = (text: string, context: RequestContext): Promise<string> | string => {
    begun.push(text);
    if (text === "held") context.holdLaterRequests();
    return gates.get(text)?.promise ?? text;
  };
  const apis = [echoApi(PIPELINED, handle, { pipelined: true })];
  const { sim, connect } = await startRig({ apis });
  const client = await connect();
  for (const [index, text] of ["first", "held", "later"].entries()) {
    client.send(echoRequest(PIPELINED, index, text));
  }
  gates.get("first")!.open("first");
  await sim.clock.advance(100);
  assert.deepEqual(begun, ["first", "held"]);
  gates.get("held")!.open("held");
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["0: first", "1: held", "2: later"]);
});

test("a request without an answer leaves no gap", async () => {
  const { sim, connect } = await startRig({
    apis: [echoApi(PIPELINED, (text) => (text === "acks=0" ? undefined : text))],
  });
  const client = await connect();
  client.send(Buffer.concat([echoRequest(PIPELINED, 1, "acks=0"), echoRequest(PIPELINED, 2, "b")]));
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["2: b"]);
});

test("a slow handler of one connection holds up no other", async () => {
  const never = gate<string>();
  const api = echoApi(PLAIN, (text) => (text === "slow" ? never.promise : text));
  const { sim, connect } = await startRig({ apis: [api] });
  const slow = await connect();
  const fast = await connect();
  slow.send(echoRequest(PLAIN, 1, "slow"));
  await sim.clock.advance(100);
  fast.send(echoRequest(PLAIN, 1, "fast"));
  await sim.clock.advance(100);
  assert.deepEqual(fast.echoes(), ["1: fast"]);
});

test("all answers of a turn leave a connection in one write", async () => {
  const writes: number[] = [];
  const { sim, server } = await startRig({
    apis: [echoApi(PLAIN, (text) => text)],
    onWrite: (chunks) => writes.push(chunks.length),
  });
  const clients = [await connectTo(sim, server.endpoints[0]!.port)];
  clients.push(await connectTo(sim, server.endpoints[0]!.port));
  for (const client of clients) {
    const requests = Array.from({ length: 50 }, (_, id) => echoRequest(PLAIN, id, `text ${id}`));
    client.send(Buffer.concat(requests));
  }
  await sim.clock.advance(100);
  for (const client of clients) assert.equal(client.echoes().length, 50);
  // The simulated network cuts what the clients sent into a few pieces, each a turn of its own.
  assert.ok(writes.length < 20, `${writes.length} writes`);
});
