import assert from "node:assert/strict";
import * as timers from "node:timers/promises";
import { procFiles } from "../runner/needs.ts";
import { residentBytes } from "../runner/processes.ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until, within } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import { requestFrame, WireConnection } from "../wire/connection.ts";
import { NumberWriter } from "../wire/load.ts";
import { batchOf, createTopic, produce, readAll, textRecord } from "../wire/topic.ts";

const IDLE_CONNECTIONS = 100;
const QUICK_CONNECTIONS = 2_000;
/** Fewer than wait in line before they are accepted (socket.listen.backlog.size: 50). */
const AT_ONCE = 20;
/** What another client may wait for its answer while the bad ones are there. */
const ANSWER_MS_MAX = 2_000;
const GROWTH_BYTES_MAX = 64 * 1024 * 1024;
const CLOSE_MS_MAX = 5_000;

/** Clients that do no good: the others are served, and memory stays where it is. */
export const badCompany: Suite = {
  name: "bad-company",
  about: "idle, halting, lying and noisy connections: others are served, memory stays flat",
  targets: bothTargets,
  needs: [procFiles],
  async run({ target, check, note }) {
    const settings = target.name === "naru" ? { "naru.frame.timeout.ms": "3000" } : {};
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, "numbers", { partitions: 1 });
    const writer = new NumberWriter({ topic: "numbers", partition: 0 }, () => broker);
    writer.start();
    await until("some load", 10_000, () => (writer.count > 500 ? true : undefined));
    const company: WireConnection[] = [];
    const startBytes = await residentBytes(broker.pid);

    await check(`${IDLE_CONNECTIONS} idle connections cost next to nothing`, async () => {
      for (let i = 0; i < IDLE_CONNECTIONS; i += AT_ONCE) company.push(...(await openSome(broker)));
      await checkServed(broker, writer);
    });
    await check("half a frame, and then nothing: others are served", async () => {
      const half = await WireConnection.open(broker);
      company.push(half);
      const frame = requestFrame(calls.metadata, 8, { topics: null }, 1);
      half.send(frame.subarray(0, frame.length - 3));
      await checkServed(broker, writer);
      // Kafka waits for the idle limit; Naru has a time limit for a frame that has begun.
      if (target.name === "naru") await within("its end", CLOSE_MS_MAX, half.closed);
    });
    await check(
      "many frames of 90 MB announced, a little of each sent: memory is not taken",
      async () => {
        if (target.name !== "naru") return;
        for (let i = 0; i < 20; i += 1) {
          const liar = await WireConnection.open(broker);
          company.push(liar);
          const start = Buffer.alloc(1000);
          start.writeInt32BE(90 * 1024 * 1024, 0);
          start.writeInt16BE(0, 4);
          start.writeInt16BE(9, 6);
          liar.send(start);
        }
        await checkServed(broker, writer);
        const grownBytes = (await residentBytes(broker.pid)) - startBytes;
        assert.ok(grownBytes < GROWTH_BYTES_MAX, `memory grew by ${grownBytes} bytes`);
      },
    );
    await checkNoise(check, broker, writer);
    await check("a client that asks and never reads holds up nobody", async () => {
      await checkNeverReading(broker, writer, company);
    });
    await check("memory is where it was", async () => {
      for (const one of company) one[Symbol.dispose]();
      await timers.setTimeout(500);
      const grownBytes = (await residentBytes(broker.pid)) - startBytes;
      note(`resident memory grew by ${Math.round(grownBytes / 1024 / 1024)} MB`);
      if (target.name === "naru")
        assert.ok(grownBytes < 2 * GROWTH_BYTES_MAX, `${grownBytes} bytes`);
    });
    await check("nothing acknowledged is lost", async () => {
      await writer.stop();
      await writer.check(connection);
    });
  },
};

