// Generated from schema/metadata/register-broker-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readUuidArray, readNullableUuidArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A broker has registered, with a new broker epoch. Record type 0, versions 0-4. */
export interface RegisterBrokerRecord {
  brokerId: number;
  /** Versions 2 and later. */
  isMigratingZkBroker: boolean;
  incarnationId: string;
  brokerEpoch: number;
  endPoints: RegisterBrokerRecordBrokerEndpoint[];
  features: RegisterBrokerRecordBrokerFeature[];
  rack: string | null;
  fenced: boolean;
  /** Versions 1 and later. */
  inControlledShutdown: boolean;
  /** Versions 3 and later. */
  logDirs: string[];
  /** Version 4. */
  cordonedLogDirs: string[] | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RegisterBrokerRecordBrokerEndpoint {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RegisterBrokerRecordBrokerFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRegisterBrokerRecord` takes. */
export interface RegisterBrokerRecordDraft {
  brokerId: number;
  isMigratingZkBroker?: boolean | undefined;
  incarnationId: string;
  brokerEpoch: number;
  endPoints: readonly RegisterBrokerRecordBrokerEndpointDraft[];
  features: readonly RegisterBrokerRecordBrokerFeatureDraft[];
  rack: string | null;
  fenced?: boolean | undefined;
  inControlledShutdown?: boolean | undefined;
  logDirs?: readonly string[] | undefined;
  cordonedLogDirs?: readonly string[] | null | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRegisterBrokerRecord` takes, in part. */
export interface RegisterBrokerRecordBrokerEndpointDraft {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRegisterBrokerRecord` takes, in part. */
export interface RegisterBrokerRecordBrokerFeatureDraft {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRegisterBrokerRecord(
  writer: Writer,
  draft: RegisterBrokerRecordDraft,
  version: number,
): void {
  checkVersion("RegisterBrokerRecord", version, 0, 4);
  writer.int32(draft.brokerId);
  if (version >= 2) {
    writer.bool(draft.isMigratingZkBroker ?? false);
  } else if ((draft.isMigratingZkBroker ?? false) !== false) {
    throw unsupportedField("RegisterBrokerRecord", "isMigratingZkBroker", version);
  }
  writer.uuid(draft.incarnationId);
  writer.int64(draft.brokerEpoch);
  const endPoints = draft.endPoints;
  writer.count(endPoints.length, true);
  for (const element of endPoints)
    encodeRegisterBrokerRecordBrokerEndpoint(writer, element, version);
  const features = draft.features;
  writer.count(features.length, true);
  for (const element of features) encodeRegisterBrokerRecordBrokerFeature(writer, element, version);
  writer.nullableString(draft.rack, true);
  writer.bool(draft.fenced ?? true);
  if (version >= 1) {
    writer.bool(draft.inControlledShutdown ?? false);
  } else if ((draft.inControlledShutdown ?? false) !== false) {
    throw unsupportedField("RegisterBrokerRecord", "inControlledShutdown", version);
  }
  const logDirs = draft.logDirs ?? [];
  const hasLogDirs = version >= 3 && logDirs.length > 0;
  if (version < 3 && logDirs.length > 0)
    throw unsupportedField("RegisterBrokerRecord", "logDirs", version);
  const cordonedLogDirs = draft.cordonedLogDirs ?? null;
  const hasCordonedLogDirs = version >= 4 && cordonedLogDirs !== null;
  if (version < 4 && cordonedLogDirs !== null)
    throw unsupportedField("RegisterBrokerRecord", "cordonedLogDirs", version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasLogDirs) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.count(logDirs.length, true);
    for (const element of logDirs) writer.uuid(element);
    writer.endTag(mark);
  }
  if (hasCordonedLogDirs) {
    next = writeUnknownTags(writer, unknown, next, 1);
    const mark = writer.beginTag(1);
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
export function decodeRegisterBrokerRecord(reader: Reader, version: number): RegisterBrokerRecord {
  reader.begin("RegisterBrokerRecord", version, 0, 4);
  const brokerId = reader.int32("brokerId");
  const isMigratingZkBroker = version >= 2 ? reader.bool("isMigratingZkBroker") : false;
  const incarnationId = reader.uuid("incarnationId");
  const brokerEpoch = reader.int64("brokerEpoch");
  const endPoints: RegisterBrokerRecordBrokerEndpoint[] =
    decodeRegisterBrokerRecordBrokerEndpointArray(
      reader,
      version,
      reader.count("endPoints", true, 7),
    );
  const features: RegisterBrokerRecordBrokerFeature[] =
    decodeRegisterBrokerRecordBrokerFeatureArray(
      reader,
      version,
      reader.count("features", true, 6),
    );
  const rack = reader.nullableString("rack", true);
  const fenced = reader.bool("fenced");
  const inControlledShutdown = version >= 1 ? reader.bool("inControlledShutdown") : false;
  let logDirs: string[] = [];
  let cordonedLogDirs: string[] | null = null;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(2); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0 && version >= 3) {
      logDirs = readUuidArray(reader, "logDirs", reader.count("logDirs", true, 16));
      reader.closeTag(tag, end);
    } else if (tag === 1 && version >= 4) {
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
    isMigratingZkBroker,
    incarnationId,
    brokerEpoch,
    endPoints,
    features,
    rack,
    fenced,
    inControlledShutdown,
    logDirs,
    cordonedLogDirs,
    unknownTaggedFields,
  };
}

function encodeRegisterBrokerRecordBrokerEndpoint(
  writer: Writer,
  draft: RegisterBrokerRecordBrokerEndpointDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.int16(draft.securityProtocol);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRegisterBrokerRecordBrokerEndpoint(
  reader: Reader,
  _version: number,
): RegisterBrokerRecordBrokerEndpoint {
  const name = reader.string("BrokerEndpoint.name", true);
  const host = reader.string("BrokerEndpoint.host", true);
  const port = reader.uint16("BrokerEndpoint.port");
  const securityProtocol = reader.int16("BrokerEndpoint.securityProtocol");
  const unknownTaggedFields = reader.keepTags();
  return { name, host, port, securityProtocol, unknownTaggedFields };
}

function encodeRegisterBrokerRecordBrokerFeature(
  writer: Writer,
  draft: RegisterBrokerRecordBrokerFeatureDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int16(draft.minSupportedVersion);
  writer.int16(draft.maxSupportedVersion);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRegisterBrokerRecordBrokerFeature(
  reader: Reader,
  _version: number,
): RegisterBrokerRecordBrokerFeature {
  const name = reader.string("BrokerFeature.name", true);
  const minSupportedVersion = reader.int16("BrokerFeature.minSupportedVersion");
  const maxSupportedVersion = reader.int16("BrokerFeature.maxSupportedVersion");
  const unknownTaggedFields = reader.keepTags();
  return { name, minSupportedVersion, maxSupportedVersion, unknownTaggedFields };
}

function decodeRegisterBrokerRecordBrokerEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterBrokerRecordBrokerEndpoint[] {
  const elements: RegisterBrokerRecordBrokerEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeRegisterBrokerRecordBrokerEndpoint(reader, version));
  return elements;
}

function decodeRegisterBrokerRecordBrokerFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterBrokerRecordBrokerFeature[] {
  const elements: RegisterBrokerRecordBrokerFeature[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeRegisterBrokerRecordBrokerFeature(reader, version));
  return elements;
}
