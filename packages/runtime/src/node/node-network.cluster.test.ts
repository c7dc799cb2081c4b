import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import * as net from "node:net";
import { suite, test } from "node:test";

import type { Connection, Listener, NetworkError, Receiver } from "../network.ts";
import { acceptOnRead } from "./accept-socket.ts";
import { NodeNetwork } from "./node-network.ts";
import { sharedReceiveBuffer } from "./shared-receive-buffer.ts";

const HOST = "127.0.0.1";

/** What one end of a connection saw; `until` waits for a state of it. */
class Recorder implements Receiver {
  readonly pieces: Buffer[] = [];
  readonly closings: (NetworkError | undefined)[] = [];
  drainedCount = 0;
  receivedBytes = 0;
  connection: Connection | undefined;
  onReceived: (bytes: Uint8Array) => void = () => {};
  readonly #changed = new EventEmitter();

  receiveInto(): Uint8Array | undefined {
    return undefined;
  }

  received(bytes: Uint8Array): void {
    this.receivedBytes += bytes.byteLength;
    this.pieces.push(Buffer.from(bytes));
    this.onReceived(bytes);
    this.#changed.emit("change");
  }

  drained(): void {
    this.drainedCount += 1;
    this.#changed.emit("change");
  }

  closed(error: NetworkError | undefined): void {
    this.closings.push(error);
    this.#changed.emit("change");
  }

