/**
 * Reads files out of a zip archive (a jar is one), by its central directory at the end:
 *
 *   [file header, name, data]...  [directory entry: sizes, offset, name]...  [end: count, offset]
 */
import * as zlib from "node:zlib";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** The text of every file whose name `wanted` accepts. */
export function readZipTexts(
  archive: Buffer,
  wanted: (name: string) => boolean,
): Map<string, string> {
  const texts = new Map<string, string>();
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error("zip: damaged directory.");
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (wanted(name)) texts.set(name, readEntry(archive, at));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return texts;
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new Error("zip: no directory found at the end.");
}

function readEntry(archive: Buffer, at: number): string {
  const method = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 20);
  const header = archive.readUInt32LE(at + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const data = archive.subarray(start, start + size);
  if (method === STORED) return data.toString("utf8");
  if (method === DEFLATED) return zlib.inflateRawSync(data).toString("utf8");
  throw new Error(`zip: compression method ${method} is not supported.`);
}
