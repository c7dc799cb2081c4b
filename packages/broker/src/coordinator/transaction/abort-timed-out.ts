import { abortOngoing } from "./abort-ongoing.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import type { TransactionMetadata } from "./transaction-metadata.ts";
import { timerKeys, type TransactionStep, type TransactionTimer } from "./transaction-step.ts";

/** The time-out of two-phase commit (KIP-939): whoever prepared such a transaction ends it. */
const NEVER_MS = 2 ** 31 - 1;

/** Has every transaction aborted that is open for longer than its producer asked for. */
export function findTimedOut(machine: TransactionMachine, step: TransactionStep): void {
  for (const [transactionalId, metadata] of machine.transactions) {
    if (!isTimedOut(metadata, step.nowMs)) continue;
    const { producerId, producerEpoch } = metadata;
    step.arm(timerKeys.abortTimedOut(transactionalId), 0, {
      kind: "abort-timed-out",
      transactionalId,
      producerId,
      producerEpoch,
    });
  }
}

/** Unless it has ended meanwhile, or is another. */
export function abortTimedOut(
  machine: TransactionMachine,
  timer: Extract<TransactionTimer, { kind: "abort-timed-out" }>,
  step: TransactionStep,
): void {
  const { transactionalId, producerId, producerEpoch } = timer;
  const metadata = machine.transactions.get(transactionalId);
  if (metadata === undefined || !isTimedOut(metadata, step.nowMs)) return;
  if (metadata.producerId !== producerId || metadata.producerEpoch !== producerEpoch) return;
  const error = abortOngoing(machine, transactionalId, step);
  step.note(
    error === "NONE"
      ? `transaction of ${transactionalId}: aborted, open for more than ${metadata.timeoutMs} ms.`
      : `transaction of ${transactionalId}: it has timed out, and its abort failed with ${error}.`,
  );
}

function isTimedOut({ state, startMs, timeoutMs }: TransactionMetadata, nowMs: number): boolean {
  return state === "Ongoing" && timeoutMs !== NEVER_MS && startMs + timeoutMs < nowMs;
}
