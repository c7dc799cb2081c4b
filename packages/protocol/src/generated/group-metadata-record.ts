// Generated from schema/group/group-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A classic group: its generation, leader and members. Record type 2, version 0. */
export interface GroupMetadataKey {
  group: string;
}

/** What `encodeGroupMetadataKey` takes. */
export interface GroupMetadataKeyDraft {
  group: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeGroupMetadataKey(
  writer: Writer,
  draft: GroupMetadataKeyDraft,
  version: number,
): void {
  checkVersion("GroupMetadataKey", version, 0, 0);
  writer.string(draft.group, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeGroupMetadataKey(reader: Reader, version: number): GroupMetadataKey {
  reader.begin("GroupMetadataKey", version, 0, 0);
  const group = reader.string("group", false);
  return { group };
}

/** Record type 2, versions 0-4. */
export interface GroupMetadataValue {
  protocolType: string;
  generation: number;
  protocol: string | null;
  leader: string | null;
  /** Versions 2 and later. */
  currentStateTimestamp: number;
  members: GroupMetadataValueMemberMetadata[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface GroupMetadataValueMemberMetadata {
  memberId: string;
  /** Versions 3 and later. */
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  /** Versions 1 and later. */
  rebalanceTimeout: number;
  sessionTimeout: number;
  subscription: Uint8Array;
  assignment: Uint8Array;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeGroupMetadataValue` takes. */
export interface GroupMetadataValueDraft {
  protocolType: string;
  generation: number;
  protocol: string | null;
  leader: string | null;
  currentStateTimestamp?: number | undefined;
  members: readonly GroupMetadataValueMemberMetadataDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeGroupMetadataValue` takes, in part. */
export interface GroupMetadataValueMemberMetadataDraft {
  memberId: string;
  groupInstanceId?: string | null | undefined;
  clientId: string;
  clientHost: string;
  rebalanceTimeout?: number | undefined;
  sessionTimeout: number;
  subscription: Uint8Array;
  assignment: Uint8Array;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeGroupMetadataValue(
  writer: Writer,
  draft: GroupMetadataValueDraft,
  version: number,
): void {
  checkVersion("GroupMetadataValue", version, 0, 4);
  const flexible = version >= 4;
  writer.string(draft.protocolType, flexible);
  writer.int32(draft.generation);
  writer.nullableString(draft.protocol, flexible);
  writer.nullableString(draft.leader, flexible);
  if (version >= 2) {
    writer.int64(draft.currentStateTimestamp ?? -1);
  }
  const members = draft.members;
  writer.count(members.length, flexible);
  for (const element of members) encodeGroupMetadataValueMemberMetadata(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  if (flexible) {
    writer.uvarint(unknown.length);
    writeUnknownTags(writer, unknown, 0, Infinity);
  } else if (unknown.length > 0) {
    throw unsupportedField("GroupMetadataValue", "unknownTaggedFields", version);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeGroupMetadataValue(reader: Reader, version: number): GroupMetadataValue {
  reader.begin("GroupMetadataValue", version, 0, 4);
  const flexible = version >= 4;
  const protocolType = reader.string("protocolType", flexible);
  const generation = reader.int32("generation");
  const protocol = reader.nullableString("protocol", flexible);
  const leader = reader.nullableString("leader", flexible);
  const currentStateTimestamp = version >= 2 ? reader.int64("currentStateTimestamp") : -1;
  const members: GroupMetadataValueMemberMetadata[] = decodeGroupMetadataValueMemberMetadataArray(
    reader,
    version,
    reader.count(
      "members",
      flexible,
      version >= 4 ? 15 : version >= 3 ? 24 : version >= 1 ? 22 : 18,
    ),
  );
  const unknownTaggedFields = flexible ? reader.keepTags() : NO_UNKNOWN_TAGS;
  return {
    protocolType,
    generation,
    protocol,
    leader,
    currentStateTimestamp,
    members,
    unknownTaggedFields,
  };
}

function encodeGroupMetadataValueMemberMetadata(
  writer: Writer,
  draft: GroupMetadataValueMemberMetadataDraft,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(draft.memberId, flexible);
  if (version >= 3) {
    writer.nullableString(draft.groupInstanceId ?? null, flexible);
  }
  writer.string(draft.clientId, flexible);
  writer.string(draft.clientHost, flexible);
  if (version >= 1) {
    writer.int32(draft.rebalanceTimeout ?? -1);
  }
  writer.int32(draft.sessionTimeout);
  writer.bytes(draft.subscription, flexible);
  writer.bytes(draft.assignment, flexible);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  if (flexible) {
    writer.uvarint(unknown.length);
    writeUnknownTags(writer, unknown, 0, Infinity);
  } else if (unknown.length > 0) {
    throw unsupportedField("GroupMetadataValue", "unknownTaggedFields", version);
  }
}

function decodeGroupMetadataValueMemberMetadata(
  reader: Reader,
  version: number,
): GroupMetadataValueMemberMetadata {
  const flexible = version >= 4;
  const memberId = reader.string("MemberMetadata.memberId", flexible);
  const groupInstanceId =
    version >= 3 ? reader.nullableString("MemberMetadata.groupInstanceId", flexible) : null;
  const clientId = reader.string("MemberMetadata.clientId", flexible);
  const clientHost = reader.string("MemberMetadata.clientHost", flexible);
  const rebalanceTimeout = version >= 1 ? reader.int32("MemberMetadata.rebalanceTimeout") : -1;
  const sessionTimeout = reader.int32("MemberMetadata.sessionTimeout");
  const subscription = reader.bytes("MemberMetadata.subscription", flexible);
  const assignment = reader.bytes("MemberMetadata.assignment", flexible);
  const unknownTaggedFields = flexible ? reader.keepTags() : NO_UNKNOWN_TAGS;
  return {
    memberId,
    groupInstanceId,
    clientId,
    clientHost,
    rebalanceTimeout,
    sessionTimeout,
    subscription,
    assignment,
    unknownTaggedFields,
  };
}

function decodeGroupMetadataValueMemberMetadataArray(
  reader: Reader,
  version: number,
  count: number,
): GroupMetadataValueMemberMetadata[] {
  const elements: GroupMetadataValueMemberMetadata[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeGroupMetadataValueMemberMetadata(reader, version));
  return elements;
}
