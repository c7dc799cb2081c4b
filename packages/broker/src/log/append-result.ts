import type { ErrorName } from "@naru/protocol";

export interface RecordError {
  readonly batchIndex: number;
  readonly message: string | null;
}

/**
 * What an append says at once; whether the bytes reached the file is told at the end of the turn.
 */
export interface AppendResult {
  readonly error: ErrorName;
  readonly message: string | null;
  readonly recordErrors: readonly RecordError[];
  /** -1 with an error. */
  readonly firstOffset: number;
  readonly lastOffset: number;
  /** -1 where the records keep the producer's times, but for a duplicate: its largest time. */
  readonly logAppendTimeMs: number;
  readonly logStartOffset: number;
  /** The batch was already there: the offsets are those of the first time. */
  readonly duplicate: boolean;
}

const NO_RECORD_ERRORS: readonly RecordError[] = [];

/** An append that did not take place. */
export function refusedAppend(
  refusal: { error: ErrorName; message?: string | null; recordErrors?: readonly RecordError[] },
  logStartOffset: number,
): AppendResult {
  return {
    error: refusal.error,
    message: refusal.message ?? null,
    recordErrors: refusal.recordErrors ?? NO_RECORD_ERRORS,
    firstOffset: -1,
    lastOffset: -1,
    logAppendTimeMs: -1,
    logStartOffset,
    duplicate: false,
  };
}

/** Offsets that were given, now or, for a duplicate, the first time. */
export function acceptedAppend(
  offsets: { first: number; last: number },
  options: { logAppendTimeMs: number; logStartOffset: number; duplicate: boolean },
): AppendResult {
  return {
    error: "NONE",
    message: null,
    recordErrors: NO_RECORD_ERRORS,
    firstOffset: offsets.first,
    lastOffset: offsets.last,
    logAppendTimeMs: options.logAppendTimeMs,
    logStartOffset: options.logStartOffset,
    duplicate: options.duplicate,
  };
}
