import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { AssertionError } from "@naru/runtime";

import {
  connectTo,
  echoApi,
  echoRequest,
  gate,
  requestFrame,
  startRig,
  type RawClient,
} from "./network-rig.test.ts";
import { LaterAnswer } from "./later-answer.ts";
import { defaultNetworkLimits } from "./network-limits.ts";
import { SocketServer } from "./socket-server.ts";

const PLAIN = 3;
const API_VERSIONS = 18;
const echo = echoApi(PLAIN, (text) => text);

const refusals: readonly [what: string, bytes: Uint8Array, line: RegExp][] = [
  ["an unknown API key", echoRequest(999, 1, ""), /API key 999, which is not served here/],
  [
    "a version that is not served",
    requestFrame({ key: PLAIN, version: 9, correlationId: 1 }, () => {}),
    /Echo3 request of version 9, served are 0 to 3/,
  ],
  [
    "a body that is cut short",
    requestFrame({ key: PLAIN, version: 0, correlationId: 1 }, (writer) => writer.int16(100)),
    /request for Echo3 that is not one: .*text: found 0 bytes/,
  ],
  [
    "a client id past the end",
    Uint8Array.of(0, 0, 0, 10, 0, PLAIN, 0, 0, 0, 0, 0, 1, 0x7f, 0xff),
    /clientId/,
  ],
  ["garbage", new TextEncoder().encode("GET / HTTP/1.1\r\n\r\n"), /looks like an HTTP request/],
];

for (const [what, bytes, line] of refusals) {
  test(`${what} closes the connection, with one line that names the peer`, async () => {
    const { sim, lines, connect } = await startRig({ apis: [echo] });
    const client = await connect();
    client.send(bytes);
    await sim.clock.advance(100);
    assert.equal(client.isClosed, true);
    assert.deepEqual(client.answers(), []);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, line);
    assert.match(lines[0]!, /^localhost:\d+-localhost:\d+-0: /);
  });
}

test("the lines about refused connections are few, however many there are", async () => {
  const { sim, lines, connect } = await startRig({ apis: [echo] });
  for (let index = 0; index < 50; index += 1) {
    const client = await connect();
    client.send(Buffer.from("SSH-2.0"));
  }
  await sim.clock.advance(500);
  assert.equal(lines.length, 10);
  await sim.clock.advance(20_000);
  const late = await connect();
  late.send(Buffer.from("SSH-2.0"));
  await sim.clock.advance(100);
  assert.match(lines[10]!, /40 more connections were refused or closed/);
});

test("an API that has an answer for versions it does not serve gives it in version 0", async () => {
  const api = echoApi(API_VERSIONS, (text) => text, { unsupportedVersion: () => "35" });
  const { sim, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(requestFrame({ key: API_VERSIONS, version: 77, correlationId: 5 }, () => {}));
  client.send(echoRequest(API_VERSIONS, 6, "still open"));
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["5: 35", "6: still open"]);
});

test("bytes after a request's body are ignored", async () => {
  const { sim, connect } = await startRig({ apis: [echo] });
  const client = await connect();
  client.send(
    requestFrame({ key: PLAIN, version: 0, correlationId: 1 }, (writer) => {
      writer.string("body", false);
      writer.int32(12_345);
    }),
  );
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["1: body"]);
});

test("an exception in a handler is answered with the API's own failure, and the log says where", async () => {
  const api = echoApi(
    PLAIN,
    (text) => {
      if (text === "later") return Promise.reject(new Error("broken later"));
      throw new Error("broken");
    },
    { failed: (_text, error, message) => `${error} ${message}` },
  );
  const { sim, lines, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(Buffer.concat([echoRequest(PLAIN, 1, "now"), echoRequest(PLAIN, 2, "later")]));
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), [
    "1: UNKNOWN_SERVER_ERROR null",
    "2: UNKNOWN_SERVER_ERROR null",
  ]);
  assert.match(lines[0]!, /the handler failed: Error: broken\n.*socket-server\.test/s);
});

test("an exception that names an error of the protocol is answered with it", async () => {
  const api = echoApi(
    PLAIN,
    () => {
      throw Object.assign(new Error("It moved."), { code: "NOT_COORDINATOR" });
    },
    { failed: (_text, error, message) => `${error} ${message}` },
  );
  const { sim, lines, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, ""));
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["1: NOT_COORDINATOR It moved."]);
  assert.deepEqual(lines, []);
});

test("without a failure to answer with, an exception closes the connection", async () => {
  const api = echoApi(PLAIN, () => Promise.reject(new Error("broken")));
  const { sim, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, ""));
  await sim.clock.advance(100);
  assert.equal(client.isClosed, true);
});

test("an answer that cannot be written closes its connection and no other", async () => {
  const api = echoApi(PLAIN, (text) => (text === "bad" ? (7 as never) : text));
  const { sim, connect } = await startRig({ apis: [api] });
  const bad = await connect();
  const good = await connect();
  bad.send(echoRequest(PLAIN, 1, "bad"));
  good.send(echoRequest(PLAIN, 1, "good"));
  await sim.clock.advance(100);
  assert.equal(bad.isClosed, true);
  assert.deepEqual(good.echoes(), ["1: good"]);
});

