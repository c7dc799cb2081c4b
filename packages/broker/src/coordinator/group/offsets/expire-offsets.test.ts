import assert from "node:assert/strict";
import { test } from "node:test";
import { ZERO_UUID } from "@naru/protocol";
import type { OffsetCommitResponseDraft } from "@naru/protocol/messages/offset-commit";
import { GroupRig, untagged } from "../group-rig.test.ts";
import { commitOffsets, failedCommit } from "./commit-offsets.ts";
import { deleteOffsetsOfTopics } from "./delete-offsets.ts";

/** Offsets of 40 partitions, whose tombstones do not fit into one batch. */
function rigWithOffsets(): GroupRig {
  const rig = new GroupRig();
  for (let index = 0; index < 40; index += 1) commit(rig, index);
  Object.assign(rig.log, { batchBytesMax: 300 });
  return rig;
}

function commit(rig: GroupRig, partitionIndex: number): void {
  const partitions = [
    { partitionIndex, committedOffset: 1, committedLeaderEpoch: -1, committedMetadata: null },
  ].map((one) => ({ ...one, ...untagged }));
  const request = {
    groupId: "g",
    generationIdOrMemberEpoch: -1,
    memberId: "",
    groupInstanceId: null,
    retentionTimeMs: -1,
    topics: [{ name: "orders", topicId: ZERO_UUID, partitions, ...untagged }],
    ...untagged,
  };
  const call = { request, apiVersion: 9 };
  rig.ask<OffsetCommitResponseDraft>(
    (machine, step, to) => commitOffsets(machine, { ...call, to }, step),
    { failed: (error) => failedCommit(request, error), done: () => {} },
  );
}

test("more offsets than a batch has room for expire at once", async () => {
  const rig = rigWithOffsets();
  await rig.clock.advance(80_000);
  assert.equal(rig.machine.offsets.keysOf("g").length, 0);
  assert.equal(rig.machine.groups.size, 0);
  rig.checkReplay();
});

test("more offsets than a batch has room for go with their topic", () => {
  const rig = rigWithOffsets();
  rig.ask<string>(
    (machine, step, to) => {
      deleteOffsetsOfTopics(machine, new Set(["orders"]), step);
      step.reply(to, "done");
    },
    { failed: (error) => error, done: (answer) => assert.equal(answer, "done") },
  );
  assert.equal(rig.machine.offsets.keysOf("g").length, 0);
  rig.checkReplay();
});
