const LINE_FEED = 10;
/** 64 MiB: a longer line is taken for input that has none. */
const LINE_BYTES_MAX = 67_108_864;

/** The lines of a byte stream, without their line feeds. Nothing is decoded. */
export async function* lines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of input) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const found: Uint8Array[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      found.push(bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > LINE_BYTES_MAX) {
      throw new Error(
        `input: found ${rest.length} bytes without a line feed, expected lines of at most ${LINE_BYTES_MAX}.`,
      );
    }
    if (found.length > 0) yield found;
  }
  if (rest.length > 0) yield [rest];
}
