import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { LogRig, marker } from "../log-rig.test.ts";
import {
  clean,
  committedRecords,
  compacted,
  openCompacted,
  pairs,
  put,
} from "./cleaner-rig.test.ts";
import type { Pair, SeenRecord } from "./cleaner-rig.test.ts";

const keys = fc.integer({ min: 0, max: 5 }).map((number) => `key-${number}`);
const values = fc.option(fc.nat({ max: 999 }).map(String), { freq: 4 });
const records = fc.array(fc.tuple(keys, values), { minLength: 1, maxLength: 5 });
const compression = fc.constantFrom("none", "none", "gzip", "zstd", "lz4", "snappy");
const producer = fc.integer({ min: 1, max: 3 });

const commands = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant("put"), records, compression }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("send"), producer, records, compression }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("enlist"), producer, records, compression }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("end"), producer, isAbort: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("roll") }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("clean"), keysMax: fc.constantFrom(3, 8, 4000) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("wait") }) },
  ),
  { minLength: 5, maxLength: 60 },
);

type Command = typeof commands extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** What was appended, and which transactions ended how. */
class Life {
  rig: LogRig;
  readonly #sequences = new Map<number, number>();
  readonly #open = new Map<number, SeenRecord[]>();
  readonly committed: SeenRecord[] = [];
  readonly all = new Map<number, SeenRecord>();

  constructor(rig: LogRig) {
    this.rig = rig;
  }

  async run(command: Command): Promise<void> {
    switch (command.do) {
      case "put":
        return await this.#append(command, undefined, this.committed);
      case "send":
        return await this.#append(command, { id: command.producer + 100 }, this.committed);
      case "enlist": {
        const open = this.#open.get(command.producer) ?? [];
        this.#open.set(command.producer, open);
        return await this.#append(command, { id: command.producer, isTransactional: true }, open);
      }
      case "end":
        return await this.end(command.producer, command.isAbort);
      case "roll":
        return this.rig.log.roll();
      case "clean":
        await clean(this.rig, { memoryBytes: (command.keysMax + 2) * 24 });
        return this.check();
      case "wait":
        return await this.rig.clock.advance(2_000);
    }
  }

  async end(producerId: number, isAbort: boolean): Promise<void> {
    const open = this.#open.get(producerId);
    if (open === undefined) return;
    this.#open.delete(producerId);
    if (!isAbort) this.committed.push(...open);
    await put(this.rig, marker(isAbort ? "ABORT" : "COMMIT", { producerId }), "coordinator");
  }

  async endAll(): Promise<void> {
    for (const producerId of [1, 2, 3]) await this.end(producerId, producerId === 2);
  }

  async #append(
    command: { records: readonly Pair[]; compression: string },
    producer: { id: number; isTransactional?: boolean } | undefined,
    into: SeenRecord[],
  ): Promise<void> {
    let offset = this.rig.log.logEndOffset;
    for (const [key, value] of command.records) {
      const record = { offset, key, value };
      into.push(record);
      this.all.set(offset, record);
      offset += 1;
    }
    const baseSequence = producer === undefined ? -1 : (this.#sequences.get(producer.id) ?? 0);
    if (producer !== undefined) {
      this.#sequences.set(producer.id, baseSequence + command.records.length);
    }
    const bytes = pairs(command.records, {
      compression: command.compression as "none",
      timestamp: this.rig.clock.nowMs(),
      ...(producer === undefined ? {} : { producerId: producer.id, baseSequence }),
      isTransactional: producer?.isTransactional ?? false,
    });
    await put(this.rig, bytes);
  }

  async check(): Promise<void> {
    const { rig } = this;
    const batches = await rig.batches();
    const stableOffset = rig.log.lastStableOffset;
    const seen = committedRecords(batches, rig).filter(({ offset }) => offset < stableOffset);
    for (const record of seen) assert.deepEqual(record, this.all.get(record.offset));
    const expected = this.committed.filter(({ offset }) => offset < stableOffset);
    assert.deepEqual(valuesOf(seen), valuesOf(expected));
    let end = -1;
    for (const batch of batches) {
      assert.ok(batch.crcIsValid && batch.baseOffset > end, "batches follow each other");
      end = batch.lastOffset;
    }
  }
}

/** The latest value of each key that has one. */
function valuesOf(all: readonly SeenRecord[]): Record<string, string> {
  const latest = new Map<string, SeenRecord>();
  for (const record of all) {
    const known = latest.get(record.key!);
    if (known === undefined || record.offset > known.offset) latest.set(record.key!, record);
  }
  const present = [...latest].filter(([, { value }]) => value !== null);
  return Object.fromEntries(present.map(([key, { value }]) => [key, value!]));
}

// Goal: whatever is appended, rolled and cleaned in between, a reader sees the latest value of each
// key and nothing that was aborted; offsets stay; producers and transactions are found again.
// Method: the log beside a list of all that was committed. The map of the cleaner has room for 3, 8
// or all keys; tombstones expire after two seconds.
test("cleaning changes nothing that a reader of keys can tell", async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const config = { segmentBytes: 400, deleteRetentionMs: 1_000 };
      const life = new Life(await openCompacted({ config }));
      for (const command of list) await life.run(command);
      await life.endAll();
      life.rig.log.roll();
      await clean(life.rig);
      await life.check();
      const { logEndOffset } = life.rig.log;
      const before = producersOf(life.rig);

      // All snapshots are lost: producers come from what is left of the log.
      const { disk, clock } = life.rig;
      await life.rig.log.close({ clean: true });
      const folder = "/data/orders-0";
      for (const { name } of disk.list(folder)) {
        if (name.endsWith(".snapshot")) await disk.unlink(`${folder}/${name}`);
      }
      life.rig = await LogRig.open({
        disk,
        clock,
        config: { ...compacted, ...config },
        tailBytes: 0,
      });
      life.rig.log.updateHighWatermark(logEndOffset);
      assert.equal(life.rig.log.logEndOffset, logEndOffset);
      assert.deepEqual(producersOf(life.rig), before);
      await life.check();
    }),
    { numRuns: 60 },
  );
});

/** By id, what decides whether the next batch is taken. */
function producersOf({ log }: LogRig): unknown[] {
  return log
    .producers()
    .map(({ producerId, producerEpoch, lastSequence, currentTxnStartOffset }) => [
      producerId,
      producerEpoch,
      lastSequence,
      currentTxnStartOffset,
    ])
    .toSorted((a, b) => a[0]! - b[0]!);
}
