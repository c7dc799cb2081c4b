/** What a pass over one log did. */
export interface CleaningReport {
  /** What was dirty before. */
  readonly startOffset: number;
  /** Below it every key has one record now. */
  readonly endOffset: number;
  readonly segmentsBefore: number;
  readonly segmentsAfter: number;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  readonly recordsBefore: number;
  readonly recordsAfter: number;
  readonly keys: number;
  readonly elapsedMs: number;
}

/** One line for the log of the broker. */
export function describeCleaning(name: string, report: CleaningReport): string {
  const { recordsBefore, recordsAfter, keys, startOffset, endOffset, elapsedMs } = report;
  return (
    `${name}: cleaned from offset ${startOffset} to ${endOffset} in ${Math.round(elapsedMs)} ms; ` +
    `${recordsAfter} of ${recordsBefore} records stay (${keys} keys were dirty), ` +
    `${report.bytesAfter} of ${report.bytesBefore} bytes, ` +
    `${report.segmentsAfter} of ${report.segmentsBefore} segments.`
  );
}
