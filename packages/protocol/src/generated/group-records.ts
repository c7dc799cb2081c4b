// Generated from schema/group by `npm run gen`: change that file, not this one.
import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
import {
  decodeLegacyOffsetCommitKey,
  encodeLegacyOffsetCommitKey,
  type LegacyOffsetCommitKey,
  type LegacyOffsetCommitKeyDraft,
  decodeLegacyOffsetCommitValue,
  encodeLegacyOffsetCommitValue,
  type LegacyOffsetCommitValue,
  type LegacyOffsetCommitValueDraft,
} from "./legacy-offset-commit-record.ts";
import {
  decodeOffsetCommitKey,
  encodeOffsetCommitKey,
  type OffsetCommitKey,
  type OffsetCommitKeyDraft,
  decodeOffsetCommitValue,
  encodeOffsetCommitValue,
  type OffsetCommitValue,
  type OffsetCommitValueDraft,
} from "./offset-commit-record.ts";
import {
  decodeGroupMetadataKey,
  encodeGroupMetadataKey,
  type GroupMetadataKey,
  type GroupMetadataKeyDraft,
  decodeGroupMetadataValue,
  encodeGroupMetadataValue,
  type GroupMetadataValue,
  type GroupMetadataValueDraft,
} from "./group-metadata-record.ts";
import {
  decodeConsumerGroupMetadataKey,
  encodeConsumerGroupMetadataKey,
  type ConsumerGroupMetadataKey,
  type ConsumerGroupMetadataKeyDraft,
  decodeConsumerGroupMetadataValue,
  encodeConsumerGroupMetadataValue,
  type ConsumerGroupMetadataValue,
  type ConsumerGroupMetadataValueDraft,
} from "./consumer-group-metadata-record.ts";
import {
  decodeConsumerGroupPartitionMetadataKey,
  encodeConsumerGroupPartitionMetadataKey,
  type ConsumerGroupPartitionMetadataKey,
  type ConsumerGroupPartitionMetadataKeyDraft,
  decodeConsumerGroupPartitionMetadataValue,
  encodeConsumerGroupPartitionMetadataValue,
  type ConsumerGroupPartitionMetadataValue,
  type ConsumerGroupPartitionMetadataValueDraft,
} from "./consumer-group-partition-metadata-record.ts";
import {
  decodeConsumerGroupMemberMetadataKey,
  encodeConsumerGroupMemberMetadataKey,
  type ConsumerGroupMemberMetadataKey,
  type ConsumerGroupMemberMetadataKeyDraft,
  decodeConsumerGroupMemberMetadataValue,
  encodeConsumerGroupMemberMetadataValue,
  type ConsumerGroupMemberMetadataValue,
  type ConsumerGroupMemberMetadataValueDraft,
} from "./consumer-group-member-metadata-record.ts";
import {
  decodeConsumerGroupTargetAssignmentMetadataKey,
  encodeConsumerGroupTargetAssignmentMetadataKey,
  type ConsumerGroupTargetAssignmentMetadataKey,
  type ConsumerGroupTargetAssignmentMetadataKeyDraft,
  decodeConsumerGroupTargetAssignmentMetadataValue,
  encodeConsumerGroupTargetAssignmentMetadataValue,
  type ConsumerGroupTargetAssignmentMetadataValue,
  type ConsumerGroupTargetAssignmentMetadataValueDraft,
} from "./consumer-group-target-assignment-metadata-record.ts";
import {
  decodeConsumerGroupTargetAssignmentMemberKey,
  encodeConsumerGroupTargetAssignmentMemberKey,
  type ConsumerGroupTargetAssignmentMemberKey,
  type ConsumerGroupTargetAssignmentMemberKeyDraft,
  decodeConsumerGroupTargetAssignmentMemberValue,
  encodeConsumerGroupTargetAssignmentMemberValue,
  type ConsumerGroupTargetAssignmentMemberValue,
  type ConsumerGroupTargetAssignmentMemberValueDraft,
} from "./consumer-group-target-assignment-member-record.ts";
import {
  decodeConsumerGroupCurrentMemberAssignmentKey,
  encodeConsumerGroupCurrentMemberAssignmentKey,
  type ConsumerGroupCurrentMemberAssignmentKey,
  type ConsumerGroupCurrentMemberAssignmentKeyDraft,
  decodeConsumerGroupCurrentMemberAssignmentValue,
  encodeConsumerGroupCurrentMemberAssignmentValue,
  type ConsumerGroupCurrentMemberAssignmentValue,
  type ConsumerGroupCurrentMemberAssignmentValueDraft,
} from "./consumer-group-current-member-assignment-record.ts";
import {
  decodeShareGroupMemberMetadataKey,
  encodeShareGroupMemberMetadataKey,
  type ShareGroupMemberMetadataKey,
  type ShareGroupMemberMetadataKeyDraft,
  decodeShareGroupMemberMetadataValue,
  encodeShareGroupMemberMetadataValue,
  type ShareGroupMemberMetadataValue,
  type ShareGroupMemberMetadataValueDraft,
} from "./share-group-member-metadata-record.ts";
import {
  decodeShareGroupMetadataKey,
  encodeShareGroupMetadataKey,
  type ShareGroupMetadataKey,
  type ShareGroupMetadataKeyDraft,
  decodeShareGroupMetadataValue,
  encodeShareGroupMetadataValue,
  type ShareGroupMetadataValue,
  type ShareGroupMetadataValueDraft,
} from "./share-group-metadata-record.ts";
import {
  decodeShareGroupTargetAssignmentMetadataKey,
  encodeShareGroupTargetAssignmentMetadataKey,
  type ShareGroupTargetAssignmentMetadataKey,
  type ShareGroupTargetAssignmentMetadataKeyDraft,
  decodeShareGroupTargetAssignmentMetadataValue,
  encodeShareGroupTargetAssignmentMetadataValue,
  type ShareGroupTargetAssignmentMetadataValue,
  type ShareGroupTargetAssignmentMetadataValueDraft,
} from "./share-group-target-assignment-metadata-record.ts";
import {
  decodeShareGroupTargetAssignmentMemberKey,
  encodeShareGroupTargetAssignmentMemberKey,
  type ShareGroupTargetAssignmentMemberKey,
  type ShareGroupTargetAssignmentMemberKeyDraft,
  decodeShareGroupTargetAssignmentMemberValue,
  encodeShareGroupTargetAssignmentMemberValue,
  type ShareGroupTargetAssignmentMemberValue,
  type ShareGroupTargetAssignmentMemberValueDraft,
} from "./share-group-target-assignment-member-record.ts";
import {
  decodeShareGroupCurrentMemberAssignmentKey,
  encodeShareGroupCurrentMemberAssignmentKey,
  type ShareGroupCurrentMemberAssignmentKey,
  type ShareGroupCurrentMemberAssignmentKeyDraft,
  decodeShareGroupCurrentMemberAssignmentValue,
  encodeShareGroupCurrentMemberAssignmentValue,
  type ShareGroupCurrentMemberAssignmentValue,
  type ShareGroupCurrentMemberAssignmentValueDraft,
} from "./share-group-current-member-assignment-record.ts";
import {
  decodeShareGroupStatePartitionMetadataKey,
  encodeShareGroupStatePartitionMetadataKey,
  type ShareGroupStatePartitionMetadataKey,
  type ShareGroupStatePartitionMetadataKeyDraft,
  decodeShareGroupStatePartitionMetadataValue,
  encodeShareGroupStatePartitionMetadataValue,
  type ShareGroupStatePartitionMetadataValue,
  type ShareGroupStatePartitionMetadataValueDraft,
} from "./share-group-state-partition-metadata-record.ts";
import {
  decodeConsumerGroupRegularExpressionKey,
  encodeConsumerGroupRegularExpressionKey,
  type ConsumerGroupRegularExpressionKey,
  type ConsumerGroupRegularExpressionKeyDraft,
  decodeConsumerGroupRegularExpressionValue,
  encodeConsumerGroupRegularExpressionValue,
  type ConsumerGroupRegularExpressionValue,
  type ConsumerGroupRegularExpressionValueDraft,
} from "./consumer-group-regular-expression-record.ts";
import {
  decodeStreamsGroupMetadataKey,
  encodeStreamsGroupMetadataKey,
  type StreamsGroupMetadataKey,
  type StreamsGroupMetadataKeyDraft,
  decodeStreamsGroupMetadataValue,
  encodeStreamsGroupMetadataValue,
  type StreamsGroupMetadataValue,
  type StreamsGroupMetadataValueDraft,
} from "./streams-group-metadata-record.ts";
import {
  decodeStreamsGroupMemberMetadataKey,
  encodeStreamsGroupMemberMetadataKey,
  type StreamsGroupMemberMetadataKey,
  type StreamsGroupMemberMetadataKeyDraft,
  decodeStreamsGroupMemberMetadataValue,
  encodeStreamsGroupMemberMetadataValue,
  type StreamsGroupMemberMetadataValue,
  type StreamsGroupMemberMetadataValueDraft,
} from "./streams-group-member-metadata-record.ts";
import {
  decodeStreamsGroupTargetAssignmentMetadataKey,
  encodeStreamsGroupTargetAssignmentMetadataKey,
  type StreamsGroupTargetAssignmentMetadataKey,
  type StreamsGroupTargetAssignmentMetadataKeyDraft,
  decodeStreamsGroupTargetAssignmentMetadataValue,
  encodeStreamsGroupTargetAssignmentMetadataValue,
  type StreamsGroupTargetAssignmentMetadataValue,
  type StreamsGroupTargetAssignmentMetadataValueDraft,
} from "./streams-group-target-assignment-metadata-record.ts";
import {
  decodeStreamsGroupTargetAssignmentMemberKey,
  encodeStreamsGroupTargetAssignmentMemberKey,
  type StreamsGroupTargetAssignmentMemberKey,
  type StreamsGroupTargetAssignmentMemberKeyDraft,
  decodeStreamsGroupTargetAssignmentMemberValue,
  encodeStreamsGroupTargetAssignmentMemberValue,
  type StreamsGroupTargetAssignmentMemberValue,
  type StreamsGroupTargetAssignmentMemberValueDraft,
} from "./streams-group-target-assignment-member-record.ts";
import {
  decodeStreamsGroupCurrentMemberAssignmentKey,
  encodeStreamsGroupCurrentMemberAssignmentKey,
  type StreamsGroupCurrentMemberAssignmentKey,
  type StreamsGroupCurrentMemberAssignmentKeyDraft,
  decodeStreamsGroupCurrentMemberAssignmentValue,
  encodeStreamsGroupCurrentMemberAssignmentValue,
  type StreamsGroupCurrentMemberAssignmentValue,
  type StreamsGroupCurrentMemberAssignmentValueDraft,
} from "./streams-group-current-member-assignment-record.ts";
import {
  decodeStreamsGroupTopologyKey,
  encodeStreamsGroupTopologyKey,
  type StreamsGroupTopologyKey,
  type StreamsGroupTopologyKeyDraft,
  decodeStreamsGroupTopologyValue,
  encodeStreamsGroupTopologyValue,
  type StreamsGroupTopologyValue,
  type StreamsGroupTopologyValueDraft,
} from "./streams-group-topology-record.ts";

