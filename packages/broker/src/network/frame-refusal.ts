/** Apache Kafka's shortest request header: key, version, correlation id. */
export const SHORTEST_FRAME_BYTES = 8;

/**
 * Why a frame of this announced size is refused, as the end of a log line; undefined when it is
 * not. The size is the first four bytes, so that what speaks another protocol shows itself here.
 */
export function refuseFrameSize(size: number, requestMaxBytes: number): string | undefined {
  if (size < 0) return `announced a frame of ${size} bytes, expected 8 or more${looksLike(size)}`;
  if (size > requestMaxBytes) {
    const found = looksLike(size);
    return `announced a frame of ${size} bytes, the limit is ${requestMaxBytes} (socket.request.max.bytes)${found}`;
  }
  if (size < SHORTEST_FRAME_BYTES) return `announced a frame of ${size} bytes, expected 8 or more`;
  return undefined;
}

/** First four bytes of what is often sent to the wrong port. */
const openings: readonly [prefix: string, meaning: string][] = [
  ["GET ", "an HTTP request"],
  ["POST", "an HTTP request"],
  ["HEAD", "an HTTP request"],
  ["PUT ", "an HTTP request"],
  ["OPTI", "an HTTP request"],
  ["DELE", "an HTTP request"],
  ["PRI ", "an HTTP/2 request"],
  ["SSH-", "an SSH client"],
  ["PROX", "a PROXY protocol header, which this listener does not read"],
  ["\r\n\r\n", "a PROXY protocol header, which this listener does not read"],
];

function looksLike(size: number): string {
  const bytes = [size >>> 24, (size >>> 16) & 0xff, (size >>> 8) & 0xff, size & 0xff];
  // A TLS record: handshake (22), version 3.x.
  if (bytes[0] === 22 && bytes[1] === 3) {
    return "; it looks like a TLS hello, and this listener is PLAINTEXT (security.protocol of the client)";
  }
  const text = String.fromCharCode(...bytes);
  const known = openings.find(([prefix]) => prefix === text);
  return known === undefined ? "" : `; it looks like ${known[1]}`;
}
