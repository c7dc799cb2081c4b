// What does the network part of the broker cost for each request, with an API that does nothing?
//   node --conditions=@naru/source bench/src/network-echo.ts [seconds per line]
// Requests of 100 bytes, answers of 50, clients in a process of their own. What counts is requests
// per CPU-second of the server.
import * as childProcess from "node:child_process";
import * as net from "node:net";

import { Writer } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import { nodeRuntime } from "@naru/runtime/node";

import type { Api } from "../../packages/broker/src/network/api.ts";
import { defaultNetworkLimits } from "../../packages/broker/src/network/network-limits.ts";
import { SocketServer } from "../../packages/broker/src/network/socket-server.ts";

/** Heartbeat: a key whose header is known, and an answer that costs nothing to make. */
const KEY = 12;
const answerText = "y".repeat(40);

interface Load {
  readonly connections: number;
  readonly depth: number;
  /** Does the handler answer by a promise? */
  readonly isAsync: boolean;
}

const loads: readonly Load[] = [
  { connections: 1, depth: 1, isAsync: false },
  { connections: 1, depth: 5, isAsync: false },
  { connections: 1, depth: 100, isAsync: false },
  { connections: 1, depth: 100, isAsync: true },
  { connections: 10, depth: 100, isAsync: false },
  { connections: 50, depth: 1, isAsync: false },
];

if (process.argv[2] === "client") await runClient();
else await runServer(Number(process.argv[2] ?? 2));

function echoApi(isAsync: boolean): Api<string, string> {
  return {
    key: KEY,
    name: "Echo",
    minVersion: 0,
    maxVersion: 3,
    pipelined: true,
    decode: (reader) => reader.string("text", false),
    handle: () => (isAsync ? Promise.resolve(answerText) : answerText),
    encode: (writer, text) => writer.string(text, false),
  };
}

async function runServer(seconds: number): Promise<void> {
  console.log(`node ${process.version}, ${seconds} s a line`);
  console.log("connections  depth  answers   requests/s   requests/CPU-s");
  for (const load of loads) {
    const api = echoApi(load.isAsync);
    const server = await SocketServer.listen({
      runtime: nodeRuntime(),
      logger: silentLogger,
      listeners: [{ name: "PLAINTEXT", host: "127.0.0.1", port: 0 }],
      table: { find: (key) => (key === KEY ? api : undefined) },
      limits: defaultNetworkLimits,
    });
    const client = startClient(server.endpoints[0]!.port, load);
    await after(500);
    const requestsBefore = server.stats.requests;
    const cpuBefore = process.cpuUsage();
    await after(seconds * 1_000);
    const requests = server.stats.requests - requestsBefore;
    const cpu = process.cpuUsage(cpuBefore);
    client.kill();
    await server.close(0);
    print(load, requests / seconds, requests / ((cpu.user + cpu.system) / 1e6));
  }
}

function print(load: Load, perSecond: number, perCpuSecond: number): void {
  const columns = [
    String(load.connections).padStart(11),
    String(load.depth).padStart(6),
    (load.isAsync ? "later" : "at once").padStart(8),
    Math.round(perSecond).toLocaleString("en").padStart(12),
    Math.round(perCpuSecond).toLocaleString("en").padStart(16),
  ];
  console.log(columns.join(" "));
}

function startClient(port: number, load: Load): childProcess.ChildProcess {
  const script = [import.meta.filename, "client", String(port)];
  const args = [...process.execArgv, ...script, String(load.connections), String(load.depth)];
  return childProcess.spawn(process.execPath, args, { stdio: "inherit" });
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** Keeps `depth` requests under way on each connection until it is ended. */
async function runClient(): Promise<void> {
  const [port, connections, depth] = process.argv.slice(3).map(Number);
  const request = oneRequest();
  const burst = Buffer.concat(Array.from({ length: depth! }, () => request));
  for (let index = 0; index < connections!; index += 1) {
    const socket = net.connect(port!, "127.0.0.1");
    socket.setNoDelay(true);
    const answerBytes = 4 + 4 + 2 + answerText.length;
    let received = 0;
    socket.on("connect", () => socket.write(burst));
    socket.on("data", (bytes: Buffer) => {
      received += bytes.length;
      const answers = Math.floor(received / answerBytes);
      received -= answers * answerBytes;
      if (answers > 0) socket.write(burst.subarray(0, answers * request.length));
    });
    socket.on("error", () => {});
  }
}

function oneRequest(): Uint8Array {
  const writer = new Writer();
  const mark = writer.beginFrame();
  writer.int16(KEY);
  writer.int16(0);
  writer.int32(1);
  writer.nullableString("bench-client", false);
  writer.string("x".repeat(74), false);
  writer.endFrame(mark);
  return writer.toBytes();
}