/** A record of the group coordinator. A tombstone's value and version are null. */
export type GroupRecord =
  | {
      type: "LegacyOffsetCommit";
      typeId: 0;
      key: LegacyOffsetCommitKey;
      version: number | null;
      value: LegacyOffsetCommitValue | null;
    }
  | {
      type: "OffsetCommit";
      typeId: 1;
      key: OffsetCommitKey;
      version: number | null;
      value: OffsetCommitValue | null;
    }
  | {
      type: "GroupMetadata";
      typeId: 2;
      key: GroupMetadataKey;
      version: number | null;
      value: GroupMetadataValue | null;
    }
  | {
      type: "ConsumerGroupMetadata";
      typeId: 3;
      key: ConsumerGroupMetadataKey;
      version: number | null;
      value: ConsumerGroupMetadataValue | null;
    }
  | {
      type: "ConsumerGroupPartitionMetadata";
      typeId: 4;
      key: ConsumerGroupPartitionMetadataKey;
      version: number | null;
      value: ConsumerGroupPartitionMetadataValue | null;
    }
  | {
      type: "ConsumerGroupMemberMetadata";
      typeId: 5;
      key: ConsumerGroupMemberMetadataKey;
      version: number | null;
      value: ConsumerGroupMemberMetadataValue | null;
    }
  | {
      type: "ConsumerGroupTargetAssignmentMetadata";
      typeId: 6;
      key: ConsumerGroupTargetAssignmentMetadataKey;
      version: number | null;
      value: ConsumerGroupTargetAssignmentMetadataValue | null;
    }
  | {
      type: "ConsumerGroupTargetAssignmentMember";
      typeId: 7;
      key: ConsumerGroupTargetAssignmentMemberKey;
      version: number | null;
      value: ConsumerGroupTargetAssignmentMemberValue | null;
    }
  | {
      type: "ConsumerGroupCurrentMemberAssignment";
      typeId: 8;
      key: ConsumerGroupCurrentMemberAssignmentKey;
      version: number | null;
      value: ConsumerGroupCurrentMemberAssignmentValue | null;
    }
  | {
      type: "ShareGroupMemberMetadata";
      typeId: 10;
      key: ShareGroupMemberMetadataKey;
      version: number | null;
      value: ShareGroupMemberMetadataValue | null;
    }
  | {
      type: "ShareGroupMetadata";
      typeId: 11;
      key: ShareGroupMetadataKey;
      version: number | null;
      value: ShareGroupMetadataValue | null;
    }
  | {
      type: "ShareGroupTargetAssignmentMetadata";
      typeId: 12;
      key: ShareGroupTargetAssignmentMetadataKey;
      version: number | null;
      value: ShareGroupTargetAssignmentMetadataValue | null;
    }
  | {
      type: "ShareGroupTargetAssignmentMember";
      typeId: 13;
      key: ShareGroupTargetAssignmentMemberKey;
      version: number | null;
      value: ShareGroupTargetAssignmentMemberValue | null;
    }
  | {
      type: "ShareGroupCurrentMemberAssignment";
      typeId: 14;
      key: ShareGroupCurrentMemberAssignmentKey;
      version: number | null;
      value: ShareGroupCurrentMemberAssignmentValue | null;
    }
  | {
      type: "ShareGroupStatePartitionMetadata";
      typeId: 15;
      key: ShareGroupStatePartitionMetadataKey;
      version: number | null;
      value: ShareGroupStatePartitionMetadataValue | null;
    }
  | {
      type: "ConsumerGroupRegularExpression";
      typeId: 16;
      key: ConsumerGroupRegularExpressionKey;
      version: number | null;
      value: ConsumerGroupRegularExpressionValue | null;
    }
  | {
      type: "StreamsGroupMetadata";
      typeId: 17;
      key: StreamsGroupMetadataKey;
      version: number | null;
      value: StreamsGroupMetadataValue | null;
    }
  | {
      type: "StreamsGroupMemberMetadata";
      typeId: 19;
      key: StreamsGroupMemberMetadataKey;
      version: number | null;
      value: StreamsGroupMemberMetadataValue | null;
    }
  | {
      type: "StreamsGroupTargetAssignmentMetadata";
      typeId: 20;
      key: StreamsGroupTargetAssignmentMetadataKey;
      version: number | null;
      value: StreamsGroupTargetAssignmentMetadataValue | null;
    }
  | {
      type: "StreamsGroupTargetAssignmentMember";
      typeId: 21;
      key: StreamsGroupTargetAssignmentMemberKey;
      version: number | null;
      value: StreamsGroupTargetAssignmentMemberValue | null;
    }
  | {
      type: "StreamsGroupCurrentMemberAssignment";
      typeId: 22;
      key: StreamsGroupCurrentMemberAssignmentKey;
      version: number | null;
      value: StreamsGroupCurrentMemberAssignmentValue | null;
    }
  | {
      type: "StreamsGroupTopology";
      typeId: 23;
      key: StreamsGroupTopologyKey;
      version: number | null;
      value: StreamsGroupTopologyValue | null;
    };

