// Reads a topic from its start to its end as fast as it can: one Fetch under way, all partitions in
// it, with the limits of Kafka's own consumer. A process of its own; prints how long it took.
//   node --conditions=@naru/source bench/src/load/reader.ts PORT TOPIC PARTITIONS BYTES
import { once } from "node:events";
import * as net from "node:net";
import { batchesIn, Reader } from "@naru/protocol";
import type { FetchResponse } from "@naru/protocol/messages/fetch";
import { calls } from "../../../conformance/src/wire/calls.ts";
import { requestFrame } from "../../../conformance/src/wire/connection.ts";

const FETCH_VERSION = 11;
const MAX_WAIT_MS = 500;
/** fetch.max.bytes and max.partition.fetch.bytes of Kafka's consumer. */
const ANSWER_BYTES_MAX = 52_428_800;
const PARTITION_BYTES_MAX = 1_048_576;
const BUFFER_BYTES = 16 * 1_048_576;

const [port, topic, partitions, bytesWanted] = [
  Number(process.argv[2]),
  process.argv[3]!,
  Number(process.argv[4]),
  Number(process.argv[5]),
];

/** One frame after another, all in the same memory. */
const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
const nextOffsets = Array.from({ length: partitions }, () => 0);
let received = 0;
let bytesRead = 0;

const socket = net.connect({
  port,
  host: "127.0.0.1",
  noDelay: true,
  onread: {
    // Asked for again as soon as the callback has returned: by then an answer must have been taken.
    buffer: () => buffer.subarray(received),
    callback(length) {
      received += length;
      if (received >= 4 && received >= 4 + buffer.readInt32BE(0)) takeAnswer();
      return true;
    },
  },
});
await once(socket, "connect");
const startMs = performance.now();
ask();
await once(socket, "close");
const seconds = (performance.now() - startMs) / 1000;
console.log(JSON.stringify({ seconds, bytes: bytesRead }));

function ask(): void {
  socket.write(requestFrame(calls.fetch, FETCH_VERSION, request(), 1));
}

function request(): Parameters<typeof calls.fetch.encode>[1] {
  return {
    maxWaitMs: MAX_WAIT_MS,
    minBytes: 1,
    maxBytes: ANSWER_BYTES_MAX,
    topics: [
      {
        topic,
        partitions: nextOffsets.map((fetchOffset, partition) => ({
          partition,
          fetchOffset,
          partitionMaxBytes: PARTITION_BYTES_MAX,
        })),
      },
    ],
  };
}

function takeAnswer(): void {
  const reader = new Reader(buffer.subarray(4, received));
  reader.int32("correlationId");
  received = 0;
  take(calls.fetch.decode(reader, FETCH_VERSION));
  if (bytesRead < bytesWanted) ask();
  else socket.destroy();
}

function take(response: FetchResponse): void {
  for (const answered of response.responses[0]?.partitions ?? []) {
    if (answered.errorCode !== 0) throw new Error(`Fetch: error ${answered.errorCode}`);
    for (const batch of batchesIn(answered.records ?? new Uint8Array(0))) {
      nextOffsets[answered.partitionIndex] = batch.lastOffset + 1;
      bytesRead += batch.lengthBytes;
    }
  }
}
