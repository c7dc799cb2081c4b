// Generated from schema/metadata by `npm run gen`: change that file, not this one.
import { frameMetadataRecord, readMetadataRecordFrame } from "../metadata-record-frame.ts";
import { Reader } from "../reader.ts";
import { Writer } from "../writer.ts";
import {
  decodeRegisterBrokerRecord,
  encodeRegisterBrokerRecord,
  type RegisterBrokerRecord,
  type RegisterBrokerRecordDraft,
} from "./register-broker-record.ts";
import {
  decodeUnregisterBrokerRecord,
  encodeUnregisterBrokerRecord,
  type UnregisterBrokerRecord,
  type UnregisterBrokerRecordDraft,
} from "./unregister-broker-record.ts";
import {
  decodeTopicRecord,
  encodeTopicRecord,
  type TopicRecord,
  type TopicRecordDraft,
} from "./topic-record.ts";
import {
  decodePartitionRecord,
  encodePartitionRecord,
  type PartitionRecord,
  type PartitionRecordDraft,
} from "./partition-record.ts";
import {
  decodeConfigRecord,
  encodeConfigRecord,
  type ConfigRecord,
  type ConfigRecordDraft,
} from "./config-record.ts";
import {
  decodePartitionChangeRecord,
  encodePartitionChangeRecord,
  type PartitionChangeRecord,
  type PartitionChangeRecordDraft,
} from "./partition-change-record.ts";
import {
  decodeFenceBrokerRecord,
  encodeFenceBrokerRecord,
  type FenceBrokerRecord,
  type FenceBrokerRecordDraft,
} from "./fence-broker-record.ts";
import {
  decodeUnfenceBrokerRecord,
  encodeUnfenceBrokerRecord,
  type UnfenceBrokerRecord,
  type UnfenceBrokerRecordDraft,
} from "./unfence-broker-record.ts";
import {
  decodeRemoveTopicRecord,
  encodeRemoveTopicRecord,
  type RemoveTopicRecord,
  type RemoveTopicRecordDraft,
} from "./remove-topic-record.ts";
import {
  decodeDelegationTokenRecord,
  encodeDelegationTokenRecord,
  type DelegationTokenRecord,
  type DelegationTokenRecordDraft,
} from "./delegation-token-record.ts";
import {
  decodeUserScramCredentialRecord,
  encodeUserScramCredentialRecord,
  type UserScramCredentialRecord,
  type UserScramCredentialRecordDraft,
} from "./user-scram-credential-record.ts";
import {
  decodeFeatureLevelRecord,
  encodeFeatureLevelRecord,
  type FeatureLevelRecord,
  type FeatureLevelRecordDraft,
} from "./feature-level-record.ts";
import {
  decodeClientQuotaRecord,
  encodeClientQuotaRecord,
  type ClientQuotaRecord,
  type ClientQuotaRecordDraft,
} from "./client-quota-record.ts";
import {
  decodeProducerIdsRecord,
  encodeProducerIdsRecord,
  type ProducerIdsRecord,
  type ProducerIdsRecordDraft,
} from "./producer-ids-record.ts";
import {
  decodeBrokerRegistrationChangeRecord,
  encodeBrokerRegistrationChangeRecord,
  type BrokerRegistrationChangeRecord,
  type BrokerRegistrationChangeRecordDraft,
} from "./broker-registration-change-record.ts";
import {
  decodeAccessControlEntryRecord,
  encodeAccessControlEntryRecord,
  type AccessControlEntryRecord,
  type AccessControlEntryRecordDraft,
} from "./access-control-entry-record.ts";
import {
  decodeRemoveAccessControlEntryRecord,
  encodeRemoveAccessControlEntryRecord,
  type RemoveAccessControlEntryRecord,
  type RemoveAccessControlEntryRecordDraft,
} from "./remove-access-control-entry-record.ts";
import {
  decodeNoOpRecord,
  encodeNoOpRecord,
  type NoOpRecord,
  type NoOpRecordDraft,
} from "./no-op-record.ts";
import {
  decodeZkMigrationStateRecord,
  encodeZkMigrationStateRecord,
  type ZkMigrationStateRecord,
  type ZkMigrationStateRecordDraft,
} from "./zk-migration-state-record.ts";
import {
  decodeRemoveUserScramCredentialRecord,
  encodeRemoveUserScramCredentialRecord,
  type RemoveUserScramCredentialRecord,
  type RemoveUserScramCredentialRecordDraft,
} from "./remove-user-scram-credential-record.ts";
import {
  decodeBeginTransactionRecord,
  encodeBeginTransactionRecord,
  type BeginTransactionRecord,
  type BeginTransactionRecordDraft,
} from "./begin-transaction-record.ts";
import {
  decodeEndTransactionRecord,
  encodeEndTransactionRecord,
  type EndTransactionRecord,
  type EndTransactionRecordDraft,
} from "./end-transaction-record.ts";
import {
  decodeAbortTransactionRecord,
  encodeAbortTransactionRecord,
  type AbortTransactionRecord,
  type AbortTransactionRecordDraft,
} from "./abort-transaction-record.ts";
import {
  decodeRemoveDelegationTokenRecord,
  encodeRemoveDelegationTokenRecord,
  type RemoveDelegationTokenRecord,
  type RemoveDelegationTokenRecordDraft,
} from "./remove-delegation-token-record.ts";
import {
  decodeRegisterControllerRecord,
  encodeRegisterControllerRecord,
  type RegisterControllerRecord,
  type RegisterControllerRecordDraft,
} from "./register-controller-record.ts";
import {
  decodeClearElrRecord,
  encodeClearElrRecord,
  type ClearElrRecord,
  type ClearElrRecordDraft,
} from "./clear-elr-record.ts";