/** What encodeGroupRecord takes; a decoded record is one. Without a value it is a tombstone. */
export type GroupRecordDraft =
  | {
      type: "LegacyOffsetCommit";
      key: LegacyOffsetCommitKeyDraft;
      version: number | null;
      value: LegacyOffsetCommitValueDraft | null;
    }
  | {
      type: "OffsetCommit";
      key: OffsetCommitKeyDraft;
      version: number | null;
      value: OffsetCommitValueDraft | null;
    }
  | {
      type: "GroupMetadata";
      key: GroupMetadataKeyDraft;
      version: number | null;
      value: GroupMetadataValueDraft | null;
    }
  | {
      type: "ConsumerGroupMetadata";
      key: ConsumerGroupMetadataKeyDraft;
      version: number | null;
      value: ConsumerGroupMetadataValueDraft | null;
    }
  | {
      type: "ConsumerGroupPartitionMetadata";
      key: ConsumerGroupPartitionMetadataKeyDraft;
      version: number | null;
      value: ConsumerGroupPartitionMetadataValueDraft | null;
    }
  | {
      type: "ConsumerGroupMemberMetadata";
      key: ConsumerGroupMemberMetadataKeyDraft;
      version: number | null;
      value: ConsumerGroupMemberMetadataValueDraft | null;
    }
  | {
      type: "ConsumerGroupTargetAssignmentMetadata";
      key: ConsumerGroupTargetAssignmentMetadataKeyDraft;
      version: number | null;
      value: ConsumerGroupTargetAssignmentMetadataValueDraft | null;
    }
  | {
      type: "ConsumerGroupTargetAssignmentMember";
      key: ConsumerGroupTargetAssignmentMemberKeyDraft;
      version: number | null;
      value: ConsumerGroupTargetAssignmentMemberValueDraft | null;
    }
  | {
      type: "ConsumerGroupCurrentMemberAssignment";
      key: ConsumerGroupCurrentMemberAssignmentKeyDraft;
      version: number | null;
      value: ConsumerGroupCurrentMemberAssignmentValueDraft | null;
    }
  | {
      type: "ShareGroupMemberMetadata";
      key: ShareGroupMemberMetadataKeyDraft;
      version: number | null;
      value: ShareGroupMemberMetadataValueDraft | null;
    }
  | {
      type: "ShareGroupMetadata";
      key: ShareGroupMetadataKeyDraft;
      version: number | null;
      value: ShareGroupMetadataValueDraft | null;
    }
  | {
      type: "ShareGroupTargetAssignmentMetadata";
      key: ShareGroupTargetAssignmentMetadataKeyDraft;
      version: number | null;
      value: ShareGroupTargetAssignmentMetadataValueDraft | null;
    }
  | {
      type: "ShareGroupTargetAssignmentMember";
      key: ShareGroupTargetAssignmentMemberKeyDraft;
      version: number | null;
      value: ShareGroupTargetAssignmentMemberValueDraft | null;
    }
  | {
      type: "ShareGroupCurrentMemberAssignment";
      key: ShareGroupCurrentMemberAssignmentKeyDraft;
      version: number | null;
      value: ShareGroupCurrentMemberAssignmentValueDraft | null;
    }
  | {
      type: "ShareGroupStatePartitionMetadata";
      key: ShareGroupStatePartitionMetadataKeyDraft;
      version: number | null;
      value: ShareGroupStatePartitionMetadataValueDraft | null;
    }
  | {
      type: "ConsumerGroupRegularExpression";
      key: ConsumerGroupRegularExpressionKeyDraft;
      version: number | null;
      value: ConsumerGroupRegularExpressionValueDraft | null;
    }
  | {
      type: "StreamsGroupMetadata";
      key: StreamsGroupMetadataKeyDraft;
      version: number | null;
      value: StreamsGroupMetadataValueDraft | null;
    }
  | {
      type: "StreamsGroupMemberMetadata";
      key: StreamsGroupMemberMetadataKeyDraft;
      version: number | null;
      value: StreamsGroupMemberMetadataValueDraft | null;
    }
  | {
      type: "StreamsGroupTargetAssignmentMetadata";
      key: StreamsGroupTargetAssignmentMetadataKeyDraft;
      version: number | null;
      value: StreamsGroupTargetAssignmentMetadataValueDraft | null;
    }
  | {
      type: "StreamsGroupTargetAssignmentMember";
      key: StreamsGroupTargetAssignmentMemberKeyDraft;
      version: number | null;
      value: StreamsGroupTargetAssignmentMemberValueDraft | null;
    }
  | {
      type: "StreamsGroupCurrentMemberAssignment";
      key: StreamsGroupCurrentMemberAssignmentKeyDraft;
      version: number | null;
      value: StreamsGroupCurrentMemberAssignmentValueDraft | null;
    }
  | {
      type: "StreamsGroupTopology";
      key: StreamsGroupTopologyKeyDraft;
      version: number | null;
      value: StreamsGroupTopologyValueDraft | null;
    };

