import type { Clock } from "../clock.ts";
import type {
  Accept,
  ConnectAddress,
  Connection,
  ListenAddress,
  Listener,
  Network,
  Receiver,
} from "../network.ts";
import { NetworkError } from "../network.ts";
import type { Random } from "../random.ts";
import { SimulatedConnection } from "./simulated-connection.ts";
import type { Address } from "./simulated-connection.ts";
import type { Trace } from "./trace.ts";

const FIRST_FREE_PORT = 40_000;
/** Names of the machine itself, and of all its addresses. */
const ownNames = new Set(["localhost", "127.0.0.1", "::1", "0.0.0.0", "::", ""]);

export interface SimulatedNetworkOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly trace?: Trace;
  /** How long bytes travel: between none and this. */
  readonly latencyMsMax?: number;
}

/**
 * Machines by name, and byte streams between them: delayed, cut up anew, cut off, and held back in
 * one or both directions. Within a connection bytes arrive in order; between connections the seed
 * decides.
 */
export class SimulatedNetwork {
  readonly #options: SimulatedNetworkOptions & { readonly latencyMsMax: number };
  readonly #listeners = new Map<string, { readonly port: number; readonly accept: Accept }>();
  readonly #connections = new Set<SimulatedConnection>();
  readonly #blocked = new Set<string>();
  #nextPort = FIRST_FREE_PORT;

  constructor(options: SimulatedNetworkOptions) {
    this.#options = { latencyMsMax: 2, ...options };
  }

  /** The network as the machine of this name sees it. Any other name leads to itself. */
  host(name: string): Network {
    return {
      listen: (address, accept) => this.#listen(name, address, accept),
      connect: (address, receiver) => this.#connect(name, address, receiver),
    };
  }

  /** Holds back all that goes from one machine to another: once for each direction. */
  block(from: string, to: string): void {
    this.#options.trace?.note(`net block ${from} ${to}`);
    this.#blocked.add(link(from, to));
  }

  /** Nothing gets through between the two groups, in either direction. */
  partition(one: readonly string[], other: readonly string[]): void {
    for (const a of one) {
      for (const b of other) {
        this.block(a, b);
        this.block(b, a);
      }
    }
  }

  /** All links carry again. What was held back arrives: TCP had repeated it meanwhile. */
  heal(): void {
    this.#options.trace?.note("net heal");
    this.#blocked.clear();
    for (const connection of this.#connections) connection.unblocked();
  }

  /** Resets the connections between two machines, those of one machine to itself included. */
  cut(a: string, b: string): void {
    for (const connection of this.#connections) {
      if (connection.localHost === a && connection.remoteHost === b) connection.cut();
    }
  }

  /** The machine is off: its listeners and connections are gone. */
  crash(host: string): void {
    for (const key of this.#listeners.keys()) {
      if (key.startsWith(`${host}:`)) this.#listeners.delete(key);
    }
    for (const connection of this.#connections) {
      if (connection.localHost === host) connection.abandon();
    }
  }

  async #listen(host: string, address: ListenAddress, accept: Accept): Promise<Listener> {
    const port = address.port === 0 ? this.#freePort() : address.port;
    const key = `${host}:${port}`;
    if (this.#listeners.has(key)) {
      const message = `cannot listen on ${address.host}:${port}: the address is in use.`;
      throw new NetworkError(message, { code: "EADDRINUSE" });
    }
    const listener = { port, accept };
    this.#listeners.set(key, listener);
    return {
      host: address.host,
      port,
      close: async () => {
        if (this.#listeners.get(key) === listener) this.#listeners.delete(key);
      },
    };
  }

  #connect(from: string, address: ConnectAddress, receiver: Receiver): Promise<Connection> {
    const { clock } = this.#options;
    const to = ownNames.has(address.host) ? from : address.host;
    const there: Address = { host: to, port: address.port };
    return new Promise((resolve, reject) => {
      const fail = (code: string, reason: string): void => {
        timeout.cancel();
        const where = `${address.host}:${address.port}`;
        reject(new NetworkError(`cannot connect to ${where}: ${reason}.`, { code }));
      };
      const timeout = clock.schedule(address.timeoutMs, () => {
        isWaiting = false;
        fail("TIMEOUT", `no answer within ${address.timeoutMs} ms`);
      });
      let isWaiting = true;
      // Asks, until the way there and the way back are free.
      const arrive = (): void => {
        if (!isWaiting) return;
        if (this.#isBlocked(from, to) || this.#isBlocked(to, from)) {
          this.#travel(arrive, 1);
          return;
        }
        isWaiting = false;
        const listener = this.#listeners.get(`${to}:${address.port}`);
        if (listener === undefined) {
          fail("ECONNREFUSED", "connection refused");
          return;
        }
        timeout.cancel();
        const [ours, theirs] = this.#pair({ host: from, port: this.#freePort() }, there);
        ours.start(receiver);
        theirs.start(listener.accept(theirs));
        this.#travel(() => resolve(ours), 0);
      };
      this.#travel(arrive, 0);
    });
  }

  #pair(here: Address, there: Address): [SimulatedConnection, SimulatedConnection] {
    const ours = this.#end(here, there);
    const theirs = this.#end(there, here);
    ours.joinTo(theirs);
    return [ours, theirs];
  }

  #end(local: Address, remote: Address): SimulatedConnection {
    const connection = new SimulatedConnection({
      clock: this.#options.clock,
      random: this.#options.random.fork(`${local.host}:${local.port}>${remote.port}`),
      trace: this.#options.trace,
      latencyMsMax: this.#options.latencyMsMax,
      local,
      remote,
      isBlocked: () => this.#isBlocked(local.host, remote.host),
      forget: (closed) => this.#connections.delete(closed),
    });
    this.#connections.add(connection);
    return connection;
  }

  #travel(arrive: () => void, msMin: number): void {
    const { clock, random, latencyMsMax } = this.#options;
    clock.schedule(msMin + random.next() * latencyMsMax, arrive);
  }

  #isBlocked(from: string, to: string): boolean {
    return this.#blocked.has(link(from, to));
  }

  #freePort(): number {
    this.#nextPort += 1;
    return this.#nextPort;
  }
}

function link(from: string, to: string): string {
  return `${from} > ${to}`;
}
