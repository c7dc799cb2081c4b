import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codeOf, type ErrorName } from "@naru/protocol";
import { ProducerIds } from "./producer-ids.ts";

const BLOCK = 10;

/** A controller that gives blocks of ten ids, when it is let. */
class Blocks {
  asked: { brokerId: number; brokerEpoch: number }[] = [];
  error: ErrorName = "NONE";
  isGone = false;
  readonly #waiting: (() => void)[] = [];
  isHeld = false;

  allocateProducerIds(request: { brokerId: number; brokerEpoch: number }) {
    if (this.isGone) throw new Error("there is no controller");
    this.asked.push(request);
    const producerIdStart = 1_000 + (this.asked.length - 1) * BLOCK;
    const errorCode = codeOf(this.error);
    const response = { throttleTimeMs: 0, errorCode, producerIdStart, producerIdLen: BLOCK };
    if (!this.isHeld) return Promise.resolve(response);
    return new Promise<typeof response>((resolve) => {
      this.#waiting.push(() => resolve(response));
    });
  }

  letGo(): void {
    this.isHeld = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function idsOf(blocks: Blocks): ProducerIds {
  return new ProducerIds(blocks, () => ({ brokerId: 1, brokerEpoch: 7 }));
}

async function take(ids: ProducerIds, count: number): Promise<(number | ErrorName)[]> {
  const taken: (number | ErrorName)[] = [];
  for (let index = 0; index < count; index += 1) taken.push(await ids.next());
  return taken;
}

describe("producer ids", () => {
  test("come one after the other from the broker's block", async () => {
    const blocks = new Blocks();
    const ids = idsOf(blocks);
    assert.deepEqual(await take(ids, 3), [1_000, 1_001, 1_002]);
    assert.deepEqual(blocks.asked, [{ brokerId: 1, brokerEpoch: 7 }]);
  });

  test("the next block is asked for before the present one is used up", async () => {
    const blocks = new Blocks();
    const ids = idsOf(blocks);
    await take(ids, 8);
    assert.equal(blocks.asked.length, 1);
    blocks.isHeld = true;
    // The ninth is 90 % of ten. The tenth need not wait.
    assert.deepEqual(await take(ids, 2), [1_008, 1_009]);
    assert.equal(blocks.asked.length, 2);
    blocks.letGo();
    assert.deepEqual(
      await take(ids, 12),
      Array.from({ length: 12 }, (_, index) => 1_010 + index),
    );
    assert.equal(blocks.asked.length, 3);
  });

  test("many who wait for one block each get an id of their own", async () => {
    const blocks = new Blocks();
    blocks.isHeld = true;
    const ids = idsOf(blocks);
    const waiting = Promise.all(Array.from({ length: 25 }, () => ids.next()));
    blocks.letGo();
    const given = await waiting;
    assert.equal(new Set(given).size, 25);
    assert.ok(given.every((id) => typeof id === "number"));
  });

  test("without a controller the client is told to come back", async () => {
    const blocks = new Blocks();
    const ids = idsOf(blocks);
    blocks.isGone = true;
    assert.deepEqual(await take(ids, 2), [
      "COORDINATOR_LOAD_IN_PROGRESS",
      "COORDINATOR_LOAD_IN_PROGRESS",
    ]);
    blocks.isGone = false;
    // What the controller has against this broker is nothing that a client could act on.
    blocks.error = "STALE_BROKER_EPOCH";
    assert.equal(await ids.next(), "COORDINATOR_LOAD_IN_PROGRESS");
    blocks.error = "NONE";
    assert.equal(await ids.next(), 1_010);
  });

  test("a block that could not be fetched ahead is asked for again", async () => {
    const blocks = new Blocks();
    const ids = idsOf(blocks);
    await take(ids, 8);
    blocks.isGone = true;
    assert.deepEqual(await take(ids, 2), [1_008, 1_009]);
    blocks.isGone = false;
    assert.equal(await ids.next(), 1_010);
  });

  test("those that cannot wait get one as soon as there is a block", async () => {
    const blocks = new Blocks();
    const ids = idsOf(blocks);
    assert.equal(ids.take(), undefined);
    await ids.atHand();
    assert.equal(ids.take(), 1_000);
    await take(ids, 9);
    await ids.atHand();
    assert.deepEqual([ids.take(), await ids.next()], [1_010, 1_011]);
    blocks.isGone = true;
    await take(ids, 8);
    await ids.atHand();
    assert.equal(ids.take(), undefined);
  });
});
