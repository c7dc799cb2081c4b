import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { batch } from "../log/log-rig.test.ts";
import { PartitionRig, image } from "./partition-rig.test.ts";

describe("an append", () => {
  test("with acks=0 or 1 is answered when it is written, and may be read", async () => {
    const rig = await PartitionRig.open();
    const [none, one] = [rig.send(batch(), 0), rig.send(batch({ records: 2 }), 1)];
    assert.equal(one.error, undefined);
    await rig.turn();
    assert.deepEqual([none.error, none.offset], ["NONE", 0]);
    assert.deepEqual([one.error, one.offset], ["NONE", 1]);
    assert.equal(rig.partition.highWatermark, 3);
    assert.equal(rig.partition.log.syncedEndOffset, 0);
  });

  test("with acks=all is answered, and may be read, when its sync has ended", async () => {
    const rig = await PartitionRig.open();
    const sent = rig.send(batch({ records: 3 }));
    await rig.turn();
    assert.equal(sent.error, undefined);
    assert.equal(rig.partition.highWatermark, 0);
    await rig.syncs();
    assert.deepEqual([sent.error, sent.offset], ["NONE", 0]);
    assert.equal(rig.partition.log.syncedEndOffset, 3);
    assert.equal(rig.partition.highWatermark, 3);
  });

  test("with acks=1 behind one with acks=all is hidden until its sync", async () => {
    const rig = await PartitionRig.open();
    const all = rig.send(batch());
    const one = rig.send(batch(), 1);
    await rig.turn();
    assert.equal(all.error, undefined);
    assert.deepEqual([one.error, one.offset], ["NONE", 1]);
    assert.equal(rig.partition.highWatermark, 0);
    await rig.syncs();
    assert.equal(rig.partition.highWatermark, 2);
  });

  test("that comes during a sync is covered by the next one", async () => {
    const rig = await PartitionRig.open();
    const syncs: string[] = [];
    rig.disk.failAt(({ kind, path }) => {
      if (kind === "sync") syncs.push(path);
      return false;
    }, "EIO");
    const first = rig.send(batch());
    await rig.turn();
    const behind = [rig.send(batch()), rig.send(batch()), rig.send(batch())];
    await rig.syncs();
    assert.deepEqual(
      [first, ...behind].map(({ error }) => error),
      ["NONE", "NONE", "NONE", "NONE"],
    );
    assert.equal(syncs.length, 2);
  });

  test("with acks=all and flush=page-cache waits for no sync", async () => {
    const rig = await PartitionRig.open({ flush: "page-cache" });
    const sent = rig.send(batch());
    await rig.turn();
    assert.equal(sent.error, "NONE");
    assert.equal(rig.partition.highWatermark, 1);
    assert.equal(rig.partition.log.syncedEndOffset, 0);
  });

  test("that the log refuses is answered at once", async () => {
    const rig = await PartitionRig.open();
    const damaged = batch();
    damaged[damaged.length - 1]! ^= 1;
    assert.equal(rig.send(damaged).error, "CORRUPT_MESSAGE");
    assert.equal(rig.partition.log.logEndOffset, 0);
  });

  test("for which something cannot be read ends the broker", async () => {
    const rig = await PartitionRig.open({ config: { segmentMs: 1 } });
    rig.send(batch({ timestamp: 1_000 }));
    await rig.syncs();
    rig.disk.failAt(({ kind }) => kind !== "append" && kind !== "sync", "EIO");
    const sent = rig.send(batch({ timestamp: 5_000 }));
    await rig.syncs();
    assert.equal(sent.answers, 1);
    assert.equal(sent.error, "KAFKA_STORAGE_ERROR");
    assert.ok(rig.failures.length > 0);
  });
});

