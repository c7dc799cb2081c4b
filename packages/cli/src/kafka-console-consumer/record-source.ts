import type { FetchedRecord } from "@naru/client";

/** Where the console consumer has its records from. Whoever polls has used all that it polled. */
export interface RecordSource {
  /** The next records; none when `timeoutMs` pass without any. May take longer to begin. */
  poll(timeoutMs: number): Promise<readonly FetchedRecord[]>;
  /** Ends, also a poll that still waits; `left` is what was polled and not used. */
  close(left: readonly FetchedRecord[]): Promise<void>;
}
