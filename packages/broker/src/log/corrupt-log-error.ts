/**
 * A file of a partition holds something that a crash cannot explain: records that had been made
 * durable have changed. The partition is not opened, so that nothing acknowledged is dropped
 * silently.
 */
export class CorruptLogError extends Error {
  override readonly name = "CorruptLogError";
  readonly code = "CORRUPT_LOG";
  readonly retriable = false;
  readonly path: string;
  /** What an operator can do. */
  readonly hint: string;

  constructor(message: string, options: { path: string; hint: string }) {
    super(message);
    this.path = options.path;
    this.hint = options.hint;
  }
}
