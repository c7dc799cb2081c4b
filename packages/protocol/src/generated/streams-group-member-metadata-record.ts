// Generated from schema/group/streams-group-member-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A member of a streams group. Record type 19, version 0. */
export interface StreamsGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

/** What `encodeStreamsGroupMemberMetadataKey` takes. */
export interface StreamsGroupMemberMetadataKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupMemberMetadataKey(
  writer: Writer,
  draft: StreamsGroupMemberMetadataKeyDraft,
  version: number,
): void {
  checkVersion("StreamsGroupMemberMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupMemberMetadataKey(
  reader: Reader,
  version: number,
): StreamsGroupMemberMetadataKey {
  reader.begin("StreamsGroupMemberMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 19, version 0. */
export interface StreamsGroupMemberMetadataValue {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  rebalanceTimeoutMs: number;
  topologyEpoch: number;
  processId: string;
  userEndpoint: StreamsGroupMemberMetadataValueEndpoint | null;
  clientTags: StreamsGroupMemberMetadataValueKeyValue[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupMemberMetadataValueEndpoint {
  host: string;
  port: number;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupMemberMetadataValueKeyValue {
  key: string;
  value: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeStreamsGroupMemberMetadataValue` takes. */
export interface StreamsGroupMemberMetadataValueDraft {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  rebalanceTimeoutMs?: number | undefined;
  topologyEpoch: number;
  processId: string;
  userEndpoint?: StreamsGroupMemberMetadataValueEndpointDraft | null | undefined;
  clientTags: readonly StreamsGroupMemberMetadataValueKeyValueDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupMemberMetadataValue` takes, in part. */
export interface StreamsGroupMemberMetadataValueEndpointDraft {
  host: string;
  port: number;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupMemberMetadataValue` takes, in part. */
export interface StreamsGroupMemberMetadataValueKeyValueDraft {
  key: string;
  value: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupMemberMetadataValue(
  writer: Writer,
  draft: StreamsGroupMemberMetadataValueDraft,
  version: number,
): void {
  checkVersion("StreamsGroupMemberMetadataValue", version, 0, 0);
  writer.nullableString(draft.instanceId, true);
  writer.nullableString(draft.rackId, true);
  writer.string(draft.clientId, true);
  writer.string(draft.clientHost, true);
  writer.int32(draft.rebalanceTimeoutMs ?? -1);
  writer.int32(draft.topologyEpoch);
  writer.string(draft.processId, true);
  const userEndpoint = draft.userEndpoint ?? null;
  if (userEndpoint === null) {
    writer.int8(-1);
  } else {
    writer.int8(1);
    encodeStreamsGroupMemberMetadataValueEndpoint(writer, userEndpoint, version);
  }
  const clientTags = draft.clientTags;
  writer.count(clientTags.length, true);
  for (const element of clientTags)
    encodeStreamsGroupMemberMetadataValueKeyValue(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): StreamsGroupMemberMetadataValue {
  reader.begin("StreamsGroupMemberMetadataValue", version, 0, 0);
  const instanceId = reader.nullableString("instanceId", true);
  const rackId = reader.nullableString("rackId", true);
  const clientId = reader.string("clientId", true);
  const clientHost = reader.string("clientHost", true);
  const rebalanceTimeoutMs = reader.int32("rebalanceTimeoutMs");
  const topologyEpoch = reader.int32("topologyEpoch");
  const processId = reader.string("processId", true);
  const userEndpoint = reader.isPresent("userEndpoint")
    ? decodeStreamsGroupMemberMetadataValueEndpoint(reader, version)
    : null;
  const clientTags: StreamsGroupMemberMetadataValueKeyValue[] =
    decodeStreamsGroupMemberMetadataValueKeyValueArray(
      reader,
      version,
      reader.count("clientTags", true, 3),
    );
  const unknownTaggedFields = reader.keepTags();
  return {
    instanceId,
    rackId,
    clientId,
    clientHost,
    rebalanceTimeoutMs,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    unknownTaggedFields,
  };
}

function encodeStreamsGroupMemberMetadataValueEndpoint(
  writer: Writer,
  draft: StreamsGroupMemberMetadataValueEndpointDraft,
  _version: number,
): void {
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupMemberMetadataValueEndpoint(
  reader: Reader,
  _version: number,
): StreamsGroupMemberMetadataValueEndpoint {
  const host = reader.string("Endpoint.host", true);
  const port = reader.uint16("Endpoint.port");
  const unknownTaggedFields = reader.keepTags();
  return { host, port, unknownTaggedFields };
}

function encodeStreamsGroupMemberMetadataValueKeyValue(
  writer: Writer,
  draft: StreamsGroupMemberMetadataValueKeyValueDraft,
  _version: number,
): void {
  writer.string(draft.key, true);
  writer.string(draft.value, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupMemberMetadataValueKeyValue(
  reader: Reader,
  _version: number,
): StreamsGroupMemberMetadataValueKeyValue {
  const key = reader.string("KeyValue.key", true);
  const value = reader.string("KeyValue.value", true);
  const unknownTaggedFields = reader.keepTags();
  return { key, value, unknownTaggedFields };
}

function decodeStreamsGroupMemberMetadataValueKeyValueArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupMemberMetadataValueKeyValue[] {
  const elements: StreamsGroupMemberMetadataValueKeyValue[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupMemberMetadataValueKeyValue(reader, version));
  return elements;
}