describe("a batch that is sent again", () => {
  const again = (): Uint8Array => batch({ producerId: 7, sequence: 0 });

  test("while the first waits for its sync waits with it", async () => {
    const rig = await PartitionRig.open();
    const first = rig.send(again());
    await rig.turn();
    const second = rig.send(again());
    await rig.turn();
    assert.equal(second.error, undefined);
    await rig.syncs();
    assert.deepEqual([first.error, first.offset], ["NONE", 0]);
    assert.deepEqual([second.error, second.offset], ["NONE", 0]);
  });

  test("in the same turn is answered with the first", async () => {
    const rig = await PartitionRig.open();
    const [first, second] = [rig.send(again()), rig.send(again())];
    await rig.syncs();
    assert.deepEqual([first, second], [first, { error: "NONE", offset: 0, answers: 1 }]);
    assert.equal(rig.partition.log.logEndOffset, 1);
  });

  test("behind another that waits does not make that one wait for ever", async () => {
    // 1. The first is being synced. 2. Another is written. 3. The first comes again.
    // 4. The sync of the first ends: the other still needs one.
    const rig = await PartitionRig.open();
    rig.send(again());
    await rig.turn();
    const other = rig.send(batch());
    await rig.turn();
    const second = rig.send(again());
    await rig.syncs();
    assert.equal(second.error, "NONE");
    assert.equal(other.error, "NONE");
    assert.equal(rig.partition.highWatermark, 2);
  });

  test("with acks=all when the first had acks=1 waits for a sync of its own", async () => {
    const rig = await PartitionRig.open();
    rig.send(again(), 1);
    await rig.turn();
    assert.equal(rig.partition.highWatermark, 1);
    const second = rig.send(again());
    await rig.turn();
    assert.equal(second.error, undefined);
    await rig.syncs();
    assert.deepEqual(second, { error: "NONE", offset: 0, answers: 1 });
    assert.equal(rig.partition.log.syncedEndOffset, 1);
  });

  test("when the first is on the disk is answered at once", async () => {
    const rig = await PartitionRig.open();
    rig.send(again());
    await rig.syncs();
    assert.deepEqual(rig.send(again()), { error: "NONE", offset: 0, answers: 1 });
  });
});

describe("a disk that is full", () => {
  test("refuses what was staged, and takes more when there is room", async () => {
    const rig = await PartitionRig.open();
    rig.send(batch({ text: "kept" }));
    await rig.syncs();
    const makeRoom = rig.disk.failAt(({ kind }) => kind === "append", "ENOSPC");
    const refused = [rig.send(batch()), rig.send(batch(), 1), rig.send(batch(), 0)];
    await rig.turn();
    for (const { error, answers } of refused) {
      assert.equal(error, "KAFKA_STORAGE_ERROR");
      assert.equal(answers, 1);
    }
    const { log } = rig.partition;
    assert.deepEqual([log.logEndOffset, log.writtenEndOffset, log.highWatermark], [1, 1, 1]);
    const limits = { startOffset: 0, maxOffset: 9, maxBytes: 1_000, minOneBatch: true };
    const read = await rig.partition.read(limits);
    assert.ok(read.bytes > 0);
    makeRoom();
    const after = rig.send(batch());
    await rig.syncs();
    assert.deepEqual(after, { error: "NONE", offset: 1, answers: 1 });
    assert.deepEqual(rig.failures, []);
  });
});

