import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { batch } from "../log/log-rig.test.ts";
import { PartitionRig, type Sent } from "./partition-rig.test.ts";

type Step =
  | { readonly kind: "send"; readonly acks: -1 | 0 | 1 }
  | { readonly kind: "again" | "turn" }
  | { readonly kind: "wait"; readonly ms: number };

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("send" as const),
      acks: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    }),
    fc.record({ kind: fc.constantFrom("again" as const, "turn" as const) }),
    fc.record({ kind: fc.constant("wait" as const), ms: fc.nat({ max: 12 }) }),
  ),
  { maxLength: 40 },
);

// Goal: whatever comes in whatever order, the invariants of the leader hold.
// Method: appends of one idempotent producer with any acks, some sent again, with any time between;
// after each step the high watermark and the answers are held against what is synced.
test("no answer and no high watermark is ahead of what is durable", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (script, seed) => {
      await play(script, seed);
    }),
    { numRuns: 60 },
  );
});

async function play(script: readonly Step[], seed: number): Promise<void> {
  const rig = await PartitionRig.open({ seed });
  const { log } = rig.partition;
  const all: { sent: Sent; acks: number; sequence: number }[] = [];
  let highWatermark = 0;
  let sequence = -1;
  const check = (): void => {
    assert.ok(log.highWatermark >= highWatermark, "the high watermark never goes back");
    highWatermark = log.highWatermark;
    for (const { sent, acks, sequence: offset } of all) {
      if (sent.error !== undefined) assert.deepEqual([sent.error, sent.offset], ["NONE", offset]);
      if (acks !== -1) continue;
      if (sent.error === "NONE")
        assert.ok(log.syncedEndOffset > offset, "answered before its sync");
    }
    // The first append with this sequence is the one that may hold the high watermark back.
    const first = new Map(all.toReversed().map(({ acks, sequence: offset }) => [offset, acks]));
    for (const [offset, acks] of first) {
      if (acks === -1 && log.syncedEndOffset <= offset) assert.ok(log.highWatermark <= offset);
    }
  };
  for (const step of script) {
    if (step.kind === "send") sequence += 1;
    if (step.kind === "send" || (step.kind === "again" && sequence >= 0)) {
      const acks = step.kind === "send" ? step.acks : -1;
      all.push({ sent: rig.send(batch({ producerId: 7, sequence }), acks), acks, sequence });
    }
    if (step.kind === "turn") await rig.turn();
    if (step.kind === "wait") await rig.clock.advance(step.ms);
    check();
  }
  await rig.syncs();
  check();
  assert.deepEqual(
    all.filter(({ sent }) => sent.answers !== 1),
    [],
  );
  assert.equal(log.highWatermark, sequence + 1);
}
