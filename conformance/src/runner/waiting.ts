import * as timers from "node:timers/promises";

const STEP_MS = 25;

/** Waits until `attempt` gives something; throws with its last error when the limit is over. */
export async function until<T>(
  what: string,
  limitMs: number,
  attempt: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const endMs = performance.now() + limitMs;
  for (;;) {
    let cause: unknown;
    try {
      const found = await attempt();
      if (found !== undefined) return found;
    } catch (error) {
      if (error instanceof HopelessError) throw error;
      cause = error;
    }
    if (performance.now() > endMs) {
      throw new Error(`${what}: not seen within ${limitMs} ms.`, { cause });
    }
    await timers.setTimeout(STEP_MS);
  }
}

/** Ends the waiting at once: what is waited for cannot come any more. */
export class HopelessError extends Error {}

/** Gives what `promise` gives, or throws when that takes longer than the limit. */
export async function within<T>(what: string, limitMs: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`${what}: not done within ${limitMs} ms.`));
  }, limitMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
