import type { ProducerHeader, ProducerRecord } from "@naru/client";
import type { ProduceOptions } from "./produce-options.ts";

/** How a line becomes a record: what the options say, made ready once. */
export function recordOfLine(options: ProduceOptions): (line: Uint8Array) => ProducerRecord {
  const { topic, partition } = options;
  const headers = headersOf(options.header);
  const separator =
    options.keySeparator === undefined ? undefined : Buffer.from(options.keySeparator);
  const nullMarker = options.nullMarker === undefined ? undefined : Buffer.from(options.nullMarker);
  const valueOf = (bytes: Uint8Array): Uint8Array | null =>
    nullMarker?.equals(bytes) === true ? null : bytes;
  return (line) => {
    if (separator === undefined) return { topic, partition, value: valueOf(line), headers };
    const at = Buffer.from(line.buffer, line.byteOffset, line.length).indexOf(separator);
    if (at < 0) throw new Error(noSeparator(line, options));
    const key = line.subarray(0, at);
    return { topic, partition, key, value: valueOf(line.subarray(at + separator.length)), headers };
  };
}

function headersOf(words: readonly string[]): ProducerHeader[] | undefined {
  if (words.length === 0) return undefined;
  return words.map((word) => {
    const equals = word.indexOf("=");
    if (equals < 1) throw new Error(`--header: found '${word}', expected KEY=VALUE.`);
    return { key: word.slice(0, equals), value: word.slice(equals + 1) };
  });
}

function noSeparator(line: Uint8Array, { keySeparator }: ProduceOptions): string {
  const shown = Buffer.from(line).toString("utf8").slice(0, 60);
  return (
    `input: found the line '${shown}', expected '${keySeparator}' between key and value ` +
    `(--key-separator). Nothing after the line before it was written.`
  );
}
