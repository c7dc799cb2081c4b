import { until } from "../runner/waiting.ts";
import type { BrokerSide } from "./broker-side.ts";
import type { Pair } from "./pair.ts";
import { transactionCalls } from "./transaction-calls.ts";

export const GROUP = 0;
export const TRANSACTION = 1;
const READY_LIMIT_MS = 20_000;
/** Of an answer while the coordinator is not there, or not ready. */
const UNREADY = new Set([14, 15, 16]);

/** Comes back when both have written the markers; until then everything is concurrent. */
export async function untilSettled(pair: Pair, transactionalId: string): Promise<void> {
  for (const side of pair.sides) {
    await until(`${transactionalId} has ended`, READY_LIMIT_MS, async () => {
      const request = { transactionalIds: [transactionalId] };
      const answer = await side.connection.answer(transactionCalls.describe, 0, request);
      const state = answer.transactionStates[0]!.transactionState;
      return state.startsWith("Prepare") ? undefined : true;
    });
  }
}

/** The first who asks has the coordinator's topic made, and it is read. */
export async function untilCoordinated(
  side: BrokerSide,
  keyType: number,
  key: string,
): Promise<void> {
  await until(`${key} is coordinated`, READY_LIMIT_MS, async () => {
    const request = { keyType, coordinatorKeys: [key] };
    const answer = await side.connection.answer(transactionCalls.findCoordinator, 4, request);
    if (answer.coordinators[0]!.errorCode !== 0) return undefined;
    if (keyType === GROUP) {
      const groups = [{ groupId: key, topics: null }];
      const offsets = await side.connection.answer(transactionCalls.fetchOffsets, 9, { groups });
      return offsets.groups[0]!.errorCode === 0 ? true : undefined;
    }
    const described = await side.connection.answer(transactionCalls.describe, 0, {
      transactionalIds: [key],
    });
    return UNREADY.has(described.transactionStates[0]!.errorCode) ? undefined : true;
  });
}
