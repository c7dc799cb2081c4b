/**
 * `.kafka_cleanshutdown`: there only between a clean stop and the next start, which removes it
 * before it writes anything. With it, logs are trusted as they lie; without it, each is scanned
 * from its recovery point.
 *
 *   {"version":0,"brokerEpoch":9}
 *
 * `brokerEpoch` is the broker that stopped. A controller with eligible leader replicas (KIP-966)
 * takes a broker that cannot name its last epoch for one that may have lost what it acknowledged.
 */
export const CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

/** What the last clean stop left. */
export interface CleanShutdown {
  /** -1 when the file does not say. */
  readonly brokerEpoch: number;
}

export function formatCleanShutdown({ brokerEpoch }: CleanShutdown): string {
  return JSON.stringify({ version: 0, brokerEpoch });
}

/** A file that cannot be read still says that the stop was clean, as Kafka takes it. */
export function parseCleanShutdown(text: string): CleanShutdown {
  try {
    const { brokerEpoch } = JSON.parse(text) as { brokerEpoch?: unknown };
    return { brokerEpoch: Number.isSafeInteger(brokerEpoch) ? (brokerEpoch as number) : -1 };
  } catch {
    return { brokerEpoch: -1 };
  }
}