test("a broken invariant of our own is told to the broker, at once or later", async () => {
  const sim = (await startRig({ apis: [] })).sim;
  const bugs: string[] = [];
  const later = new LaterAnswer<string>();
  const server = await sim.run(
    SocketServer.listen({
      runtime: sim,
      logger: { error() {}, warn() {}, info() {}, debug() {} },
      listeners: [{ name: "PLAINTEXT", host: "localhost", port: 9_092 }],
      table: {
        find: () =>
          echoApi(PLAIN, (text) => {
            if (text === "later") return later;
            throw new AssertionError("offsets go backwards");
          }),
      },
      limits: defaultNetworkLimits,
      onBug: (error) => bugs.push(error.message),
    }),
  );
  const { port } = server.endpoints[0]!;
  (await connectTo(sim, port)).send(echoRequest(PLAIN, 1, ""));
  (await connectTo(sim, port)).send(echoRequest(PLAIN, 1, "later"));
  await sim.clock.advance(100);
  assert.deepEqual(bugs, ["offsets go backwards"]);
  later.reject(new AssertionError("an epoch shrinks"));
  await sim.clock.advance(100);
  assert.deepEqual(bugs, ["offsets go backwards", "an epoch shrinks"]);
});

test("onSent is called once the answer has left, onClosed when the client is gone before it", async () => {
  const events: string[] = [];
  const never = gate<string>();
  const api = echoApi(PLAIN, (text, context) => {
    context.onSent(() => events.push(`${text} sent or lost`));
    context.onClosed(() => events.push(`${text} closed`));
    return text === "waits" ? never.promise : text;
  });
  const { sim, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, "answered"));
  await sim.clock.advance(100);
  assert.deepEqual(events, ["answered sent or lost"]);
  client.send(echoRequest(PLAIN, 2, "waits"));
  await sim.clock.advance(100);
  client.end();
  await sim.clock.advance(100);
  assert.deepEqual(events, ["answered sent or lost", "waits closed", "waits sent or lost"]);
  never.open("too late");
  await sim.clock.advance(100);
});

test("a handler may end the connection; its answer and those before still arrive", async () => {
  const api = echoApi(PLAIN, (text, context) => {
    if (text === "bye") context.closeConnection("the client asked for it");
    return text;
  });
  const { sim, lines, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(Buffer.concat(["a", "bye", "b"].map((text, id) => echoRequest(PLAIN, id, text))));
  await sim.clock.advance(100);
  assert.deepEqual(client.echoes(), ["0: a", "1: bye"]);
  assert.equal(client.isClosed, true);
  assert.match(lines.join(), /the client asked for it/);
});

test("closing answers what is under way, takes nothing new, and waits no longer than its grace", async () => {
  const slow = gate<string>();
  const api = echoApi(PLAIN, (text) => (text === "slow" ? slow.promise : text));
  const { sim, server, connect } = await startRig({ apis: [api] });
  const idle = await connect();
  const busy = await connect();
  busy.send(echoRequest(PLAIN, 1, "slow"));
  await sim.clock.advance(100);
  const closing = server.close(30_000);
  await sim.clock.advance(1_000);
  assert.equal(idle.isClosed, true);
  busy.send(echoRequest(PLAIN, 2, "late"));
  slow.open("slow");
  await sim.run(closing);
  await sim.clock.advance(100);
  assert.deepEqual(busy.echoes(), ["1: slow"]);
  assert.equal(busy.isClosed, true);
  await assert.rejects(connect(), /connection refused/);
});

test("a request that never ends does not hold up the close", async () => {
  const { sim, server, connect } = await startRig({
    apis: [echoApi(PLAIN, () => gate<string>().promise)],
  });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, "for ever"));
  await sim.clock.advance(100);
  await sim.run(server.close(5_000));
  await sim.clock.advance(100);
  assert.equal(client.isClosed, true);
});

// Goal: nothing that a client sends ends the server or harms another connection.
// Method: random bytes, and valid frames with bytes changed, cut or repeated; another client asks
// after each.
test("random and damaged bytes never harm the server", async () => {
  const { sim, server, connect } = await startRig({ apis: [echo] });
  const valid = Buffer.concat([echoRequest(PLAIN, 1, "one"), echoRequest(PLAIN, 2, "two")]);
  const damaged = fc
    .tuple(fc.nat(valid.length - 1), fc.nat(255), fc.nat(valid.length))
    .map(([at, value, length]) => {
      const bytes = Buffer.from(valid);
      bytes[at] = value;
      return bytes.subarray(0, length);
    });
  const inputs = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 300 }), damaged);
  const witness: RawClient = await connect();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async (bytes) => {
      const client = await connect();
      if (bytes.length > 0) client.send(bytes);
      witness.send(echoRequest(PLAIN, asked, "still there"));
      asked += 1;
      await sim.clock.advance(50);
      client.end();
      await sim.clock.advance(50);
      assert.equal(witness.echoes().length, asked);
      assert.equal(server.stats.connections, 1);
    }),
    { numRuns: 300 },
  );
});
