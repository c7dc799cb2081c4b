import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import {
  decodeListOffsetsResponse,
  encodeListOffsetsRequest,
  type ListOffsetsResponseListOffsetsPartitionResponse as PartitionAnswer,
} from "@naru/protocol/messages/list-offsets";
import { batch, marker } from "../log/log-rig.test.ts";
import { image } from "../partition/partition-rig.test.ts";
import { listOffsetsApi } from "./list-offsets.ts";
import { LEADER_EPOCH, recordRig, type RecordRig } from "./record-rig.test.ts";

const codec = { encode: encodeListOffsetsRequest, decode: decodeListOffsetsResponse };
const NEWEST = 11;
const LATEST = -1;
const EARLIEST = -2;
const MAX_TIMESTAMP = -3;
const EARLIEST_LOCAL = -4;
const LATEST_TIERED = -5;
const EARLIEST_PENDING_UPLOAD = -6;

interface Asked {
  readonly topic?: string;
  readonly partition?: number;
  readonly version?: number;
  readonly isolationLevel?: 0 | 1;
  readonly epoch?: number;
  readonly replicaId?: number;
}

async function ask(rig: RecordRig, timestamp: number, asked: Asked = {}): Promise<PartitionAnswer> {
  const { topic = "orders", partition = 0, version = NEWEST, epoch = -1 } = asked;
  const one = { partitionIndex: partition, timestamp, currentLeaderEpoch: epoch };
  const request = {
    replicaId: asked.replicaId ?? -1,
    isolationLevel: asked.isolationLevel ?? 0,
    topics: [{ name: topic, partitions: [one] }],
  };
  const answer = await rig.call(listOffsetsApi(rig), codec, { version, request });
  return answer.topics[0]!.partitions[0]!;
}

async function errorOf(rig: RecordRig, timestamp: number, asked?: Asked): Promise<string> {
  return errorByCode((await ask(rig, timestamp, asked)).errorCode);
}

/** Offsets 0-1 at 1000 and 1001, 2-3 at 3000 and 3001, 4 at 2000; the log starts at 1. */
async function filled(): Promise<RecordRig> {
  const rig = await recordRig({ orders: 1 }, { tailBytes: 0 });
  await rig.append("orders", batch({ records: 2, timestamp: 1_000 }));
  await rig.append("orders", batch({ records: 2, timestamp: 3_000 }));
  await rig.append("orders", batch({ timestamp: 2_000 }));
  rig.partition("orders").log.raiseLogStartOffset(1);
  return rig;
}

