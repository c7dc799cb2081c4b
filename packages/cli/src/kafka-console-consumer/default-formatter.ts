import type { FetchedRecord } from "@naru/client";
import type { Properties } from "../kafka-tool/client-properties.ts";
import { deserializerOf, type Deserializer } from "./deserializers.ts";
import type { MessageFormatter } from "./formatters.ts";

/** One column of a line; the key and the value are the last ones. */
type Column = (record: FetchedRecord) => Uint8Array[];

/**
 * Kafka's DefaultMessageFormatter: the columns that were asked for with the key separator between
 * them, and the line separator at the end. Bytes go out as they are.
 */
export function defaultFormatter(properties: Properties): MessageFormatter {
  const columns = columnsOf(properties);
  const keySeparator = bytesOf(properties, "key.separator", "\t");
  const lineSeparator = bytesOf(properties, "line.separator", "\n");
  return (record) => {
    const parts = columns.flatMap((column, index) => [
      ...(index > 0 ? [keySeparator] : []),
      ...column(record),
    ]);
    if (columns.length > 0) parts.push(lineSeparator);
    return Buffer.concat(parts);
  };
}

function columnsOf(properties: Properties): Column[] {
  const nullLiteral = bytesOf(properties, "null.literal", "null");
  const shown = (name: string): ((bytes: Uint8Array | null) => Uint8Array) => {
    const deserializer = propertyDeserializer(properties, `${name}.deserializer`);
    // As in Kafka a deserializer is handed the literal, too.
    return (bytes) => {
      const given = bytes ?? nullLiteral;
      return deserializer === undefined ? given : Buffer.from(deserializer(given));
    };
  };
  const [key, value, header] = [shown("key"), shown("value"), shown("headers")];
  const text = (of: (record: FetchedRecord) => string): Column => {
    return (record) => [Buffer.from(of(record))];
  };
  const separator = bytesOf(properties, "headers.separator", ",");
  const all: readonly (readonly [string, Column])[] = [
    ["timestamp", text(({ timestampType, timestamp }) => `${timestampType}:${timestamp}`)],
    ["partition", text(({ partition }) => `Partition:${partition}`)],
    ["offset", text(({ offset }) => `Offset:${offset}`)],
    // Kafka's console consumer knows neither of the two: it drops them on the way here.
    ["delivery", text(() => "Delivery:NOT_PRESENT")],
    ["epoch", text(() => "Epoch:NOT_PRESENT")],
    ["headers", headersColumn(header, separator)],
    ["key", (record) => [key(record.key)]],
    ["value", (record) => [value(record.value)]],
  ];
  return all.filter(([name]) => isOn(properties, name)).map(([, column]) => column);
}

function headersColumn(
  shown: (bytes: Uint8Array | null) => Uint8Array,
  separator: Uint8Array,
): Column {
  return ({ headers }) => {
    if (headers.length === 0) return [Buffer.from("NO_HEADERS")];
    return headers.flatMap(({ key, value }, index) => [
      ...(index > 0 ? [separator] : []),
      Buffer.from(`${key}:`),
      shown(value),
    ]);
  };
}

function isOn(properties: Properties, name: string): boolean {
  const word = properties.get(`print.${name}`);
  return word === undefined ? name === "value" : word.trim().toLowerCase() === "true";
}

function bytesOf(properties: Properties, key: string, fallback: string): Uint8Array {
  return Buffer.from(properties.get(key) ?? fallback);
}

function propertyDeserializer(properties: Properties, key: string): Deserializer | undefined {
  const className = properties.get(key);
  if (className === undefined) return undefined;
  const found = deserializerOf(key, className);
  if (typeof found === "string") throw new Error(found);
  return found;
}