/** A record of `__cluster_metadata`, with its type's name to switch on. */
export type MetadataRecord =
  | { type: "RegisterBrokerRecord"; apiKey: 0; version: number; record: RegisterBrokerRecord }
  | { type: "UnregisterBrokerRecord"; apiKey: 1; version: number; record: UnregisterBrokerRecord }
  | { type: "TopicRecord"; apiKey: 2; version: number; record: TopicRecord }
  | { type: "PartitionRecord"; apiKey: 3; version: number; record: PartitionRecord }
  | { type: "ConfigRecord"; apiKey: 4; version: number; record: ConfigRecord }
  | { type: "PartitionChangeRecord"; apiKey: 5; version: number; record: PartitionChangeRecord }
  | { type: "FenceBrokerRecord"; apiKey: 7; version: number; record: FenceBrokerRecord }
  | { type: "UnfenceBrokerRecord"; apiKey: 8; version: number; record: UnfenceBrokerRecord }
  | { type: "RemoveTopicRecord"; apiKey: 9; version: number; record: RemoveTopicRecord }
  | { type: "DelegationTokenRecord"; apiKey: 10; version: number; record: DelegationTokenRecord }
  | {
      type: "UserScramCredentialRecord";
      apiKey: 11;
      version: number;
      record: UserScramCredentialRecord;
    }
  | { type: "FeatureLevelRecord"; apiKey: 12; version: number; record: FeatureLevelRecord }
  | { type: "ClientQuotaRecord"; apiKey: 14; version: number; record: ClientQuotaRecord }
  | { type: "ProducerIdsRecord"; apiKey: 15; version: number; record: ProducerIdsRecord }
  | {
      type: "BrokerRegistrationChangeRecord";
      apiKey: 17;
      version: number;
      record: BrokerRegistrationChangeRecord;
    }
  | {
      type: "AccessControlEntryRecord";
      apiKey: 18;
      version: number;
      record: AccessControlEntryRecord;
    }
  | {
      type: "RemoveAccessControlEntryRecord";
      apiKey: 19;
      version: number;
      record: RemoveAccessControlEntryRecord;
    }
  | { type: "NoOpRecord"; apiKey: 20; version: number; record: NoOpRecord }
  | { type: "ZkMigrationStateRecord"; apiKey: 21; version: number; record: ZkMigrationStateRecord }
  | {
      type: "RemoveUserScramCredentialRecord";
      apiKey: 22;
      version: number;
      record: RemoveUserScramCredentialRecord;
    }
  | { type: "BeginTransactionRecord"; apiKey: 23; version: number; record: BeginTransactionRecord }
  | { type: "EndTransactionRecord"; apiKey: 24; version: number; record: EndTransactionRecord }
  | { type: "AbortTransactionRecord"; apiKey: 25; version: number; record: AbortTransactionRecord }
  | {
      type: "RemoveDelegationTokenRecord";
      apiKey: 26;
      version: number;
      record: RemoveDelegationTokenRecord;
    }
  | {
      type: "RegisterControllerRecord";
      apiKey: 27;
      version: number;
      record: RegisterControllerRecord;
    }
  | { type: "ClearElrRecord"; apiKey: 28; version: number; record: ClearElrRecord };

