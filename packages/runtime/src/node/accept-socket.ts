import * as net from "node:net";

import { NodeConnection } from "./node-connection.ts";
import { OnRead } from "./on-read.ts";

/** Makes a connection of a socket that a server accepted, paused (`pauseOnConnect`). */
export type AcceptSocket = (accepted: net.Socket) => NodeConnection;

/**
 * Lets the bytes land in a buffer of ours. 'data' events allocate 64 KiB for each read, which costs
 * two to three times the processor time. `net.createServer` ignores `onread` (Node 20 to 26), so
 * the handle is moved to a second socket that is made with it. `_handle` is private to Node: where
 * it is missing, `acceptByData` does the same more slowly.
 */
export function acceptOnRead(accepted: net.Socket): NodeConnection {
  const holder = accepted as unknown as { _handle: unknown };
  const handle = holder._handle;
  if (!isTcpHandle(handle)) return acceptByData(accepted);
  holder._handle = null;
  // The server counts its open sockets; this one was only an envelope.
  accepted.destroy();
  const onread = new OnRead();
  // A handle of the private kind, which the types do not know.
  const socket = new net.Socket({ handle: handle as never, onread });
  const connection = new NodeConnection(socket);
  onread.connection = connection;
  return connection;
}

/** The public way: 'data' events. */
export function acceptByData(accepted: net.Socket): NodeConnection {
  const connection = new NodeConnection(accepted);
  accepted.on("data", connection.arrived);
  return connection;
}

function isTcpHandle(handle: unknown): boolean {
  if (typeof handle !== "object" || handle === null) return false;
  return "useUserBuffer" in handle && typeof handle.useUserBuffer === "function";
}
