/**
 * The record that ends a transaction in one partition, the only one of its control batch.
 *
 *   key    ┌─────────┬──────┐        value  ┌─────────┬──────────────────┐
 *          │ version │ type │               │ version │ coordinatorEpoch │
 *          └─────────┴──────┘               └─────────┴──────────────────┘
 *           int16     int16                  int16     int32
 *
 * type: 0 abort, 1 commit. Producer id and epoch are those of the batch's header. A later version
 * may add fields behind these, which are skipped.
 */
import {
  BATCH_HEADER_BYTES,
  RecordCursor,
  controlRecordType,
  endTransactionCoordinatorEpoch,
} from "@naru/protocol";
import type { RecordBatch } from "@naru/protocol";

export interface TransactionMarker {
  readonly isAbort: boolean;
  readonly coordinatorEpoch: number;
  readonly timestamp: number;
}

/** Reads the marker of a control batch; undefined for other control records and a cleaned batch. */
export function readTransactionMarker(batch: RecordBatch): TransactionMarker | undefined {
  if (batch.compressionCodec !== 0 || batch.count < 1) return undefined;
  const { bytes } = batch;
  const record = new RecordCursor(bytes, batch.position + BATCH_HEADER_BYTES, batch.endPosition);
  if (!record.next() || record.keyLength < 0 || record.valueLength < 0) return undefined;
  const type = controlRecordType(bytes.subarray(record.keyAt, record.keyAt + record.keyLength));
  const value = bytes.subarray(record.valueAt, record.valueAt + record.valueLength);
  const coordinatorEpoch = endTransactionCoordinatorEpoch(value);
  if ((type !== "ABORT" && type !== "COMMIT") || coordinatorEpoch === undefined) return undefined;
  const hasAppendTime = batch.timestampType === "LogAppendTime";
  const timestamp = hasAppendTime
    ? batch.maxTimestamp
    : batch.baseTimestamp + record.timestampDelta;
  return { isAbort: type === "ABORT", coordinatorEpoch, timestamp };
}
