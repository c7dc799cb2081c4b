// Whoever lends memory to an answer, or waits for its client's end, is told however the answer is lost.
import assert from "node:assert/strict";
import { test } from "node:test";

import { echoApi, echoRequest, gate, startRig } from "./network-rig.test.ts";

const PLAIN = 3;

test("an answer that cannot be written gives back what it refers to", async () => {
  const events: string[] = [];
  const api = {
    ...echoApi(PLAIN, (text, context) => {
      context.onSent(() => events.push("given back"));
      return text;
    }),
    encode() {
      throw new TypeError("no such field in this version");
    },
  };
  const { sim, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, "at once"));
  await sim.clock.advance(100);
  assert.equal(client.isClosed, true);
  assert.deepEqual(events, ["given back"]);
});

test("who asks only then to be told that the connection has ended is told at once", async () => {
  const events: string[] = [];
  const reading = gate<undefined>();
  const never = gate<string>();
  const api = echoApi(PLAIN, async (_text, context) => {
    await reading.promise;
    context.onClosed(() => events.push("closed"));
    context.onSent(() => events.push("given back"));
    return await never.promise;
  });
  const { sim, connect } = await startRig({ apis: [api] });
  const client = await connect();
  client.send(echoRequest(PLAIN, 1, "reads from a cold disk, then waits for more"));
  await sim.clock.advance(100);
  client.end();
  await sim.clock.advance(100);
  reading.open(undefined);
  await sim.clock.advance(100);
  assert.deepEqual(events, ["closed", "given back"]);
});
