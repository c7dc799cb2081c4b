import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import type { FetchRequestDraft } from "@naru/protocol/messages/fetch";
import { batch } from "../log/log-rig.test.ts";
import { image } from "../partition/partition-rig.test.ts";
import {
  Client,
  NEWEST,
  NEWEST_WITH_NAMES,
  offsetsOf,
  onlyOf,
  requestOf,
  type Asked,
} from "./fetch-rig.test.ts";
import { LEADER_EPOCH, recordRig } from "./record-rig.test.ts";

describe("Fetch", () => {
  test("reads in every version, by name and by id", async () => {
    const rig = await recordRig({ orders: 1 });
    await rig.append("orders", batch());
    const client = new Client(rig);
    for (let version = 4; version <= NEWEST; version += 1) {
      const answer = onlyOf(await client.fetch(requestOf([{}]), version));
      assert.deepEqual([answer.errorCode, answer.highWatermark], [0, 1], `version ${version}`);
      assert.deepEqual(offsetsOf(answer), [0]);
    }
  });

  test("gives whole batches from the one with the offset on", async () => {
    const rig = await recordRig({ orders: 1 });
    for (let index = 0; index < 3; index += 1) await rig.append("orders", batch({ records: 2 }));
    const client = new Client(rig);
    assert.deepEqual(offsetsOf(await client.one({ offset: 3 })), [2, 4]);
    assert.deepEqual(offsetsOf(await client.one({ offset: 6 })), []);
  });

  test("gives the first batch even when it is larger than all limits, and only that", async () => {
    const rig = await recordRig({ orders: 2 });
    const bytes = batch({ valueBytes: 1_000 });
    for (const partition of [0, 1]) {
      await rig.append("orders", bytes, { partition });
      await rig.append("orders", bytes, { partition });
    }
    const client = new Client(rig);
    const asked = [{ maxBytes: 10 }, { partition: 1, maxBytes: 10 }];
    const { responses } = await client.fetch(requestOf(asked, { maxBytes: 10 }));
    assert.deepEqual(
      responses.flatMap(({ partitions }) => partitions.map(offsetsOf)),
      [[0], []],
    );
  });

  test("shares the bytes it may give over the partitions", async () => {
    const rig = await recordRig({ orders: 3 });
    const bytes = batch({ valueBytes: 1_000 });
    for (const partition of [0, 1, 2]) await rig.append("orders", bytes, { partition });
    const client = new Client(rig);
    const asked = [0, 1, 2].map((partition) => ({ partition }));
    const count = async (more: Partial<FetchRequestDraft>): Promise<number> => {
      const { responses } = await client.fetch(requestOf(asked, more));
      const all = responses.flatMap(({ partitions }) => partitions);
      return all.filter((answer) => offsetsOf(answer).length > 0).length;
    };
    assert.equal(await count({}), 3);
    assert.equal(await count({ maxBytes: 2 * bytes.length }), 2);
    rig.maxBytes = bytes.length + 10;
    assert.equal(await count({}), 1);
  });

  test("reads from a cold disk what the hot tail has let go", async () => {
    const rig = await recordRig(
      { orders: 1 },
      { tailBytes: 0, config: { maxMessageBytes: 900_000 } },
    );
    await rig.append("orders", batch({ valueBytes: 300_000 }));
    await rig.append("orders", batch({ valueBytes: 300_000 }));
    const calls: string[] = [];
    rig.disk.failAt(({ kind }) => calls.push(kind) < 0, "EIO");
    assert.deepEqual(offsetsOf(await new Client(rig).one({})), [0, 1]);
    assert.ok(calls.includes("readCold"), calls.join());
  });
});

