/** Byte streams between addresses. */
export interface Network {
  /** Listens. Port 0 takes a free one: see `Listener.port`. */
  listen(address: ListenAddress, accept: Accept): Promise<Listener>;
  /** Connects; the promise rejects with a `NetworkError`. */
  connect(address: ConnectAddress, receiver: Receiver): Promise<Connection>;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** How many connections may wait to be accepted; without it the operating system decides. */
  readonly backlog?: number;
}

export interface ConnectAddress {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/** Called for each new connection; what it returns receives the bytes. */
export type Accept = (connection: Connection) => Receiver;

export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Takes no new connections; those that exist stay. */
  close(): Promise<void>;
}

/** The side of a connection that its owner implements. Calls never overlap. */
export interface Receiver {
  /**
   * Where the next bytes should land: the free tail of a frame that is being assembled. undefined
   * lets them land in a buffer that all connections share, so that an idle one holds none. Asked
   * once after each `received`, and the answer stands until the next one; the first bytes of a
   * connection always land in the shared buffer.
   */
  receiveInto(): Uint8Array | undefined;
  /**
   * Bytes that arrived. They lie at the start of what `receiveInto` gave (the same memory), or in
   * the shared buffer, where they are valid only until this call returns.
   */
  received(bytes: Uint8Array): void;
  /**
   * All that had been written has been handed to the operating system, so its buffers may be used
   * again. Comes after every write, once for several that went out together.
   */
  drained(): void;
  /**
   * The last call, once for each connection that was accepted or connected. `error` is undefined
   * after an orderly end and after our own `destroy`. When the peer ends its half, what is queued
   * is still sent, and then the connection is closed.
   */
  closed(error: NetworkError | undefined): void;
}

export interface Connection {
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly localPort: number;
  /** Bytes written and not yet handed to the operating system. */
  readonly queuedBytes: number;
  /**
   * Queues bytes. They must not change until `drained`. Returns false when the peer reads more
   * slowly than we write: stop until `drained`. After the end of the connection nothing is sent.
   */
  write(chunks: readonly Uint8Array[]): boolean;
  /** Stops and resumes `received`: back-pressure. */
  pause(): void;
  resume(): void;
  /** Sends what is queued, then ends. */
  end(): void;
  /** Ends at once; queued bytes are lost. */
  destroy(): void;
}

/**
 * A connection that failed: `code` is the operating system's (ECONNREFUSED, ECONNRESET, ...) or
 * "TIMEOUT".
 */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  readonly code: string;

  constructor(message: string, options: { code: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = options.code;
  }
}
