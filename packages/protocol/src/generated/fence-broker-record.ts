// Generated from schema/metadata/fence-broker-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * A broker is fenced. Kafka now writes BrokerRegistrationChangeRecord instead. Record type 7,
 * version 0.
 */
export interface FenceBrokerRecord {
  id: number;
  epoch: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeFenceBrokerRecord` takes. */
export interface FenceBrokerRecordDraft {
  id: number;
  epoch: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFenceBrokerRecord(
  writer: Writer,
  draft: FenceBrokerRecordDraft,
  version: number,
): void {
  checkVersion("FenceBrokerRecord", version, 0, 0);
  writer.int32(draft.id);
  writer.int64(draft.epoch);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFenceBrokerRecord(reader: Reader, version: number): FenceBrokerRecord {
  reader.begin("FenceBrokerRecord", version, 0, 0);
  const id = reader.int32("id");
  const epoch = reader.int64("epoch");
  const unknownTaggedFields = reader.keepTags();
  return { id, epoch, unknownTaggedFields };
}
