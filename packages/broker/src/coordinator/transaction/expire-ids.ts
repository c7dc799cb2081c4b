import type { TransactionMachine } from "./transaction-machine.ts";
import { isIdle } from "./transaction-state.ts";
import type { TransactionStep } from "./transaction-step.ts";

/** As in Kafka: what expires together is written in batches of this size at most. */
const BATCH_BYTES_MAX = 16_384;
/** Of a record beside its key's text: lengths, deltas, and the key's own type and length. */
const RECORD_OVERHEAD_BYTES = 16;
const BYTES_PER_CHARACTER_MAX = 3;

/** Forgets ids that had no transaction for `transactional.id.expiration.ms`, one batch of them. */
export function expireIds(
  machine: TransactionMachine,
  step: TransactionStep,
): { readonly hasMore: boolean } {
  const beforeMs = step.nowMs - machine.config.idExpirationMs;
  const due: string[] = [];
  let bytes = 0;
  let hasMore = false;
  for (const [transactionalId, { state, lastUpdateMs }] of machine.transactions) {
    if (!isIdle(state) || lastUpdateMs > beforeMs) continue;
    bytes += transactionalId.length * BYTES_PER_CHARACTER_MAX + RECORD_OVERHEAD_BYTES;
    hasMore = due.length > 0 && bytes > BATCH_BYTES_MAX;
    if (hasMore) break;
    due.push(transactionalId);
  }
  for (const transactionalId of due) step.write({ transactionalId, metadata: null });
  if (due.length > 0) step.note(`${due.length} transactional ids have expired.`);
  return { hasMore };
}
