import { once } from "node:events";
import * as net from "node:net";
import {
  type ApiDefinition,
  Reader,
  requestHeaderVersion,
  responseHeaderVersion,
  Writer,
} from "@naru/protocol";
import { within } from "../runner/waiting.ts";

/** One API with the two codecs that a client needs. */
export interface Call<Draft, Response> {
  readonly api: ApiDefinition;
  readonly encode: (writer: Writer, draft: Draft, version: number) => void;
  readonly decode: (reader: Reader, version: number) => Response;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

const ANSWER_LIMIT_MS = 15_000;
const LENGTH_BYTES = 4;

/** A bare connection: what we send is what the broker gets, right or wrong. */
export class WireConnection implements Disposable {
  readonly socket: net.Socket;
  /** Resolves when the broker has closed the connection. */
  readonly closed: Promise<void>;
  #received: Buffer = Buffer.alloc(0);
  #waiting: (() => void) | undefined;
  #isClosed = false;
  #correlationId = 0;

  constructor(socket: net.Socket) {
    this.socket = socket;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.closed = promise;
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#waiting?.();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.#isClosed = true;
      this.#waiting?.();
      resolve();
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  static async open(address: Address): Promise<WireConnection> {
    const socket = net.connect({ host: address.host, port: address.port, noDelay: true });
    await once(socket, "connect");
    return new WireConnection(socket);
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** The next frame without its length; undefined when the connection ends before it. */
  async frame(): Promise<Buffer | undefined> {
    for (;;) {
      const bytes = this.#received;
      if (bytes.length >= LENGTH_BYTES) {
        const end = LENGTH_BYTES + bytes.readInt32BE(0);
        if (bytes.length >= end) {
          this.#received = bytes.subarray(end);
          return bytes.subarray(LENGTH_BYTES, end);
        }
      }
      if (this.#isClosed) return undefined;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }

  /** Sends a request and gives its answer; undefined when the broker closed the connection. */
  async ask<Draft, Response>(
    call: Call<Draft, Response>,
    version: number,
    draft: Draft,
  ): Promise<Response | undefined> {
    const correlationId = (this.#correlationId += 1);
    this.send(requestFrame(call, version, draft, correlationId));
    const frame = await within(`${call.api.name} ${version}`, ANSWER_LIMIT_MS, this.frame());
    if (frame === undefined) return undefined;
    const reader = new Reader(frame);
    const answered = reader.int32("correlationId");
    if (answered !== correlationId) {
      throw new Error(
        `${call.api.name}: answer to request ${answered}, expected ${correlationId}.`,
      );
    }
    if (responseHeaderVersion(call.api, version) === 1) reader.skipTags();
    return call.decode(reader, version);
  }

  /** As `ask`, where a closed connection is a failure. */
  async answer<Draft, Response>(
    call: Call<Draft, Response>,
    version: number,
    draft: Draft,
  ): Promise<Response> {
    const response = await this.ask(call, version, draft);
    if (response === undefined) {
      throw new Error(
        `${call.api.name} ${version}: the connection was closed, expected an answer.`,
      );
    }
    return response;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** A whole request as bytes, its length in front. */
export function requestFrame<Draft, Response>(
  call: Call<Draft, Response>,
  version: number,
  draft: Draft,
  correlationId: number,
): Uint8Array {
  const writer = new Writer();
  const frame = writer.beginFrame();
  writer.int16(call.api.key);
  writer.int16(version);
  writer.int32(correlationId);
  writer.nullableString("conformance", false);
  if (requestHeaderVersion(call.api, version) === 2) writer.uvarint(0);
  call.encode(writer, draft, version);
  writer.endFrame(frame);
  return writer.toBytes();
}
