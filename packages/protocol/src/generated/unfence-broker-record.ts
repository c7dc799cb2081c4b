// Generated from schema/metadata/unfence-broker-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * A broker is unfenced. Kafka now writes BrokerRegistrationChangeRecord instead. Record type
 * 8, version 0.
 */
export interface UnfenceBrokerRecord {
  id: number;
  epoch: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeUnfenceBrokerRecord` takes. */
export interface UnfenceBrokerRecordDraft {
  id: number;
  epoch: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUnfenceBrokerRecord(
  writer: Writer,
  draft: UnfenceBrokerRecordDraft,
  version: number,
): void {
  checkVersion("UnfenceBrokerRecord", version, 0, 0);
  writer.int32(draft.id);
  writer.int64(draft.epoch);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUnfenceBrokerRecord(reader: Reader, version: number): UnfenceBrokerRecord {
  reader.begin("UnfenceBrokerRecord", version, 0, 0);
  const id = reader.int32("id");
  const epoch = reader.int64("epoch");
  const unknownTaggedFields = reader.keepTags();
  return { id, epoch, unknownTaggedFields };
}