describe("ListOffsets", () => {
  test("finds the ends in every version", async () => {
    const rig = await filled();
    for (let version = 1; version <= NEWEST; version += 1) {
      assert.equal((await ask(rig, LATEST, { version })).offset, 5, `version ${version}`);
      assert.equal((await ask(rig, EARLIEST, { version })).offset, 1, `version ${version}`);
    }
    assert.equal((await ask(rig, LATEST)).leaderEpoch, LEADER_EPOCH);
    assert.equal((await ask(rig, EARLIEST_LOCAL)).offset, 1);
  });

  test("finds the first record at or after a time", async () => {
    const rig = await filled();
    const cases = [
      [1_001, 1, 1_001],
      [1_002, 2, 3_000],
      [3_001, 3, 3_001],
      [3_002, -1, -1],
    ] as const;
    for (const [timestamp, offset, found] of cases) {
      const answer = await ask(rig, timestamp);
      assert.deepEqual([answer.offset, answer.timestamp], [offset, found], String(timestamp));
    }
  });

  test("finds the record with the largest time, which need not be the last", async () => {
    const rig = await filled();
    const answer = await ask(rig, MAX_TIMESTAMP);
    assert.deepEqual(
      [answer.offset, answer.timestamp, answer.leaderEpoch],
      [3, 3_001, LEADER_EPOCH],
    );
  });

  test("has nothing on other storage", async () => {
    const rig = await filled();
    for (const timestamp of [LATEST_TIERED, EARLIEST_PENDING_UPLOAD]) {
      const answer = await ask(rig, timestamp);
      assert.deepEqual([answer.errorCode, answer.offset], [0, -1]);
    }
  });

  test("refuses each special time before the version that brought it", async () => {
    const rig = await filled();
    for (const [timestamp, since] of [
      [MAX_TIMESTAMP, 7],
      [EARLIEST_LOCAL, 8],
      [LATEST_TIERED, 9],
      [EARLIEST_PENDING_UPLOAD, 11],
    ] as const) {
      assert.equal(await errorOf(rig, timestamp, { version: since - 1 }), "UNSUPPORTED_VERSION");
      assert.equal(await errorOf(rig, timestamp, { version: since }), "NONE");
    }
  });

  test("ends for read_committed where the first open transaction begins", async () => {
    const rig = await recordRig({ orders: 1 });
    const origin = "coordinator";
    await rig.append("orders", batch({ timestamp: 1_000 }));
    const open = batch({ producerId: 1, sequence: 0, isTransactional: true, timestamp: 2_000 });
    await rig.append("orders", open, { origin });
    const isolationLevel = 1;
    assert.equal((await ask(rig, LATEST)).offset, 2);
    assert.equal((await ask(rig, LATEST, { isolationLevel })).offset, 1);
    assert.equal((await ask(rig, 1_500)).offset, 1);
    assert.equal((await ask(rig, 1_500, { isolationLevel })).offset, -1);
    await rig.append("orders", marker("COMMIT", { producerId: 1 }), { origin });
    assert.equal((await ask(rig, LATEST, { isolationLevel })).offset, 3);
  });

  test("does not see what the high watermark has not passed", async () => {
    const rig = await filled();
    const partition = rig.partition("orders");
    partition.append({
      bytes: batch({ timestamp: 9_000 }),
      requiredAcks: -1,
      origin: "client",
      done() {},
    });
    await rig.clock.settle();
    // No time passes: the sync is under way.
    assert.equal(partition.log.writtenEndOffset, 6);
    assert.equal(partition.endFor("read_uncommitted"), 5);
    // A tool that debugs sees all.
    assert.equal((await ask(rig, LATEST, { replicaId: -2 })).offset, 6);
  });

  test("refuses other epochs and leaders, and what is asked twice", async () => {
    const rig = await filled();
    assert.equal(await errorOf(rig, LATEST, { epoch: LEADER_EPOCH - 1 }), "FENCED_LEADER_EPOCH");
    assert.equal(await errorOf(rig, LATEST, { epoch: LEADER_EPOCH + 1 }), "UNKNOWN_LEADER_EPOCH");
    assert.equal(await errorOf(rig, LATEST, { topic: "nowhere" }), "UNKNOWN_TOPIC_OR_PARTITION");
    assert.equal(await errorOf(rig, LATEST, { partition: 3 }), "UNKNOWN_TOPIC_OR_PARTITION");
    const one = { partitionIndex: 0, timestamp: LATEST };
    const request = { replicaId: -1, topics: [{ name: "orders", partitions: [one, one] }] };
    const answer = await rig.call(listOffsetsApi(rig), codec, { version: NEWEST, request });
    for (const { errorCode } of answer.topics[0]!.partitions) {
      assert.equal(errorByCode(errorCode), "INVALID_REQUEST");
    }
    rig.partition("orders").become(image({ leader: 2, leaderEpoch: 9, partitionEpoch: 9 }), 1);
    assert.equal(await errorOf(rig, LATEST), "NOT_LEADER_OR_FOLLOWER");
  });

  test("tells of a disk that cannot be read, for that partition only", async () => {
    const rig = await filled();
    rig.disk.failAt(({ kind }) => kind === "readAt" || kind === "readCold", "EIO");
    assert.equal(await errorOf(rig, 1_001), "KAFKA_STORAGE_ERROR");
    assert.ok(rig.failures.length > 0);
    assert.equal((await ask(rig, LATEST)).offset, 5);
  });
});
