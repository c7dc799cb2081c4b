// A client for tests of a whole broker: one connection, requests of one version each, answers in
// order.
import {
  Reader,
  Writer,
  requestHeaderVersion,
  responseHeaderVersion,
  type ApiDefinition,
} from "@naru/protocol";
import type { Connection, Network, Receiver } from "@naru/runtime";

/** The two codecs of an API that a client needs. */
export interface Codec<RequestDraft, Response> {
  readonly api: ApiDefinition;
  readonly encode: (writer: Writer, request: RequestDraft, version: number) => void;
  readonly decode: (reader: Reader, version: number) => Response;
}

interface Waiting {
  answered(frame: Uint8Array): void;
  failed(error: Error): void;
}

export class WireClient implements Receiver {
  #connection: Connection | undefined;
  #bytes = Buffer.alloc(0);
  readonly #waiting: Waiting[] = [];
  #correlationId = 0;
  isClosed = false;
  /** Resolves when the broker has ended the connection. */
  readonly closedByBroker: Promise<void>;
  #tellClosed: () => void = () => {};

  private constructor() {
    this.closedByBroker = new Promise((resolve) => {
      this.#tellClosed = resolve;
    });
  }

  /** Connects to `host:port`. */
  static async connect(network: Network, bootstrapServers: string): Promise<WireClient> {
    const [host, port] = bootstrapServers.split(":");
    const client = new WireClient();
    const address = { host: host!, port: Number(port), timeoutMs: 10_000 };
    client.#connection = await network.connect(address, client);
    return client;
  }

  /** Sends at once; resolves with the answer, rejects when the connection ends before it. */
  call<RequestDraft, Response>(
    { api, encode, decode }: Codec<RequestDraft, Response>,
    request: RequestDraft,
    version = api.maxStableVersion,
  ): Promise<Response> {
    this.#send(api, version, (writer) => encode(writer, request, version));
    return new Promise((resolve, reject) => {
      if (this.isClosed) reject(new Error("the connection is closed"));
      this.#waiting.push({
        failed: reject,
        answered: (frame) => {
          const reader = new Reader(frame);
          reader.int32("correlation id");
          if (responseHeaderVersion(api, version) === 1) reader.skipTags();
          resolve(decode(reader, version));
        },
      });
    });
  }

  /** For a request that has no answer: acks=0. */
  tell<RequestDraft>(
    { api, encode }: Pick<Codec<RequestDraft, unknown>, "api" | "encode">,
    request: RequestDraft,
    version = api.maxStableVersion,
  ): void {
    this.#send(api, version, (writer) => encode(writer, request, version));
  }

  close(): void {
    this.#connection?.destroy();
  }

  receiveInto(): undefined {
    return undefined;
  }

  received(bytes: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    while (this.#bytes.length >= 4) {
      const end = 4 + this.#bytes.readInt32BE(0);
      if (end > this.#bytes.length) return;
      const frame = this.#bytes.subarray(4, end);
      this.#bytes = this.#bytes.subarray(end);
      this.#waiting.shift()?.answered(frame);
    }
  }

  drained(): void {}

  closed(): void {
    this.isClosed = true;
    for (const call of this.#waiting.splice(0)) call.failed(new Error("the connection ended"));
    this.#tellClosed();
  }

  #send(api: ApiDefinition, version: number, body: (writer: Writer) => void): void {
    const writer = new Writer();
    const mark = writer.beginFrame();
    writer.int16(api.key);
    writer.int16(version);
    this.#correlationId += 1;
    writer.int32(this.#correlationId);
    writer.nullableString("test", false);
    if (requestHeaderVersion(api, version) === 2) writer.uvarint(0);
    body(writer);
    writer.endFrame(mark);
    this.#connection?.write([writer.toBytes()]);
  }
}
