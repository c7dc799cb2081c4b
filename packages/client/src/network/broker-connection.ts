import type { Connection, NetworkError, Receiver, Runtime, Timer } from "@naru/runtime";
import {
  ClosedError,
  ConnectionError,
  ProtocolError,
  Reader,
  TimeoutError,
  Writer,
  requestHeaderVersion,
  responseHeaderVersion,
} from "@naru/protocol";
import { encodeRequestHeader } from "@naru/protocol/messages/request-header";
import { decodeResponseHeader } from "@naru/protocol/messages/response-header";
import { chooseVersion, type ApiCall, type BrokerVersions } from "./api-call.ts";
import { FrameCollector } from "./frame-collector.ts";

export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
}

export interface ConnectionOptions {
  readonly runtime: Runtime;
  readonly clientId: string;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

interface Waiting {
  readonly name: string;
  readonly headerVersion: 0 | 1;
  readonly timer: Timer;
  answer(reader: Reader): void;
  fail(error: Error): void;
}

/**
 * One connection to one broker. Requests go out as they come and are answered in the same order; a
 * request that is not answered in time ends the connection, as in Kafka's clients, for what follows
 * on it could only wait behind the lost one.
 */
export class BrokerConnection implements Receiver {
  readonly address: BrokerAddress;
  readonly #options: ConnectionOptions;
  readonly #frames = new FrameCollector((frame) => this.#answer(frame));
  readonly #writer = new Writer();
  readonly #waiting = new Map<number, Waiting>();
  #connection: Connection | undefined;
  #correlationId = 0;
  #error: Error | undefined;
  /** What the broker serves; empty until ApiVersions has been answered. */
  versions: BrokerVersions = new Map();

  private constructor(address: BrokerAddress, options: ConnectionOptions) {
    this.address = address;
    this.#options = options;
  }

  /** Connects; rejects with a ConnectionError. */
  static async connect(
    address: BrokerAddress,
    options: ConnectionOptions,
  ): Promise<BrokerConnection> {
    const connection = new BrokerConnection(address, options);
    const { runtime, connectTimeoutMs } = options;
    try {
      connection.#connection = await runtime.network.connect(
        { ...address, timeoutMs: connectTimeoutMs },
        connection,
      );
    } catch (error) {
      throw new ConnectionError(
        `${connection.#name}: no connection, expected a Kafka broker there. ${messageOf(error)}`,
        { cause: error },
      );
    }
    return connection;
  }

  get isOpen(): boolean {
    return this.#error === undefined;
  }

  /** Sends a request in the newest version that both sides speak, or in `options.version`. */
  request<RequestDraft, Response>(
    call: ApiCall<RequestDraft, Response>,
    request: RequestDraft,
    options: { version?: number; timeoutMs?: number; isUnanswered?: boolean } = {},
  ): Promise<Response> {
    const version = options.version ?? chooseVersion(call.api, this.versions);
    if (version === undefined) return Promise.reject(this.#unsupported(call));
    if (this.#error !== undefined) return Promise.reject(this.#error);
    const correlationId = this.#correlationId;
    this.#correlationId = (this.#correlationId + 1) & 0x7fff_ffff;
    let chunks: Uint8Array[];
    try {
      chunks = this.#frame(call, { correlationId, version, request });
    } catch (error) {
      this.#writer.reset();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    this.#connection?.write(chunks);
    // Only a Produce with acks=0: the caller expects nothing and must not look at the value.
    if (options.isUnanswered === true) return Promise.resolve(undefined as Response);
    return new Promise((resolve, reject) => {
      const timeoutMs = options.timeoutMs ?? this.#options.requestTimeoutMs;
      this.#waiting.set(correlationId, {
        name: call.api.name,
        headerVersion: responseHeaderVersion(call.api, version),
        timer: this.#options.runtime.clock.schedule(timeoutMs, () =>
          this.#giveUp(call.api.name, timeoutMs),
        ),
        answer: (reader) => resolve(call.decode(reader, version)),
        fail: reject,
      });
    });
  }

  close(): void {
    this.#fail(new ClosedError(`${this.#name}: the connection was closed by its owner.`));
  }

  receiveInto(): Uint8Array | undefined {
    return this.#frames.free;
  }

  received(bytes: Uint8Array): void {
    try {
      this.#frames.add(bytes);
    } catch (error) {
      this.#fail(new ConnectionError(`${this.#name}: ${messageOf(error)}`, { cause: error }));
    }
  }

  drained(): void {}

  closed(error: NetworkError | undefined): void {
    const why = error === undefined ? "the broker ended the connection" : error.message;
    this.#fail(new ConnectionError(`${this.#name}: ${why}.`, { cause: error }));
  }

  get #name(): string {
    return `${this.address.host}:${this.address.port}`;
  }

  #frame<RequestDraft>(
    call: ApiCall<RequestDraft, unknown>,
    {
      correlationId,
      version,
      request,
    }: { correlationId: number; version: number; request: RequestDraft },
  ): Uint8Array[] {
    const mark = this.#writer.beginFrame();
    encodeRequestHeader(
      this.#writer,
      {
        requestApiKey: call.api.key,
        requestApiVersion: version,
        correlationId,
        clientId: this.#options.clientId,
      },
      requestHeaderVersion(call.api, version),
    );
    call.encode(this.#writer, request, version);
    this.#writer.endFrame(mark);
    return this.#writer.finish();
  }

  #answer(frame: Uint8Array): void {
    const reader = new Reader(frame);
    // The correlation id comes first in every header version; it says which version follows.
    const correlationId = decodeResponseHeader(new Reader(frame), 0).correlationId;
    const waiting = this.#waiting.get(correlationId);
    if (waiting === undefined) {
      throw new RangeError(`an answer to request ${correlationId}, which nobody waits for`);
    }
    decodeResponseHeader(reader, waiting.headerVersion);
    this.#waiting.delete(correlationId);
    waiting.timer.cancel();
    try {
      waiting.answer(reader);
    } catch (error) {
      waiting.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #giveUp(api: string, timeoutMs: number): void {
    this.#fail(
      new TimeoutError(
        `${this.#name}: ${api} was not answered within ${timeoutMs} ms. The connection is given up.`,
      ),
    );
  }

  #fail(error: Error): void {
    if (this.#error !== undefined) return;
    this.#error = error;
    this.#connection?.destroy();
    for (const waiting of this.#waiting.values()) {
      waiting.timer.cancel();
      waiting.fail(error);
    }
    this.#waiting.clear();
  }

  #unsupported(call: ApiCall<never, unknown>): Error {
    const { name, minVersion, maxStableVersion } = call.api;
    const served = this.versions.get(call.api.key);
    const found = served === undefined ? "does not serve it" : `serves ${served.min}-${served.max}`;
    return new ProtocolError(
      "UNSUPPORTED_VERSION",
      `${this.#name}: ${name} is spoken here in versions ${minVersion}-${maxStableVersion}, and the ` +
        `broker ${found}. Nothing was sent.`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
