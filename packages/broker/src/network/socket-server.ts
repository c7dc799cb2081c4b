import type {
  AssertionError,
  Connection,
  Listener,
  Logger,
  Receiver,
  Runtime,
  Timer,
} from "@naru/runtime";

import { AnswerWriter } from "./answer-writer.ts";
import { ClientConnection, type SharedByConnections } from "./client-connection.ts";
import { ConnectionCounts } from "./connection-counts.ts";
import type { NetworkLimits } from "./network-limits.ts";
import { RefusalLog } from "./refusal-log.ts";
import { RequestDispatch, type RequestTable } from "./request-dispatch.ts";
import { RequestMemory } from "./request-memory.ts";

export interface ListenerAddress {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

export interface SocketServerOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly listeners: readonly ListenerAddress[];
  readonly table: RequestTable;
  readonly limits: NetworkLimits;
  /** How many connections of each listener may wait to be accepted. */
  readonly backlog?: number;
  /** Connections are accepted, and what they send stays unread until `open`. */
  readonly isHeld?: boolean;
  /** A handler broke an invariant of our own: the broker should stop. */
  onBug?(error: AssertionError): void;
}

export interface SocketServerStats {
  readonly connections: number;
  readonly requests: number;
  /** Bytes of buffers that hold unfinished or waiting frames. */
  readonly heldRequestBytes: number;
}

/** The listeners of a broker and their connections. */
export class SocketServer {
  readonly #runtime: Runtime;
  readonly #refusals: RefusalLog;
  readonly #counts = new ConnectionCounts();
  readonly #connections = new Set<ClientConnection>();
  readonly #shared: SharedByConnections;
  #listeners: Listener[] = [];
  #endpoints: ListenerAddress[] = [];
  #connectionIndex = 0;
  #isClosing = false;
  /** Accepted before `open`; undefined once it was called. */
  #held: Connection[] | undefined;
  #timer: { readonly timer: Timer; readonly atMs: number } | undefined;
  #whenEmpty: (() => void) | undefined;

  /** Listens on every address, or on none: then the promise rejects. */
  static async listen(options: SocketServerOptions): Promise<SocketServer> {
    const server = new SocketServer(options);
    try {
      for (const address of options.listeners) await server.#listen(address, options.backlog);
    } catch (error) {
      await server.close(0);
      throw error;
    }
    return server;
  }

  private constructor(options: SocketServerOptions) {
    const { runtime, logger, table, limits } = options;
    if (options.isHeld === true) this.#held = [];
    this.#runtime = runtime;
    this.#refusals = new RefusalLog(runtime.clock, logger);
    this.#shared = {
      clock: runtime.clock,
      dispatch: new RequestDispatch({
        clock: runtime.clock,
        logger,
        table,
        onBug: (error) => options.onBug?.(error),
      }),
      memory: new RequestMemory(limits.requestBytesInFlightMax),
      writer: new AnswerWriter(runtime.clock),
      limits,
      warn: (message) => this.#refusals.warn(message),
      lookAgainAt: (atMs) => this.#lookAt(atMs),
      ended: (connection) => this.#ended(connection),
    };
  }

  /** Where it listens; a port that was 0 is the one that was found. */
  get endpoints(): readonly ListenerAddress[] {
    return this.#endpoints;
  }

  get stats(): SocketServerStats {
    return {
      connections: this.#connections.size,
      requests: this.#shared.dispatch.requestCount,
      heldRequestBytes: this.#shared.memory.heldBytes,
    };
  }

  /** Serves the connections that were held since `listen`, and those to come. */
  open(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const connection of held) connection.resume();
  }

  /** For configurations that change while the broker runs. Connections that exist stay. */
  updateLimits(limits: NetworkLimits): void {
    const before = this.#shared.limits;
    this.#shared.limits = limits;
    this.#shared.memory.limitBytes = limits.requestBytesInFlightMax;
    this.#shared.memory.wakeWaiting();
    const { idleMaxMs, frameTimeoutMs } = before;
    if (limits.idleMaxMs === idleMaxMs && limits.frameTimeoutMs === frameTimeoutMs) return;
    this.#lookAt(this.#runtime.clock.monotonicMs());
  }

  /** Accepts no more, answers what is under way for up to `graceMs`, and ends all connections. */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    await Promise.all(this.#listeners.splice(0).map((listener) => listener.close()));
    for (const connection of this.#connections) connection.closeGracefully();
    if (this.#connections.size > 0) await this.#emptyWithin(graceMs);
    for (const connection of this.#connections) connection.destroy();
    this.#timer?.timer.cancel();
    this.#timer = undefined;
  }

  async #listen(address: ListenerAddress, backlog: number | undefined): Promise<void> {
    const { host, port } = address;
    const accept = (connection: Connection) => this.#accept(connection, address);
    const where = { host, port, ...(backlog === undefined ? {} : { backlog }) };
    const listener = await this.#runtime.network.listen(where, accept);
    this.#listeners.push(listener);
    this.#endpoints.push({ name: address.name, host: address.host, port: listener.port });
  }

  #accept(connection: Connection, address: ListenerAddress): Receiver {
    const host = connection.remoteHost;
    const refusal = this.#counts.admit(host, this.#shared.limits);
    if (refusal !== undefined || this.#isClosing) {
      if (refusal === undefined) this.#counts.release(host);
      else
        this.#refusals.warn(
          `Connection from ${host}:${connection.remotePort} is refused: ${refusal}.`,
        );
      connection.destroy();
      return refusedReceiver;
    }
    const local = `${address.host}:${connection.localPort}`;
    const remote = `${host}:${connection.remotePort}`;
    const client = new ClientConnection(this.#shared, connection, {
      listenerName: address.name,
      connectionId: `${local}-${remote}-${this.#connectionIndex++}`,
    });
    this.#connections.add(client);
    if (this.#held !== undefined) {
      connection.pause();
      this.#held.push(connection);
    }
    this.#lookAt(client.checkTime(this.#runtime.clock.monotonicMs()));
    return client;
  }

  #ended(connection: ClientConnection): void {
    this.#connections.delete(connection);
    this.#counts.release(connection.clientHost);
    if (this.#connections.size === 0) this.#whenEmpty?.();
  }

  /** One timer for the times of all connections, at the earliest of them. */
  #lookAt(atMs: number): void {
    if (atMs === Number.POSITIVE_INFINITY) return;
    if (this.#timer !== undefined && this.#timer.atMs <= atMs) return;
    this.#timer?.timer.cancel();
    const delayMs = Math.max(0, atMs - this.#runtime.clock.monotonicMs());
    const timer = this.#runtime.clock.schedule(delayMs, () => this.#lookAtAll());
    this.#timer = { timer, atMs };
  }

  #lookAtAll(): void {
    this.#timer = undefined;
    const nowMs = this.#runtime.clock.monotonicMs();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const connection of this.#connections) {
      nextMs = Math.min(nextMs, connection.checkTime(nowMs));
    }
    if (this.#connections.size > 0) this.#lookAt(nextMs);
  }

  #emptyWithin(graceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#runtime.clock.schedule(graceMs, resolve);
      this.#whenEmpty = () => {
        timer.cancel();
        resolve();
      };
    });
  }
}

/** For a connection that was refused: nothing that happens to it matters any more. */
const refusedReceiver: Receiver = {
  receiveInto: () => undefined,
  received() {},
  drained() {},
  closed() {},
};
