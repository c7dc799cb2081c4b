import assert from "node:assert/strict";
import { suite, test } from "node:test";

import { SimulatedRandom } from "@naru/runtime/simulated";

import { pairs } from "../log/cleaner/cleaner-rig.test.ts";
import { PartitionRig, image } from "./partition-rig.test.ts";

/** More than 256 KiB also when compressed. */
function largeBatch(key: string | null, sequence = 0): Uint8Array {
  const value = new SimulatedRandom("noise").bytes(new Uint8Array(600_000));
  return pairs([[key, Buffer.from(value).toString("latin1")]], {
    compression: "zstd",
    producerId: 1,
    baseSequence: sequence,
    timestamp: -1,
  });
}

const small = (sequence: number): Uint8Array =>
  pairs([["small", "v"]], { producerId: 1, baseSequence: sequence, timestamp: -1 });

const config = { cleanupCompact: true, cleanupDelete: false } as const;

suite("a large compressed batch for a compacted topic", () => {
  test("is opened on a thread, and what comes behind it waits its turn", async () => {
    const rig = await PartitionRig.open({ config });
    const first = rig.send(largeBatch("k", 0), 1);
    const second = rig.send(small(1), 1);
    await rig.turn();
    assert.deepEqual([first.answers, second.answers], [0, 0]);
    await rig.clock.advance(100);
    assert.deepEqual([first.error, second.error], ["NONE", "NONE"]);
    assert.deepEqual([first.offset, second.offset], [0, 1]);
    const third = rig.send(small(2), 1);
    await rig.turn();
    assert.equal(third.error, "NONE");
  });

  test("is refused without a key, and holds up nobody", async () => {
    const rig = await PartitionRig.open({ config });
    const refused = rig.send(largeBatch(null), 1);
    const next = rig.send(small(0), 1);
    await rig.clock.advance(100);
    assert.deepEqual([refused.error, next.error, next.offset], ["INVALID_RECORD", "NONE", 0]);
    assert.deepEqual([refused.answers, next.answers], [1, 1]);
  });

  test("may be overwritten by its sender once it is taken", async () => {
    const rig = await PartitionRig.open({ config });
    // As requests bring it: a Buffer, whose slice() is a view.
    const bytes = Buffer.from(largeBatch("k"));
    const sent = rig.send(bytes, 1);
    bytes.fill(0);
    await rig.clock.advance(100);
    assert.equal(sent.error, "NONE");
  });

  test("is refused when another broker leads by then", async () => {
    const rig = await PartitionRig.open({ config });
    const sent = rig.send(largeBatch("k"), 1);
    rig.partition.become(image({ leader: 2, leaderEpoch: 9, partitionEpoch: 9 }), 1);
    await rig.clock.advance(100);
    assert.deepEqual([sent.error, sent.answers], ["NOT_LEADER_OR_FOLLOWER", 1]);
  });

  test("is sent again when too many wait", async () => {
    const rig = await PartitionRig.open({ config });
    const bytes = largeBatch("k");
    const sent = Array.from({ length: Math.ceil(67_108_864 / bytes.length) }, () =>
      rig.send(bytes),
    );
    assert.equal(sent.at(-1)?.error, "REQUEST_TIMED_OUT");
    assert.equal(sent[0]?.error, undefined);
  });
});
