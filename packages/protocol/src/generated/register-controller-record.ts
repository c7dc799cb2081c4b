// Generated from schema/metadata/register-controller-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A controller has registered. Record type 27, version 0. */
export interface RegisterControllerRecord {
  controllerId: number;
  incarnationId: string;
  zkMigrationReady: boolean;
  endPoints: RegisterControllerRecordControllerEndpoint[];
  features: RegisterControllerRecordControllerFeature[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RegisterControllerRecordControllerEndpoint {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface RegisterControllerRecordControllerFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeRegisterControllerRecord` takes. */
export interface RegisterControllerRecordDraft {
  controllerId: number;
  incarnationId: string;
  zkMigrationReady: boolean;
  endPoints: readonly RegisterControllerRecordControllerEndpointDraft[];
  features: readonly RegisterControllerRecordControllerFeatureDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRegisterControllerRecord` takes, in part. */
export interface RegisterControllerRecordControllerEndpointDraft {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeRegisterControllerRecord` takes, in part. */
export interface RegisterControllerRecordControllerFeatureDraft {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeRegisterControllerRecord(
  writer: Writer,
  draft: RegisterControllerRecordDraft,
  version: number,
): void {
  checkVersion("RegisterControllerRecord", version, 0, 0);
  writer.int32(draft.controllerId);
  writer.uuid(draft.incarnationId);
  writer.bool(draft.zkMigrationReady);
  const endPoints = draft.endPoints;
  writer.count(endPoints.length, true);
  for (const element of endPoints)
    encodeRegisterControllerRecordControllerEndpoint(writer, element, version);
  const features = draft.features;
  writer.count(features.length, true);
  for (const element of features)
    encodeRegisterControllerRecordControllerFeature(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeRegisterControllerRecord(
  reader: Reader,
  version: number,
): RegisterControllerRecord {
  reader.begin("RegisterControllerRecord", version, 0, 0);
  const controllerId = reader.int32("controllerId");
  const incarnationId = reader.uuid("incarnationId");
  const zkMigrationReady = reader.bool("zkMigrationReady");
  const endPoints: RegisterControllerRecordControllerEndpoint[] =
    decodeRegisterControllerRecordControllerEndpointArray(
      reader,
      version,
      reader.count("endPoints", true, 7),
    );
  const features: RegisterControllerRecordControllerFeature[] =
    decodeRegisterControllerRecordControllerFeatureArray(
      reader,
      version,
      reader.count("features", true, 6),
    );
  const unknownTaggedFields = reader.keepTags();
  return {
    controllerId,
    incarnationId,
    zkMigrationReady,
    endPoints,
    features,
    unknownTaggedFields,
  };
}

function encodeRegisterControllerRecordControllerEndpoint(
  writer: Writer,
  draft: RegisterControllerRecordControllerEndpointDraft,
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

function decodeRegisterControllerRecordControllerEndpoint(
  reader: Reader,
  _version: number,
): RegisterControllerRecordControllerEndpoint {
  const name = reader.string("ControllerEndpoint.name", true);
  const host = reader.string("ControllerEndpoint.host", true);
  const port = reader.uint16("ControllerEndpoint.port");
  const securityProtocol = reader.int16("ControllerEndpoint.securityProtocol");
  const unknownTaggedFields = reader.keepTags();
  return { name, host, port, securityProtocol, unknownTaggedFields };
}

function encodeRegisterControllerRecordControllerFeature(
  writer: Writer,
  draft: RegisterControllerRecordControllerFeatureDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int16(draft.minSupportedVersion);
  writer.int16(draft.maxSupportedVersion);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeRegisterControllerRecordControllerFeature(
  reader: Reader,
  _version: number,
): RegisterControllerRecordControllerFeature {
  const name = reader.string("ControllerFeature.name", true);
  const minSupportedVersion = reader.int16("ControllerFeature.minSupportedVersion");
  const maxSupportedVersion = reader.int16("ControllerFeature.maxSupportedVersion");
  const unknownTaggedFields = reader.keepTags();
  return { name, minSupportedVersion, maxSupportedVersion, unknownTaggedFields };
}

function decodeRegisterControllerRecordControllerEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterControllerRecordControllerEndpoint[] {
  const elements: RegisterControllerRecordControllerEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeRegisterControllerRecordControllerEndpoint(reader, version));
  return elements;
}

function decodeRegisterControllerRecordControllerFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterControllerRecordControllerFeature[] {
  const elements: RegisterControllerRecordControllerFeature[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeRegisterControllerRecordControllerFeature(reader, version));
  return elements;
}
