import { once } from "node:events";
import * as net from "node:net";
import type { Address } from "../../../conformance/src/wire/connection.ts";

/** A request as bytes, and the answer that it must get each time. */
export interface RepeatedRequest {
  readonly request: Uint8Array;
  readonly answer: Uint8Array;
}

export interface Repetition {
  readonly connections: number;
  /** Requests under way on each connection. */
  readonly depth: number;
  /** Of all connections together. */
  readonly count: number;
}

const LENGTH_BYTES = 4;

/** Sends requests over and over, dealt out to the connections in turn; gives the seconds. */
export async function repeatRequests(
  address: Address,
  requests: readonly RepeatedRequest[],
  { connections, depth, count }: Repetition,
): Promise<number> {
  const streams: RequestStream[] = [];
  for (let at = 0; at < connections; at += 1) {
    const own = requests.filter((_, index) => index % connections === at);
    if (own.length === 0) own.push(requests[at % requests.length]!);
    const socket = net.connect({ host: address.host, port: address.port, noDelay: true });
    await once(socket, "connect");
    streams.push(new RequestStream(socket, own));
  }
  const startMs = performance.now();
  const share = Math.ceil(count / connections);
  await Promise.all(streams.map((stream) => stream.run(share, depth)));
  return (performance.now() - startMs) / 1000;
}

/** One connection: its requests in a circle, so its answers come in a circle, too. */
class RequestStream {
  readonly #socket: net.Socket;
  readonly #requests: readonly RepeatedRequest[];
  readonly #done = Promise.withResolvers<void>();
  #received: Buffer = Buffer.alloc(0);
  #toSend = 0;
  #toAnswer = 0;
  #sent = 0;
  #answered = 0;

  constructor(socket: net.Socket, requests: readonly RepeatedRequest[]) {
    this.#socket = socket;
    this.#requests = requests;
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", (error) => this.#done.reject(error));
    socket.on("close", () => this.#done.reject(new Error("a connection was closed under load.")));
  }

  async run(count: number, depth: number): Promise<void> {
    this.#toSend = count;
    this.#toAnswer = count;
    this.#send(depth);
    await this.#done.promise;
    this.#socket.destroy();
  }

  #send(count: number): void {
    const frames: Uint8Array[] = [];
    for (; frames.length < count && this.#sent < this.#toSend; this.#sent += 1) {
      frames.push(this.#requests[this.#sent % this.#requests.length]!.request);
    }
    if (frames.length > 0) this.#socket.write(Buffer.concat(frames));
  }

  #take(chunk: Buffer): void {
    const bytes = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    let at = 0;
    let answers = 0;
    while (bytes.length >= at + LENGTH_BYTES) {
      const end = at + LENGTH_BYTES + bytes.readInt32BE(at);
      if (end > bytes.length) break;
      if (!this.#isExpected(bytes.subarray(at + LENGTH_BYTES, end))) return;
      at = end;
      answers += 1;
    }
    this.#received = bytes.subarray(at);
    if (this.#answered === this.#toAnswer) this.#done.resolve();
    else this.#send(answers);
  }

  #isExpected(answer: Buffer): boolean {
    const expected = this.#requests[this.#answered % this.#requests.length]!.answer;
    this.#answered += 1;
    if (answer.equals(expected)) return true;
    const [found, wanted] = [answer, Buffer.from(expected)].map((bytes) => bytes.toString("hex"));
    this.#done.reject(new Error(`answer ${this.#answered}: ${found}, expected ${wanted}.`));
    this.#socket.destroy();
    return false;
  }
}
