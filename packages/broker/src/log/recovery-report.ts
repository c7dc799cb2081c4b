/** What the start of a log found and did; the broker sums these up for the operator. */
export interface RecoveryReport {
  readonly wasClean: boolean;
  readonly segmentsVerified: number;
  readonly bytesVerified: number;
  /** Cut off because they were no whole, undamaged batch. */
  readonly bytesTruncated: number;
  /** The first offset that was cut off; undefined when nothing was. */
  readonly truncatedFrom: number | undefined;
  /** Segments behind the cut, which went with it. */
  readonly segmentsRemoved: number;
  readonly indexesRebuilt: number;
  /** `.deleted`, `.cleaned` and `.swap` files, and indexes without a log. */
  readonly leftovers: readonly string[];
  readonly elapsedMs: number;
}

/** One line for the operator; undefined when there is nothing to say. */
export function describeRecovery(name: string, report: RecoveryReport): string | undefined {
  const parts: string[] = [];
  if (report.segmentsVerified > 0) {
    parts.push(`${report.segmentsVerified} segment(s), ${report.bytesVerified} bytes verified`);
  }
  if (report.bytesTruncated > 0) {
    parts.push(`${report.bytesTruncated} bytes cut off from offset ${report.truncatedFrom} on`);
  }
  if (report.segmentsRemoved > 0) {
    parts.push(
      `${report.segmentsRemoved} segment(s) behind offset ${report.truncatedFrom} removed`,
    );
  }
  if (report.indexesRebuilt > 0)
    parts.push(`indexes of ${report.indexesRebuilt} segment(s) rebuilt`);
  if (report.leftovers.length > 0) parts.push(`leftovers tidied: ${report.leftovers.join(", ")}`);
  if (parts.length === 0) return undefined;
  return `${name}: opened after ${report.wasClean ? "a clean" : "an unclean"} stop: ${parts.join("; ")}.`;
}

/** One line about all logs of a folder that was not closed cleanly. */
export function describeRecoveries(reports: readonly RecoveryReport[]): string {
  const sum = (valueOf: (report: RecoveryReport) => number): number =>
    reports.reduce((total, report) => total + valueOf(report), 0);
  const cut = reports.filter(({ bytesTruncated }) => bytesTruncated > 0).length;
  const found =
    cut === 0
      ? "Nothing had to be cut off."
      : `${sum((report) => report.bytesTruncated)} bytes that were no whole batch were cut off ` +
        `the end of ${cut} of them.`;
  return (
    `The last stop was not clean: ${reports.length} log(s) were looked at, ` +
    `${sum((report) => report.bytesVerified)} bytes verified. ${found}`
  );
}
