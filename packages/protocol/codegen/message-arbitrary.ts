/** Values of messages for tests, made from the schemas: random ones, and the emptiest ones. */
import fc from "fast-check";

import { INT64_MAX_SENTINEL } from "../src/reader.ts";
import { ZERO_UUID } from "../src/uuid.ts";
import {
  contains,
  covers,
  intersect,
  isEmpty,
  keepsUnknownTags,
  type Field,
  type Message,
  type Struct,
} from "./schema.ts";

type Values = Record<string, unknown>;

const int = (bits: number, signed: boolean): fc.Arbitrary<number> =>
  signed
    ? fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 })
    : fc.integer({ min: 0, max: 2 ** bits - 1 });

const bytes = fc.uint8Array({ maxLength: 20 });
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ minLength: 60, maxLength: 140 }),
);
const uuid = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((value) => Buffer.from(value).toString("base64url"));

const primitiveArbitraries: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  bool: fc.boolean(),
  int8: int(8, true),
  int16: int(16, true),
  int32: int(32, true),
  uint16: int(16, false),
  uint32: int(32, false),
  int64: fc.maxSafeInteger(),
  float64: fc.double({ noNaN: true }),
  string: text,
  bytes,
  records: bytes,
  uuid,
};

const int64Bits = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

/** Any message of this version, in the shape that the decoder returns. */
export function messageArbitrary(message: Message, version: number): fc.Arbitrary<Values> {
  return structArbitrary(message, message, version);
}

function structArbitrary(message: Message, struct: Struct, version: number): fc.Arbitrary<Values> {
  const shape: Record<string, fc.Arbitrary<unknown>> = {};
  for (const field of livingFields(message, struct)) {
    shape[field.name] = contains(field.versions, version)
      ? fieldArbitrary(message, field, version)
      : fc.constant(fieldDefault(message, field));
  }
  if (hasUnknownTags(message)) {
    shape["unknownTaggedFields"] = contains(message.flexible, version)
      ? fc.array(bytes, { maxLength: 2 }).map(toUnknownTags)
      : fc.constant([]);
  }
  return fc.record(shape);
}

function toUnknownTags(values: readonly Uint8Array[]): object[] {
  return values.map((data, index) => ({ tag: 100 + 200 * index, data }));
}

function fieldArbitrary(message: Message, field: Field, version: number): fc.Arbitrary<unknown> {
  const element = elementArbitrary(message, field, version);
  const value = field.array ? fc.array(element, { maxLength: 2 }) : element;
  const fallback = fc.constant(fieldDefault(message, field));
  // A default of null is no value in a version that takes none.
  const choices = field.default === null ? [value] : [value, fallback];
  if (contains(field.nullable, version)) choices.push(fc.constant(null));
  return fc.oneof(...choices);
}

function elementArbitrary(message: Message, field: Field, version: number): fc.Arbitrary<unknown> {
  if ("struct" in field.type) {
    return structArbitrary(message, message.structs.get(field.type.struct)!, version);
  }
  if (field.opaque) return int64Bits;
  return primitiveArbitraries[field.type.primitive]!;
}

/** The draft that leaves out all it may, and the message that must be decoded from it. */
export function emptiestMessage(
  message: Message,
  version: number,
): { draft: Values; decoded: Values } {
  const draft: Values = {};
  const decoded: Values = {};
  for (const field of livingFields(message, message)) {
    decoded[field.name] = fieldDefault(message, field);
    const optional =
      field.default !== undefined ||
      field.tag !== undefined ||
      !covers(field.versions, message.versions);
    if (optional && decoded[field.name] === null && contains(field.versions, version)) {
      if (!contains(field.nullable, version)) {
        decoded[field.name] = emptyValue(message, field);
        draft[field.name] = decoded[field.name];
      }
    }
    if (!optional) draft[field.name] = decoded[field.name];
  }
  if (hasUnknownTags(message)) decoded["unknownTaggedFields"] = [];
  return { draft, decoded };
}

/** Fields of at least one version that Kafka 4.3.1 has. */
export function livingFields(message: Message, struct: Struct): Field[] {
  return struct.fields.filter((field) => !isEmpty(intersect(field.versions, message.versions)));
}

/** A value that is not the field's default, for versions that may lack it. */
export function otherValue(message: Message, field: Field): unknown {
  if (field.array) return "struct" in field.type ? [{}] : [otherPrimitive(field)];
  if (!("struct" in field.type)) return otherPrimitive(field);
  const struct = message.structs.get(field.type.struct)!;
  return Object.fromEntries(struct.fields.map((inner) => [inner.name, otherValue(message, inner)]));
}

function otherPrimitive(field: Field): unknown {
  if (!("primitive" in field.type)) throw new Error(`${field.name} is no primitive.`);
  switch (field.type.primitive) {
    case "bool":
      return field.default !== true;
    case "string":
      return "other";
    case "uuid":
      return "AAAAAAAAAAAAAAAAAAAABw";
    case "bytes":
    case "records":
      return Uint8Array.of(1);
    default:
      return field.opaque ? 77n : 77;
  }
}

function hasUnknownTags(message: Message): boolean {
  return keepsUnknownTags(message) && !isEmpty(intersect(message.flexible, message.versions));
}

/** What the decoder gives for a field that the version lacks. */
export function fieldDefault(message: Message, field: Field): unknown {
  if (field.default === null) return null;
  if (typeof field.default === "symbol") return INT64_MAX_SENTINEL;
  if (field.default !== undefined)
    return field.opaque ? BigInt(Number(field.default)) : field.default;
  return emptyValue(message, field);
}

function emptyValue(message: Message, field: Field): unknown {
  if (field.array) return [];
  if ("struct" in field.type) {
    const struct = message.structs.get(field.type.struct)!;
    const values = livingFields(message, struct).map((inner): [string, unknown] => [
      inner.name,
      fieldDefault(message, inner),
    ]);
    if (hasUnknownTags(message)) values.push(["unknownTaggedFields", []]);
    return Object.fromEntries(values);
  }
  switch (field.type.primitive) {
    case "bool":
      return false;
    case "string":
      return "";
    case "uuid":
      return ZERO_UUID;
    case "bytes":
      return new Uint8Array(0);
    case "records":
      return isEmpty(intersect(field.nullable, message.versions)) ? new Uint8Array(0) : null;
    default:
      return field.opaque ? 0n : 0;
  }
}

/** For comparisons: Buffers and Uint8Arrays of the same bytes are the same. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
