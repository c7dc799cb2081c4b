// Generated from schema/metadata/clear-elr-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * The eligible leader replicas of a topic, or of all, are forgotten. Record type 28, version
 * 0.
 */
export interface ClearElrRecord {
  topicName: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeClearElrRecord` takes. */
export interface ClearElrRecordDraft {
  topicName: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeClearElrRecord(
  writer: Writer,
  draft: ClearElrRecordDraft,
  version: number,
): void {
  checkVersion("ClearElrRecord", version, 0, 0);
  writer.string(draft.topicName, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeClearElrRecord(reader: Reader, version: number): ClearElrRecord {
  reader.begin("ClearElrRecord", version, 0, 0);
  const topicName = reader.string("topicName", true);
  const unknownTaggedFields = reader.keepTags();
  return { topicName, unknownTaggedFields };
}
