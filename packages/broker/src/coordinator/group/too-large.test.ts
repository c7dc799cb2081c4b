import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ZERO_UUID, errorByCode } from "@naru/protocol";
import type { OffsetCommitResponseDraft } from "@naru/protocol/messages/offset-commit";
import type { SyncGroupResponseDraft } from "@naru/protocol/messages/sync-group";
import { ConsumerClient, type Wishes } from "./consumer/consumer-rig.test.ts";
import { GroupRig, untagged } from "./group-rig.test.ts";
import { commitOffsets, failedCommit } from "./offsets/commit-offsets.ts";

// A batch that the topic would not take costs the shard its state: every group in it is read
// again. What one client has made too large may cost only that client.
describe("too large for a batch", () => {
  test("are the assignments of a leader: who waits is told, and the members join again", async () => {
    const rig = new GroupRig({ initialRebalanceDelayMs: 0 });
    const group = { groupId: "g", memberId: "" };
    let memberId = "";
    rig.join("a", group, (answer) => (memberId = answer.memberId ?? ""));
    rig.join("a", { ...group, memberId }, () => {});
    await rig.clock.advance(1);
    const { machine } = rig;
    const generationId = rig.classicGroup("g")!.generationId;
    const answers: SyncGroupResponseDraft[] = [];
    const sync = (bytes: number): void =>
      rig.sync(
        { ...group, memberId, generationId },
        new Map([[memberId, "x".repeat(bytes)]]),
        (a) => answers.push(a),
      );
    sync(1_000_000);
    assert.deepEqual(
      answers.map(({ errorCode }) => errorByCode(errorCode ?? 0)),
      ["UNKNOWN_SERVER_ERROR"],
    );
    assert.equal(rig.classicGroup("g")?.state, "PreparingRebalance");
    assert.equal(rig.machine, machine, "the shard was not read again");
    rig.checkReplay();
  });

  test("is a subscription: the member is refused, and the group is as it was", () => {
    const rig = new GroupRig();
    rig.topics.create("orders", 2);
    const { machine } = rig;
    const errors: string[] = [];
    const join = (memberId: string, wishes: Wishes): void =>
      new ConsumerClient(rig, memberId, wishes).join(({ errorCode }) =>
        errors.push(errorByCode(errorCode ?? 0)),
      );
    join("small", { topics: ["orders"] });
    const names = Array.from({ length: 40 }, (_, index) => `${index}${"x".repeat(30_000)}`);
    join("large", { topics: ["orders", ...names] });
    assert.deepEqual(errors, ["NONE", "UNKNOWN_SERVER_ERROR"]);
    assert.equal(rig.machine, machine, "the shard was not read again");
    assert.deepEqual([...rig.machine.consumerGroupOf("g").members.keys()], ["small"]);
    rig.checkReplay();
  });

  test("are offsets: a commit is refused by what the topic takes, however little that is", () => {
    for (const [batchBytesMax, fitting] of [
      [100, 0],
      [500, 5],
    ] as const) {
      const rig = new GroupRig();
      Object.assign(rig.log, { batchBytesMax });
      const { machine } = rig;
      for (let count = 1; count <= 10; count += 1) {
        const expected = count <= fitting ? "NONE" : "INVALID_COMMIT_OFFSET_SIZE";
        assert.deepEqual(commitErrors(rig, count), [expected]);
      }
      assert.equal(rig.machine, machine, "the shard was not read again");
      assert.equal(machine.offsets.keysOf("g").length, fitting);
    }
  });
});

/** The errors, each once, of a commit for so many partitions. */
function commitErrors(rig: GroupRig, count: number): string[] {
  const partitions = Array.from({ length: count }, (_, partitionIndex) => ({
    partitionIndex,
    committedOffset: 1,
    committedLeaderEpoch: -1,
    committedMetadata: "",
    ...untagged,
  }));
  const request = {
    groupId: "g",
    generationIdOrMemberEpoch: -1,
    memberId: "",
    groupInstanceId: null,
    retentionTimeMs: -1,
    topics: [{ name: "orders", topicId: ZERO_UUID, partitions, ...untagged }],
    ...untagged,
  };
  const errors = new Set<string>();
  rig.ask<OffsetCommitResponseDraft>(
    (machine, step, to) => commitOffsets(machine, { request, apiVersion: 9, to }, step),
    {
      failed: (error) => failedCommit(request, error),
      done: ({ topics }) => {
        for (const { errorCode } of topics[0]!.partitions) errors.add(errorByCode(errorCode ?? 0));
      },
    },
  );
  return [...errors];
}
