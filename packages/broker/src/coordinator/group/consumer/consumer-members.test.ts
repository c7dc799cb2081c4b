import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LeaveGroupResponseDraft } from "@naru/protocol/messages/leave-group";
import { leaveGroup } from "../classic/leave-group.ts";
import { GroupRig, errorOf } from "../group-rig.test.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import { ConsumerClient, GROUP } from "./consumer-rig.test.ts";

function groupOf(rig: GroupRig): ConsumerGroup {
  const group = rig.machine.groups.get(GROUP);
  assert.ok(group?.type === "consumer");
  return group;
}

describe("members of a consumer group", () => {
  test("are not found by an instance id that they had before", () => {
    const rig = new GroupRig();
    new ConsumerClient(rig, "m", { topics: [], instanceId: "i1" }).join(() => {});
    new ConsumerClient(rig, "m", { topics: [], instanceId: "i2" }).join(() => {});
    assert.deepEqual([...groupOf(rig).staticMembers], [["i2", "m"]]);
    rig.checkReplay();
  });

  test("cannot have the topics looked through each time by another pattern", async () => {
    const rig = new GroupRig();
    rig.topics.create("orders", 1);
    const client = new ConsumerClient(rig, "m", { pattern: "o.*" });
    client.join(() => {});
    await rig.clock.advance(0);
    const resolved = (): string[] => [...groupOf(rig).resolvedPatterns.keys()];
    assert.deepEqual(resolved(), ["o.*"]);
    client.change({ pattern: "p.*" }, () => {});
    await rig.clock.advance(0);
    assert.deepEqual(resolved(), []);
    client.beat(() => {});
    await rig.clock.advance(0);
    assert.deepEqual(resolved(), ["p.*"]);
  });

  test("that leave a group that is not there are told so one by one", () => {
    const rig = new GroupRig();
    const leavers = [
      { memberId: "a", groupInstanceId: null },
      { memberId: "", groupInstanceId: "i" },
    ];
    const heard: LeaveGroupResponseDraft[] = [];
    rig.ask<LeaveGroupResponseDraft>(
      (machine, step, to) => leaveGroup(machine, { groupId: GROUP, leavers, to }, step),
      { failed: () => ({ errorCode: -1 }), done: (answer) => heard.push(answer) },
    );
    assert.equal(heard[0]?.errorCode, 0);
    const errors = heard[0]?.members?.map(({ errorCode }) => errorOf({ errorCode }));
    assert.deepEqual(errors, ["UNKNOWN_MEMBER_ID", "UNKNOWN_MEMBER_ID"]);
  });
});
