// Generated from schema/metadata/topic-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A topic exists; its partitions follow. Record type 2, version 0. */
export interface TopicRecord {
  name: string;
  topicId: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeTopicRecord` takes. */
export interface TopicRecordDraft {
  name: string;
  topicId: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeTopicRecord(writer: Writer, draft: TopicRecordDraft, version: number): void {
  checkVersion("TopicRecord", version, 0, 0);
  writer.string(draft.name, true);
  writer.uuid(draft.topicId);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeTopicRecord(reader: Reader, version: number): TopicRecord {
  reader.begin("TopicRecord", version, 0, 0);
  const name = reader.string("name", true);
  const topicId = reader.uuid("topicId");
  const unknownTaggedFields = reader.keepTags();
  return { name, topicId, unknownTaggedFields };
}