/** The name of a type of group record. */
export type GroupRecordType = GroupRecord["type"];

/** Each type's number, and the versions of its value that we read. */
export const groupRecordTypes = {
  LegacyOffsetCommit: { typeId: 0, minVersion: 0, maxVersion: 0 },
  OffsetCommit: { typeId: 1, minVersion: 0, maxVersion: 4 },
  GroupMetadata: { typeId: 2, minVersion: 0, maxVersion: 4 },
  ConsumerGroupMetadata: { typeId: 3, minVersion: 0, maxVersion: 0 },
  ConsumerGroupPartitionMetadata: { typeId: 4, minVersion: 0, maxVersion: 0 },
  ConsumerGroupMemberMetadata: { typeId: 5, minVersion: 0, maxVersion: 0 },
  ConsumerGroupTargetAssignmentMetadata: { typeId: 6, minVersion: 0, maxVersion: 0 },
  ConsumerGroupTargetAssignmentMember: { typeId: 7, minVersion: 0, maxVersion: 0 },
  ConsumerGroupCurrentMemberAssignment: { typeId: 8, minVersion: 0, maxVersion: 0 },
  ShareGroupMemberMetadata: { typeId: 10, minVersion: 0, maxVersion: 0 },
  ShareGroupMetadata: { typeId: 11, minVersion: 0, maxVersion: 0 },
  ShareGroupTargetAssignmentMetadata: { typeId: 12, minVersion: 0, maxVersion: 0 },
  ShareGroupTargetAssignmentMember: { typeId: 13, minVersion: 0, maxVersion: 0 },
  ShareGroupCurrentMemberAssignment: { typeId: 14, minVersion: 0, maxVersion: 0 },
  ShareGroupStatePartitionMetadata: { typeId: 15, minVersion: 0, maxVersion: 0 },
  ConsumerGroupRegularExpression: { typeId: 16, minVersion: 0, maxVersion: 0 },
  StreamsGroupMetadata: { typeId: 17, minVersion: 0, maxVersion: 0 },
  StreamsGroupMemberMetadata: { typeId: 19, minVersion: 0, maxVersion: 0 },
  StreamsGroupTargetAssignmentMetadata: { typeId: 20, minVersion: 0, maxVersion: 0 },
  StreamsGroupTargetAssignmentMember: { typeId: 21, minVersion: 0, maxVersion: 0 },
  StreamsGroupCurrentMemberAssignment: { typeId: 22, minVersion: 0, maxVersion: 0 },
  StreamsGroupTopology: { typeId: 23, minVersion: 0, maxVersion: 0 },
} as const;

