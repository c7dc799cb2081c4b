/** Something that must be changed before the tree may land. */
export interface Finding {
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  /** What was found, what was expected, and what to do. */
  readonly message: string;
}

/** `path:line: message`, which terminals and editors turn into a link. */
export function formatFinding(finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  return `${place}: ${finding.message}`;
}
