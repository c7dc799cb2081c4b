// Generated from schema/metadata/remove-topic-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A topic is deleted, with its partitions and configuration. Record type 9, version 0. */
export interface RemoveTopicRecord {
  topicId: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRemoveTopicRecord` takes. */
export interface RemoveTopicRecordDraft {
  topicId: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRemoveTopicRecord(
  writer: Writer,
  draft: RemoveTopicRecordDraft,
  version: number,
): void {
  checkVersion("RemoveTopicRecord", version, 0, 0);
  writer.uuid(draft.topicId);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRemoveTopicRecord(reader: Reader, version: number): RemoveTopicRecord {
  reader.begin("RemoveTopicRecord", version, 0, 0);
  const topicId = reader.uuid("topicId");
  const unknownTaggedFields = reader.keepTags();
  return { topicId, unknownTaggedFields };
}
