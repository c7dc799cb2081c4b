import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorName } from "@naru/protocol";
import { recordRig, type RecordRig } from "../apis/record-rig.test.ts";
import type { EndMarker } from "../coordinator/transaction/marker-writer.ts";
import { batch } from "../log/log-rig.test.ts";
import { image } from "../partition/partition-rig.test.ts";
import type { Replicas } from "../partition/replicas.ts";
import { PartitionMarkers } from "./marker-writer.ts";

const marker: EndMarker = {
  producerId: 7,
  producerEpoch: 1,
  coordinatorEpoch: 4,
  outcome: "ABORT",
  transactionVersion: 2,
};

/** A broker that leads topics, and what its group coordinator is told and says. */
class Rig {
  readonly records: RecordRig;
  readonly #markers: PartitionMarkers;
  readonly told: number[] = [];
  groupError: ErrorName = "NONE";

  private constructor(records: RecordRig) {
    this.records = records;
    this.#markers = new PartitionMarkers({
      replicas: records.replicas as Replicas,
      clock: records.clock,
      groups: {
        endTransaction: (partition, _marker, done) => {
          this.told.push(partition);
          done(this.groupError);
        },
      },
    });
  }

  static async open(): Promise<Rig> {
    return new Rig(await recordRig({ orders: 1, __consumer_offsets: 1 }));
  }

  async write(more: Partial<EndMarker> = {}, topic = "orders", partition = 0): Promise<string> {
    let outcome: ErrorName | undefined;
    this.#markers.write({ ...marker, ...more }, { topic, partition }, (error) => {
      assert.equal(outcome, undefined, "it is answered once");
      outcome = error;
    });
    await this.records.clock.advance(200);
    assert.ok(outcome !== undefined);
    return outcome;
  }
}

test("a marker ends the transaction, and is answered when it is synced", async () => {
  const rig = await Rig.open();
  await rig.records.append("orders", batch({ producerId: 7, sequence: 0, isTransactional: true }));
  const { log } = rig.records.partition("orders");
  assert.equal(log.lastStableOffset, 0);
  assert.equal(await rig.write(), "NONE");
  assert.deepEqual([log.lastStableOffset, log.syncedEndOffset], [2, 2]);
  assert.deepEqual(log.abortedTransactions(0, 2), [{ producerId: 7, firstOffset: 0 }]);
  const [producer] = log.producers();
  assert.deepEqual([producer?.producerEpoch, producer?.coordinatorEpoch], [1, 4]);
});

test("a marker of a coordinator or an epoch that is over is refused", async () => {
  const rig = await Rig.open();
  assert.equal(await rig.write(), "NONE");
  assert.equal(await rig.write({ producerEpoch: 0 }), "INVALID_PRODUCER_EPOCH");
  const older = { producerEpoch: 2, coordinatorEpoch: 3 };
  assert.equal(await rig.write(older), "TRANSACTION_COORDINATOR_FENCED");
});

test("a marker goes where the partition is led, and nowhere else", async () => {
  const rig = await Rig.open();
  assert.equal(await rig.write({}, "nowhere"), "UNKNOWN_TOPIC_OR_PARTITION");
  assert.equal(await rig.write({}, "orders", 1), "UNKNOWN_TOPIC_OR_PARTITION");
  const partition = rig.records.partition("orders");
  const ours = { replicas: [1, 2], leaderEpoch: 9, partitionEpoch: 9 };
  partition.become(image(ours), 2);
  assert.equal(await rig.write(), "NOT_ENOUGH_REPLICAS");
  partition.become(image({ ...ours, leader: 2, leaderEpoch: 10, partitionEpoch: 10 }), 2);
  assert.equal(await rig.write(), "NOT_LEADER_OR_FOLLOWER");
});

test("the group coordinator writes those of its own partitions", async () => {
  const rig = await Rig.open();
  assert.equal(await rig.write({}, "__consumer_offsets"), "NONE");
  assert.deepEqual(rig.told, [0]);
  for (const error of ["NOT_COORDINATOR", "COORDINATOR_LOAD_IN_PROGRESS"] as const) {
    rig.groupError = error;
    assert.equal(await rig.write({}, "__consumer_offsets"), "NOT_LEADER_OR_FOLLOWER");
  }
  rig.groupError = "TRANSACTION_COORDINATOR_FENCED";
  assert.equal(await rig.write({}, "__consumer_offsets"), "TRANSACTION_COORDINATOR_FENCED");
});
