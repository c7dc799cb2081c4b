import { once } from "node:events";
import * as net from "node:net";

const given = new Set<number>();

/** A port of loopback that is free now and was not given out before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = net.createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as net.AddressInfo;
    server.close();
    await once(server, "close");
    if (!given.has(port)) {
      given.add(port);
      return port;
    }
  }
}
