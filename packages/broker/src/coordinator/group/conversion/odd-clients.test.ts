import assert from "node:assert/strict";
import { test } from "node:test";
import type { JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import { joinGroup } from "../classic/join-group.ts";
import { failedJoin } from "../classic/rebalance.ts";
import { ConsumerClient, GROUP } from "../consumer/consumer-rig.test.ts";
import { GroupRig, errorOf, untagged } from "../group-rig.test.ts";
import { groupText, subscriptionBytes } from "./conversion-rig.test.ts";

type Protocols = Readonly<Record<string, Uint8Array>>;

function join(rig: GroupRig, memberId: string, protocols: Protocols): string {
  let error = "no answer";
  const request = {
    groupId: GROUP,
    memberId,
    groupInstanceId: null,
    sessionTimeoutMs: 60_000,
    rebalanceTimeoutMs: 60_000,
    protocolType: "consumer",
    protocols: Object.entries(protocols).map(([name, metadata]) => {
      return { name, metadata, ...untagged };
    }),
    reason: null,
    ...untagged,
  };
  const who = { clientId: memberId, clientHost: "/127.0.0.1" };
  rig.ask<JoinGroupResponseDraft>(
    (machine, step, to) => joinGroup(machine, { request, apiVersion: 9, ...who, to }, step),
    {
      failed: (failure) => failedJoin(memberId, failure),
      done: (answer) => {
        error = errorOf({ errorCode: answer.errorCode ?? 0 });
      },
    },
  );
  return error;
}

// Only the first protocol of a member is read when it joins; the group may choose another one.
test("members whose other protocols are no subscriptions can be alone in a group", async () => {
  for (const other of ["", "ff", "ffff", "7fff"]) {
    const rig = new GroupRig();
    rig.topics.create("orders", 2);
    new ConsumerClient(rig, "last", { topics: ["orders"] }).join(() => {});
    const range = subscriptionBytes("orders", "");
    const roundrobin = Buffer.from(other, "hex");
    assert.equal(join(rig, "a", { range, roundrobin }), "NONE");
    assert.equal(join(rig, "b", { roundrobin: range }), "NONE");
    await rig.clock.advance(50_000);
    const state = groupText(rig.machine.groups.get(GROUP));
    assert.equal(state, "classic PreparingRebalance, generation 4, [a, b]");
  }
});
