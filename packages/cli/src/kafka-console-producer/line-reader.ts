import type { ProducerHeader, ProducerRecord } from "@naru/client";
import type { Properties } from "../kafka-tool/client-properties.ts";

/** Makes a record of a line; throws when the line is not as the properties say. */
export type LineReader = (line: string, lineNumber: number) => ProducerRecord;

interface Format {
  readonly hasKey: boolean;
  readonly hasHeaders: boolean;
  readonly keySeparator: string;
  readonly headersDelimiter: string;
  readonly headersSeparator: string;
  readonly headersPattern: RegExp;
  readonly headersKeySeparator: string;
  readonly ignoresErrors: boolean;
  readonly nullMarker: string | undefined;
}

/** Kafka's LineMessageReader: headers and a delimiter, key and separator, if asked for; a value. */
export function lineReader(topic: string, properties: Properties): LineReader {
  const format = formatOf(properties);
  checkSeparators(format);
  const { hasKey, hasHeaders, keySeparator, headersDelimiter, nullMarker } = format;
  const orNull = (text: string | undefined): string | null =>
    text === undefined || text === nullMarker ? null : text;
  return (line, lineNumber) => {
    const before = (start: number, separator: string, name: string): string | undefined => {
      const end = line.indexOf(separator, start);
      if (end >= 0) return line.slice(start, end);
      if (format.ignoresErrors) return undefined;
      throw new Error(`No ${name} found on line number ${lineNumber}: '${line}'`);
    };
    const headers = hasHeaders ? before(0, headersDelimiter, "headers delimiter") : undefined;
    const keyStart = headers === undefined ? 0 : headers.length + headersDelimiter.length;
    const key = hasKey ? before(keyStart, keySeparator, "key separator") : undefined;
    const valueStart = key === undefined ? keyStart : keyStart + key.length + keySeparator.length;
    const text = orNull(headers);
    return {
      topic: properties.get("topic") ?? topic,
      key: orNull(key),
      value: orNull(line.slice(valueStart)),
      ...(text === null ? {} : { headers: headersOf(text, lineNumber, format) }),
    };
  };
}

function formatOf(properties: Properties): Format {
  const isOn = (key: string): boolean => properties.get(key)?.trim().toLowerCase() === "true";
  const headersSeparator = properties.get("headers.separator") ?? ",";
  return {
    hasKey: isOn("parse.key"),
    hasHeaders: isOn("parse.headers"),
    keySeparator: properties.get("key.separator") ?? "\t",
    headersDelimiter: properties.get("headers.delimiter") ?? "\t",
    headersSeparator,
    // A regular expression, as in Kafka.
    headersPattern: new RegExp(headersSeparator),
    headersKeySeparator: properties.get("headers.key.separator") ?? ":",
    ignoresErrors: isOn("ignore.error"),
    nullMarker: properties.get("null.marker"),
  };
}

function checkSeparators(format: Format): void {
  const { headersDelimiter, headersSeparator, headersKeySeparator, keySeparator } = format;
  const { nullMarker } = format;
  const pairs: readonly (readonly [string, string, string, string | undefined])[] = [
    ["headers.delimiter", headersDelimiter, "headers.separator", headersSeparator],
    ["headers.delimiter", headersDelimiter, "headers.key.separator", headersKeySeparator],
    ["headers.separator", headersSeparator, "headers.key.separator", headersKeySeparator],
    ["null.marker", keySeparator, "key.separator", nullMarker],
    ["null.marker", headersSeparator, "headers.separator", nullMarker],
    ["null.marker", headersDelimiter, "headers.delimiter", nullMarker],
    ["null.marker", headersKeySeparator, "headers.key.separator", nullMarker],
  ];
  for (const [name, value, otherName, other] of pairs) {
    if (value === other) throw new Error(`${name} and ${otherName} may not be equal`);
  }
}

function headersOf(text: string, lineNumber: number, format: Format): ProducerHeader[] {
  const { headersPattern, headersKeySeparator, ignoresErrors, nullMarker } = format;
  const pairs = text.split(headersPattern);
  // Java's split leaves out what is empty at the end.
  while (pairs.length > 1 && pairs.at(-1) === "") pairs.pop();
  return pairs.map((pair) => {
    const at = pair.indexOf(headersKeySeparator);
    if (at < 0) {
      if (ignoresErrors) return { key: pair, value: null };
      throw new Error(
        `No header key separator found in pair '${pair}' on line number ${lineNumber}`,
      );
    }
    const key = pair.slice(0, at);
    if (key === nullMarker) {
      throw new Error(
        `Header keys should not be equal to the null marker '${nullMarker}' as they can't be null`,
      );
    }
    const value = pair.slice(at + headersKeySeparator.length);
    return { key, value: value === nullMarker ? null : value };
  });
}
