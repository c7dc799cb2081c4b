import assert from "node:assert/strict";
import { test } from "node:test";

import type { Connection } from "@naru/runtime";
import { SimulatedClock } from "@naru/runtime/simulated";

import { AnswerWriter } from "./answer-writer.ts";
import { Outbox } from "./outbox.ts";
import { ServedRequest, type RequestOrigin } from "./served-request.ts";

function rig() {
  const clock = new SimulatedClock();
  const writes: number[] = [];
  const connection = {
    write: (chunks: readonly Uint8Array[]) => {
      writes.push(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      return true;
    },
  } as Connection;
  const outbox = new Outbox(connection, new AnswerWriter(clock));
  const events: string[] = [];
  const answer = (name: string): void => {
    const head = { apiVersion: 0, correlationId: 1, clientId: null, receivedMs: 0 };
    const request = new ServedRequest({} as RequestOrigin, { ...head, pipelined: false });
    request.onSent(() => events.push(name));
    outbox.add(request, (writer) => writer.int32(7));
  };
  return { clock, writes, outbox, events, answer };
}

test("an answer counts as unsent until it has been handed to the operating system", async () => {
  const { clock, writes, outbox, answer } = rig();
  answer("a");
  answer("b");
  assert.equal(outbox.unsentBytes, 16);
  await clock.settle();
  assert.deepEqual(writes, [16], "one write for both");
  assert.equal(outbox.unsentBytes, 16);
  outbox.drained();
  assert.equal(outbox.unsentBytes, 0);
});

// 1. a is written. 2. b is answered in the next turn, before its end. 3. The socket drains: of a.
test("a drained socket says nothing of answers that were not written yet", async () => {
  const { clock, outbox, events, answer } = rig();
  answer("a");
  await clock.settle();
  answer("b");
  outbox.drained();
  assert.deepEqual(events, ["a"]);
  assert.equal(outbox.unsentBytes, 8);
  await clock.settle();
  outbox.drained();
  assert.deepEqual(events, ["a", "b"]);
});

test("what is lost with the connection is told, too, and nothing is written any more", async () => {
  const { clock, writes, outbox, events, answer } = rig();
  answer("queued");
  await clock.settle();
  answer("written");
  outbox.close();
  assert.deepEqual(events, ["queued", "written"]);
  await clock.settle();
  assert.equal(writes.length, 1);
});