describe("Fetch refuses", () => {
  test("offsets outside the log", async () => {
    const rig = await recordRig({ orders: 1 });
    for (let index = 0; index < 3; index += 1) await rig.append("orders", batch());
    rig.partition("orders").log.raiseLogStartOffset(1);
    const client = new Client(rig);
    for (const [offset, error] of [
      [0, "OFFSET_OUT_OF_RANGE"],
      [1, "NONE"],
      [3, "NONE"],
      [4, "OFFSET_OUT_OF_RANGE"],
    ] as const) {
      assert.equal(errorByCode((await client.one({ offset })).errorCode), error, String(offset));
    }
  });

  test("what is not there, and what it does not lead, with the leader that it knows", async () => {
    const rig = await recordRig({ orders: 1 });
    const client = new Client(rig);
    const errorOf = async (asked: Asked, version = NEWEST_WITH_NAMES): Promise<string> =>
      errorByCode(onlyOf(await client.fetch(requestOf([asked]), version)).errorCode);
    assert.equal(await errorOf({ topic: "nowhere" }), "UNKNOWN_TOPIC_OR_PARTITION");
    assert.equal(await errorOf({ partition: 4 }), "UNKNOWN_TOPIC_OR_PARTITION");
    assert.equal(await errorOf({ topic: "nowhere" }, NEWEST), "UNKNOWN_TOPIC_ID");
    rig.partition("orders").become(image({ leader: 2, leaderEpoch: 9, partitionEpoch: 9 }), 1);
    assert.equal(await errorOf({}), "NOT_LEADER_OR_FOLLOWER");
  });

  test("leader epochs that are older or newer than its own", async () => {
    const rig = await recordRig({ orders: 1 });
    const client = new Client(rig);
    const old = await client.one({ epoch: LEADER_EPOCH - 1 });
    assert.equal(errorByCode(old.errorCode), "FENCED_LEADER_EPOCH");
    assert.deepEqual(
      [old.currentLeader.leaderId, old.currentLeader.leaderEpoch],
      [1, LEADER_EPOCH],
    );
    const newer = await client.one({ epoch: LEADER_EPOCH + 1 });
    assert.equal(errorByCode(newer.errorCode), "UNKNOWN_LEADER_EPOCH");
    assert.equal((await client.one({ epoch: LEADER_EPOCH })).errorCode, 0);
    // From version 9 on an epoch may be named, from 12 on the leader, from 16 on its address.
    for (let version = 9; version <= NEWEST; version += 1) {
      const answer = await client.fetch(requestOf([{ epoch: LEADER_EPOCH - 1 }]), version);
      assert.equal(onlyOf(answer).currentLeader.leaderId, version >= 12 ? 1 : -1);
      assert.equal(answer.nodeEndpoints.length, version >= 16 ? 1 : 0, `version ${version}`);
    }
  });

  test("a client that says it is a replica", async () => {
    const rig = await recordRig({ orders: 1 });
    await rig.append("orders", batch());
    const answer = await new Client(rig).one({}, { replicaId: 2 });
    assert.equal(errorByCode(answer.errorCode), "UNKNOWN_LEADER_EPOCH");
    assert.equal(rig.partition("orders").highWatermark, 1);
  });

  test("with KAFKA_STORAGE_ERROR what cannot be read, and the broker hears of it", async () => {
    const rig = await recordRig({ orders: 1 }, { tailBytes: 0 });
    await rig.append("orders", batch());
    rig.disk.failAt(({ kind }) => kind === "readAt", "EIO");
    const answer = await new Client(rig).one({});
    assert.equal(errorByCode(answer.errorCode), "KAFKA_STORAGE_ERROR");
    assert.equal(rig.failures.length, 1);
  });
});

describe("a log that went another way (KIP-320)", () => {
  test("is answered with where it did, also when the reader is past its end", async () => {
    const rig = await recordRig({ orders: 1 });
    await rig.append("orders", batch());
    await rig.append("orders", batch());
    rig.partition("orders").become(image({ leaderEpoch: 7, partitionEpoch: 9 }), 1);
    await rig.append("orders", batch());
    const client = new Client(rig);
    const cases: [Asked, { epoch: number; endOffset: number } | undefined][] = [
      [{ offset: 2, lastFetchedEpoch: LEADER_EPOCH }, undefined],
      [{ offset: 3, lastFetchedEpoch: 7 }, undefined],
      // It has read records of epoch 3 that are not in this log.
      [
        { offset: 3, lastFetchedEpoch: LEADER_EPOCH },
        { epoch: LEADER_EPOCH, endOffset: 2 },
      ],
      [
        { offset: 9, lastFetchedEpoch: LEADER_EPOCH },
        { epoch: LEADER_EPOCH, endOffset: 2 },
      ],
      // It has seen an epoch that this log never had: the largest one below it counts (KIP-279).
      [
        { offset: 2, lastFetchedEpoch: 5 },
        { epoch: LEADER_EPOCH, endOffset: 2 },
      ],
    ];
    for (const [asked, expected] of cases) {
      const answer = await client.one(asked);
      const { epoch, endOffset } = answer.divergingEpoch;
      const found = epoch === -1 ? undefined : { epoch, endOffset };
      assert.deepEqual(found, expected, JSON.stringify(asked));
      assert.equal(answer.errorCode, 0);
      if (expected !== undefined) assert.deepEqual(offsetsOf(answer), []);
    }
  });

  test("with an epoch that it does not know is out of range", async () => {
    const rig = await recordRig({ orders: 1 });
    await rig.append("orders", batch());
    const answer = await new Client(rig).one({ offset: 1, lastFetchedEpoch: 99 });
    assert.equal(errorByCode(answer.errorCode), "OFFSET_OUT_OF_RANGE");
  });
});
