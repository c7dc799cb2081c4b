/**
 * What a pass does with a batch as a whole, before any record is looked at. Pure; the rules and
 * their order are Kafka's.
 */
import type { RecordBatch } from "@naru/protocol";

/** What is left of a producer in the log must tell its last sequence, or at least its epoch. */
export interface LastOfProducer {
  /** The last offset of the last data batch; -1 when only a marker is known. */
  readonly lastOffset: number;
  readonly producerEpoch: number;
}

export interface BatchPlan {
  /** What happens when no record is left, and "delete": the batch goes without a look inside. */
  readonly whenEmpty: "delete" | "delete-empty" | "retain-empty";
  /** No record stays, whatever its key. */
  readonly discardsRecords: boolean;
  /** A marker with no data left before it: from now on its days are counted. */
  readonly startsHorizon: boolean;
}

export interface PlanContext {
  readonly nowMs: number;
  /** The first offset that this pass does not clean. */
  readonly roundEndOffset: number;
  readonly lastOfProducer: (producerId: number) => LastOfProducer | undefined;
}

/** `isDiscarded` is what `CleanedTransactions` says of the batch. */
export function planBatch(
  batch: RecordBatch,
  isDiscarded: boolean,
  context: PlanContext,
): BatchPlan {
  const { deleteHorizonMs, isControl } = batch;
  const isDue = deleteHorizonMs !== undefined && deleteHorizonMs <= context.nowMs;
  const discardsRecords = isControl ? isDiscarded && isDue : isDiscarded;
  return {
    whenEmpty: whenEmpty(batch, discardsRecords, context),
    discardsRecords,
    startsHorizon: isDiscarded && isControl,
  };
}

function whenEmpty(
  batch: RecordBatch,
  discardsRecords: boolean,
  context: PlanContext,
): BatchPlan["whenEmpty"] {
  if (isLastOfProducer(batch, context)) return "retain-empty";
  // Where the pass ends must be told by the log, or a follower would not know how far it is.
  if (batch.nextOffset === context.roundEndOffset) return "retain-empty";
  return discardsRecords ? "delete" : "delete-empty";
}

function isLastOfProducer(batch: RecordBatch, { lastOfProducer }: PlanContext): boolean {
  if (!batch.hasProducerId) return false;
  const last = lastOfProducer(batch.producerId);
  if (last === undefined) return false;
  if (last.lastOffset !== -1) return batch.lastOffset === last.lastOffset;
  // Nothing but the marker tells the epoch that fences older ones.
  return batch.isControl && batch.producerEpoch === last.producerEpoch;
}
