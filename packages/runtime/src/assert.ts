/**
 * Stops on a broken invariant of our own. Input from a peer is checked and answered, never
 * asserted.
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** A broken invariant: a bug of ours, never a peer's or a user's mistake. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ASSERTION_FAILED";
}
