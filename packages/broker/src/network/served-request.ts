import type { ClientSoftware, RequestContext } from "./api.ts";

/** What requests know of the connection they came by. */
export interface RequestOrigin {
  readonly clientHost: string;
  readonly listenerName: string;
  readonly connectionId: string;
  readonly principal: string;
  readonly clientSoftware: ClientSoftware;
  closeConnection(reason: string): void;
}

export interface RequestHead {
  readonly apiVersion: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  readonly receivedMs: number;
  /** May others that are pipelined begin before this one is answered? */
  readonly pipelined: boolean;
}

/** One request between its decoding and the moment its answer has been sent. */
export class ServedRequest implements RequestContext {
  readonly apiVersion: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  readonly receivedMs: number;
  pipelined: boolean;
  readonly #origin: RequestOrigin;
  #sent: (() => void)[] | undefined;
  #closed: (() => void)[] | undefined;
  #isAbandoned = false;
  /** It has a place among those under way: its answer came later than at once. */
  hasBegun = false;
  /** Writes the answer, once there is one: it may have to wait for its turn. */
  write: (() => void) | undefined;

  constructor(origin: RequestOrigin, head: RequestHead) {
    this.#origin = origin;
    this.apiVersion = head.apiVersion;
    this.correlationId = head.correlationId;
    this.clientId = head.clientId;
    this.receivedMs = head.receivedMs;
    this.pipelined = head.pipelined;
  }

  get clientHost(): string {
    return this.#origin.clientHost;
  }

  get listenerName(): string {
    return this.#origin.listenerName;
  }

  get connectionId(): string {
    return this.#origin.connectionId;
  }

  get principal(): string {
    return this.#origin.principal;
  }

  get clientSoftware(): ClientSoftware {
    return this.#origin.clientSoftware;
  }

  onSent(callback: () => void): void {
    if (this.#isAbandoned) callback();
    else (this.#sent ??= []).push(callback);
  }

  onClosed(callback: () => void): void {
    if (this.#isAbandoned) callback();
    else (this.#closed ??= []).push(callback);
  }

  holdLaterRequests(): void {
    this.pipelined = false;
  }

  closeConnection(reason: string): void {
    this.#origin.closeConnection(reason);
  }

  /** What waits for the answer to be sent, handed over to whoever sends it. */
  takeSentCallbacks(): readonly (() => void)[] {
    const callbacks = this.#sent ?? NONE;
    this.#sent = undefined;
    return callbacks;
  }

  /** The connection ended before the answer: tells those who wait for either. */
  abandon(): void {
    this.#isAbandoned = true;
    const closed = this.#closed ?? NONE;
    this.#closed = undefined;
    for (const callback of closed) callback();
    for (const callback of this.takeSentCallbacks()) callback();
  }
}

const NONE: readonly (() => void)[] = [];