describe("leadership", () => {
  test("that goes to another refuses those who wait", async () => {
    const rig = await PartitionRig.open();
    rig.send(batch());
    await rig.syncs();
    const waiting = rig.send(batch());
    await rig.turn();
    rig.partition.become(
      image({ leader: 2, replicas: [1, 2], isr: [1, 2], leaderEpoch: 1, partitionEpoch: 1 }),
      1,
    );
    assert.equal(waiting.error, "NOT_LEADER_OR_FOLLOWER");
    await rig.syncs();
    assert.equal(waiting.answers, 1);
    assert.equal(rig.partition.highWatermark, 1);
    assert.equal(rig.partition.isLeader, false);
  });

  test("that ends as the only replica stops answers who waits, once synced", async () => {
    const rig = await PartitionRig.open();
    const waiting = rig.send(batch());
    await rig.turn();
    rig.partition.become(image({ leader: -1, leaderEpoch: 1, partitionEpoch: 1 }), 1);
    assert.equal(waiting.error, undefined);
    await rig.syncs();
    assert.deepEqual(waiting, { error: "NONE", offset: 0, answers: 1 });
  });

  test("news that is older than what is known changes nothing", async () => {
    const rig = await PartitionRig.open();
    rig.partition.become(image({ leaderEpoch: 4, partitionEpoch: 9 }), 1);
    rig.partition.become(image({ leader: 2, leaderEpoch: 3, partitionEpoch: 8 }), 1);
    assert.equal(rig.partition.isLeader, true);
    assert.equal(rig.partition.leaderEpoch, 4);
  });

  test("an epoch is noted where it begins, also when nothing is appended in it", async () => {
    const rig = await PartitionRig.open();
    rig.send(batch());
    await rig.syncs();
    rig.partition.become(image({ leaderEpoch: 3, partitionEpoch: 1 }), 1);
    rig.partition.become(image({ leaderEpoch: 5, partitionEpoch: 2 }), 1);
    rig.send(batch());
    await rig.syncs();
    const { log } = rig.partition;
    assert.deepEqual(log.endOffsetForEpoch(0), { epoch: 0, endOffset: 1 });
    assert.deepEqual(log.endOffsetForEpoch(5), { epoch: 5, endOffset: 2 });
  });

  test("retiring refuses those who wait, and answers nobody twice", async () => {
    const rig = await PartitionRig.open();
    const waiting = rig.send(batch());
    await rig.turn();
    rig.partition.retire();
    assert.equal(waiting.error, "NOT_LEADER_OR_FOLLOWER");
    await rig.syncs();
    assert.equal(waiting.answers, 1);
  });

  test("too few in-sync replicas are seen before an append", async () => {
    const rig = await PartitionRig.open();
    rig.partition.become(image({ replicas: [1, 2, 3], partitionEpoch: 1 }), 2);
    assert.equal(rig.partition.checkInsync(), "NOT_ENOUGH_REPLICAS");
    rig.partition.setMinInsyncReplicas(1);
    assert.equal(rig.partition.checkInsync(), "NONE");
    // More than there are replicas asks for all of them, as Kafka's does.
    rig.partition.become(image({ partitionEpoch: 2 }), 2);
    assert.equal(rig.partition.checkInsync(), "NONE");
  });
});

describe("a reader", () => {
  test("is told of what the high watermark passes, and how many bytes that is", async () => {
    const rig = await PartitionRig.open();
    const seen: number[] = [];
    const waiter = { progressed: () => seen.push(rig.partition.readableBytes) };
    rig.partition.addWaiter(waiter);
    const bytes = batch();
    rig.send(bytes);
    rig.send(bytes, 1);
    await rig.turn();
    assert.deepEqual(seen, []);
    await rig.syncs();
    assert.deepEqual(seen, [2 * bytes.length]);
    rig.partition.removeWaiter(waiter);
    rig.send(bytes, 1);
    await rig.turn();
    assert.equal(seen.length, 1);
  });

  test("of a disk that fails gets an error, and the broker hears of it", async () => {
    const rig = await PartitionRig.open({ tailBytes: 0 });
    rig.send(batch());
    await rig.syncs();
    rig.disk.failAt(({ kind }) => kind === "readAt" || kind === "readCold", "EIO");
    const limits = { startOffset: 0, maxOffset: 9, maxBytes: 1_000, minOneBatch: true };
    const { partition } = rig;
    await assert.rejects(async () => partition.read(limits), /readAt failed/);
    assert.ok(rig.failures.length > 0);
    await assert.rejects(partition.lookUp((log) => log.offsetForTimestamp(1)));
    assert.equal(partition.errorOf(rig.failures[0]), "KAFKA_STORAGE_ERROR");
    assert.equal(partition.errorOf(new Error("another")), "UNKNOWN_SERVER_ERROR");
    partition.retire();
    assert.equal(partition.errorOf(rig.failures[0]), "NOT_LEADER_OR_FOLLOWER");
  });
});
