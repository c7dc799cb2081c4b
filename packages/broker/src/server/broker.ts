import type { ListenerAddress } from "../network/socket-server.ts";

/**
 * A running broker. `await using broker = await startBroker()` closes it at the end of its scope.
 */
export interface Broker extends AsyncDisposable {
  /** Where clients connect: `host:port`, by comma when there are several listeners. */
  readonly bootstrapServers: string;
  readonly endpoints: readonly ListenerAddress[];
  readonly clusterId: string;
  readonly nodeId: number;
  /** undefined when everything is kept in memory. */
  readonly dataDir: string | undefined;
  /** Resolves after `close`; rejects when the broker had to stop by itself (its disk failed). */
  readonly closed: Promise<void>;
  /** Stops cleanly: what is written is synced, and the next start need not look at it. */
  close(): Promise<void>;
}
