// Generated from schema/control/voters-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** Control record of the metadata log: the quorum's voters. Version 0. */
export interface VotersRecord {
  version: number;
  voters: VotersRecordVoter[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface VotersRecordVoter {
  voterId: number;
  voterDirectoryId: string;
  endpoints: VotersRecordEndpoint[];
  kRaftVersionFeature: VotersRecordKRaftVersionFeature;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface VotersRecordEndpoint {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface VotersRecordKRaftVersionFeature {
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeVotersRecord` takes. */
export interface VotersRecordDraft {
  version: number;
  voters: readonly VotersRecordVoterDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeVotersRecord` takes, in part. */
export interface VotersRecordVoterDraft {
  voterId: number;
  voterDirectoryId: string;
  endpoints: readonly VotersRecordEndpointDraft[];
  kRaftVersionFeature: VotersRecordKRaftVersionFeatureDraft;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeVotersRecord` takes, in part. */
export interface VotersRecordEndpointDraft {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeVotersRecord` takes, in part. */
export interface VotersRecordKRaftVersionFeatureDraft {
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeVotersRecord(
  writer: Writer,
  draft: VotersRecordDraft,
  version: number,
): void {
  checkVersion("VotersRecord", version, 0, 0);
  writer.int16(draft.version);
  const voters = draft.voters;
  writer.count(voters.length, true);
  for (const element of voters) encodeVotersRecordVoter(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeVotersRecord(reader: Reader, version: number): VotersRecord {
  reader.begin("VotersRecord", version, 0, 0);
  const versionValue = reader.int16("version");
  const voters: VotersRecordVoter[] = decodeVotersRecordVoterArray(
    reader,
    version,
    reader.count("voters", true, 27),
  );
  const unknownTaggedFields = reader.keepTags();
  return { version: versionValue, voters, unknownTaggedFields };
}

function encodeVotersRecordVoter(
  writer: Writer,
  draft: VotersRecordVoterDraft,
  version: number,
): void {
  writer.int32(draft.voterId);
  writer.uuid(draft.voterDirectoryId);
  const endpoints = draft.endpoints;
  writer.count(endpoints.length, true);
  for (const element of endpoints) encodeVotersRecordEndpoint(writer, element, version);
  const kRaftVersionFeature = draft.kRaftVersionFeature;
  encodeVotersRecordKRaftVersionFeature(writer, kRaftVersionFeature, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeVotersRecordVoter(reader: Reader, version: number): VotersRecordVoter {
  const voterId = reader.int32("Voter.voterId");
  const voterDirectoryId = reader.uuid("Voter.voterDirectoryId");
  const endpoints: VotersRecordEndpoint[] = decodeVotersRecordEndpointArray(
    reader,
    version,
    reader.count("Voter.endpoints", true, 5),
  );
  const kRaftVersionFeature = decodeVotersRecordKRaftVersionFeature(reader, version);
  const unknownTaggedFields = reader.keepTags();
  return { voterId, voterDirectoryId, endpoints, kRaftVersionFeature, unknownTaggedFields };
}

function encodeVotersRecordEndpoint(
  writer: Writer,
  draft: VotersRecordEndpointDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeVotersRecordEndpoint(reader: Reader, _version: number): VotersRecordEndpoint {
  const name = reader.string("Endpoint.name", true);
  const host = reader.string("Endpoint.host", true);
  const port = reader.uint16("Endpoint.port");
  const unknownTaggedFields = reader.keepTags();
  return { name, host, port, unknownTaggedFields };
}

function encodeVotersRecordKRaftVersionFeature(
  writer: Writer,
  draft: VotersRecordKRaftVersionFeatureDraft,
  _version: number,
): void {
  writer.int16(draft.minSupportedVersion);
  writer.int16(draft.maxSupportedVersion);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeVotersRecordKRaftVersionFeature(
  reader: Reader,
  _version: number,
): VotersRecordKRaftVersionFeature {
  const minSupportedVersion = reader.int16("KRaftVersionFeature.minSupportedVersion");
  const maxSupportedVersion = reader.int16("KRaftVersionFeature.maxSupportedVersion");
  const unknownTaggedFields = reader.keepTags();
  return { minSupportedVersion, maxSupportedVersion, unknownTaggedFields };
}

function decodeVotersRecordVoterArray(
  reader: Reader,
  version: number,
  count: number,
): VotersRecordVoter[] {
  const elements: VotersRecordVoter[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVotersRecordVoter(reader, version));
  return elements;
}

function decodeVotersRecordEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): VotersRecordEndpoint[] {
  const elements: VotersRecordEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeVotersRecordEndpoint(reader, version));
  return elements;
}