/** What encodeMetadataRecord takes; a decoded record is one. */
export type MetadataRecordDraft =
  | { type: "RegisterBrokerRecord"; version: number; record: RegisterBrokerRecordDraft }
  | { type: "UnregisterBrokerRecord"; version: number; record: UnregisterBrokerRecordDraft }
  | { type: "TopicRecord"; version: number; record: TopicRecordDraft }
  | { type: "PartitionRecord"; version: number; record: PartitionRecordDraft }
  | { type: "ConfigRecord"; version: number; record: ConfigRecordDraft }
  | { type: "PartitionChangeRecord"; version: number; record: PartitionChangeRecordDraft }
  | { type: "FenceBrokerRecord"; version: number; record: FenceBrokerRecordDraft }
  | { type: "UnfenceBrokerRecord"; version: number; record: UnfenceBrokerRecordDraft }
  | { type: "RemoveTopicRecord"; version: number; record: RemoveTopicRecordDraft }
  | { type: "DelegationTokenRecord"; version: number; record: DelegationTokenRecordDraft }
  | { type: "UserScramCredentialRecord"; version: number; record: UserScramCredentialRecordDraft }
  | { type: "FeatureLevelRecord"; version: number; record: FeatureLevelRecordDraft }
  | { type: "ClientQuotaRecord"; version: number; record: ClientQuotaRecordDraft }
  | { type: "ProducerIdsRecord"; version: number; record: ProducerIdsRecordDraft }
  | {
      type: "BrokerRegistrationChangeRecord";
      version: number;
      record: BrokerRegistrationChangeRecordDraft;
    }
  | { type: "AccessControlEntryRecord"; version: number; record: AccessControlEntryRecordDraft }
  | {
      type: "RemoveAccessControlEntryRecord";
      version: number;
      record: RemoveAccessControlEntryRecordDraft;
    }
  | { type: "NoOpRecord"; version: number; record: NoOpRecordDraft }
  | { type: "ZkMigrationStateRecord"; version: number; record: ZkMigrationStateRecordDraft }
  | {
      type: "RemoveUserScramCredentialRecord";
      version: number;
      record: RemoveUserScramCredentialRecordDraft;
    }
  | { type: "BeginTransactionRecord"; version: number; record: BeginTransactionRecordDraft }
  | { type: "EndTransactionRecord"; version: number; record: EndTransactionRecordDraft }
  | { type: "AbortTransactionRecord"; version: number; record: AbortTransactionRecordDraft }
  | {
      type: "RemoveDelegationTokenRecord";
      version: number;
      record: RemoveDelegationTokenRecordDraft;
    }
  | { type: "RegisterControllerRecord"; version: number; record: RegisterControllerRecordDraft }
  | { type: "ClearElrRecord"; version: number; record: ClearElrRecordDraft };

/** The name of a type of metadata record. */
export type MetadataRecordType = MetadataRecord["type"];

/** Each type's number, and the versions that we read. */
export const metadataRecordTypes = {
  RegisterBrokerRecord: { apiKey: 0, minVersion: 0, maxVersion: 4 },
  UnregisterBrokerRecord: { apiKey: 1, minVersion: 0, maxVersion: 0 },
  TopicRecord: { apiKey: 2, minVersion: 0, maxVersion: 0 },
  PartitionRecord: { apiKey: 3, minVersion: 0, maxVersion: 2 },
  ConfigRecord: { apiKey: 4, minVersion: 0, maxVersion: 0 },
  PartitionChangeRecord: { apiKey: 5, minVersion: 0, maxVersion: 2 },
  FenceBrokerRecord: { apiKey: 7, minVersion: 0, maxVersion: 0 },
  UnfenceBrokerRecord: { apiKey: 8, minVersion: 0, maxVersion: 0 },
  RemoveTopicRecord: { apiKey: 9, minVersion: 0, maxVersion: 0 },
  DelegationTokenRecord: { apiKey: 10, minVersion: 0, maxVersion: 0 },
  UserScramCredentialRecord: { apiKey: 11, minVersion: 0, maxVersion: 0 },
  FeatureLevelRecord: { apiKey: 12, minVersion: 0, maxVersion: 0 },
  ClientQuotaRecord: { apiKey: 14, minVersion: 0, maxVersion: 0 },
  ProducerIdsRecord: { apiKey: 15, minVersion: 0, maxVersion: 0 },
  BrokerRegistrationChangeRecord: { apiKey: 17, minVersion: 0, maxVersion: 3 },
  AccessControlEntryRecord: { apiKey: 18, minVersion: 0, maxVersion: 0 },
  RemoveAccessControlEntryRecord: { apiKey: 19, minVersion: 0, maxVersion: 0 },
  NoOpRecord: { apiKey: 20, minVersion: 0, maxVersion: 0 },
  ZkMigrationStateRecord: { apiKey: 21, minVersion: 0, maxVersion: 0 },
  RemoveUserScramCredentialRecord: { apiKey: 22, minVersion: 0, maxVersion: 0 },
  BeginTransactionRecord: { apiKey: 23, minVersion: 0, maxVersion: 0 },
  EndTransactionRecord: { apiKey: 24, minVersion: 0, maxVersion: 0 },
  AbortTransactionRecord: { apiKey: 25, minVersion: 0, maxVersion: 0 },
  RemoveDelegationTokenRecord: { apiKey: 26, minVersion: 0, maxVersion: 0 },
  RegisterControllerRecord: { apiKey: 27, minVersion: 0, maxVersion: 0 },
  ClearElrRecord: { apiKey: 28, minVersion: 0, maxVersion: 0 },
} as const;

