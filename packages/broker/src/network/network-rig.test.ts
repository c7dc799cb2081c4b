// What the tests of the network share: a server on a simulated world, and a client that sends
// bytes.
import { Writer } from "@naru/protocol";
import type { Connection, Logger, Network, Receiver } from "@naru/runtime";
import { simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";

import type { AnyApi, Api, RequestContext } from "./api.ts";
import { defaultNetworkLimits, type NetworkLimits } from "./network-limits.ts";
import { SocketServer } from "./socket-server.ts";

export interface Rig {
  readonly sim: SimulatedRuntime;
  readonly server: SocketServer;
  readonly lines: string[];
  readonly connect: () => Promise<RawClient>;
}

export async function startRig(options: {
  readonly apis: readonly AnyApi[];
  readonly limits?: Partial<NetworkLimits>;
  readonly seed?: number;
  /** Told of each write of the server's. */
  readonly onWrite?: (chunks: readonly Uint8Array[]) => void;
}): Promise<Rig> {
  const sim = simulatedRuntime({ seed: options.seed ?? 1 });
  const lines: string[] = [];
  const server = await sim.run(
    SocketServer.listen({
      runtime: { ...sim, network: watched(sim.network, options.onWrite) },
      logger: loggerInto(lines),
      listeners: [{ name: "PLAINTEXT", host: "localhost", port: 0 }],
      table: { find: (key) => options.apis.find((api) => api.key === key) },
      limits: { ...defaultNetworkLimits, ...options.limits },
    }),
  );
  const { port } = server.endpoints[0]!;
  return {
    sim,
    server,
    lines,
    connect: () => connectTo(sim, port),
  };
}

/** The same network, which tells of what is written to accepted connections. */
function watched(
  network: Network,
  onWrite: ((chunks: readonly Uint8Array[]) => void) | undefined,
): Network {
  if (onWrite === undefined) return network;
  return {
    connect: (address, receiver) => network.connect(address, receiver),
    listen: (address, accept) =>
      network.listen(address, (connection) => {
        const write = connection.write.bind(connection);
        connection.write = (chunks) => {
          onWrite(chunks);
          return write(chunks);
        };
        return accept(connection);
      }),
  };
}

export function connectTo(sim: SimulatedRuntime, port: number): Promise<RawClient> {
  return sim.run(RawClient.connect(sim.network, { host: "localhost", port }));
}

export function loggerInto(lines: string[]): Logger {
  const add = (line: string): void => {
    lines.push(line);
  };
  return { error: add, warn: add, info: add, debug: () => {} };
}

/** Sends bytes and collects what comes back. */
export class RawClient implements Receiver {
  #connection: Connection | undefined;
  #bytes = Buffer.alloc(0);
  isClosed = false;
  /** How often bytes came: the number of writes, where the network does not cut them. */
  arrivals = 0;

  static async connect(
    network: Network,
    { host, port }: { host: string; port: number },
  ): Promise<RawClient> {
    const client = new RawClient();
    client.#connection = await network.connect({ host, port, timeoutMs: 10_000 }, client);
    return client;
  }

  receiveInto(): undefined {
    return undefined;
  }

  received(bytes: Uint8Array): void {
    this.arrivals += 1;
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
  }

  drained(): void {}

  closed(): void {
    this.isClosed = true;
  }

  send(bytes: Uint8Array): void {
    this.#connection?.write([bytes]);
  }

  stopReading(): void {
    this.#connection?.pause();
  }

  readOn(): void {
    this.#connection?.resume();
  }

  end(): void {
    this.#connection?.end();
  }

  /** The answers so far, each without its size. */
  answers(): Buffer[] {
    const frames: Buffer[] = [];
    let at = 0;
    while (this.#bytes.length - at >= 4) {
      const end = at + 4 + this.#bytes.readInt32BE(at);
      if (end > this.#bytes.length) break;
      frames.push(this.#bytes.subarray(at + 4, end));
      at = end;
    }
    return frames;
  }

  /** `correlation id: text` of each answer of an `echoApi`. */
  echoes(): string[] {
    return this.answers().map((frame) => {
      const text = frame.subarray(6, 6 + frame.readInt16BE(4)).toString();
      return `${frame.readInt32BE(0)}: ${text}`;
    });
  }
}

type EchoHandler = (text: string, context: RequestContext) => ReturnType<EchoApi["handle"]>;
type EchoApi = Api<string, string>;

/** A key of Kafka's, with a request and a response that are one string: enough for the network. */
export function echoApi(
  key: number,
  handle: EchoHandler,
  more: Partial<Pick<EchoApi, "failed" | "pipelined" | "unsupportedVersion">> = {},
): EchoApi {
  return {
    key,
    name: `Echo${key}`,
    minVersion: 0,
    maxVersion: 3,
    decode: (reader) => reader.string("text", false),
    handle,
    encode: (writer, text) => writer.string(text, false),
    ...more,
  };
}

/** One request frame of an `echoApi`. */
export function echoRequest(key: number, correlationId: number, text: string): Uint8Array {
  return requestFrame({ key, version: 0, correlationId }, (writer) => writer.string(text, false));
}

/** A frame with a classic request header. */
export function requestFrame(
  head: { readonly key: number; readonly version: number; readonly correlationId: number },
  body: (writer: Writer) => void,
): Uint8Array {
  const writer = new Writer();
  const mark = writer.beginFrame();
  writer.int16(head.key);
  writer.int16(head.version);
  writer.int32(head.correlationId);
  writer.nullableString("test", false);
  body(writer);
  writer.endFrame(mark);
  return writer.toBytes();
}

/** A promise that a test settles. */
export function gate<Value>(): {
  readonly promise: Promise<Value>;
  readonly open: (value: Value) => void;
} {
  let open: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
