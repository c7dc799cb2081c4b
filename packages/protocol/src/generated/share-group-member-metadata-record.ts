// Generated from schema/group/share-group-member-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A member of a share group. Record type 10, version 0. */
export interface ShareGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

/** What `encodeShareGroupMemberMetadataKey` takes. */
export interface ShareGroupMemberMetadataKeyDraft {
  groupId: string;
  memberId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupMemberMetadataKey(
  writer: Writer,
  draft: ShareGroupMemberMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ShareGroupMemberMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
  writer.string(draft.memberId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupMemberMetadataKey(
  reader: Reader,
  version: number,
): ShareGroupMemberMetadataKey {
  reader.begin("ShareGroupMemberMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  const memberId = reader.string("memberId", false);
  return { groupId, memberId };
}

/** Record type 10, version 0. */
export interface ShareGroupMemberMetadataValue {
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: string[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeShareGroupMemberMetadataValue` takes. */
export interface ShareGroupMemberMetadataValueDraft {
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeShareGroupMemberMetadataValue(
  writer: Writer,
  draft: ShareGroupMemberMetadataValueDraft,
  version: number,
): void {
  checkVersion("ShareGroupMemberMetadataValue", version, 0, 0);
  writer.nullableString(draft.rackId, true);
  writer.string(draft.clientId, true);
  writer.string(draft.clientHost, true);
  const subscribedTopicNames = draft.subscribedTopicNames;
  writer.count(subscribedTopicNames.length, true);
  for (const element of subscribedTopicNames) writer.string(element, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeShareGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupMemberMetadataValue {
  reader.begin("ShareGroupMemberMetadataValue", version, 0, 0);
  const rackId = reader.nullableString("rackId", true);
  const clientId = reader.string("clientId", true);
  const clientHost = reader.string("clientHost", true);
  const subscribedTopicNames: string[] = readStringArray(
    reader,
    "subscribedTopicNames",
    reader.count("subscribedTopicNames", true, 1),
    true,
  );
  const unknownTaggedFields = reader.keepTags();
  return { rackId, clientId, clientHost, subscribedTopicNames, unknownTaggedFields };
}
