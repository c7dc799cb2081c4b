import type { NodeConnection } from "./node-connection.ts";
import { sharedReceiveBuffer } from "./shared-receive-buffer.ts";

/**
 * The `onread` option of a socket: where its bytes land, and who takes them. The socket asks for
 * the first buffer while it is being made, before there is a connection.
 */
export class OnRead {
  connection: NodeConnection | undefined;

  readonly buffer = (): Uint8Array => this.connection?.nextBuffer() ?? sharedReceiveBuffer;

  readonly callback = (length: number, buffer: Uint8Array): boolean => {
    this.connection?.landed(length, buffer);
    return true;
  };
}