/** The type's number that a key begins with. */
export function groupRecordTypeId(key: Uint8Array): number {
  return new Reader(key).int16("type");
}

/** Throws DecodeError, too, on a type or version that we do not know: see groupRecordTypeId. */
export function decodeGroupRecord(key: Uint8Array, value: Uint8Array | null): GroupRecord {
  const keys = new Reader(key);
  const typeId = keys.int16("type");
  const values = value === null ? null : new Reader(value);
  const version = values === null ? null : values.int16("version");
  switch (typeId) {
    case 0:
      return {
        type: "LegacyOffsetCommit",
        typeId,
        key: decodeLegacyOffsetCommitKey(keys, 0),
        version,
        value: values === null ? null : decodeLegacyOffsetCommitValue(values, version!),
      };
    case 1:
      return {
        type: "OffsetCommit",
        typeId,
        key: decodeOffsetCommitKey(keys, 0),
        version,
        value: values === null ? null : decodeOffsetCommitValue(values, version!),
      };
    case 2:
      return {
        type: "GroupMetadata",
        typeId,
        key: decodeGroupMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeGroupMetadataValue(values, version!),
      };
    case 3:
      return {
        type: "ConsumerGroupMetadata",
        typeId,
        key: decodeConsumerGroupMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeConsumerGroupMetadataValue(values, version!),
      };
    case 4:
      return {
        type: "ConsumerGroupPartitionMetadata",
        typeId,
        key: decodeConsumerGroupPartitionMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeConsumerGroupPartitionMetadataValue(values, version!),
      };
    case 5:
      return {
        type: "ConsumerGroupMemberMetadata",
        typeId,
        key: decodeConsumerGroupMemberMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeConsumerGroupMemberMetadataValue(values, version!),
      };
    case 6:
      return {
        type: "ConsumerGroupTargetAssignmentMetadata",
        typeId,
        key: decodeConsumerGroupTargetAssignmentMetadataKey(keys, 0),
        version,
        value:
          values === null
            ? null
            : decodeConsumerGroupTargetAssignmentMetadataValue(values, version!),
      };
    case 7:
      return {
        type: "ConsumerGroupTargetAssignmentMember",
        typeId,
        key: decodeConsumerGroupTargetAssignmentMemberKey(keys, 0),
        version,
        value:
          values === null ? null : decodeConsumerGroupTargetAssignmentMemberValue(values, version!),
      };
    case 8:
      return {
        type: "ConsumerGroupCurrentMemberAssignment",
        typeId,
        key: decodeConsumerGroupCurrentMemberAssignmentKey(keys, 0),
        version,
        value:
          values === null
            ? null
            : decodeConsumerGroupCurrentMemberAssignmentValue(values, version!),
      };
    case 10:
      return {
        type: "ShareGroupMemberMetadata",
        typeId,
        key: decodeShareGroupMemberMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeShareGroupMemberMetadataValue(values, version!),
      };
    case 11:
      return {
        type: "ShareGroupMetadata",
        typeId,
        key: decodeShareGroupMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeShareGroupMetadataValue(values, version!),
      };
    case 12:
      return {
        type: "ShareGroupTargetAssignmentMetadata",
        typeId,
        key: decodeShareGroupTargetAssignmentMetadataKey(keys, 0),
        version,
        value:
          values === null ? null : decodeShareGroupTargetAssignmentMetadataValue(values, version!),
      };
    case 13:
      return {
        type: "ShareGroupTargetAssignmentMember",
        typeId,
        key: decodeShareGroupTargetAssignmentMemberKey(keys, 0),
        version,
        value:
          values === null ? null : decodeShareGroupTargetAssignmentMemberValue(values, version!),
      };
    case 14:
      return {
        type: "ShareGroupCurrentMemberAssignment",
        typeId,
        key: decodeShareGroupCurrentMemberAssignmentKey(keys, 0),
        version,
        value:
          values === null ? null : decodeShareGroupCurrentMemberAssignmentValue(values, version!),
      };
    case 15:
      return {
        type: "ShareGroupStatePartitionMetadata",
        typeId,
        key: decodeShareGroupStatePartitionMetadataKey(keys, 0),
        version,
        value:
          values === null ? null : decodeShareGroupStatePartitionMetadataValue(values, version!),
      };
    case 16:
      return {
        type: "ConsumerGroupRegularExpression",
        typeId,
        key: decodeConsumerGroupRegularExpressionKey(keys, 0),
        version,
        value: values === null ? null : decodeConsumerGroupRegularExpressionValue(values, version!),
      };
    case 17:
      return {
        type: "StreamsGroupMetadata",
        typeId,
        key: decodeStreamsGroupMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeStreamsGroupMetadataValue(values, version!),
      };
    case 19:
      return {
        type: "StreamsGroupMemberMetadata",
        typeId,
        key: decodeStreamsGroupMemberMetadataKey(keys, 0),
        version,
        value: values === null ? null : decodeStreamsGroupMemberMetadataValue(values, version!),
      };
    case 20:
      return {
        type: "StreamsGroupTargetAssignmentMetadata",
        typeId,
        key: decodeStreamsGroupTargetAssignmentMetadataKey(keys, 0),
        version,
        value:
          values === null
            ? null
            : decodeStreamsGroupTargetAssignmentMetadataValue(values, version!),
      };
    case 21:
      return {
        type: "StreamsGroupTargetAssignmentMember",
        typeId,
        key: decodeStreamsGroupTargetAssignmentMemberKey(keys, 0),
        version,
        value:
          values === null ? null : decodeStreamsGroupTargetAssignmentMemberValue(values, version!),
      };
    case 22:
      return {
        type: "StreamsGroupCurrentMemberAssignment",
        typeId,
        key: decodeStreamsGroupCurrentMemberAssignmentKey(keys, 0),
        version,
        value:
          values === null ? null : decodeStreamsGroupCurrentMemberAssignmentValue(values, version!),
      };
    case 23:
      return {
        type: "StreamsGroupTopology",
        typeId,
        key: decodeStreamsGroupTopologyKey(keys, 0),
        version,
        value: values === null ? null : decodeStreamsGroupTopologyValue(values, version!),
      };
    default:
      throw keys.error("type", `found ${typeId}, which Kafka 4.3.1 does not have`);
  }
}