/** Throws DecodeError on an unknown type or version, too, and on bytes left over. */
export function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord {
  const reader = new Reader(bytes);
  const { apiKey, version } = readMetadataRecordFrame(reader);
  const decoded = decodeBody(reader, apiKey, version);
  if (reader.remaining > 0) {
    throw reader.error("end", `found ${reader.remaining} bytes after the record, expected none`);
  }
  return decoded;
}

function decodeBody(reader: Reader, apiKey: number, version: number): MetadataRecord {
  switch (apiKey) {
    case 0:
      return {
        type: "RegisterBrokerRecord",
        apiKey,
        version,
        record: decodeRegisterBrokerRecord(reader, version),
      };
    case 1:
      return {
        type: "UnregisterBrokerRecord",
        apiKey,
        version,
        record: decodeUnregisterBrokerRecord(reader, version),
      };
    case 2:
      return { type: "TopicRecord", apiKey, version, record: decodeTopicRecord(reader, version) };
    case 3:
      return {
        type: "PartitionRecord",
        apiKey,
        version,
        record: decodePartitionRecord(reader, version),
      };
    case 4:
      return { type: "ConfigRecord", apiKey, version, record: decodeConfigRecord(reader, version) };
    case 5:
      return {
        type: "PartitionChangeRecord",
        apiKey,
        version,
        record: decodePartitionChangeRecord(reader, version),
      };
    case 7:
      return {
        type: "FenceBrokerRecord",
        apiKey,
        version,
        record: decodeFenceBrokerRecord(reader, version),
      };
    case 8:
      return {
        type: "UnfenceBrokerRecord",
        apiKey,
        version,
        record: decodeUnfenceBrokerRecord(reader, version),
      };
    case 9:
      return {
        type: "RemoveTopicRecord",
        apiKey,
        version,
        record: decodeRemoveTopicRecord(reader, version),
      };
    case 10:
      return {
        type: "DelegationTokenRecord",
        apiKey,
        version,
        record: decodeDelegationTokenRecord(reader, version),
      };
    case 11:
      return {
        type: "UserScramCredentialRecord",
        apiKey,
        version,
        record: decodeUserScramCredentialRecord(reader, version),
      };
    case 12:
      return {
        type: "FeatureLevelRecord",
        apiKey,
        version,
        record: decodeFeatureLevelRecord(reader, version),
      };
    case 14:
      return {
        type: "ClientQuotaRecord",
        apiKey,
        version,
        record: decodeClientQuotaRecord(reader, version),
      };
    case 15:
      return {
        type: "ProducerIdsRecord",
        apiKey,
        version,
        record: decodeProducerIdsRecord(reader, version),
      };
    case 17:
      return {
        type: "BrokerRegistrationChangeRecord",
        apiKey,
        version,
        record: decodeBrokerRegistrationChangeRecord(reader, version),
      };
    case 18:
      return {
        type: "AccessControlEntryRecord",
        apiKey,
        version,
        record: decodeAccessControlEntryRecord(reader, version),
      };
    case 19:
      return {
        type: "RemoveAccessControlEntryRecord",
        apiKey,
        version,
        record: decodeRemoveAccessControlEntryRecord(reader, version),
      };
    case 20:
      return { type: "NoOpRecord", apiKey, version, record: decodeNoOpRecord(reader, version) };
    case 21:
      return {
        type: "ZkMigrationStateRecord",
        apiKey,
        version,
        record: decodeZkMigrationStateRecord(reader, version),
      };
    case 22:
      return {
        type: "RemoveUserScramCredentialRecord",
        apiKey,
        version,
        record: decodeRemoveUserScramCredentialRecord(reader, version),
      };
    case 23:
      return {
        type: "BeginTransactionRecord",
        apiKey,
        version,
        record: decodeBeginTransactionRecord(reader, version),
      };
    case 24:
      return {
        type: "EndTransactionRecord",
        apiKey,
        version,
        record: decodeEndTransactionRecord(reader, version),
      };
    case 25:
      return {
        type: "AbortTransactionRecord",
        apiKey,
        version,
        record: decodeAbortTransactionRecord(reader, version),
      };
    case 26:
      return {
        type: "RemoveDelegationTokenRecord",
        apiKey,
        version,
        record: decodeRemoveDelegationTokenRecord(reader, version),
      };
    case 27:
      return {
        type: "RegisterControllerRecord",
        apiKey,
        version,
        record: decodeRegisterControllerRecord(reader, version),
      };
    case 28:
      return {
        type: "ClearElrRecord",
        apiKey,
        version,
        record: decodeClearElrRecord(reader, version),
      };
    default:
      throw reader.error("type", `found ${apiKey}, which Kafka 4.3.1 does not have`);
  }
}