async function checkNoise(
  check: Check,
  broker: RunningBroker,
  writer: NumberWriter,
): Promise<void> {
  for (const [name, bytes] of wrongBytes) {
    await check(`${name}: the connection is closed, others are served`, async () => {
      const wrong = await WireConnection.open(broker);
      wrong.send(bytes);
      await within("its end", CLOSE_MS_MAX, wrong.closed);
      await checkServed(broker, writer);
    });
  }
  await check(`${QUICK_CONNECTIONS} connections that come and go`, async () => {
    for (let i = 0; i < QUICK_CONNECTIONS; i += AT_ONCE) {
      for (const one of await openSome(broker)) one[Symbol.dispose]();
    }
    await checkServed(broker, writer);
  });
}

/** Opens some connections; the last is answered, so none of them waits to be accepted any more. */
async function openSome(broker: RunningBroker): Promise<WireConnection[]> {
  const some: WireConnection[] = [];
  for (let i = 0; i < AT_ONCE; i += 1) some.push(await WireConnection.open(broker));
  await some.at(-1)!.answer(calls.metadata, 8, { topics: [] });
  return some;
}

function announcing(bytes: number): Uint8Array {
  const start = Buffer.alloc(64);
  start.writeInt32BE(bytes, 0);
  return start;
}

const wrongBytes: readonly (readonly [string, Uint8Array])[] = [
  ["a frame of 2 GiB announced", announcing(0x7fff_ffff)],
  ["a frame of negative size", announcing(-1)],
  ["an empty frame", announcing(0).subarray(0, 4)],
  ["an HTTP request", Buffer.from("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")],
  ["a TLS greeting", Buffer.from("16030100c8010000c40303", "hex")],
  ["an unknown API", frameOf("03e7000000000001ffff")],
  ["a version that is not served", frameOf("0003006300000001ffff")],
  ["a body cut short", frameOf("0003000800000001ffff7fffffff")],
];

function frameOf(hex: string): Uint8Array {
  const body = Buffer.from(hex, "hex");
  const frame = Buffer.alloc(4 + body.length);
  frame.writeInt32BE(body.length, 0);
  body.copy(frame, 4);
  return frame;
}

/** A new client gets its answer in time, and the one that writes goes on. */
async function checkServed(broker: RunningBroker, writer: NumberWriter): Promise<void> {
  const before = writer.count;
  using connection = await WireConnection.open(broker);
  await within(
    "an answer for somebody else",
    ANSWER_MS_MAX,
    connection.answer(calls.metadata, 8, { topics: [{ name: "numbers" }] }),
  );
  await until("more load", ANSWER_MS_MAX, () => (writer.count > before ? true : undefined));
}

async function checkNeverReading(
  broker: RunningBroker,
  writer: NumberWriter,
  company: WireConnection[],
): Promise<void> {
  {
    using connection = await WireConnection.open(broker);
    await createTopic(connection, "large");
    const batch = batchOf([textRecord(null, "v".repeat(900_000))]);
    for (let i = 0; i < 20; i += 1)
      await produce(connection, { topic: "large", partition: 0 }, batch);
    assert.equal((await readAll(connection, { topic: "large", partition: 0 })).length, 20);
  }
  const beforeBytes = await residentBytes(broker.pid);
  const greedy = await WireConnection.open(broker);
  company.push(greedy);
  greedy.socket.pause();
  const partitions = [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 20_000_000 }];
  const draft = {
    maxWaitMs: 0,
    minBytes: 1,
    maxBytes: 20_000_000,
    topics: [{ topic: "large", partitions }],
  };
  for (let i = 0; i < 200; i += 1) greedy.send(requestFrame(calls.fetch, 11, draft, i));
  await timers.setTimeout(1_000);
  await checkServed(broker, writer);
  const grownBytes = (await residentBytes(broker.pid)) - beforeBytes;
  assert.ok(grownBytes < 2 * GROWTH_BYTES_MAX, `memory grew by ${grownBytes} bytes`);
}