/** The record's key and value; the value begins with its version. */
export function encodeGroupRecord(
  draft: GroupRecordDraft,
  writer: Writer = new Writer(512),
): { key: Uint8Array; value: Uint8Array | null } {
  writer.int16(groupRecordTypes[draft.type].typeId);
  encodeKey(writer, draft);
  const key = writer.toBytes();
  if (draft.value === null) return { key, value: null };
  encodeValue(writer, draft);
  return { key, value: writer.toBytes() };
}

function encodeKey(writer: Writer, draft: GroupRecordDraft): void {
  switch (draft.type) {
    case "LegacyOffsetCommit":
      encodeLegacyOffsetCommitKey(writer, draft.key, 0);
      break;
    case "OffsetCommit":
      encodeOffsetCommitKey(writer, draft.key, 0);
      break;
    case "GroupMetadata":
      encodeGroupMetadataKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupMetadata":
      encodeConsumerGroupMetadataKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupPartitionMetadata":
      encodeConsumerGroupPartitionMetadataKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupMemberMetadata":
      encodeConsumerGroupMemberMetadataKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupTargetAssignmentMetadata":
      encodeConsumerGroupTargetAssignmentMetadataKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupTargetAssignmentMember":
      encodeConsumerGroupTargetAssignmentMemberKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupCurrentMemberAssignment":
      encodeConsumerGroupCurrentMemberAssignmentKey(writer, draft.key, 0);
      break;
    case "ShareGroupMemberMetadata":
      encodeShareGroupMemberMetadataKey(writer, draft.key, 0);
      break;
    case "ShareGroupMetadata":
      encodeShareGroupMetadataKey(writer, draft.key, 0);
      break;
    case "ShareGroupTargetAssignmentMetadata":
      encodeShareGroupTargetAssignmentMetadataKey(writer, draft.key, 0);
      break;
    case "ShareGroupTargetAssignmentMember":
      encodeShareGroupTargetAssignmentMemberKey(writer, draft.key, 0);
      break;
    case "ShareGroupCurrentMemberAssignment":
      encodeShareGroupCurrentMemberAssignmentKey(writer, draft.key, 0);
      break;
    case "ShareGroupStatePartitionMetadata":
      encodeShareGroupStatePartitionMetadataKey(writer, draft.key, 0);
      break;
    case "ConsumerGroupRegularExpression":
      encodeConsumerGroupRegularExpressionKey(writer, draft.key, 0);
      break;
    case "StreamsGroupMetadata":
      encodeStreamsGroupMetadataKey(writer, draft.key, 0);
      break;
    case "StreamsGroupMemberMetadata":
      encodeStreamsGroupMemberMetadataKey(writer, draft.key, 0);
      break;
    case "StreamsGroupTargetAssignmentMetadata":
      encodeStreamsGroupTargetAssignmentMetadataKey(writer, draft.key, 0);
      break;
    case "StreamsGroupTargetAssignmentMember":
      encodeStreamsGroupTargetAssignmentMemberKey(writer, draft.key, 0);
      break;
    case "StreamsGroupCurrentMemberAssignment":
      encodeStreamsGroupCurrentMemberAssignmentKey(writer, draft.key, 0);
      break;
    case "StreamsGroupTopology":
      encodeStreamsGroupTopologyKey(writer, draft.key, 0);
      break;
  }
}