/** The record's value: frame version, type, version, body. */
export function encodeMetadataRecord(
  draft: MetadataRecordDraft,
  writer: Writer = new Writer(512),
): Uint8Array {
  frameMetadataRecord(writer, metadataRecordTypes[draft.type].apiKey, draft.version);
  switch (draft.type) {
    case "RegisterBrokerRecord":
      encodeRegisterBrokerRecord(writer, draft.record, draft.version);
      break;
    case "UnregisterBrokerRecord":
      encodeUnregisterBrokerRecord(writer, draft.record, draft.version);
      break;
    case "TopicRecord":
      encodeTopicRecord(writer, draft.record, draft.version);
      break;
    case "PartitionRecord":
      encodePartitionRecord(writer, draft.record, draft.version);
      break;
    case "ConfigRecord":
      encodeConfigRecord(writer, draft.record, draft.version);
      break;
    case "PartitionChangeRecord":
      encodePartitionChangeRecord(writer, draft.record, draft.version);
      break;
    case "FenceBrokerRecord":
      encodeFenceBrokerRecord(writer, draft.record, draft.version);
      break;
    case "UnfenceBrokerRecord":
      encodeUnfenceBrokerRecord(writer, draft.record, draft.version);
      break;
    case "RemoveTopicRecord":
      encodeRemoveTopicRecord(writer, draft.record, draft.version);
      break;
    case "DelegationTokenRecord":
      encodeDelegationTokenRecord(writer, draft.record, draft.version);
      break;
    case "UserScramCredentialRecord":
      encodeUserScramCredentialRecord(writer, draft.record, draft.version);
      break;
    case "FeatureLevelRecord":
      encodeFeatureLevelRecord(writer, draft.record, draft.version);
      break;
    case "ClientQuotaRecord":
      encodeClientQuotaRecord(writer, draft.record, draft.version);
      break;
    case "ProducerIdsRecord":
      encodeProducerIdsRecord(writer, draft.record, draft.version);
      break;
    case "BrokerRegistrationChangeRecord":
      encodeBrokerRegistrationChangeRecord(writer, draft.record, draft.version);
      break;
    case "AccessControlEntryRecord":
      encodeAccessControlEntryRecord(writer, draft.record, draft.version);
      break;
    case "RemoveAccessControlEntryRecord":
      encodeRemoveAccessControlEntryRecord(writer, draft.record, draft.version);
      break;
    case "NoOpRecord":
      encodeNoOpRecord(writer, draft.record, draft.version);
      break;
    case "ZkMigrationStateRecord":
      encodeZkMigrationStateRecord(writer, draft.record, draft.version);
      break;
    case "RemoveUserScramCredentialRecord":
      encodeRemoveUserScramCredentialRecord(writer, draft.record, draft.version);
      break;
    case "BeginTransactionRecord":
      encodeBeginTransactionRecord(writer, draft.record, draft.version);
      break;
    case "EndTransactionRecord":
      encodeEndTransactionRecord(writer, draft.record, draft.version);
      break;
    case "AbortTransactionRecord":
      encodeAbortTransactionRecord(writer, draft.record, draft.version);
      break;
    case "RemoveDelegationTokenRecord":
      encodeRemoveDelegationTokenRecord(writer, draft.record, draft.version);
      break;
    case "RegisterControllerRecord":
      encodeRegisterControllerRecord(writer, draft.record, draft.version);
      break;
    case "ClearElrRecord":
      encodeClearElrRecord(writer, draft.record, draft.version);
      break;
  }
  return writer.toBytes();
}
