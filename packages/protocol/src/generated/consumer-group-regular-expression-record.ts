// Generated from schema/group/consumer-group-regular-expression-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The topics that a subscription's regular expression matched. Record type 16, version 0. */
export interface ConsumerGroupRegularExpressionKey {
  groupId: string;
  regularExpression: string;
}

/** What `encodeConsumerGroupRegularExpressionKey` takes. */
export interface ConsumerGroupRegularExpressionKeyDraft {
  groupId: string;
  regularExpression: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupRegularExpressionKey(
  writer: Writer,
  draft: ConsumerGroupRegularExpressionKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupRegularExpressionKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.regularExpression, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupRegularExpressionKey(
  reader: Reader,
  version: number,
): ConsumerGroupRegularExpressionKey {
  reader.begin("ConsumerGroupRegularExpressionKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const regularExpression = reader.string("regularExpression", false);
  return { groupId, regularExpression };
}

/** Record type 16, version 0. */
export interface ConsumerGroupRegularExpressionValue {
  topics: string[];
  version: number;
  timestamp: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupRegularExpressionValue` takes. */
export interface ConsumerGroupRegularExpressionValueDraft {
  topics: readonly string[];
  version: number;
  timestamp: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupRegularExpressionValue(
  writer: Writer,
  draft: ConsumerGroupRegularExpressionValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupRegularExpressionValue", version, 0, 0);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) writer.string(element, true);
  writer.int64(draft.version);
  writer.int64(draft.timestamp);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupRegularExpressionValue(
  reader: Reader,
  version: number,
): ConsumerGroupRegularExpressionValue {
  reader.begin("ConsumerGroupRegularExpressionValue", version, 0, 0);
  const topics: string[] = readStringArray(reader, "topics", reader.count("topics", true, 1), true);
  const versionValue = reader.int64("version");
  const timestamp = reader.int64("timestamp");
  const unknownTaggedFields = reader.keepTags();
  return { topics, version: versionValue, timestamp, unknownTaggedFields };
}
