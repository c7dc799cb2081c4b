// Kafka's deserializers, as far as its console consumer can show what they make: as text.
import { javaDouble, javaFloat } from "./java-numbers.ts";

/** Bytes as the text of what they stand for; throws when they stand for nothing. */
export type Deserializer = (bytes: Uint8Array) => string;

const PACKAGE = "org.apache.kafka.common.serialization.";

const deserializers: Readonly<Record<string, Deserializer>> = {
  StringDeserializer: (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
  ShortDeserializer: sized("Short", 2, (view) => String(view.getInt16(0))),
  IntegerDeserializer: sized("Integer", 4, (view) => String(view.getInt32(0))),
  LongDeserializer: sized("Long", 8, (view) => String(view.getBigInt64(0))),
  FloatDeserializer: sized("", 4, (view) => javaFloat(view.getFloat32(0))),
  DoubleDeserializer: sized("Double", 8, (view) => javaDouble(view.getFloat64(0))),
  BooleanDeserializer: sized("Boolean", 1, (view) => {
    const byte = view.getUint8(0);
    if (byte <= 1) return String(byte === 1);
    throw new Error(`Unexpected byte received by BooleanDeserializer: ${view.getInt8(0)}`);
  }),
  UUIDDeserializer: (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(text)) return text.toLowerCase();
    throw new Error("Error parsing data into UUID");
  },
  BytesDeserializer: (bytes) => Array.from(bytes, printable).join(""),
  ByteBufferDeserializer: ({ length }) =>
    `java.nio.HeapByteBuffer[pos=0 lim=${length} cap=${length}]`,
  // It is handed the null literal for a null, so there is nothing that it takes.
  VoidDeserializer: () => {
    throw new Error("Data should be null for a VoidDeserializer.");
  },
};

/** One of Kafka's by its class name; a string says why there is none. */
export function deserializerOf(key: string, className: string): Deserializer | string {
  const name = className.startsWith(PACKAGE) ? className.slice(PACKAGE.length) : "";
  const known = Object.hasOwn(deserializers, name) ? deserializers[name] : undefined;
  if (known !== undefined) return known;
  if (name === "ByteArrayDeserializer") {
    return `${key}: ${className} shows an address in Java's memory. Leave it out to see the bytes.`;
  }
  const names = Object.keys(deserializers).join(", ");
  return `${key}: found '${className}', expected one of ${names} with ${PACKAGE} before it.`;
}

function sized(name: string, size: number, read: (view: DataView) => string): Deserializer {
  return (bytes) => {
    if (bytes.length === size) {
      return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
    }
    // Kafka's sentence for a float is another one.
    const who = name === "" ? "Deserializer" : `${name}Deserializer`;
    throw new Error(`Size of data received by ${who} is not ${size}`);
  };
}

const BACKSLASH = 0x5c;

function printable(byte: number): string {
  const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== BACKSLASH;
  if (isPlain) return String.fromCharCode(byte);
  return String.raw`\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
