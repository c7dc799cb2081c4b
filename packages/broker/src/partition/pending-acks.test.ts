import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AppendResult } from "../log/log.ts";
import { PendingAcks } from "./pending-acks.ts";

function appended(firstOffset: number, lastOffset: number): AppendResult {
  return {
    error: "NONE",
    message: null,
    recordErrors: [],
    firstOffset,
    lastOffset,
    logAppendTimeMs: -1,
    logStartOffset: 0,
    duplicate: false,
  };
}

describe("appends that wait for acks=all", () => {
  test("the high watermark stops before the first that is not synced", () => {
    const acks = new PendingAcks();
    acks.add(appended(10, 14), () => {});
    acks.add(appended(20, 24), () => {});
    assert.equal(acks.barrier(0, 30), 10);
    assert.equal(acks.barrier(15, 30), 20);
    assert.equal(acks.barrier(25, 30), 30);
  });

  test("the high watermark never passes what is written", () => {
    const acks = new PendingAcks();
    acks.add(appended(10, 14), () => {});
    assert.equal(acks.barrier(0, 8), 8);
  });

  test("an append is answered once the high watermark has passed its last record", () => {
    const acks = new PendingAcks();
    const answered: string[] = [];
    acks.add(appended(0, 4), (error) => answered.push(`first ${error}`));
    acks.add(appended(5, 9), (error) => answered.push(`second ${error}`));
    acks.complete(4);
    assert.deepEqual(answered, []);
    acks.complete(5);
    assert.deepEqual(answered, ["first NONE"]);
    acks.complete(10);
    assert.deepEqual(answered, ["first NONE", "second NONE"]);
  });

  test("a batch that did not reach the disk is refused alone and holds nothing back", () => {
    const acks = new PendingAcks();
    const answered: string[] = [];
    acks.add(appended(0, 4), (error) => answered.push(`first ${error}`));
    acks.add(appended(5, 9), (error) => answered.push(`second ${error}`));
    acks.fail(5, "KAFKA_STORAGE_ERROR");
    assert.deepEqual(answered, ["second KAFKA_STORAGE_ERROR"]);
    assert.equal(acks.lastRequired, 5);
  });

  test("a broker that stops leading refuses all of them", () => {
    const acks = new PendingAcks();
    const answered: string[] = [];
    acks.add(appended(0, 4), (error) => answered.push(error));
    acks.failAll("NOT_LEADER_OR_FOLLOWER");
    assert.deepEqual(answered, ["NOT_LEADER_OR_FOLLOWER"]);
    assert.equal(acks.lastRequired, -1);
  });
});
