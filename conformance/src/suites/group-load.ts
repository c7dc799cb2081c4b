import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { batchesIn, readRecords } from "@naru/protocol";
import { startNaru } from "../naru/broker.ts";
import type { Suite, SuiteContext } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import { WireConnection } from "../wire/connection.ts";
import { createTopic } from "../wire/topic.ts";

const TOPIC = "orders";
const PARTITIONS = 200;
const GROUPS = ["emails", "invoices", "parcels", "reports", "search"];
const KEYS = PARTITIONS * GROUPS.length;
const ROUNDS = 1_000_000 / KEYS;
const SEGMENT_BYTES = 10 * 1024 * 1024;
const COMMIT_VERSION = 8;
const FETCH_VERSION = 7;
const FIND_VERSION = 3;
const READY_LIMIT_MS = 30_000;
const CLEANING_LIMIT_MS = 60_000;
/** Ten times what it takes on a small busy machine: what it bounds is the kind, not the speed. */
const LOAD_MS_MAX = 10_000;

const settings = {
  "offsets.topic.num.partitions": "1",
  "offsets.topic.segment.bytes": String(SEGMENT_BYTES),
  "log.cleaner.backoff.ms": "500",
  "log.cleaner.min.cleanable.ratio": "0.01",
  "log.initial.task.delay.ms": "500",
};

/** A million offset commits: how long they load, what cleaning leaves of them. */
export const groupLoad: Suite = {
  name: "group-load",
  about: "a million offset commits, loaded as they are, cleaned, and loaded again",
  targets: ["naru"],
  needs: [],
  limitMs: 240_000,
  checkLimitMs: 120_000,
  async run(context) {
    const data = path.join(context.folder, "data");
    const start = (isCleaning: boolean): Promise<RunningBroker> =>
      startNaru({ folder: data, settings: { ...settings, "log.cleaner.enable": `${isCleaning}` } });
    await context.check("a million commits of five groups are taken", async () => {
      await using broker = await start(false);
      await commitAll(broker);
      await broker.stop();
    });
    await checkLoads(context, data, start);
  },
};

async function commitAll(broker: RunningBroker): Promise<void> {
  using connection = await WireConnection.open(broker);
  await createTopic(connection, TOPIC, { partitions: PARTITIONS });
  await Promise.all(
    GROUPS.map(async (groupId) => {
      using own = await WireConnection.open(broker);
      await until(`a commit of ${groupId}`, READY_LIMIT_MS, async () => {
        // Whoever asks first has the offsets topic made.
        await own.answer(calls.findCoordinator, FIND_VERSION, { key: groupId });
        return commit(own, groupId, 1);
      });
      for (let round = 2; round <= ROUNDS; round += 1) {
        assert.ok(await commit(own, groupId, round), `${groupId} in round ${round}`);
      }
    }),
  );
}

/** The offset of every partition, as a consumer without a group's assignment; true when taken. */
async function commit(
  connection: WireConnection,
  groupId: string,
  offset: number,
): Promise<true | undefined> {
  const partitions = Array.from({ length: PARTITIONS }, (_, partitionIndex) => ({
    partitionIndex,
    committedOffset: offset,
    committedMetadata: "",
  }));
  const request = { groupId, memberId: "", topics: [{ name: TOPIC, partitions }] };
  const { topics } = await connection.answer(calls.offsetCommit, COMMIT_VERSION, request);
  return topics[0]!.partitions.every(({ errorCode }) => errorCode === 0) ? true : undefined;
}

async function checkLoads(
  { check, note }: SuiteContext,
  data: string,
  start: (isCleaning: boolean) => Promise<RunningBroker>,
): Promise<void> {
  const folder = path.join(data, "__consumer_offsets-0");
  await check("all of them are loaded, and the offsets are the last", async () => {
    await using broker = await start(false);
    const { records, ms } = await loaded(broker);
    note(`${records} records of ${megabytes(folder)} MB were loaded in ${ms} ms.`);
    assert.ok(records >= KEYS * ROUNDS);
    await broker.stop();
  });
  await check("after a pass of the cleaner closed segments hold one record a key", async () => {
    await using broker = await start(true);
    await loaded(broker);
    await until("the cleaner", CLEANING_LIMIT_MS, () => {
      const file = path.join(data, "cleaner-offset-checkpoint");
      const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
      const cleaned = /^__consumer_offsets 0 (\d+)$/m.exec(text)?.[1];
      const active = segmentsIn(folder).at(-1)!;
      return Number(cleaned ?? 0) >= Number.parseInt(active, 10) ? true : undefined;
    });
    await broker.stop();
    const keys = segmentsIn(folder)
      .slice(0, -1)
      .flatMap((name) => keysIn(path.join(folder, name)));
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(keys.length, KEYS);
  });
  await check("what is left is loaded in bounded time, with the same offsets", async () => {
    await using broker = await start(true);
    const { records, ms } = await loaded(broker);
    note(`${records} records of ${megabytes(folder)} MB were loaded in ${ms} ms.`);
    const active = keysIn(path.join(folder, segmentsIn(folder).at(-1)!)).length;
    assert.ok(records <= KEYS + active, `${records} records, expected ${KEYS} and ${active}`);
    assert.ok(ms <= LOAD_MS_MAX, `${ms} ms, expected at most ${LOAD_MS_MAX}`);
  });
}

/** Waits until every group has its last offsets; what the broker says of its loading. */
async function loaded(broker: RunningBroker): Promise<{ records: number; ms: number }> {
  using connection = await WireConnection.open(broker);
  const partitionIndexes = Array.from({ length: PARTITIONS }, (_, index) => index);
  for (const groupId of GROUPS) {
    const request = { groupId, topics: [{ name: TOPIC, partitionIndexes }] };
    const offsets = await until(`the offsets of ${groupId}`, READY_LIMIT_MS, async () => {
      const answer = await connection.answer(calls.offsetFetch, FETCH_VERSION, request);
      if (answer.errorCode !== 0) return undefined;
      return answer.topics[0]!.partitions.map(({ committedOffset }) => committedOffset);
    });
    assert.deepEqual(
      offsets,
      partitionIndexes.map(() => ROUNDS),
    );
  }
  const said = /__consumer_offsets-0: loaded (\d+) records in (\d+) ms/.exec(broker.output());
  assert.ok(said !== null, "the broker says how long it loaded");
  return { records: Number(said[1]), ms: Number(said[2]) };
}

function segmentsIn(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".log"))
    .toSorted();
}

function keysIn(file: string): string[] {
  const keys: string[] = [];
  for (const batch of batchesIn(fs.readFileSync(file))) {
    if (batch.isControl) continue;
    for (const { key } of readRecords(batch)) keys.push(Buffer.from(key!).toString("latin1"));
  }
  return keys;
}

function megabytes(folder: string): number {
  const bytes = segmentsIn(folder).map((name) => fs.statSync(path.join(folder, name)).size);
  return Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1_000_000);
}
