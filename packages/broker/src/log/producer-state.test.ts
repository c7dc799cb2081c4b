import assert from "node:assert/strict";
import { test } from "node:test";

import { RecordBatch } from "@naru/protocol";

import { batch, marker } from "./log-rig.test.ts";
import type { BatchShape } from "./log-rig.test.ts";
import { ProducerState } from "./producer-state.ts";

const SEQUENCE_MAX = 2_147_483_647;

/** A partition's producers with the log's end beside them. */
class Rig {
  readonly state = new ProducerState();
  #next = 0;

  at(bytes: Uint8Array): RecordBatch {
    const view = RecordBatch.at(Buffer.from(bytes));
    view.baseOffset = this.#next;
    return view;
  }

  /** What the state says of a batch of producer 1, which is appended when that is "append". */
  send(shape: BatchShape): string {
    return this.offer(batch({ producerId: 1, ...shape }), "client");
  }

  offer(bytes: Uint8Array, origin: "client" | "coordinator"): string {
    const view = this.at(bytes);
    const verdict = this.state.check(view, { origin });
    if (verdict.kind === "refused") return verdict.error;
    if (verdict.kind === "duplicate")
      return `duplicate of ${verdict.of.lastOffset - verdict.of.offsetDelta}`;
    this.state.update(view);
    this.#next = view.nextOffset;
    return "append";
  }
}

test("sequences of a producer follow each other", () => {
  const rig = new Rig();
  assert.equal(rig.send({ sequence: 0, records: 3 }), "append");
  assert.equal(rig.send({ sequence: 3 }), "append");
  assert.equal(rig.send({ sequence: 5 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
  assert.equal(rig.send({ sequence: 4 }), "append");
});

test("after 2^31 - 1 comes 0, also within a batch", () => {
  const rig = new Rig();
  assert.equal(rig.send({ sequence: SEQUENCE_MAX - 1, records: 2 }), "append");
  assert.equal(rig.send({ sequence: 0 }), "append");
  const across = new Rig();
  assert.equal(across.send({ sequence: SEQUENCE_MAX - 1, records: 5 }), "append");
  assert.equal(across.send({ sequence: SEQUENCE_MAX - 1, records: 5 }), "duplicate of 0");
  assert.equal(across.send({ sequence: 3 }), "append");
});

test("each of the last five batches is recognised when it comes again, the sixth is not", () => {
  const rig = new Rig();
  for (let count = 0; count < 6; count += 1) rig.send({ sequence: count * 2, records: 2 });
  for (let count = 1; count < 6; count += 1) {
    assert.equal(rig.send({ sequence: count * 2, records: 2 }), `duplicate of ${count * 2}`);
  }
  assert.equal(rig.send({ sequence: 0, records: 2 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
  assert.equal(rig.send({ sequence: 2, records: 1 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
});

test("a producer that is not known may begin with any sequence", () => {
  assert.equal(new Rig().send({ sequence: 77 }), "append");
});

test("a new epoch begins with sequence 0, and fences the old one", () => {
  const rig = new Rig();
  rig.send({ sequence: 0 });
  assert.equal(rig.send({ sequence: 1, producerEpoch: 1 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
  assert.equal(rig.send({ sequence: 0, producerEpoch: 1 }), "append");
  assert.equal(rig.send({ sequence: 1, producerEpoch: 0 }), "INVALID_PRODUCER_EPOCH");
  assert.equal(rig.send({ sequence: 0, producerEpoch: 0 }), "INVALID_PRODUCER_EPOCH");
});

test("after a marker with a new epoch its first sequence is 0", () => {
  const rig = new Rig();
  rig.send({ sequence: 0, isTransactional: true });
  assert.equal(
    rig.offer(marker("ABORT", { producerId: 1, producerEpoch: 1 }), "coordinator"),
    "append",
  );
  assert.equal(rig.send({ sequence: 1, producerEpoch: 1 }), "OUT_OF_ORDER_SEQUENCE_NUMBER");
  assert.equal(rig.send({ sequence: 0, producerEpoch: 1 }), "append");
});

test("what the coordinator writes has no sequences, but an epoch", () => {
  const rig = new Rig();
  const write = (producerEpoch: number): string =>
    rig.offer(batch({ producerId: 1, producerEpoch, isTransactional: true }), "coordinator");
  assert.deepEqual([write(3), write(3), write(2)], ["append", "append", "INVALID_PRODUCER_EPOCH"]);
});

test("silent producers are forgotten, those in a transaction are not", () => {
  const rig = new Rig();
  rig.send({ sequence: 0, timestamp: 1000 });
  rig.send({ producerId: 2, sequence: 0, timestamp: 1000, isTransactional: true });
  assert.equal(rig.state.expire(1999, 1000), 0);
  assert.equal(rig.state.expire(2000, 1000), 1);
  assert.deepEqual(
    Array.from(rig.state.entries, ({ producerId }) => producerId),
    [2],
  );
});

test("a rollback forgets everything since the last commit, and nothing before", () => {
  const rig = new Rig();
  rig.send({ sequence: 0 });
  rig.send({ producerId: 2, sequence: 0, isTransactional: true });
  rig.state.commit();
  const before = Array.from(rig.state.entries, (entry) => entry.copy());
  for (let sequence = 1; sequence < 8; sequence += 1) rig.send({ sequence });
  rig.offer(marker("ABORT", { producerId: 2, producerEpoch: 1 }), "coordinator");
  rig.send({ producerId: 3, sequence: 0, isTransactional: true });
  rig.state.rollback(2);
  assert.deepEqual([...rig.state.entries], before);
  assert.equal(rig.state.firstUnstableOffset, 1);
});
