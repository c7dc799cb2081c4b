import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { LogRig, batch, marker } from "./log-rig.test.ts";

test("the last stable offset never passes an open transaction", async () => {
  const producer = fc.integer({ min: 1, max: 4 });
  const action = fc.oneof(
    fc.record({ kind: fc.constant("write" as const), producer }),
    fc.record({ kind: fc.constantFrom("COMMIT" as const, "ABORT" as const), producer }),
    fc.record({ kind: fc.constant("highWatermark" as const), producer }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
      const logs = await LogRig.open();
      const { log } = logs;
      const open = new Map<number, number>();
      const epochs = new Map<number, number>();
      const sequences = new Map<number, number>();
      for (const { kind, producer: producerId } of actions) {
        const producerEpoch = epochs.get(producerId) ?? 0;
        if (kind === "highWatermark") log.updateHighWatermark(log.logEndOffset);
        else if (kind === "write") {
          const sequence = sequences.get(producerId) ?? 0;
          const begin = { producerId, producerEpoch, baseSequence: sequence, bumpsEpoch: true };
          const guard = log.transactions.begin(begin);
          assert.ok(typeof guard === "number");
          if (!open.has(producerId)) open.set(producerId, log.logEndOffset);
          const bytes = batch({ producerId, producerEpoch, sequence, isTransactional: true });
          assert.equal((await logs.append(bytes, { verificationGuard: guard })).error, "NONE");
          sequences.set(producerId, sequence + 1);
        } else {
          const bytes = marker(kind, { producerId, producerEpoch: producerEpoch + 1 });
          const how = { origin: "coordinator", transactionVersion: 2 } as const;
          assert.equal((await logs.append(bytes, how)).error, "NONE");
          epochs.set(producerId, producerEpoch + 1);
          sequences.set(producerId, 0);
          open.delete(producerId);
        }
        const oldest = Math.min(log.highWatermark, ...open.values());
        assert.ok(log.lastStableOffset <= oldest, `${log.lastStableOffset} <= ${oldest}`);
        if (kind !== "highWatermark") continue;
        assert.equal(log.lastStableOffset, oldest, "and it is no further back than it must be");
      }
    }),
    { numRuns: 60 },
  );
});
