// Generated from schema/api/metadata.schema by `npm run gen`: change that file, not this one.
import { checkVersion, nullField, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/**
 * Asks which brokers there are, and which topics and partition leaders. Api key 3, versions
 * 0-13.
 */
export interface MetadataRequest {
  topics: MetadataRequestMetadataRequestTopic[] | null;
  /** Versions 4 and later. */
  allowAutoTopicCreation: boolean;
  /** Versions 8 to 10. */
  includeClusterAuthorizedOperations: boolean;
  /** Versions 8 and later. */
  includeTopicAuthorizedOperations: boolean;
}

export interface MetadataRequestMetadataRequestTopic {
  /** Versions 10 and later. */
  topicId: string;
  name: string | null;
}

/** What `encodeMetadataRequest` takes. */
export interface MetadataRequestDraft {
  topics: readonly MetadataRequestMetadataRequestTopicDraft[] | null;
  allowAutoTopicCreation?: boolean | undefined;
  includeClusterAuthorizedOperations?: boolean | undefined;
  includeTopicAuthorizedOperations?: boolean | undefined;
}

/** What `encodeMetadataRequest` takes, in part. */
export interface MetadataRequestMetadataRequestTopicDraft {
  topicId?: string | undefined;
  name: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeMetadataRequest(
  writer: Writer,
  draft: MetadataRequestDraft,
  version: number,
): void {
  checkVersion("MetadataRequest", version, 0, 13);
  const flexible = version >= 9;
  const topics = draft.topics;
  if (topics === null) {
    if (version < 1) throw nullField("MetadataRequest", "topics", version);
    writer.nullCount(flexible);
  } else {
    writer.count(topics.length, flexible);
    for (const element of topics)
      encodeMetadataRequestMetadataRequestTopic(writer, element, version);
  }
  if (version >= 4) {
    writer.bool(draft.allowAutoTopicCreation ?? true);
  } else if ((draft.allowAutoTopicCreation ?? true) !== true) {
    throw unsupportedField("MetadataRequest", "allowAutoTopicCreation", version);
  }
  if (version >= 8 && version <= 10) {
    writer.bool(draft.includeClusterAuthorizedOperations ?? false);
  } else if ((draft.includeClusterAuthorizedOperations ?? false) !== false) {
    throw unsupportedField("MetadataRequest", "includeClusterAuthorizedOperations", version);
  }
  if (version >= 8) {
    writer.bool(draft.includeTopicAuthorizedOperations ?? false);
  } else if ((draft.includeTopicAuthorizedOperations ?? false) !== false) {
    throw unsupportedField("MetadataRequest", "includeTopicAuthorizedOperations", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeMetadataRequest(reader: Reader, version: number): MetadataRequest {
  reader.begin("MetadataRequest", version, 0, 13);
  const flexible = version >= 9;
  const topics: MetadataRequestMetadataRequestTopic[] | null =
    version >= 1
      ? decodeNullableMetadataRequestMetadataRequestTopicArray(
          reader,
          version,
          reader.nullableCount("topics", flexible, version >= 10 ? 18 : 2),
        )
      : decodeMetadataRequestMetadataRequestTopicArray(
          reader,
          version,
          reader.count("topics", flexible, version >= 10 ? 18 : 2),
        );
  const allowAutoTopicCreation = version >= 4 ? reader.bool("allowAutoTopicCreation") : true;
  const includeClusterAuthorizedOperations =
    version >= 8 && version <= 10 ? reader.bool("includeClusterAuthorizedOperations") : false;
  const includeTopicAuthorizedOperations =
    version >= 8 ? reader.bool("includeTopicAuthorizedOperations") : false;
  if (flexible) reader.skipTags();
  return {
    topics,
    allowAutoTopicCreation,
    includeClusterAuthorizedOperations,
    includeTopicAuthorizedOperations,
  };
}

function encodeMetadataRequestMetadataRequestTopic(
  writer: Writer,
  draft: MetadataRequestMetadataRequestTopicDraft,
  version: number,
): void {
  const flexible = version >= 9;
  if (version >= 10) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const name = draft.name;
  if (version >= 10) writer.nullableString(name, flexible);
  else if (name !== null) writer.string(name, flexible);
  else throw nullField("MetadataRequest", "MetadataRequestTopic.name", version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeMetadataRequestMetadataRequestTopic(
  reader: Reader,
  version: number,
): MetadataRequestMetadataRequestTopic {
  const flexible = version >= 9;
  const topicId = version >= 10 ? reader.uuid("MetadataRequestTopic.topicId") : ZERO_UUID;
  const name =
    version >= 10
      ? reader.nullableString("MetadataRequestTopic.name", flexible)
      : reader.string("MetadataRequestTopic.name", flexible);
  if (flexible) reader.skipTags();
  return { topicId, name };
}

function decodeMetadataRequestMetadataRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataRequestMetadataRequestTopic[] {
  const elements: MetadataRequestMetadataRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeMetadataRequestMetadataRequestTopic(reader, version));
  return elements;
}

function decodeNullableMetadataRequestMetadataRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataRequestMetadataRequestTopic[] | null {
  return count < 0 ? null : decodeMetadataRequestMetadataRequestTopicArray(reader, version, count);
}

/** Api key 3, versions 0-13. */
export interface MetadataResponse {
  /** Versions 3 and later. */
  throttleTimeMs: number;
  brokers: MetadataResponseMetadataResponseBroker[];
  /** Versions 2 and later. */
  clusterId: string | null;
  /** Versions 1 and later. */
  controllerId: number;
  topics: MetadataResponseMetadataResponseTopic[];
  /** Versions 8 to 10. */
  clusterAuthorizedOperations: number;
  /** Version 13. */
  errorCode: number;
}

export interface MetadataResponseMetadataResponseBroker {
  nodeId: number;
  host: string;
  port: number;
  /** Versions 1 and later. */
  rack: string | null;
}

export interface MetadataResponseMetadataResponseTopic {
  errorCode: number;
  name: string | null;
  /** Versions 10 and later. */
  topicId: string;
  /** Versions 1 and later. */
  isInternal: boolean;
  partitions: MetadataResponseMetadataResponsePartition[];
  /** Versions 8 and later. */
  topicAuthorizedOperations: number;
}

export interface MetadataResponseMetadataResponsePartition {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  /** Versions 7 and later. */
  leaderEpoch: number;
  replicaNodes: number[];
  isrNodes: number[];
  /** Versions 5 and later. */
  offlineReplicas: number[];
}

/** What `encodeMetadataResponse` takes. */
export interface MetadataResponseDraft {
  throttleTimeMs?: number | undefined;
  brokers: readonly MetadataResponseMetadataResponseBrokerDraft[];
  clusterId?: string | null | undefined;
  controllerId?: number | undefined;
  topics: readonly MetadataResponseMetadataResponseTopicDraft[];
  clusterAuthorizedOperations?: number | undefined;
  errorCode?: number | undefined;
}

/** What `encodeMetadataResponse` takes, in part. */
export interface MetadataResponseMetadataResponseBrokerDraft {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** What `encodeMetadataResponse` takes, in part. */
export interface MetadataResponseMetadataResponseTopicDraft {
  errorCode: number;
  name: string | null;
  topicId?: string | undefined;
  isInternal?: boolean | undefined;
  partitions: readonly MetadataResponseMetadataResponsePartitionDraft[];
  topicAuthorizedOperations?: number | undefined;
}

/** What `encodeMetadataResponse` takes, in part. */
export interface MetadataResponseMetadataResponsePartitionDraft {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  leaderEpoch?: number | undefined;
  replicaNodes: readonly number[];
  isrNodes: readonly number[];
  offlineReplicas?: readonly number[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeMetadataResponse(
  writer: Writer,
  draft: MetadataResponseDraft,
  version: number,
): void {
  checkVersion("MetadataResponse", version, 0, 13);
  const flexible = version >= 9;
  if (version >= 3) {
    writer.int32(draft.throttleTimeMs ?? 0);
  }
  const brokers = draft.brokers;
  writer.count(brokers.length, flexible);
  for (const element of brokers)
    encodeMetadataResponseMetadataResponseBroker(writer, element, version);
  if (version >= 2) {
    writer.nullableString(draft.clusterId ?? null, flexible);
  }
  if (version >= 1) {
    writer.int32(draft.controllerId ?? -1);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics)
    encodeMetadataResponseMetadataResponseTopic(writer, element, version);
  if (version >= 8 && version <= 10) {
    writer.int32(draft.clusterAuthorizedOperations ?? -2147483648);
  } else if ((draft.clusterAuthorizedOperations ?? -2147483648) !== -2147483648) {
    throw unsupportedField("MetadataResponse", "clusterAuthorizedOperations", version);
  }
  if (version >= 13) {
    writer.int16(draft.errorCode ?? 0);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeMetadataResponse(reader: Reader, version: number): MetadataResponse {
  reader.begin("MetadataResponse", version, 0, 13);
  const flexible = version >= 9;
  const throttleTimeMs = version >= 3 ? reader.int32("throttleTimeMs") : 0;
  const brokers: MetadataResponseMetadataResponseBroker[] =
    decodeMetadataResponseMetadataResponseBrokerArray(
      reader,
      version,
      reader.count("brokers", flexible, version >= 9 ? 11 : version >= 1 ? 12 : 10),
    );
  const clusterId = version >= 2 ? reader.nullableString("clusterId", flexible) : null;
  const controllerId = version >= 1 ? reader.int32("controllerId") : -1;
  const topics: MetadataResponseMetadataResponseTopic[] =
    decodeMetadataResponseMetadataResponseTopicArray(
      reader,
      version,
      reader.count(
        "topics",
        flexible,
        version >= 10 ? 26 : version >= 9 ? 10 : version >= 8 ? 13 : version >= 1 ? 9 : 8,
      ),
    );
  const clusterAuthorizedOperations =
    version >= 8 && version <= 10 ? reader.int32("clusterAuthorizedOperations") : -2147483648;
  const errorCode = version >= 13 ? reader.int16("errorCode") : 0;
  if (flexible) reader.skipTags();
  return {
    throttleTimeMs,
    brokers,
    clusterId,
    controllerId,
    topics,
    clusterAuthorizedOperations,
    errorCode,
  };
}

function encodeMetadataResponseMetadataResponseBroker(
  writer: Writer,
  draft: MetadataResponseMetadataResponseBrokerDraft,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(draft.nodeId);
  writer.string(draft.host, flexible);
  writer.int32(draft.port);
  if (version >= 1) {
    writer.nullableString(draft.rack ?? null, flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeMetadataResponseMetadataResponseBroker(
  reader: Reader,
  version: number,
): MetadataResponseMetadataResponseBroker {
  const flexible = version >= 9;
  const nodeId = reader.int32("MetadataResponseBroker.nodeId");
  const host = reader.string("MetadataResponseBroker.host", flexible);
  const port = reader.int32("MetadataResponseBroker.port");
  const rack = version >= 1 ? reader.nullableString("MetadataResponseBroker.rack", flexible) : null;
  if (flexible) reader.skipTags();
  return { nodeId, host, port, rack };
}

function encodeMetadataResponseMetadataResponseTopic(
  writer: Writer,
  draft: MetadataResponseMetadataResponseTopicDraft,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int16(draft.errorCode);
  const name = draft.name;
  if (version >= 12) writer.nullableString(name, flexible);
  else if (name !== null) writer.string(name, flexible);
  else throw nullField("MetadataResponse", "MetadataResponseTopic.name", version);
  if (version >= 10) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  if (version >= 1) {
    writer.bool(draft.isInternal ?? false);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeMetadataResponseMetadataResponsePartition(writer, element, version);
  if (version >= 8) {
    writer.int32(draft.topicAuthorizedOperations ?? -2147483648);
  } else if ((draft.topicAuthorizedOperations ?? -2147483648) !== -2147483648) {
    throw unsupportedField(
      "MetadataResponse",
      "MetadataResponseTopic.topicAuthorizedOperations",
      version,
    );
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeMetadataResponseMetadataResponseTopic(
  reader: Reader,
  version: number,
): MetadataResponseMetadataResponseTopic {
  const flexible = version >= 9;
  const errorCode = reader.int16("MetadataResponseTopic.errorCode");
  const name =
    version >= 12
      ? reader.nullableString("MetadataResponseTopic.name", flexible)
      : reader.string("MetadataResponseTopic.name", flexible);
  const topicId = version >= 10 ? reader.uuid("MetadataResponseTopic.topicId") : ZERO_UUID;
  const isInternal = version >= 1 ? reader.bool("MetadataResponseTopic.isInternal") : false;
  const partitions: MetadataResponseMetadataResponsePartition[] =
    decodeMetadataResponseMetadataResponsePartitionArray(
      reader,
      version,
      reader.count(
        "MetadataResponseTopic.partitions",
        flexible,
        version >= 9 ? 18 : version >= 7 ? 26 : version >= 5 ? 22 : 18,
      ),
    );
  const topicAuthorizedOperations =
    version >= 8 ? reader.int32("MetadataResponseTopic.topicAuthorizedOperations") : -2147483648;
  if (flexible) reader.skipTags();
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations };
}

function encodeMetadataResponseMetadataResponsePartition(
  writer: Writer,
  draft: MetadataResponseMetadataResponsePartitionDraft,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int16(draft.errorCode);
  writer.int32(draft.partitionIndex);
  writer.int32(draft.leaderId);
  if (version >= 7) {
    writer.int32(draft.leaderEpoch ?? -1);
  }
  const replicaNodes = draft.replicaNodes;
  writer.count(replicaNodes.length, flexible);
  for (const element of replicaNodes) writer.int32(element);
  const isrNodes = draft.isrNodes;
  writer.count(isrNodes.length, flexible);
  for (const element of isrNodes) writer.int32(element);
  const offlineReplicas = draft.offlineReplicas ?? [];
  if (version >= 5) {
    writer.count(offlineReplicas.length, flexible);
    for (const element of offlineReplicas) writer.int32(element);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeMetadataResponseMetadataResponsePartition(
  reader: Reader,
  version: number,
): MetadataResponseMetadataResponsePartition {
  const flexible = version >= 9;
  const errorCode = reader.int16("MetadataResponsePartition.errorCode");
  const partitionIndex = reader.int32("MetadataResponsePartition.partitionIndex");
  const leaderId = reader.int32("MetadataResponsePartition.leaderId");
  const leaderEpoch = version >= 7 ? reader.int32("MetadataResponsePartition.leaderEpoch") : -1;
  const replicaNodes: number[] = readInt32Array(
    reader,
    "MetadataResponsePartition.replicaNodes",
    reader.count("MetadataResponsePartition.replicaNodes", flexible, 4),
  );
  const isrNodes: number[] = readInt32Array(
    reader,
    "MetadataResponsePartition.isrNodes",
    reader.count("MetadataResponsePartition.isrNodes", flexible, 4),
  );
  const offlineReplicas: number[] =
    version >= 5
      ? readInt32Array(
          reader,
          "MetadataResponsePartition.offlineReplicas",
          reader.count("MetadataResponsePartition.offlineReplicas", flexible, 4),
        )
      : [];
  if (flexible) reader.skipTags();
  return {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    offlineReplicas,
  };
}

function decodeMetadataResponseMetadataResponseBrokerArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataResponseMetadataResponseBroker[] {
  const elements: MetadataResponseMetadataResponseBroker[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeMetadataResponseMetadataResponseBroker(reader, version));
  return elements;
}

function decodeMetadataResponseMetadataResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataResponseMetadataResponseTopic[] {
  const elements: MetadataResponseMetadataResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeMetadataResponseMetadataResponseTopic(reader, version));
  return elements;
}

function decodeMetadataResponseMetadataResponsePartitionArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataResponseMetadataResponsePartition[] {
  const elements: MetadataResponseMetadataResponsePartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeMetadataResponseMetadataResponsePartition(reader, version));
  return elements;
}
