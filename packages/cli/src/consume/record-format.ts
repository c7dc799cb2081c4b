import type { FetchedRecord } from "@naru/client";

/** Bytes of one record as they are written. */
export type RecordFormat = (record: FetchedRecord) => Uint8Array;

export type Encoding = "raw" | "hex" | "base64";

/** One piece of a template: fixed bytes, or something of the record. */
type Piece = Uint8Array | ((record: FetchedRecord) => Uint8Array);

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "0": "\0",
  "\\": "\\",
};
const NOTHING = new Uint8Array(0);

/** A template as a function; a string says what is wrong with it. Keys and values stay bytes. */
export function recordFormat(template: string, encoding: Encoding): RecordFormat | string {
  const pieces: Piece[] = [];
  for (const [text, percent, escaped] of template.matchAll(
    /%(.)|\\(x[\da-fA-F]{2}|.)|[^%\\]+|[%\\]/gsu,
  )) {
    const piece = pieceOf({ text, percent, escaped }, encoding);
    if (piece === undefined) {
      return `--format: found '${text}', which means nothing. %% and \\\\ stand for the signs themselves.`;
    }
    pieces.push(piece);
  }
  const [only, second] = pieces;
  if (pieces.length === 2 && typeof only === "function" && second instanceof Uint8Array) {
    return (record) => join([only(record), second]);
  }
  return (record) =>
    join(pieces.map((piece) => (typeof piece === "function" ? piece(record) : piece)));
}

function pieceOf(
  {
    text,
    percent,
    escaped,
  }: { text: string; percent: string | undefined; escaped: string | undefined },
  encoding: Encoding,
): Piece | undefined {
  if (percent !== undefined) {
    return percent === "%" ? Buffer.from("%") : fieldOf(percent, encoding);
  }
  if (escaped === undefined) return /^[%\\]$/.test(text) ? undefined : Buffer.from(text);
  if (escaped.length === 3) return Buffer.from(escaped.slice(1), "hex");
  const sign = escapes[escaped];
  return sign === undefined ? undefined : Buffer.from(sign);
}

function fieldOf(letter: string, encoding: Encoding): Piece | undefined {
  const text = (of: (record: FetchedRecord) => string | number): Piece => {
    return (record) => Buffer.from(String(of(record)));
  };
  const bytes = (of: (record: FetchedRecord) => Uint8Array | null): Piece => {
    return (record) => encoded(of(record), encoding);
  };
  switch (letter) {
    case "t":
      return text(({ topic }) => topic);
    case "p":
      return text(({ partition }) => partition);
    case "o":
      return text(({ offset }) => offset);
    case "T":
      return text(({ timestamp }) => timestamp);
    case "k":
      return bytes(({ key }) => key);
    case "v":
      return bytes(({ value }) => value);
    case "K":
      return text(({ key }) => key?.length ?? -1);
    case "V":
      return text(({ value }) => value?.length ?? -1);
    case "h":
      return (record) => headersOf(record, encoding);
    default:
      return undefined;
  }
}

function headersOf({ headers }: FetchedRecord, encoding: Encoding): Uint8Array {
  const parts = headers.flatMap(({ key, value }, index) => [
    Buffer.from(`${index > 0 ? "," : ""}${key}=`),
    encoded(value, encoding),
  ]);
  return join(parts);
}

function encoded(bytes: Uint8Array | null, encoding: Encoding): Uint8Array {
  if (bytes === null) return NOTHING;
  if (encoding === "raw") return bytes;
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
