// Records of the coordinators' own topics as JSON, in the words of Kafka's formatters:
//
//   {"key":{"type":1,"data":{...}},"value":{"version":4,"data":{...}}}
//
// one after the other with nothing between them; a tombstone's value is null.
import type { FetchedRecord } from "@naru/client";
import { ZERO_UUID } from "@naru/protocol";
import {
  decodeGroupRecord,
  groupRecordTypeId,
  type GroupRecord,
} from "@naru/protocol/messages/group-records";
import {
  decodeTransactionRecord,
  transactionRecordTypeId,
  type TransactionRecord,
} from "@naru/protocol/messages/transaction-records";
import type { MessageFormatter } from "./formatters.ts";

type RecordOf<Type extends GroupRecord["type"]> = Extract<GroupRecord, { type: Type }>;
type ValueOf<Type extends GroupRecord["type"]> = NonNullable<RecordOf<Type>["value"]>;

/** What is printed of each topic, by the type that a key begins with. */
const printed = {
  offsets: new Set([0, 1]),
  groups: new Set([2]),
  transactions: new Set([0]),
} as const satisfies Record<string, ReadonlySet<number>>;

const NOTHING = new Uint8Array(0);

/** The formatter of offsets, of classic groups, or of transactions; other records print nothing. */
export function coordinatorFormatter(kind: keyof typeof printed): MessageFormatter {
  const isTransactions = kind === "transactions";
  const typeOf = isTransactions ? transactionRecordTypeId : groupRecordTypeId;
  const decode = isTransactions ? decodeTransactionRecord : decodeGroupRecord;
  return (record) => {
    const { key, value } = record;
    if (key === null) return NOTHING;
    try {
      if (!printed[kind].has(typeOf(key))) return NOTHING;
      return Buffer.from(JSON.stringify(jsonOf(decode(key, value))));
    } catch (error) {
      throw unreadable(record, error);
    }
  };
}

function unreadable({ offset }: FetchedRecord, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`Could not read record at offset ${offset} due to: ${reason}`, { cause });
}

function jsonOf({ typeId, key, version, ...rest }: GroupRecord | TransactionRecord): object {
  const data = valueData({ typeId, key, version, ...rest } as GroupRecord | TransactionRecord);
  return {
    key: { type: typeId, data: key },
    value: data === undefined ? null : { version, data },
  };
}

/** The fields that the value has in its version; undefined for a tombstone. */
function valueData(record: GroupRecord | TransactionRecord): object | undefined {
  const { value, version } = record;
  if (value === null || version === null) return undefined;
  switch (record.type) {
    case "LegacyOffsetCommit": {
      return value;
    }
    case "OffsetCommit":
      return offsetData(value as ValueOf<"OffsetCommit">, version);
    case "GroupMetadata":
      return groupData(value as ValueOf<"GroupMetadata">, version);
    case "TransactionLog":
      return transactionData(value as NonNullable<TransactionRecord["value"]>, version);
    default:
      return undefined;
  }
}

function offsetData(value: ValueOf<"OffsetCommit">, version: number): object {
  const { offset, leaderEpoch, metadata, commitTimestamp, expireTimestamp, topicId } = value;
  return {
    offset,
    ...(version >= 3 ? { leaderEpoch } : {}),
    metadata,
    commitTimestamp,
    ...(version === 1 ? { expireTimestamp } : {}),
    // Tagged fields stand there when they are set.
    ...(version >= 4 && topicId !== ZERO_UUID ? { topicId } : {}),
  };
}

function groupData(value: ValueOf<"GroupMetadata">, version: number): object {
  const { protocolType, generation, protocol, leader, currentStateTimestamp } = value;
  return {
    protocolType,
    generation,
    protocol,
    leader,
    ...(version >= 2 ? { currentStateTimestamp } : {}),
    members: value.members.map((member) => ({
      memberId: member.memberId,
      ...(version >= 3 ? { groupInstanceId: member.groupInstanceId } : {}),
      clientId: member.clientId,
      clientHost: member.clientHost,
      ...(version >= 1 ? { rebalanceTimeout: member.rebalanceTimeout } : {}),
      sessionTimeout: member.sessionTimeout,
      subscription: Buffer.from(member.subscription).toString("base64"),
      assignment: Buffer.from(member.assignment).toString("base64"),
    })),
  };
}

function transactionData(value: NonNullable<TransactionRecord["value"]>, version: number): object {
  const isTagged = version >= 1;
  const { previousProducerId, nextProducerId, nextProducerEpoch, clientTransactionVersion } = value;
  return {
    producerId: value.producerId,
    ...(isTagged && previousProducerId !== -1 ? { previousProducerId } : {}),
    ...(isTagged && nextProducerId !== -1 ? { nextProducerId } : {}),
    producerEpoch: value.producerEpoch,
    ...(isTagged && nextProducerEpoch !== -1 ? { nextProducerEpoch } : {}),
    transactionTimeoutMs: value.transactionTimeoutMs,
    transactionStatus: value.transactionStatus,
    transactionPartitions:
      value.transactionPartitions?.map(({ topic, partitionIds }) => ({ topic, partitionIds })) ??
      null,
    transactionLastUpdateTimestampMs: value.transactionLastUpdateTimestampMs,
    transactionStartTimestampMs: value.transactionStartTimestampMs,
    ...(isTagged && clientTransactionVersion !== 0 ? { clientTransactionVersion } : {}),
  };
}