function encodeValue(writer: Writer, draft: GroupRecordDraft): void {
  const { version } = draft;
  if (draft.value === null) return;
  if (version === null) throw new TypeError(`${draft.type}: found a value without a version.`);
  writer.int16(version);
  switch (draft.type) {
    case "LegacyOffsetCommit":
      encodeLegacyOffsetCommitValue(writer, draft.value, version);
      break;
    case "OffsetCommit":
      encodeOffsetCommitValue(writer, draft.value, version);
      break;
    case "GroupMetadata":
      encodeGroupMetadataValue(writer, draft.value, version);
      break;
    case "ConsumerGroupMetadata":
      encodeConsumerGroupMetadataValue(writer, draft.value, version);
      break;
    case "ConsumerGroupPartitionMetadata":
      encodeConsumerGroupPartitionMetadataValue(writer, draft.value, version);
      break;
    case "ConsumerGroupMemberMetadata":
      encodeConsumerGroupMemberMetadataValue(writer, draft.value, version);
      break;
    case "ConsumerGroupTargetAssignmentMetadata":
      encodeConsumerGroupTargetAssignmentMetadataValue(writer, draft.value, version);
      break;
    case "ConsumerGroupTargetAssignmentMember":
      encodeConsumerGroupTargetAssignmentMemberValue(writer, draft.value, version);
      break;
    case "ConsumerGroupCurrentMemberAssignment":
      encodeConsumerGroupCurrentMemberAssignmentValue(writer, draft.value, version);
      break;
    case "ShareGroupMemberMetadata":
      encodeShareGroupMemberMetadataValue(writer, draft.value, version);
      break;
    case "ShareGroupMetadata":
      encodeShareGroupMetadataValue(writer, draft.value, version);
      break;
    case "ShareGroupTargetAssignmentMetadata":
      encodeShareGroupTargetAssignmentMetadataValue(writer, draft.value, version);
      break;
    case "ShareGroupTargetAssignmentMember":
      encodeShareGroupTargetAssignmentMemberValue(writer, draft.value, version);
      break;
    case "ShareGroupCurrentMemberAssignment":
      encodeShareGroupCurrentMemberAssignmentValue(writer, draft.value, version);
      break;
    case "ShareGroupStatePartitionMetadata":
      encodeShareGroupStatePartitionMetadataValue(writer, draft.value, version);
      break;
    case "ConsumerGroupRegularExpression":
      encodeConsumerGroupRegularExpressionValue(writer, draft.value, version);
      break;
    case "StreamsGroupMetadata":
      encodeStreamsGroupMetadataValue(writer, draft.value, version);
      break;
    case "StreamsGroupMemberMetadata":
      encodeStreamsGroupMemberMetadataValue(writer, draft.value, version);
      break;
    case "StreamsGroupTargetAssignmentMetadata":
      encodeStreamsGroupTargetAssignmentMetadataValue(writer, draft.value, version);
      break;
    case "StreamsGroupTargetAssignmentMember":
      encodeStreamsGroupTargetAssignmentMemberValue(writer, draft.value, version);
      break;
    case "StreamsGroupCurrentMemberAssignment":
      encodeStreamsGroupCurrentMemberAssignmentValue(writer, draft.value, version);
      break;
    case "StreamsGroupTopology":
      encodeStreamsGroupTopologyValue(writer, draft.value, version);
      break;
  }
}
