import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codeOf } from "@naru/protocol";
import { GroupRig, untagged } from "../group-rig.test.ts";
import {
  commitTransactionalOffsets,
  failedTxnOffsetCommit,
} from "./commit-transactional-offsets.ts";
import { fetchOffsets } from "./fetch-offsets.ts";
import { offsetTombstone } from "./delete-offsets.ts";

const GROUP = "g";
const TOPIC = "orders";
const PARTITIONS = [0, 1];
const UNSTABLE = codeOf("UNSTABLE_OFFSET_COMMIT");

const producer = fc.constantFrom(7, 8, 9);
const partition = fc.constantFrom(...PARTITIONS);
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("in" as const), producer, partition }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("outside" as const), partition }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("COMMIT" as const), producer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("ABORT" as const), producer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), partition }) },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** The promises in the plainest form. Offsets rise with each commit, so they also say its order. */
class Model {
  readonly committed = new Map<number, number>();
  readonly held = new Map<number, Map<number, number>>();

  end(producerId: number, outcome: "COMMIT" | "ABORT"): void {
    for (const [partitionIndex, offset] of this.held.get(producerId) ?? []) {
      const now = this.committed.get(partitionIndex) ?? -1;
      if (outcome === "COMMIT" && offset > now) this.committed.set(partitionIndex, offset);
    }
    this.held.delete(producerId);
  }

  isHeld(partitionIndex: number): boolean {
    return [...this.held.values()].some((offsets) => offsets.has(partitionIndex));
  }
}

class World {
  readonly rig = new GroupRig({ offsetsRetentionCheckIntervalMs: 1_000_000_000 });
  readonly #model = new Model();
  #offset = 0;

  act(act: Action): void {
    this.#offset += 1;
    switch (act.kind) {
      case "in":
        this.#commitInTransaction(act.producer, act.partition);
        break;
      case "outside":
        this.#commitOutside(act.partition);
        break;
      case "delete":
        this.rig.ask<void>(
          (_machine, step, to) => {
            step.write(offsetTombstone(GROUP, TOPIC, act.partition));
            step.reply(to, undefined);
          },
          { failed: () => assert.fail("the shard serves"), done() {} },
        );
        this.#model.committed.delete(act.partition);
        for (const offsets of this.#model.held.values()) offsets.delete(act.partition);
        break;
      case "restart":
        this.rig.restart();
        break;
      default:
        this.#end(act.producer, act.kind);
    }
    this.#check();
  }

  #commitInTransaction(producerId: number, partitionIndex: number): void {
    const committed = { committedOffset: this.#offset, committedLeaderEpoch: -1 };
    const partitions = [{ partitionIndex, ...committed, committedMetadata: null, ...untagged }];
    const request = {
      transactionalId: "t",
      groupId: GROUP,
      producerId,
      producerEpoch: 0,
      generationId: -1,
      memberId: "",
      groupInstanceId: null,
      topics: [{ name: TOPIC, partitions, ...untagged }],
      ...untagged,
    };
    this.rig.shard.run({
      transaction: { producerId, producerEpoch: 0, verificationGuard: 0 },
      run: (machine, step, to) => commitTransactionalOffsets(machine, { request, to }, step),
      failed: (error) => failedTxnOffsetCommit(request, error),
      done: ({ topics }) => assert.equal(topics[0]?.partitions[0]?.errorCode, 0),
    });
    const held = this.#model.held.get(producerId) ?? new Map<number, number>();
    this.#model.held.set(producerId, held.set(partitionIndex, this.#offset));
  }

  #commitOutside(index: number): void {
    const key = { group: GROUP, topic: TOPIC, partition: index };
    const value = { offset: this.#offset, metadata: "", commitTimestamp: 0 };
    this.rig.ask<void>(
      (_machine, step, to) => {
        step.write({ type: "OffsetCommit", key, version: 4, value });
        step.reply(to, undefined);
      },
      { failed: () => assert.fail("the shard serves"), done() {} },
    );
    this.#model.committed.set(index, this.#offset);
  }

  #end(producerId: number, outcome: "COMMIT" | "ABORT"): void {
    const marker = { producerId, producerEpoch: 1, coordinatorEpoch: 0, transactionVersion: 2 };
    this.rig.shard.endTransaction({ ...marker, outcome }, (error) => assert.equal(error, "NONE"));
    this.#model.end(producerId, outcome);
  }

  #check(): void {
    const topics = [{ name: TOPIC, partitionIndexes: PARTITIONS }];
    for (const requireStable of [false, true]) {
      const query = { groupId: GROUP, topics, requireStable };
      const [topic] = fetchOffsets(this.rig.machine, query);
      for (const { partitionIndex, committedOffset, errorCode } of topic!.partitions) {
        const isHidden = requireStable && this.#model.isHeld(partitionIndex);
        assert.equal(errorCode, isHidden ? UNSTABLE : 0);
        const expected = this.#model.committed.get(partitionIndex) ?? -1;
        assert.equal(committedOffset, isHidden ? -1 : expected);
      }
    }
    this.rig.checkReplay();
  }
}

test("offsets of a transaction are seen once it is committed, and never otherwise", () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 5, maxLength: 60, size: "max" }), (actions) => {
      const world = new World();
      for (const each of actions) world.act(each);
    }),
    { numRuns: 200 },
  );
});
