import type * as net from "node:net";

import type { Connection, Receiver } from "../network.ts";
import { NetworkError } from "../network.ts";
import { osCodeOf } from "./node-disk-error.ts";
import { sharedReceiveBuffer } from "./shared-receive-buffer.ts";

/** Pieces below this are copied together: a vector of many small ones costs the kernel more. */
const SMALL_BYTES = 512;

/** A socket, seen as its owner sees it. */
export class NodeConnection implements Connection {
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly localPort: number;
  readonly #socket: net.Socket;
  #receiver: Receiver | undefined;
  #error: NetworkError | undefined;
  #isPaused = false;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    // A peer that is gone already has no address any more.
    this.remoteHost = plainHost(socket.remoteAddress ?? "unknown");
    this.remotePort = socket.remotePort ?? 0;
    this.localPort = socket.localPort ?? 0;
  }

  get queuedBytes(): number {
    return this.#socket.writableLength;
  }

  /** From here on the receiver is called. */
  start(receiver: Receiver): void {
    this.#receiver = receiver;
    this.#socket.on("error", (error) => {
      const message = `connection to ${this.remoteHost}:${this.remotePort}: ${error.message}`;
      this.#error = new NetworkError(message, { code: osCodeOf(error) ?? "OTHER", cause: error });
    });
    this.#socket.once("close", () => receiver.closed(this.#error));
    // Without a reader of 'data' this only lets the end of the stream through.
    if (!this.#isPaused) this.#socket.resume();
  }

  /**
   * Where the next bytes should land; before `start`, and for most connections, the shared buffer.
   */
  readonly nextBuffer = (): Uint8Array => this.#receiver?.receiveInto() ?? sharedReceiveBuffer;

  /** Bytes that lie at the start of what `nextBuffer` gave. */
  readonly landed = (length: number, buffer: Uint8Array): void => {
    this.#receiver?.received(buffer.subarray(0, length));
  };

  /** Bytes that lie elsewhere, where reading into a given buffer does not work. */
  readonly arrived = (bytes: Uint8Array): void => {
    let rest = bytes;
    while (rest.byteLength > 0 && !this.#socket.destroyed) {
      const target = this.#receiver?.receiveInto();
      const part = rest.subarray(0, target?.byteLength ?? rest.byteLength);
      rest = rest.subarray(part.byteLength);
      target?.set(part);
      this.#receiver?.received(target?.subarray(0, part.byteLength) ?? part);
    }
  };

  write(chunks: readonly Uint8Array[]): boolean {
    const socket = this.#socket;
    if (!socket.writable) return false;
    const pieces = joinSmall(chunks);
    if (pieces.length === 0) return true;
    const last = pieces.pop()!;
    socket.cork();
    for (const piece of pieces) socket.write(piece);
    const takesMore = socket.write(last, this.#written);
    socket.uncork();
    return takesMore;
  }

  readonly #written = (error?: Error | null): void => {
    // A failed write is told by `closed`, and so is one that was still queued then.
    const isSent = error === undefined || error === null;
    if (isSent && this.#socket.writableLength === 0) this.#receiver?.drained();
  };

  pause(): void {
    this.#isPaused = true;
    this.#socket.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#socket.resume();
  }

  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }
}

/** The same bytes in fewer pieces: neighbours that are small become one. */
function joinSmall(chunks: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < chunks.length;) {
    let end = at;
    let bytes = 0;
    while (end < chunks.length && chunks[end]!.byteLength < SMALL_BYTES) {
      bytes += chunks[end]!.byteLength;
      end += 1;
    }
    if (end - at < 2) {
      if (chunks[at]!.byteLength > 0) pieces.push(chunks[at]!);
      at += 1;
      continue;
    }
    const piece = Buffer.allocUnsafe(bytes);
    for (let to = 0; at < end; at += 1) {
      piece.set(chunks[at]!, to);
      to += chunks[at]!.byteLength;
    }
    if (bytes > 0) pieces.push(piece);
  }
  return pieces;
}

/** An IPv4 peer of a socket that listens on all addresses is written as Kafka writes it. */
function plainHost(address: string): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}
