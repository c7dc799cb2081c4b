// Generated from schema/metadata/abort-transaction-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The records since BeginTransactionRecord never take effect. Record type 25, version 0. */
export interface AbortTransactionRecord {
  reason: string | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeAbortTransactionRecord` takes. */
export interface AbortTransactionRecordDraft {
  reason?: string | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAbortTransactionRecord(
  writer: Writer,
  draft: AbortTransactionRecordDraft,
  version: number,
): void {
  checkVersion("AbortTransactionRecord", version, 0, 0);
  const reason = draft.reason ?? null;
  const hasReason = reason !== null;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasReason ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasReason) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.nullableString(reason, true);
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAbortTransactionRecord(
  reader: Reader,
  version: number,
): AbortTransactionRecord {
  reader.begin("AbortTransactionRecord", version, 0, 0);
  let reason: string | null = null;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      reason = reader.nullableString("reason", true);
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return { reason, unknownTaggedFields };
}
