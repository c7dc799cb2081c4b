import * as net from "node:net";

import { NodeConnection } from "./node-connection.ts";
import { sharedReceiveBuffer } from "./shared-receive-buffer.ts";

/** Makes a connection of a socket that a server accepted, paused (`pauseOnConnect`). */
export type AcceptSocket = (accepted: net.Socket) => NodeConnection;

/**
 * Lets the bytes land in a buffer of ours. 'data' events allocate 64 KiB for each read, which costs
 * two to three times the processor time. `net.createServer` ignores `onread` (Node 20 to 26), so the
 * handle is moved to a second socket that is made with it. `_handle` is private to Node: where it is
 * missing, `acceptByData` does the same more slowly.
 */
export function acceptOnRead(accepted: net.Socket): NodeConnection {
  const holder = accepted as unknown as { _handle: unknown };
  const handle = holder._handle;
  if (!isTcpHandle(handle)) return acceptByData(accepted);
  holder._handle = null;
  // The server counts its open sockets; this one was only an envelope.
  accepted.destroy();
  let connection: NodeConnection | undefined;
  const options = {
    // A handle of the private kind, which the types do not know.
    handle: handle as never,
    onread: {
      // Asked for the first time while the socket is made.
      buffer: () => connection?.nextBuffer() ?? sharedReceiveBuffer,
      callback: (length: number, buffer: Uint8Array) => connection?.landed(length, buffer) ?? true,
    },
  };
  connection = new NodeConnection(new net.Socket(options));
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
