import type { Logger, Runtime } from "@naru/runtime";
import type { ListenerAddress, SocketServer } from "../network/socket-server.ts";
import type { BrokerLifecycle } from "./broker-lifecycle.ts";
import type { Replicas } from "../partition/replicas.ts";
import type { Broker } from "./broker.ts";
import { closeCoordinators, type Coordinators } from "./coordinators.ts";
import type { Housekeeping } from "./housekeeping.ts";
import type { Logs } from "./logs.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";
import type { OpenedData } from "./opened-data.ts";

/** How long requests under way may take at a stop. */
const CLOSE_GRACE_MS = 1_000;

export interface BrokerParts {
  readonly runtime: Runtime;
  /** Whether the runtime was made for this broker, and ends with it. */
  readonly ownsRuntime: boolean;
  readonly logger: Logger;
  readonly data: OpenedData;
  readonly logs: Logs;
  readonly replicas: Replicas;
  readonly publisher: MetadataPublisher;
  readonly lifecycle: BrokerLifecycle;
  readonly housekeeping: Housekeeping;
  readonly server: SocketServer;
  readonly coordinators: Coordinators;
  readonly isInMemory: boolean;
}

/** A broker that serves, and how it ends: cleanly, or at once when its disk has failed. */
export class RunningBroker implements Broker {
  readonly closed: Promise<void>;
  readonly #parts: BrokerParts;
  readonly #settle: Settle;
  #closing: Promise<void> | undefined;
  #isOver = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(parts: BrokerParts) {
    this.#parts = parts;
    const { promise, ...settle } = Promise.withResolvers<void>();
    this.closed = promise;
    this.#settle = settle;
    // Who does not look at it must not be ended by it.
    this.closed.catch(() => {});
  }

  get endpoints(): readonly ListenerAddress[] {
    return this.#parts.server.endpoints;
  }

  get bootstrapServers(): string {
    return this.endpoints.map(({ host, port }) => `${bracketed(host)}:${port}`).join(",");
  }

  get clusterId(): string {
    return this.#parts.data.folder.clusterId;
  }

  get nodeId(): number {
    return this.#parts.data.folder.nodeId;
  }

  get dataDir(): string | undefined {
    return this.#parts.isInMemory ? undefined : this.#parts.data.folder.path;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /**
   * Stops without a clean mark: nothing is certain about what was written last, so the next start
   * must look at it.
   */
  fail(error: unknown): void {
    // Once the folder is given back, what becomes of it is no concern of this broker.
    if (this.#failure !== undefined || this.#isOver) return;
    this.#failure = { error };
    const { logger, lifecycle } = this.#parts;
    logger.error(
      `The broker stops: ${error instanceof Error ? error.message : String(error)} ` +
        `What was acknowledged is kept; the next start looks at what was written last.`,
    );
    // A stop that is under way does not wait for the controller's leave any longer.
    lifecycle.stop();
    this.#closing ??= this.#abandon();
    void this.#rejectOnceClosed(error);
  }

  async #rejectOnceClosed(error: unknown): Promise<void> {
    try {
      await this.#closing;
    } catch {
      // Who called `close` is told; here the first failure counts.
    }
    this.#settle.reject(error);
  }

  async #close(): Promise<void> {
    try {
      await this.#closeCleanly();
    } catch (error) {
      this.fail(error);
      await this.#abandon();
      throw error;
    }
    this.#settle.resolve();
  }

  /**
   * The order is Kafka's: leave the cluster, stop serving, close the logs, say that it was clean.
   */
  async #closeCleanly(): Promise<void> {
    const { lifecycle, server, coordinators, housekeeping } = this.#parts;
    const { publisher, replicas, logs, data } = this.#parts;
    await lifecycle.controlledShutdown();
    // Nobody leads any more: fetches that wait are answered by that, appends when they are synced.
    await publisher.whenPublished(data.controller.image.offset);
    // Members that wait for others are answered; no timer of a group runs any more.
    closeCoordinators(coordinators);
    await server.close(CLOSE_GRACE_MS);
    lifecycle.stop();
    await housekeeping.stop();
    await publisher.close();
    // What still runs for a client that has gone must not take a closed log for a failed disk.
    replicas.retireAll();
    this.#throwIfFailed();
    await logs.close({ clean: true });
    await data.controller.close();
    data.metadataLog.close();
    this.#throwIfFailed();
    await data.folder.markClean({ brokerEpoch: lifecycle.brokerEpoch });
    await this.#release();
  }

  async #abandon(): Promise<void> {
    const { lifecycle, server, coordinators, housekeeping } = this.#parts;
    const { publisher, replicas, logs, data, logger } = this.#parts;
    lifecycle.stop();
    void housekeeping.stop();
    // First of all nobody may be told anything any more.
    const closed = server.close(0);
    closeCoordinators(coordinators);
    await closed;
    await publisher.close();
    replicas.retireAll();
    await logs.close({ clean: false }).catch((error: unknown) => {
      logger.warn(`A log could not be closed: ${String(error)}`);
    });
    data.metadataLog.close();
    await this.#release();
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #release(): Promise<void> {
    const { data, runtime, ownsRuntime } = this.#parts;
    data.folder.release();
    this.#isOver = true;
    if (ownsRuntime) await runtime.workers.close();
  }
}

interface Settle {
  resolve(this: void): void;
  reject(this: void, error: unknown): void;
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
