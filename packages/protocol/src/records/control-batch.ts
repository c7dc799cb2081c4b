/**
 * Control batches: what brokers write among the records for each other, never seen by a consumer.
 *
 *   key:   version i16 = 0 │ type i16
 *   value of COMMIT and ABORT: version i16 = 0 │ coordinatorEpoch i32
 *   value of the others: a message of Kafka's schemas, whose body begins with its own version
 */
import { int16At, int32At, putInt16, putInt32 } from "./big-endian.ts";
import { RecordBatchBuilder, type BatchOptions } from "./record-batch-builder.ts";

/** The types of control records, by name. */
export const controlRecordTypes = {
  ABORT: 0,
  COMMIT: 1,
  LEADER_CHANGE: 2,
  SNAPSHOT_HEADER: 3,
  SNAPSHOT_FOOTER: 4,
  KRAFT_VERSION: 5,
  KRAFT_VOTERS: 6,
} as const satisfies { readonly [name: string]: number };

/** The name of a control record's type. */
export type ControlRecordType = keyof typeof controlRecordTypes;

const names = Object.keys(controlRecordTypes) as ControlRecordType[];
const CONTROL_KEY_BYTES = 4;
const END_TRANSACTION_VALUE_BYTES = 6;

/** One control record: its type and the bytes of its value. */
export interface ControlRecord {
  readonly type: ControlRecordType;
  readonly value: Uint8Array;
}

/** Whether a transaction's records become visible or are passed over. */
export interface EndTransactionMarker {
  readonly type: "COMMIT" | "ABORT";
  readonly coordinatorEpoch: number;
}

/** Builds a control batch; all its records carry the one timestamp. */
export function buildControlBatch(
  records: readonly ControlRecord[],
  timestamp: number,
  options: BatchOptions = {},
): Uint8Array {
  const builder = new RecordBatchBuilder(256).begin({ ...options, isControl: true });
  for (const { type, value } of records) {
    builder.append({ timestamp, key: controlRecordKey(type), value });
  }
  return builder.build();
}

/** Builds the marker that ends a producer's transaction in a partition. */
export function buildEndTransactionBatch(
  marker: EndTransactionMarker,
  timestamp: number,
  options: BatchOptions & Required<Pick<BatchOptions, "producerId" | "producerEpoch">>,
): Uint8Array {
  const value = new Uint8Array(END_TRANSACTION_VALUE_BYTES);
  putInt32(value, 2, marker.coordinatorEpoch);
  const { type } = marker;
  return buildControlBatch([{ type, value }], timestamp, { ...options, isTransactional: true });
}

/** The key of a control record. */
export function controlRecordKey(type: ControlRecordType): Uint8Array {
  const key = new Uint8Array(CONTROL_KEY_BYTES);
  putInt16(key, 2, controlRecordTypes[type]);
  return key;
}

/**
 * The type that a control record's key names; undefined for one from a newer Kafka, which is
 * skipped.
 */
export function controlRecordType(key: Uint8Array | null): ControlRecordType | undefined {
  if (key === null || key.length < CONTROL_KEY_BYTES || int16At(key, 0) < 0) return undefined;
  return names[int16At(key, 2)];
}

/** Reads the value of a COMMIT or ABORT; undefined when it is too short. */
export function endTransactionCoordinatorEpoch(value: Uint8Array | null): number | undefined {
  if (value === null || value.length < END_TRANSACTION_VALUE_BYTES) return undefined;
  return int32At(value, 2);
}
