// Generated from schema/group/consumer-group-member-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A member of a consumer group: who it is, what it subscribes to. Record type 5, version 0. */
export interface ConsumerGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

/** What `encodeConsumerGroupMemberMetadataKey` takes. */
export interface ConsumerGroupMemberMetadataKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupMemberMetadataKey(
  writer: Writer,
  draft: ConsumerGroupMemberMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupMemberMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupMemberMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataKey {
  reader.begin("ConsumerGroupMemberMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 5, version 0. */
export interface ConsumerGroupMemberMetadataValue {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  subscribedTopicRegex: string | null;
  rebalanceTimeoutMs: number;
  serverAssignor: string | null;
  /** Null is written: the default is a struct of defaults. */
  classicMemberMetadata: ConsumerGroupMemberMetadataValueClassicMemberMetadata | null;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  sessionTimeoutMs: number;
  supportedProtocols: ConsumerGroupMemberMetadataValueClassicProtocol[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface ConsumerGroupMemberMetadataValueClassicProtocol {
  name: string;
  metadata: Uint8Array;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupMemberMetadataValue` takes. */
export interface ConsumerGroupMemberMetadataValueDraft {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  subscribedTopicRegex: string | null;
  rebalanceTimeoutMs?: number | undefined;
  serverAssignor: string | null;
  classicMemberMetadata?:
    | ConsumerGroupMemberMetadataValueClassicMemberMetadataDraft
    | null
    | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeConsumerGroupMemberMetadataValue` takes, in part. */
export interface ConsumerGroupMemberMetadataValueClassicMemberMetadataDraft {
  sessionTimeoutMs: number;
  supportedProtocols: readonly ConsumerGroupMemberMetadataValueClassicProtocolDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeConsumerGroupMemberMetadataValue` takes, in part. */
export interface ConsumerGroupMemberMetadataValueClassicProtocolDraft {
  name: string;
  metadata: Uint8Array;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupMemberMetadataValue(
  writer: Writer,
  draft: ConsumerGroupMemberMetadataValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupMemberMetadataValue", version, 0, 0);
  writer.nullableString(draft.instanceId, true);
  writer.nullableString(draft.rackId, true);
  writer.string(draft.clientId, true);
  writer.string(draft.clientHost, true);
  const subscribedTopicNames = draft.subscribedTopicNames;
  writer.count(subscribedTopicNames.length, true);
  for (const element of subscribedTopicNames) writer.string(element, true);
  writer.nullableString(draft.subscribedTopicRegex, true);
  writer.int32(draft.rebalanceTimeoutMs ?? -1);
  writer.nullableString(draft.serverAssignor, true);
  const classicMemberMetadata = draft.classicMemberMetadata;
  const hasClassicMemberMetadata =
    classicMemberMetadata !== undefined &&
    (classicMemberMetadata === null ||
      !isDefaultConsumerGroupMemberMetadataValueClassicMemberMetadata(classicMemberMetadata));
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasClassicMemberMetadata ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasClassicMemberMetadata) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    if (classicMemberMetadata === null) {
      writer.uvarint(0);
    } else {
      writer.uvarint(1);
      encodeConsumerGroupMemberMetadataValueClassicMemberMetadata(
        writer,
        classicMemberMetadata,
        version,
      );
    }
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataValue {
  reader.begin("ConsumerGroupMemberMetadataValue", version, 0, 0);
  const instanceId = reader.nullableString("instanceId", true);
  const rackId = reader.nullableString("rackId", true);
  const clientId = reader.string("clientId", true);
  const clientHost = reader.string("clientHost", true);
  const subscribedTopicNames: string[] = readStringArray(
    reader,
    "subscribedTopicNames",
    reader.count("subscribedTopicNames", true, 1),
    true,
  );
  const subscribedTopicRegex = reader.nullableString("subscribedTopicRegex", true);
  const rebalanceTimeoutMs = reader.int32("rebalanceTimeoutMs");
  const serverAssignor = reader.nullableString("serverAssignor", true);
  let classicMemberMetadata: ConsumerGroupMemberMetadataValueClassicMemberMetadata | null =
    defaultConsumerGroupMemberMetadataValueClassicMemberMetadata();
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      classicMemberMetadata =
        reader.uvarint("classicMemberMetadata") > 0
          ? decodeConsumerGroupMemberMetadataValueClassicMemberMetadata(reader, version)
          : null;
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return {
    instanceId,
    rackId,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    rebalanceTimeoutMs,
    serverAssignor,
    classicMemberMetadata,
    unknownTaggedFields,
  };
}

function encodeConsumerGroupMemberMetadataValueClassicMemberMetadata(
  writer: Writer,
  draft: ConsumerGroupMemberMetadataValueClassicMemberMetadataDraft,
  version: number,
): void {
  writer.int32(draft.sessionTimeoutMs);
  const supportedProtocols = draft.supportedProtocols;
  writer.count(supportedProtocols.length, true);
  for (const element of supportedProtocols)
    encodeConsumerGroupMemberMetadataValueClassicProtocol(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeConsumerGroupMemberMetadataValueClassicMemberMetadata(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  const sessionTimeoutMs = reader.int32("ClassicMemberMetadata.sessionTimeoutMs");
  const supportedProtocols: ConsumerGroupMemberMetadataValueClassicProtocol[] =
    decodeConsumerGroupMemberMetadataValueClassicProtocolArray(
      reader,
      version,
      reader.count("ClassicMemberMetadata.supportedProtocols", true, 3),
    );
  const unknownTaggedFields = reader.keepTags();
  return { sessionTimeoutMs, supportedProtocols, unknownTaggedFields };
}

function encodeConsumerGroupMemberMetadataValueClassicProtocol(
  writer: Writer,
  draft: ConsumerGroupMemberMetadataValueClassicProtocolDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.bytes(draft.metadata, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeConsumerGroupMemberMetadataValueClassicProtocol(
  reader: Reader,
  _version: number,
): ConsumerGroupMemberMetadataValueClassicProtocol {
  const name = reader.string("ClassicProtocol.name", true);
  const metadata = reader.bytes("ClassicProtocol.metadata", true);
  const unknownTaggedFields = reader.keepTags();
  return { name, metadata, unknownTaggedFields };
}

function defaultConsumerGroupMemberMetadataValueClassicMemberMetadata(): ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  return {
    sessionTimeoutMs: 0,
    supportedProtocols: [],
    unknownTaggedFields: NO_UNKNOWN_TAGS,
  };
}

function isDefaultConsumerGroupMemberMetadataValueClassicMemberMetadata(
  draft: ConsumerGroupMemberMetadataValueClassicMemberMetadataDraft,
): boolean {
  return (
    draft.sessionTimeoutMs === 0 &&
    draft.supportedProtocols.length === 0 &&
    (draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS).length === 0
  );
}

function decodeConsumerGroupMemberMetadataValueClassicProtocolArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupMemberMetadataValueClassicProtocol[] {
  const elements: ConsumerGroupMemberMetadataValueClassicProtocol[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeConsumerGroupMemberMetadataValueClassicProtocol(reader, version));
  return elements;
}
