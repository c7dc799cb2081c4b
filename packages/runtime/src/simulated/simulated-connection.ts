import { assert } from "../assert.ts";
import type { Clock } from "../clock.ts";
import type { Connection, Receiver } from "../network.ts";
import { NetworkError } from "../network.ts";
import type { Random } from "../random.ts";
import { SimulatedPipe } from "./simulated-pipe.ts";
import { fingerprint } from "./trace.ts";
import type { Trace } from "./trace.ts";

const SHARED_BYTES = 65_536;
/** A writer is told to stop when it has this much queued: Node's default for sockets. */
const QUEUED_BYTES_MAX = 65_536;
/**
 * What the shared buffer holds between two calls, so that a receiver that keeps a view is found
 * out.
 */
const STALE_BYTE = 0xdd;

const shared = new Uint8Array(SHARED_BYTES).fill(STALE_BYTE);

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface SimulatedConnectionOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly trace: Trace | undefined;
  readonly latencyMsMax: number;
  readonly local: Address;
  readonly remote: Address;
  /** True while nothing reaches the peer. */
  readonly isBlocked: () => boolean;
  readonly forget: (connection: SimulatedConnection) => void;
}

/** One end of a simulated connection. */
export class SimulatedConnection implements Connection {
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly localPort: number;
  readonly localHost: string;
  readonly #options: SimulatedConnectionOptions;
  /** From here to the peer. */
  readonly #out: SimulatedPipe;
  #peer: SimulatedConnection | undefined;
  #receiver: Receiver | undefined;
  #isClosed = false;
  #hasPeerEnded = false;
  /** We are gone, and the peer cannot hear of it yet. */
  #hasResetToSend = false;

  constructor(options: SimulatedConnectionOptions) {
    this.#options = options;
    this.localHost = options.local.host;
    this.localPort = options.local.port;
    this.remoteHost = options.remote.host;
    this.remotePort = options.remote.port;
    this.#out = new SimulatedPipe({
      ...options,
      deliver: (bytes) => this.#other().receive(bytes),
      ended: () => this.#other().peerEnded(),
      drained: () => this.#drained(),
      endSent: () => this.#closeWhenDone(),
    });
  }

  get queuedBytes(): number {
    return this.#out.queuedBytes;
  }

  joinTo(peer: SimulatedConnection): void {
    this.#peer = peer;
    peer.#peer = this;
  }

  start(receiver: Receiver): void {
    this.#receiver = receiver;
  }

  write(chunks: readonly Uint8Array[]): boolean {
    if (this.#isClosed || this.#out.hasEnd) return false;
    this.#out.write(chunks);
    return this.#out.queuedBytes < QUEUED_BYTES_MAX;
  }

  pause(): void {
    this.#other().#out.pause();
  }

  resume(): void {
    this.#other().#out.resume();
  }

  end(): void {
    this.#out.end();
  }

  destroy(): void {
    if (this.#isClosed) return;
    this.#out.dropQueue();
    this.#close(undefined);
    this.#sendReset();
  }

  /** The connection breaks: both ends see a reset, and what was under way is lost. */
  cut(): void {
    for (const end of [this, this.#other()]) {
      end.#out.break();
      end.#close(reset(end));
    }
  }

  /** The machine at this end is off: it learns nothing more, and its peer sees a reset. */
  abandon(): void {
    this.#receiver = undefined;
    this.destroy();
  }

  /** What was held back in this direction may arrive. */
  unblocked(): void {
    this.#out.unblocked();
    if (this.#hasResetToSend) this.#sendReset();
  }

  /** Called with bytes of the peer's; returns how many were taken. */
  receive(bytes: Uint8Array): number {
    const receiver = this.#receiver;
    if (this.#isClosed || receiver === undefined) return bytes.byteLength;
    const own = receiver.receiveInto();
    assert(own?.byteLength !== 0, "receiveInto gave a buffer without room");
    const target = own ?? shared;
    const landed = target.subarray(0, Math.min(bytes.byteLength, target.byteLength));
    landed.set(bytes.subarray(0, landed.byteLength));
    this.#note(`received ${landed.byteLength} ${fingerprint([landed])}`);
    receiver.received(landed);
    if (own === undefined) landed.fill(STALE_BYTE);
    return landed.byteLength;
  }

  /** The peer sends nothing more. As with Node's sockets, we send what is queued and end, too. */
  peerEnded(): void {
    this.#hasPeerEnded = true;
    this.#out.end();
    this.#closeWhenDone();
  }

  #other(): SimulatedConnection {
    assert(this.#peer !== undefined, "both ends of a connection are joined before they are used");
    return this.#peer;
  }

  #drained(): void {
    if (!this.#isClosed) this.#receiver?.drained();
  }

  #closeWhenDone(): void {
    if (this.#hasPeerEnded && this.#out.isSent) this.#close(undefined);
  }

  /** By seed, the peer still gets what was under way, or the reset overtakes it. */
  #sendReset(): void {
    const { clock, random, latencyMsMax, isBlocked } = this.#options;
    const peer = this.#other();
    if (random.integer(2) === 0) this.#out.break();
    clock.schedule(random.next() * latencyMsMax, () => {
      this.#hasResetToSend = isBlocked();
      if (!this.#hasResetToSend) peer.#close(reset(peer));
    });
  }

  #close(error: NetworkError | undefined): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const peer = this.#other();
    // Until both ends are closed, something of one may still be on its way to the other.
    if (peer.#isClosed) for (const end of [this, peer]) end.#options.forget(end);
    // Never inside a call that the owner makes, so that calls do not overlap.
    this.#options.clock.schedule(0, () => {
      this.#note(`closed ${error?.code ?? "in order"}`);
      this.#receiver?.closed(error);
    });
  }

  #note(what: string): void {
    const { localHost, localPort, remoteHost, remotePort } = this;
    this.#options.trace?.note(
      `net ${remoteHost}:${remotePort} -> ${localHost}:${localPort} ${what}`,
    );
  }
}

function reset(end: SimulatedConnection): NetworkError {
  const where = `${end.remoteHost}:${end.remotePort}`;
  return new NetworkError(`connection to ${where}: reset by the peer.`, { code: "ECONNRESET" });
}