  async until(isReached: (recorder: this) => boolean): Promise<void> {
    while (!isReached(this)) await once(this.#changed, "change");
  }

  text(): string {
    return Buffer.concat(this.pieces).toString();
  }
}

interface Server {
  readonly ends: Recorder[];
  readonly listener: Listener;
}

async function startServer(network: NodeNetwork, make = () => new Recorder()): Promise<Server> {
  const ends: Recorder[] = [];
  const listener = await network.listen({ host: HOST, port: 0 }, (connection) => {
    const end = make();
    end.connection = connection;
    ends.push(end);
    return end;
  });
  return { ends, listener };
}

for (const receiveBy of ["onread", "data"] as const) {
  suite(`sockets that are read by ${receiveBy}`, () => {
    const network = new NodeNetwork({ receiveBy });

    async function connect(server: Server): Promise<[Recorder, Recorder]> {
      const count = server.ends.length;
      const client = new Recorder();
      const address = { host: HOST, port: server.listener.port, timeoutMs: 5000 };
      client.connection = await network.connect(address, client);
      while (server.ends.length === count) await turn();
      return [client, server.ends.at(-1)!];
    }

    test("bytes arrive whole and in order in both directions", async () => {
      const server = await startServer(network);
      const [client, end] = await connect(server);
      const sent = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
      const chunks = Array.from({ length: 1000 }, (_, at) =>
        sent.subarray(at * 300, at * 300 + 300),
      );
      // Small pieces and a large one in one call.
      client.connection!.write([...chunks.slice(0, 500), sent.subarray(150_000)]);
      end.connection!.write(chunks);
      await Promise.all(
        [client, end].map((one) => one.until((its) => its.receivedBytes === 300_000)),
      );
      assert.deepEqual(Buffer.concat(end.pieces), sent);
      assert.deepEqual(Buffer.concat(client.pieces), sent);
      client.connection!.end();
      await Promise.all([client, end].map((one) => one.until((its) => its.closings.length > 0)));
      assert.deepEqual([client.closings, end.closings], [[undefined], [undefined]]);
      await server.listener.close();
    });

    test("the addresses of both ends are known", async () => {
      const server = await startServer(network);
      const [client, end] = await connect(server);
      assert.equal(end.connection!.remoteHost, HOST);
      assert.equal(end.connection!.localPort, server.listener.port);
      assert.equal(end.connection!.remotePort, client.connection!.localPort);
      client.connection!.destroy();
      await server.listener.close();
    });

    test("every write is followed by a call of drained", async () => {
      const server = await startServer(network);
      const [client] = await connect(server);
      for (let count = 1; count <= 3; count += 1) {
        client.connection!.write([Buffer.from("a")]);
        await client.until((its) => its.drainedCount === count);
      }
      assert.equal(client.connection!.queuedBytes, 0);
      client.connection!.destroy();
      await server.listener.close();
    });

    test("a reader that pauses makes the writer queue, and gets all when it resumes", async () => {
      const server = await startServer(network);
      const [client, end] = await connect(server);
      end.connection!.pause();
      const block = Buffer.alloc(1_000_000);
      let blockCount = 0;
      // The kernel's buffers take some megabytes first.
      do {
        blockCount += 1;
        if (!client.connection!.write([block])) await turn();
      } while (client.connection!.queuedBytes < 2 * block.length);
      assert.equal(end.receivedBytes, 0);
      const drainedBefore = client.drainedCount;
      end.connection!.resume();
      await end.until((its) => its.receivedBytes === blockCount * block.length);
      await client.until((its) => its.drainedCount > drainedBefore);
      assert.equal(client.connection!.queuedBytes, 0);
      client.connection!.destroy();
      await server.listener.close();
    });

    test("a connection that is paused while it is accepted brings nothing before it resumes", async () => {
      const end = new Recorder();
      const listener = await network.listen({ host: HOST, port: 0 }, (connection) => {
        connection.pause();
        end.connection = connection;
        return end;
      });
      const peer = net.connect(listener.port, HOST).on("error", () => {});
      peer.write("early");
      while (end.connection === undefined) await turn();
      for (let count = 0; count < 20; count += 1) await turn();
      assert.equal(end.receivedBytes, 0);
      end.connection.resume();
      await end.until((its) => its.text() === "early");
      peer.destroy();
      await listener.close();
    });

    test("a connection that is destroyed while it is accepted is closed", async () => {
      const end = new Recorder();
      const listener = await network.listen({ host: HOST, port: 0 }, (connection) => {
        connection.destroy();
        return end;
      });
      const peer = net.connect(listener.port, HOST).on("error", () => {});
      await end.until((its) => its.closings.length > 0);
      assert.deepEqual(end.closings, [undefined]);
      peer.destroy();
      await listener.close();
    });

    test("a peer that ends its half still gets the answer, and then the end", async () => {
      const server = await startServer(network);
      const peer = net.connect({ port: server.listener.port, host: HOST, allowHalfOpen: true });
      peer.end("question");
      while (server.ends.length === 0) await turn();
      const end = server.ends[0]!;
      end.onReceived = () => end.connection!.write([Buffer.from("answer")]);
      let answer = "";
      for await (const bytes of peer) answer += String(bytes);
      assert.equal(answer, "answer");
      await end.until((its) => its.closings.length === 1);
      assert.deepEqual(end.closings, [undefined]);
      await server.listener.close();
    });

    test("a reset closes the connection with the operating system's code, once", async () => {
      const server = await startServer(network);
      const peer = net.connect(server.listener.port, HOST);
      await once(peer, "connect");
      while (server.ends.length === 0) await turn();
      peer.resetAndDestroy();
      const end = server.ends[0]!;
      await end.until((its) => its.closings.length > 0);
      assert.equal(end.closings[0]?.code, "ECONNRESET");
      assert.equal(end.connection!.write([Buffer.from("late")]), false);
      end.connection!.destroy();
      await turn();
      assert.equal(end.closings.length, 1);
      await server.listener.close();
    });

    test("destroying a connection in the middle of its bytes ends the calls", async () => {
      const server = await startServer(network);
      const [client, end] = await connect(server);
      end.onReceived = () => end.connection!.destroy();
      client.connection!.write([Buffer.alloc(1_000_000)]);
      await end.until((its) => its.closings.length > 0);
      assert.equal(end.pieces.length, 1);
      assert.deepEqual(end.closings, [undefined]);
      await client.until((its) => its.closings.length > 0);
      await server.listener.close();
    });

    test("bytes land in the buffer that the receiver gives, after the first read", async () => {
      const frame = Buffer.alloc(64);
      class Assembler extends Recorder {
        override receiveInto(): Uint8Array | undefined {
          return frame.subarray(this.receivedBytes);
        }
        override received(bytes: Uint8Array): void {
          const isInFrame = bytes.buffer === frame.buffer;
          if (this.receivedBytes > 0 || receiveBy === "data") assert.ok(isInFrame);
          frame.set(bytes, this.receivedBytes);
          super.received(bytes);
        }
      }
      const server = await startServer(network, () => new Assembler());
      const [client, end] = await connect(server);
      for (const piece of ["one,", "two,", "three"]) {
        const before = end.receivedBytes;
        client.connection!.write([Buffer.from(piece)]);
        await end.until((its) => its.receivedBytes === before + piece.length);
      }
      assert.equal(frame.toString("utf8", 0, 13), "one,two,three");
      client.connection!.destroy();
      await server.listener.close();
    });

    test("closing a listener frees its port and leaves its connections", async () => {
      const server = await startServer(network);
      const [client, end] = await connect(server);
      const { port } = server.listener;
      const taken = network.listen({ host: HOST, port }, () => new Recorder());
      await assert.rejects(taken, { name: "NetworkError", code: "EADDRINUSE" });
      await server.listener.close();
      const again = await network.listen({ host: HOST, port }, () => new Recorder());
      client.connection!.write([Buffer.from("still here")]);
      await end.until((its) => its.text() === "still here");
      await again.close();
      client.connection!.destroy();
      const refused = network.connect({ host: HOST, port, timeoutMs: 5000 }, new Recorder());
      await assert.rejects(refused, { name: "NetworkError", code: "ECONNREFUSED" });
    });
  });
}

test("all connections without a frame begun read into one shared buffer", async () => {
  const network = new NodeNetwork({ receiveBy: "onread" });
  const views: Uint8Array[] = [];
  const server = await startServer(network, () => {
    const end = new Recorder();
    end.onReceived = (bytes) => void views.push(bytes);
    return end;
  });
  const clients: Recorder[] = [];
  for (let count = 0; count < 50; count += 1) {
    const client = new Recorder();
    const address = { host: HOST, port: server.listener.port, timeoutMs: 5000 };
    client.connection = await network.connect(address, client);
    clients.push(client);
  }
  for (let round = 1; round <= 2; round += 1) {
    for (const client of clients) client.connection!.write([Buffer.from("hello")]);
    while (views.length < round * clients.length) await turn();
  }
  for (const view of views) {
    assert.equal(view.buffer, sharedReceiveBuffer.buffer);
    assert.equal(view.byteOffset, sharedReceiveBuffer.byteOffset);
  }
  for (const client of clients) client.connection!.destroy();
  await server.listener.close();
});

// A later Node may change what is private to it.
test("a handle without the private part is read by data events", async () => {
  const end = new Recorder();
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    const { _handle: handle } = socket as unknown as { _handle: object };
    Object.defineProperty(handle, "useUserBuffer", { value: undefined });
    const connection = acceptOnRead(socket);
    assert.equal(socket.destroyed, false, "no second socket was made");
    connection.start(end);
  });
  server.listen(0, HOST);
  await once(server, "listening");
  net.connect((server.address() as net.AddressInfo).port, HOST).end("by data");
  await end.until((its) => its.closings.length > 0);
  assert.equal(end.text(), "by data");
  server.close();
});

/** The next turn of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
