import * as net from "node:net";

import type {
  Accept,
  ConnectAddress,
  Connection,
  ListenAddress,
  Listener,
  Network,
  Receiver,
} from "../network.ts";
import { NetworkError } from "../network.ts";
import { acceptByData, acceptOnRead } from "./accept-socket.ts";
import type { AcceptSocket } from "./accept-socket.ts";
import { NodeConnection } from "./node-connection.ts";
import { osCodeOf } from "./node-disk-error.ts";
import { OnRead } from "./on-read.ts";

/** TCP sockets, without Nagle's delay, with keep-alive, as Kafka sets them. */
export class NodeNetwork implements Network {
  readonly #acceptSocket: AcceptSocket;

  /**
   * `receiveBy` "data" reads with an allocation per chunk, for a Node whose private parts changed.
   */
  constructor(options: { receiveBy: "onread" | "data" }) {
    this.#acceptSocket = options.receiveBy === "onread" ? acceptOnRead : acceptByData;
  }

  listen(address: ListenAddress, accept: Accept): Promise<Listener> {
    const server = net.createServer({ pauseOnConnect: true, noDelay: true, keepAlive: true });
    server.on("connection", (socket) => {
      const connection = this.#acceptSocket(socket);
      connection.start(accept(connection));
    });
    return new Promise((resolve, reject) => {
      const onError = (error: Error): void => {
        reject(toNetworkError(`cannot listen on ${address.host}:${address.port}`, error));
      };
      server.once("error", onError);
      const { host, port, backlog } = address;
      server.listen({ host, port, ...(backlog === undefined ? {} : { backlog }) }, () => {
        server.off("error", onError);
        // A connection that could not be accepted (no descriptor is left) is lost, and the next one
        // may succeed. The peer sees its connection end.
        server.on("error", () => {});
        resolve(toListener(server, address.host));
      });
    });
  }

  connect(address: ConnectAddress, receiver: Receiver): Promise<Connection> {
    const where = `${address.host}:${address.port}`;
    return new Promise((resolve, reject) => {
      const onread = new OnRead();
      const options = { host: address.host, port: address.port, noDelay: true, keepAlive: true };
      const socket = net.connect({ ...options, onread });
      const onError = (error: Error): void => {
        clearTimeout(timeout);
        reject(toNetworkError(`cannot connect to ${where}`, error));
      };
      const timeout = setTimeout(() => {
        socket.off("error", onError).on("error", () => {});
        socket.destroy();
        const waited = `no answer within ${address.timeoutMs} ms`;
        reject(new NetworkError(`cannot connect to ${where}: ${waited}.`, { code: "TIMEOUT" }));
      }, address.timeoutMs);
      socket.once("error", onError);
      socket.once("connect", () => {
        clearTimeout(timeout);
        socket.off("error", onError);
        const connection = new NodeConnection(socket);
        onread.connection = connection;
        connection.start(receiver);
        resolve(connection);
      });
    });
  }
}

function toListener(server: net.Server, host: string): Listener {
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    host,
    port,
    // Node's own callback waits for the connections; the port is free as soon as this returns.
    async close() {
      server.close();
    },
  };
}

function toNetworkError(what: string, cause: Error): NetworkError {
  const code = osCodeOf(cause) ?? "OTHER";
  return new NetworkError(`${what}: ${cause.message}.`, { code, cause });
}
