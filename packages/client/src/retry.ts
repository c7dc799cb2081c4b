import type { Clock, Random } from "@naru/runtime";
import { TimeoutError } from "@naru/protocol";

/** How a call is tried again: Kafka's `retry.backoff[.max].ms` and `default.api.timeout.ms`. */
export interface RetryPolicy {
  readonly backoffMs: number;
  readonly backoffMaxMs: number;
  readonly timeoutMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  backoffMs: 100,
  backoffMaxMs: 1_000,
  timeoutMs: 60_000,
};

interface RetriableError {
  readonly code: string;
}

export interface RetryOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: RetryPolicy;
  /** Says no to a further attempt that the error alone would allow. */
  readonly mayRetry?: (error: RetriableError, attempts: number) => boolean;
}

/**
 * Runs `attempt` until it succeeds, fails for good, or the time is over; then the last error is the
 * cause of a TimeoutError. An error is tried again when it says `retriable`.
 */
export async function withRetries<T>(
  what: string,
  { clock, random, policy, mayRetry }: RetryOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  const deadlineMs = clock.monotonicMs() + policy.timeoutMs;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRetriable(error) || mayRetry?.(error, attempts) === false) throw error;
      // Full jitter: clients that failed together must not come back together.
      const ceilingMs = Math.min(policy.backoffMaxMs, policy.backoffMs * 2 ** (attempts - 1));
      const waitMs = random.next() * ceilingMs;
      if (clock.monotonicMs() + waitMs >= deadlineMs) {
        const last = error instanceof Error ? error.message : error.code;
        throw new TimeoutError(
          `${what}: not done within ${policy.timeoutMs} ms, in ${attempts} attempts. The last one: ${last}`,
          { cause: error },
        );
      }
      await clock.after(waitMs);
    }
  }
}

function isRetriable(error: unknown): error is RetriableError {
  return (
    typeof error === "object" && error !== null && "retriable" in error && error.retriable === true
  );
}
