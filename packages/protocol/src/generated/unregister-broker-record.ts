// Generated from schema/metadata/unregister-broker-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A broker is no longer part of the cluster. Record type 1, version 0. */
export interface UnregisterBrokerRecord {
  brokerId: number;
  brokerEpoch: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeUnregisterBrokerRecord` takes. */
export interface UnregisterBrokerRecordDraft {
  brokerId: number;
  brokerEpoch: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeUnregisterBrokerRecord(
  writer: Writer,
  draft: UnregisterBrokerRecordDraft,
  version: number,
): void {
  checkVersion("UnregisterBrokerRecord", version, 0, 0);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeUnregisterBrokerRecord(
  reader: Reader,
  version: number,
): UnregisterBrokerRecord {
  reader.begin("UnregisterBrokerRecord", version, 0, 0);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  const unknownTaggedFields = reader.keepTags();
  return { brokerId, brokerEpoch, unknownTaggedFields };
}
