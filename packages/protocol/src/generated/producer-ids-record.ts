// Generated from schema/metadata/producer-ids-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A block of producer ids has been handed out. Record type 15, version 0. */
export interface ProducerIdsRecord {
  brokerId: number;
  brokerEpoch: number;
  nextProducerId: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeProducerIdsRecord` takes. */
export interface ProducerIdsRecordDraft {
  brokerId: number;
  brokerEpoch?: number | undefined;
  nextProducerId: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeProducerIdsRecord(
  writer: Writer,
  draft: ProducerIdsRecordDraft,
  version: number,
): void {
  checkVersion("ProducerIdsRecord", version, 0, 0);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch ?? -1);
  writer.int64(draft.nextProducerId);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeProducerIdsRecord(reader: Reader, version: number): ProducerIdsRecord {
  reader.begin("ProducerIdsRecord", version, 0, 0);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  const nextProducerId = reader.int64("nextProducerId");
  const unknownTaggedFields = reader.keepTags();
  return { brokerId, brokerEpoch, nextProducerId, unknownTaggedFields };
}
