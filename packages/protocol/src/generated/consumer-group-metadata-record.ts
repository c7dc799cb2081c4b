// Generated from schema/group/consumer-group-metadata-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A consumer group (KIP-848): its epoch. Record type 3, version 0. */
export interface ConsumerGroupMetadataKey {
  groupId: string;
}

/** What `encodeConsumerGroupMetadataKey` takes. */
export interface ConsumerGroupMetadataKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupMetadataKey(
  writer: Writer,
  draft: ConsumerGroupMetadataKeyDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupMetadataKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupMetadataKey {
  reader.begin("ConsumerGroupMetadataKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 3, version 0. */
export interface ConsumerGroupMetadataValue {
  epoch: number;
  metadataHash: bigint;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeConsumerGroupMetadataValue` takes. */
export interface ConsumerGroupMetadataValueDraft {
  epoch: number;
  metadataHash?: bigint | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeConsumerGroupMetadataValue(
  writer: Writer,
  draft: ConsumerGroupMetadataValueDraft,
  version: number,
): void {
  checkVersion("ConsumerGroupMetadataValue", version, 0, 0);
  writer.int32(draft.epoch);
  const metadataHash = draft.metadataHash ?? 0n;
  const hasMetadataHash = metadataHash !== 0n;
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint((hasMetadataHash ? 1 : 0) + unknown.length);
  let next = 0;
  if (hasMetadataHash) {
    next = writeUnknownTags(writer, unknown, next, 0);
    const mark = writer.beginTag(0);
    writer.int64Bits(metadataHash);
    writer.endTag(mark);
  }
  writeUnknownTags(writer, unknown, next, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeConsumerGroupMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupMetadataValue {
  reader.begin("ConsumerGroupMetadataValue", version, 0, 0);
  const epoch = reader.int32("epoch");
  let metadataHash: bigint = 0n;
  let unknownTaggedFields = NO_UNKNOWN_TAGS;
  for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
    const tag = reader.uvarint("tag");
    const end = reader.tagEnd();
    if (tag === 0) {
      metadataHash = reader.int64Bits("metadataHash");
      reader.closeTag(tag, end);
    } else {
      unknownTaggedFields = reader.keepTag(unknownTaggedFields, tag, end);
    }
  }
  return { epoch, metadataHash, unknownTaggedFields };
}
