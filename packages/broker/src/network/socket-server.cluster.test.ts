// The network on real sockets: what the simulated one cannot show (buffers that the operating
// system fills, memory that stays flat).
import assert from "node:assert/strict";
import * as net from "node:net";
import { test } from "node:test";

import { nodeRuntime } from "@naru/runtime/node";

import type { Api } from "./api.ts";
import { defaultNetworkLimits, type NetworkLimits } from "./network-limits.ts";
import { echoApi, echoRequest, loggerInto, requestFrame } from "./network-rig.test.ts";
import { SocketServer } from "./socket-server.ts";

const ECHO = 3;
const SUM = 10;

/** Adds up the bytes of its body, so that one wrong byte shows. */
const sumApi: Api<Uint8Array, number> = {
  key: SUM,
  name: "Sum",
  minVersion: 0,
  maxVersion: 0,
  decode: (reader) => reader.bytes("body", false),
  handle: (bytes) => sumOf(bytes),
  encode: (writer, sum) => writer.int32(sum),
};

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum * 31 + byte) | 0;
  return sum;
}

async function start(receiveBy: "onread" | "data", limits: Partial<NetworkLimits> = {}) {
  const lines: string[] = [];
  const apis = [echoApi(ECHO, (text) => text), sumApi];
  const server = await SocketServer.listen({
    runtime: nodeRuntime({ receiveBy }),
    logger: loggerInto(lines),
    listeners: [{ name: "PLAINTEXT", host: "127.0.0.1", port: 0 }],
    table: { find: (key) => apis.find((api) => api.key === key) },
    limits: { ...defaultNetworkLimits, ...limits },
  });
  return { server, lines, port: server.endpoints[0]!.port };
}

/** A socket with the frames that came back. */
class Client {
  readonly socket: net.Socket;
  #bytes = Buffer.alloc(0);
  #waiting: (() => void)[] = [];

  constructor(port: number) {
    this.socket = net.connect(port, "127.0.0.1");
    this.socket.setNoDelay(true);
    this.socket.on("error", () => {});
    this.socket.on("data", (bytes: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, bytes]);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  async next(): Promise<Buffer> {
    for (;;) {
      const size = this.#bytes.length >= 4 ? this.#bytes.readInt32BE(0) : Infinity;
      if (this.#bytes.length >= 4 + size) {
        const frame = this.#bytes.subarray(4, 4 + size);
        this.#bytes = this.#bytes.subarray(4 + size);
        return frame;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  closed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.closed) resolve();
      else this.socket.once("close", () => resolve());
    });
  }
}

function sumRequest(bytes: Uint8Array, correlationId: number): Uint8Array {
  return requestFrame({ key: SUM, version: 0, correlationId }, (writer) =>
    writer.bytes(bytes, false),
  );
}

function bytesOf(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 7 + seed) & 0xff);
}

for (const receiveBy of ["onread", "data"] as const) {
  test(`frames of all sizes arrive whole, read by ${receiveBy}`, async () => {
    const { server, port } = await start(receiveBy);
    const client = new Client(port);
    const other = new Client(port);
    const sizes = [1, 60_000, 65_536, 1_000_000, 5_000_000, 12, 300_000, 9];
    for (const [index, size] of sizes.entries()) {
      client.socket.write(sumRequest(bytesOf(size, index), index));
      other.socket.write(sumRequest(bytesOf(size, index + 100), index));
    }
    for (const [index, size] of sizes.entries()) {
      assert.equal((await client.next()).readInt32BE(4), sumOf(bytesOf(size, index)));
      assert.equal((await other.next()).readInt32BE(4), sumOf(bytesOf(size, index + 100)));
    }
    assert.equal(server.stats.heldRequestBytes, 0);
    client.socket.destroy();
    other.socket.destroy();
    await server.close(0);
  });
}

test("a hundred idle connections, half a frame, garbage and 2 GiB announced harm nobody", async () => {
  const { server, lines, port } = await start("onread", { frameTimeoutMs: 300 });
  const idle = Array.from({ length: 100 }, () => new Client(port));
  const half = new Client(port);
  half.socket.write(echoRequest(ECHO, 1, "half").subarray(0, 10));
  const garbage = new Client(port);
  garbage.socket.write("GET / HTTP/1.1\r\n\r\n");
  const huge = new Client(port);
  huge.socket.write(Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0, 3));
  await Promise.all([garbage.closed(), huge.closed(), half.closed()]);
  const asking = new Client(port);
  for (let id = 0; id < 1_000; id += 1) {
    asking.socket.write(echoRequest(ECHO, id, "fine"));
    assert.equal((await asking.next()).readInt32BE(0), id);
  }
  assert.equal(server.stats.connections, 101);
  assert.equal(server.stats.heldRequestBytes, 0);
  assert.equal(lines.length, 3);
  for (const client of [...idle, asking]) client.socket.destroy();
  await server.close(0);
});

test("a client that never reads is held back, not kept in memory", async () => {
  const { server, port } = await start("onread");
  const deaf = new Client(port);
  deaf.socket.pause();
  const request = echoRequest(ECHO, 1, "z".repeat(30_000));
  const burst = Buffer.concat(Array.from({ length: 30 }, () => request));
  const bursts = 100;
  for (let index = 0; index < bursts; index += 1) deaf.socket.write(burst);
  const asking = new Client(port);
  for (let id = 0; id < 500; id += 1) {
    asking.socket.write(echoRequest(ECHO, id, "fine"));
    await asking.next();
  }
  // 3,000 were asked for: 90 MB of answers. The backlog and the sockets' own buffers take a few MB.
  const served = server.stats.requests - 500;
  assert.ok(served > 30 && served < 1_000, `${served} requests were served`);
  deaf.socket.destroy();
  asking.socket.destroy();
  await server.close(0);
});

test("closing answers a request under way and refuses new connections", async () => {
  const { server, port } = await start("onread");
  const client = new Client(port);
  client.socket.write(echoRequest(ECHO, 1, "a"));
  await client.next();
  await server.close(1_000);
  await client.closed();
  const late = new Client(port);
  const error = await new Promise<NodeJS.ErrnoException>((resolve) =>
    late.socket.once("error", resolve),
  );
  assert.equal(error.code, "ECONNREFUSED");
});
