import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { echoApi, echoRequest, startRig, type RawClient } from "./network-rig.test.ts";

const PLAIN = 3;
const PIPELINED = 10;

interface Ask {
  readonly key: number;
  readonly length: number;
  /** How long the handler takes; 0: it answers at once. */
  readonly takesMs: number;
}

const ask: fc.Arbitrary<Ask> = fc.record({
  key: fc.constantFrom(PLAIN, PIPELINED, PIPELINED),
  length: fc.oneof({ weight: 8, arbitrary: fc.nat(300) }, fc.nat(30_000)),
  takesMs: fc.oneof(fc.constant(0), fc.nat(20)),
});

/** Several clients, each with what it asks; the limits are small, so that they matter. */
const scenario = fc.record({
  seed: fc.nat(),
  clients: fc.array(fc.array(ask, { maxLength: 15 }), { minLength: 1, maxLength: 4 }),
  responseBacklogBytes: fc.constantFrom(1, 40_000, 1_000_000),
  requestBytesInFlightMax: fc.constantFrom(-1, 2_048, 60_000),
  piece: fc.integer({ min: 1, max: 5_000 }),
});

// Goal: whoever asks what, whatever the network cuts and the limits hold back, each client gets
// exactly its own answers, in order, and no memory stays held.
// Method: the simulated network cuts and delays by seed, and spoils its shared buffer after each
// read; handlers copy nothing but strings.
test("every client gets its answers, whole and in order", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ seed, clients, piece, ...limits }) => {
      const delays = new Map<string, number>();
      const handle = (text: string): string | Promise<string> => {
        const takesMs = delays.get(text) ?? 0;
        return takesMs === 0 ? text : sim.clock.after(takesMs).then(() => text);
      };
      const apis = [echoApi(PLAIN, handle), echoApi(PIPELINED, handle, { pipelined: true })];
      const { sim, server, connect } = await startRig({ apis, limits, seed });
      const talks: { client: RawClient; expected: string[] }[] = [];
      for (const [index, asks] of clients.entries()) {
        const client = await connect();
        const texts = asks.map(({ length }, at) => `${index}.${at} `.padEnd(length, "x"));
        asks.forEach(({ takesMs }, at) => delays.set(texts[at]!, takesMs));
        const bytes = Buffer.concat(asks.map(({ key }, at) => echoRequest(key, at, texts[at]!)));
        for (let from = 0; from < bytes.length; from += piece * 7) {
          client.send(bytes.subarray(from, from + piece * 7));
        }
        talks.push({ client, expected: texts.map((text, at) => `${at}: ${text}`) });
      }
      await sim.clock.advance(20_000);
      for (const { client, expected } of talks) assert.deepEqual(client.echoes(), expected);
      assert.equal(server.stats.heldRequestBytes, 0);
    }),
    { numRuns: 150 },
  );
});
