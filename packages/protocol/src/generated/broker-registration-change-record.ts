// Generated from schema/metadata/broker-registration-change-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readUuidArray, readNullableUuidArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/**
 * A registered broker is fenced, unfenced, shutting down, or has other directories. Record
 * type 17, versions 0-3.
 */
export interface BrokerRegistrationChangeRecord {
  brokerId: number;
  brokerEpoch: number;
  fenced: number;
  /** Versions 1 and later. */
  inControlledShutdown: number;
  /** Versions 2 and later. */
  logDirs: string[];
  /** Version 3. */
  cordonedLogDirs: string[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeBrokerRegistrationChangeRecord` takes. */
export interface BrokerRegistrationChangeRecordDraft {
  brokerId: number;
  brokerEpoch: number;
  fenced?: number | undefined;
  inControlledShutdown?: number | undefined;
  logDirs?: readonly string[] | undefined;
  cordonedLogDirs?: readonly string[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBrokerRegistrationChangeRecord(
  writer: Writer,
  draft: BrokerRegistrationChangeRecordDraft,
  version: number,
): void {
  checkVersion("BrokerRegistrationChangeRecord", version, 0, 3);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch);
  const fenced = draft.fenced ?? 0;
  const hasFenced = fenced !== 0;
  const inControlledShutdown = draft.inControlledShutdown ?? 0;
  const hasInControlledShutdown = version >= 1 && inControlledShutdown !== 0;
  if (version < 1 && inControlledShutdown !== 0)
    throw unsupportedField("BrokerRegistrationChangeRecord", "inControlledShutdown", version);
  const logDirs = draft.logDirs ?? [];
  const hasLogDirs = version >= 2 && logDirs.length > 0;
  if (version < 2 && logDirs.length > 0)
    throw unsupportedField("BrokerRegistrationChangeRecord", "logDirs", version);
  const cordonedLogDirs = draft.cordonedLogDirs ?? null;
  const hasCordonedLogDirs = version >= 3 && cordonedLogDirs !== null;
  if (version < 3 && cordonedLogDirs !== null)
    throw unsupportedField("BrokerRegistrationChangeRecord", "cordonedLogDirs", version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(
    (hasFenced ? 1 : 0) +
      (hasInControlledShutdown ? 1 : 0) +
      (hasLogDirs ? 1 : 0) +
      (hasCordonedLogDirs ? 1 : 0) +
      unknown.length,
  );
  let next = 0;
  if (hasFenced) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.int8(fenced);
    writer.endTag(mark);
  }
  if (hasInControlledShutdown) {
    next = writeUnknownTags(writer, unknown, next, 1);
    const mark = writer.beginTag(1);
    writer.int8(inControlledShutdown);
    writer.endTag(mark);
  }
  if (hasLogDirs) {
    next = writeUnknownTags(writer, unknown, next, 2);
    const mark = writer.beginTag(2);
    writer.count(logDirs.length, true);
    for (const element of logDirs) writer.uuid(element);
    writer.endTag(mark);
  }
  if (hasCordonedLogDirs) {
    next = writeUnknownTags(writer, unknown, next, 3);
    const mark = writer.beginTag(3);
    if (cordonedLogDirs === null) {
      writer.nullCount(true);
    } else {
      writer.count(cordonedLogDirs.length, true);
      for (const element of cordonedLogDirs) writer.uuid(element);
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBrokerRegistrationChangeRecord(
  reader: Reader,
  version: number,
): BrokerRegistrationChangeRecord {
  reader.begin("BrokerRegistrationChangeRecord", version, 0, 3);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  let fenced: number = 0;
  let inControlledShutdown: number = 0;
  let logDirs: string[] = [];
  let cordonedLogDirs: string[] | null = null;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(4); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      fenced = reader.int8("fenced");
      reader.closeTag(tag, end);
    } else if (tag === 1 && version >= 1) {
      inControlledShutdown = reader.int8("inControlledShutdown");
      reader.closeTag(tag, end);
    } else if (tag === 2 && version >= 2) {
      logDirs = readUuidArray(reader, "logDirs", reader.count("logDirs", true, 16));
      reader.closeTag(tag, end);
    } else if (tag === 3 && version >= 3) {
      cordonedLogDirs = readNullableUuidArray(
        reader,
        "cordonedLogDirs",
        reader.nullableCount("cordonedLogDirs", true, 16),
      );
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    brokerId,
    brokerEpoch,
    fenced,
    inControlledShutdown,
    logDirs,
    cordonedLogDirs,
    unknownTaggedFields,
  };
}
