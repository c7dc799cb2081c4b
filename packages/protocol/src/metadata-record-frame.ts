/**
 * What stands before a record of `__cluster_metadata`, inside the record's value:
 *
 *   uvarint frame version (1) | uvarint type | uvarint version | body
 */
import { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

const FRAME_VERSION = 1;

/** Type and version of a metadata record; what follows is its body. */
export function readMetadataRecordFrame(reader: Reader): { apiKey: number; version: number } {
  const frame = reader.uvarint("frame version");
  if (frame !== FRAME_VERSION) {
    throw reader.error("frame version", `found ${frame}, expected ${FRAME_VERSION}`);
  }
  return { apiKey: reader.uvarint("type"), version: reader.uvarint("version") };
}

/** Type and version of a metadata record whose body may be unknown to us. */
export function peekMetadataRecord(bytes: Uint8Array): { apiKey: number; version: number } {
  return readMetadataRecordFrame(new Reader(bytes));
}

export function frameMetadataRecord(writer: Writer, apiKey: number, version: number): void {
  writer.uvarint(FRAME_VERSION);
  writer.uvarint(apiKey);
  writer.uvarint(version);
}
