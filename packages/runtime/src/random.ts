/**
 * Chance. Each component takes a stream of its own, so that one draw more here shifts nothing
 * there.
 */
export interface Random {
  /** A fraction, 0 <= x < 1. */
  next(): number;
  /** A whole number, 0 <= x < `limit`; `limit` is at most 2^32. */
  integer(limit: number): number;
  /** Fills and returns `target`. The real implementation is fit for secrets. */
  bytes(target: Uint8Array): Uint8Array;
  /** A stream that depends only on this one's seed and on `name`. */
  fork(name: string): Random;
}
