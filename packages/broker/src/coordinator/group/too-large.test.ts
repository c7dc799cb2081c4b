import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import type { SyncGroupResponseDraft } from "@naru/protocol/messages/sync-group";
import { ConsumerClient, type Wishes } from "./consumer/consumer-rig.test.ts";
import { GroupRig } from "./group-rig.test.ts";

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
});
