/** Arrays of primitives: `count` comes from Reader.count or Reader.nullableCount. */
import type { Reader } from "./reader.ts";

export function readInt8Array(reader: Reader, field: string, count: number): number[] {
  const values: number[] = [];
  for (let left = count; left > 0; left -= 1) values.push(reader.int8(field));
  return values;
}

export function readInt16Array(reader: Reader, field: string, count: number): number[] {
  const values: number[] = [];
  for (let left = count; left > 0; left -= 1) values.push(reader.int16(field));
  return values;
}

export function readInt32Array(reader: Reader, field: string, count: number): number[] {
  const values: number[] = [];
  for (let left = count; left > 0; left -= 1) values.push(reader.int32(field));
  return values;
}

export function readNullableInt32Array(
  reader: Reader,
  field: string,
  count: number,
): number[] | null {
  return count < 0 ? null : readInt32Array(reader, field, count);
}

export function readInt64Array(reader: Reader, field: string, count: number): number[] {
  const values: number[] = [];
  for (let left = count; left > 0; left -= 1) values.push(reader.int64(field));
  return values;
}

export function readUuidArray(reader: Reader, field: string, count: number): string[] {
  const values: string[] = [];
  for (let left = count; left > 0; left -= 1) values.push(reader.uuid(field));
  return values;
}

export function readNullableUuidArray(
  reader: Reader,
  field: string,
  count: number,
): string[] | null {
  return count < 0 ? null : readUuidArray(reader, field, count);
}

export function readStringArray(
  reader: Reader,
  field: string,
  count: number,
  flexible: boolean,
): string[] {
  const values: string[] = [];
  for (let left = count; left > 0; left -= 1) values.push(reader.string(field, flexible));
  return values;
}

export function readNullableStringArray(
  reader: Reader,
  field: string,
  count: number,
  flexible: boolean,
): string[] | null {
  return count < 0 ? null : readStringArray(reader, field, count, flexible);
}
