// Generated from schema/api/fetch.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import { INT64_MAX_SENTINEL } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { RecordsDraft, Writer } from "../writer.ts";

/**
 * Reads record batches, for consumers and for following replicas alike. Api key 1, versions
 * 4-18.
 */
export interface FetchRequest {
  /** Lets the metadata quorum refuse a stranger. Versions 12 and later. */
  clusterId: string | null;
  /** Versions up to 14. */
  replicaId: number;
  /** The follower that asks (KIP-903); -1 in a consumer's request. Versions 15 and later. */
  replicaState: FetchRequestReplicaState;
  maxWaitMs: number;
  minBytes: number;
  maxBytes: number;
  isolationLevel: number;
  /** Fetch sessions, KIP-227. Versions 7 and later. */
  sessionId: number;
  /** Versions 7 and later. */
  sessionEpoch: number;
  topics: FetchRequestFetchTopic[];
  /** Versions 7 and later. */
  forgottenTopicsData: FetchRequestForgottenTopic[];
  /** To be sent to a replica near by (KIP-392). Versions 11 and later. */
  rackId: string;
}

export interface FetchRequestReplicaState {
  replicaId: number;
  replicaEpoch: number;
}

export interface FetchRequestFetchTopic {
  /** Versions up to 12. */
  topic: string;
  /** Versions 13 and later. */
  topicId: string;
  partitions: FetchRequestFetchPartition[];
}

export interface FetchRequestFetchPartition {
  partition: number;
  /** Fences a stale leader or a stale reader (KIP-320). Versions 9 and later. */
  currentLeaderEpoch: number;
  fetchOffset: number;
  /**
   * Lets the leader find where the follower's log parts from its own (KIP-595). Versions 12
   * and later.
   */
  lastFetchedEpoch: number;
  /** Versions 5 and later. */
  logStartOffset: number;
  partitionMaxBytes: number;
  /** Versions 17 and later. */
  replicaDirectoryId: string;
  /** The follower's; INT64_MAX_SENTINEL when it does not say (KIP-1166). Version 18. */
  highWatermark: number;
}

export interface FetchRequestForgottenTopic {
  /** Versions up to 12. */
  topic: string;
  /** Versions 13 and later. */
  topicId: string;
  partitions: number[];
}

/** What `encodeFetchRequest` takes. */
export interface FetchRequestDraft {
  clusterId?: string | null | undefined;
  replicaId?: number | undefined;
  replicaState?: FetchRequestReplicaStateDraft | undefined;
  maxWaitMs: number;
  minBytes: number;
  maxBytes?: number | undefined;
  isolationLevel?: number | undefined;
  sessionId?: number | undefined;
  sessionEpoch?: number | undefined;
  topics: readonly FetchRequestFetchTopicDraft[];
  forgottenTopicsData?: readonly FetchRequestForgottenTopicDraft[] | undefined;
  rackId?: string | undefined;
}

/** What `encodeFetchRequest` takes, in part. */
export interface FetchRequestReplicaStateDraft {
  replicaId?: number | undefined;
  replicaEpoch?: number | undefined;
}

/** What `encodeFetchRequest` takes, in part. */
export interface FetchRequestFetchTopicDraft {
  topic?: string | undefined;
  topicId?: string | undefined;
  partitions: readonly FetchRequestFetchPartitionDraft[];
}

/** What `encodeFetchRequest` takes, in part. */
export interface FetchRequestFetchPartitionDraft {
  partition: number;
  currentLeaderEpoch?: number | undefined;
  fetchOffset: number;
  lastFetchedEpoch?: number | undefined;
  logStartOffset?: number | undefined;
  partitionMaxBytes: number;
  replicaDirectoryId?: string | undefined;
  highWatermark?: number | undefined;
}

/** What `encodeFetchRequest` takes, in part. */
export interface FetchRequestForgottenTopicDraft {
  topic?: string | undefined;
  topicId?: string | undefined;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFetchRequest(
  writer: Writer,
  draft: FetchRequestDraft,
  version: number,
): void {
  checkVersion("FetchRequest", version, 4, 18);
  const flexible = version >= 12;
  if (version <= 14) {
    writer.int32(draft.replicaId ?? -1);
  } else if ((draft.replicaId ?? -1) !== -1) {
    throw unsupportedField("FetchRequest", "replicaId", version);
  }
  writer.int32(draft.maxWaitMs);
  writer.int32(draft.minBytes);
  writer.int32(draft.maxBytes ?? 2147483647);
  writer.int8(draft.isolationLevel ?? 0);
  if (version >= 7) {
    writer.int32(draft.sessionId ?? 0);
  }
  if (version >= 7) {
    writer.int32(draft.sessionEpoch ?? -1);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeFetchRequestFetchTopic(writer, element, version);
  const forgottenTopicsData = draft.forgottenTopicsData ?? [];
  if (version >= 7) {
    writer.count(forgottenTopicsData.length, flexible);
    for (const element of forgottenTopicsData)
      encodeFetchRequestForgottenTopic(writer, element, version);
  } else if (forgottenTopicsData.length > 0) {
    throw unsupportedField("FetchRequest", "forgottenTopicsData", version);
  }
  if (version >= 11) {
    writer.string(draft.rackId ?? "", flexible);
  }
  const clusterId = draft.clusterId ?? null;
  const hasClusterId = version >= 12 && clusterId !== null;
  const replicaState = draft.replicaState;
  const hasReplicaState =
    version >= 15 && replicaState !== undefined && !isDefaultFetchRequestReplicaState(replicaState);
  if (
    version < 15 &&
    replicaState !== undefined &&
    !isDefaultFetchRequestReplicaState(replicaState)
  )
    throw unsupportedField("FetchRequest", "replicaState", version);
  if (flexible) {
    writer.uvarint((hasClusterId ? 1 : 0) + (hasReplicaState ? 1 : 0));
    if (hasClusterId) {
      const mark = writer.beginTag(0);
      writer.nullableString(clusterId, true);
      writer.endTag(mark);
    }
    if (hasReplicaState) {
      const mark = writer.beginTag(1);
      encodeFetchRequestReplicaState(writer, replicaState, version);
      writer.endTag(mark);
    }
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFetchRequest(reader: Reader, version: number): FetchRequest {
  reader.begin("FetchRequest", version, 4, 18);
  const flexible = version >= 12;
  const replicaId = version <= 14 ? reader.int32("replicaId") : -1;
  const maxWaitMs = reader.int32("maxWaitMs");
  const minBytes = reader.int32("minBytes");
  const maxBytes = reader.int32("maxBytes");
  const isolationLevel = reader.int8("isolationLevel");
  const sessionId = version >= 7 ? reader.int32("sessionId") : 0;
  const sessionEpoch = version >= 7 ? reader.int32("sessionEpoch") : -1;
  const topics: FetchRequestFetchTopic[] = decodeFetchRequestFetchTopicArray(
    reader,
    version,
    reader.count("topics", flexible, version >= 13 ? 18 : version >= 12 ? 3 : 6),
  );
  const forgottenTopicsData: FetchRequestForgottenTopic[] =
    version >= 7
      ? decodeFetchRequestForgottenTopicArray(
          reader,
          version,
          reader.count("forgottenTopicsData", flexible, version >= 13 ? 18 : version >= 12 ? 3 : 6),
        )
      : [];
  const rackId = version >= 11 ? reader.string("rackId", flexible) : "";
  let clusterId: string | null = null;
  let replicaState: FetchRequestReplicaState = defaultFetchRequestReplicaState();
  if (flexible) {
    for (let tags = reader.tagCount(2); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        clusterId = reader.nullableString("clusterId", true);
        reader.closeTag(tag, end);
      } else if (tag === 1 && version >= 15) {
        replicaState = decodeFetchRequestReplicaState(reader, version);
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return {
    clusterId,
    replicaId,
    replicaState,
    maxWaitMs,
    minBytes,
    maxBytes,
    isolationLevel,
    sessionId,
    sessionEpoch,
    topics,
    forgottenTopicsData,
    rackId,
  };
}

function encodeFetchRequestReplicaState(
  writer: Writer,
  draft: FetchRequestReplicaStateDraft,
  _version: number,
): void {
  writer.int32(draft.replicaId ?? -1);
  writer.int64(draft.replicaEpoch ?? -1);
  writer.uvarint(0);
}

function decodeFetchRequestReplicaState(
  reader: Reader,
  _version: number,
): FetchRequestReplicaState {
  const replicaId = reader.int32("ReplicaState.replicaId");
  const replicaEpoch = reader.int64("ReplicaState.replicaEpoch");
  reader.skipTags();
  return { replicaId, replicaEpoch };
}

function encodeFetchRequestFetchTopic(
  writer: Writer,
  draft: FetchRequestFetchTopicDraft,
  version: number,
): void {
  const flexible = version >= 12;
  if (version <= 12) {
    writer.string(draft.topic ?? "", flexible);
  }
  if (version >= 13) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions) encodeFetchRequestFetchPartition(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeFetchRequestFetchTopic(reader: Reader, version: number): FetchRequestFetchTopic {
  const flexible = version >= 12;
  const topic = version <= 12 ? reader.string("FetchTopic.topic", flexible) : "";
  const topicId = version >= 13 ? reader.uuid("FetchTopic.topicId") : ZERO_UUID;
  const partitions: FetchRequestFetchPartition[] = decodeFetchRequestFetchPartitionArray(
    reader,
    version,
    reader.count(
      "FetchTopic.partitions",
      flexible,
      version >= 12 ? 33 : version >= 9 ? 28 : version >= 5 ? 24 : 16,
    ),
  );
  if (flexible) reader.skipTags();
  return { topic, topicId, partitions };
}

function encodeFetchRequestFetchPartition(
  writer: Writer,
  draft: FetchRequestFetchPartitionDraft,
  version: number,
): void {
  const flexible = version >= 12;
  writer.int32(draft.partition);
  if (version >= 9) {
    writer.int32(draft.currentLeaderEpoch ?? -1);
  }
  writer.int64(draft.fetchOffset);
  if (version >= 12) {
    writer.int32(draft.lastFetchedEpoch ?? -1);
  } else if ((draft.lastFetchedEpoch ?? -1) !== -1) {
    throw unsupportedField("FetchRequest", "FetchPartition.lastFetchedEpoch", version);
  }
  if (version >= 5) {
    writer.int64(draft.logStartOffset ?? -1);
  }
  writer.int32(draft.partitionMaxBytes);
  const replicaDirectoryId = draft.replicaDirectoryId ?? ZERO_UUID;
  const hasReplicaDirectoryId = version >= 17 && replicaDirectoryId !== ZERO_UUID;
  const highWatermark = draft.highWatermark ?? INT64_MAX_SENTINEL;
  const hasHighWatermark = version >= 18 && highWatermark !== INT64_MAX_SENTINEL;
  if (flexible) {
    writer.uvarint((hasReplicaDirectoryId ? 1 : 0) + (hasHighWatermark ? 1 : 0));
    if (hasReplicaDirectoryId) {
      const mark = writer.beginTag(0);
      writer.uuid(replicaDirectoryId);
      writer.endTag(mark);
    }
    if (hasHighWatermark) {
      const mark = writer.beginTag(1);
      writer.int64OrMax(highWatermark);
      writer.endTag(mark);
    }
  }
}

function decodeFetchRequestFetchPartition(
  reader: Reader,
  version: number,
): FetchRequestFetchPartition {
  const flexible = version >= 12;
  const partition = reader.int32("FetchPartition.partition");
  const currentLeaderEpoch = version >= 9 ? reader.int32("FetchPartition.currentLeaderEpoch") : -1;
  const fetchOffset = reader.int64("FetchPartition.fetchOffset");
  const lastFetchedEpoch = version >= 12 ? reader.int32("FetchPartition.lastFetchedEpoch") : -1;
  const logStartOffset = version >= 5 ? reader.int64("FetchPartition.logStartOffset") : -1;
  const partitionMaxBytes = reader.int32("FetchPartition.partitionMaxBytes");
  let replicaDirectoryId: string = ZERO_UUID;
  let highWatermark: number = INT64_MAX_SENTINEL;
  if (flexible) {
    for (let tags = reader.tagCount(2); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0 && version >= 17) {
        replicaDirectoryId = reader.uuid("FetchPartition.replicaDirectoryId");
        reader.closeTag(tag, end);
      } else if (tag === 1 && version >= 18) {
        highWatermark = reader.int64OrMax("FetchPartition.highWatermark");
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return {
    partition,
    currentLeaderEpoch,
    fetchOffset,
    lastFetchedEpoch,
    logStartOffset,
    partitionMaxBytes,
    replicaDirectoryId,
    highWatermark,
  };
}

function encodeFetchRequestForgottenTopic(
  writer: Writer,
  draft: FetchRequestForgottenTopicDraft,
  version: number,
): void {
  const flexible = version >= 12;
  if (version <= 12) {
    writer.string(draft.topic ?? "", flexible);
  }
  if (version >= 13) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeFetchRequestForgottenTopic(
  reader: Reader,
  version: number,
): FetchRequestForgottenTopic {
  const flexible = version >= 12;
  const topic = version <= 12 ? reader.string("ForgottenTopic.topic", flexible) : "";
  const topicId = version >= 13 ? reader.uuid("ForgottenTopic.topicId") : ZERO_UUID;
  const partitions: number[] = readInt32Array(
    reader,
    "ForgottenTopic.partitions",
    reader.count("ForgottenTopic.partitions", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { topic, topicId, partitions };
}

function defaultFetchRequestReplicaState(): FetchRequestReplicaState {
  return {
    replicaId: -1,
    replicaEpoch: -1,
  };
}

function isDefaultFetchRequestReplicaState(draft: FetchRequestReplicaStateDraft): boolean {
  return (
    (draft.replicaId === undefined || draft.replicaId === -1) &&
    (draft.replicaEpoch === undefined || draft.replicaEpoch === -1)
  );
}

function decodeFetchRequestFetchTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchRequestFetchTopic[] {
  const elements: FetchRequestFetchTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchRequestFetchTopic(reader, version));
  return elements;
}

function decodeFetchRequestFetchPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchRequestFetchPartition[] {
  const elements: FetchRequestFetchPartition[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchRequestFetchPartition(reader, version));
  return elements;
}

function decodeFetchRequestForgottenTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchRequestForgottenTopic[] {
  const elements: FetchRequestForgottenTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchRequestForgottenTopic(reader, version));
  return elements;
}

/** Api key 1, versions 4-18. */
export interface FetchResponse {
  throttleTimeMs: number;
  /** Versions 7 and later. */
  errorCode: number;
  /** Versions 7 and later. */
  sessionId: number;
  responses: FetchResponseFetchableTopicResponse[];
  /** Where the leaders named above are (KIP-951). Versions 16 and later. */
  nodeEndpoints: FetchResponseNodeEndpoint[];
}

export interface FetchResponseFetchableTopicResponse {
  /** Versions up to 12. */
  topic: string;
  /** Versions 13 and later. */
  topicId: string;
  partitions: FetchResponsePartitionData[];
}

export interface FetchResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  highWatermark: number;
  lastStableOffset: number;
  /** Versions 5 and later. */
  logStartOffset: number;
  /** Where the follower's log parts from the leader's. Versions 12 and later. */
  divergingEpoch: FetchResponseEpochEndOffset;
  /** Versions 12 and later. */
  currentLeader: FetchResponseLeaderIdAndEpoch;
  /** The snapshot to read instead, when the offset lies below the log. Versions 12 and later. */
  snapshotId: FetchResponseSnapshotId;
  abortedTransactions: FetchResponseAbortedTransaction[] | null;
  /** The replica to ask next (KIP-392), or -1. Versions 11 and later. */
  preferredReadReplica: number;
  records: Uint8Array | null;
}

export interface FetchResponseEpochEndOffset {
  epoch: number;
  endOffset: number;
}

export interface FetchResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface FetchResponseSnapshotId {
  endOffset: number;
  epoch: number;
}

export interface FetchResponseAbortedTransaction {
  producerId: number;
  firstOffset: number;
}

export interface FetchResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

/** What `encodeFetchResponse` takes. */
export interface FetchResponseDraft {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  sessionId?: number | undefined;
  responses: readonly FetchResponseFetchableTopicResponseDraft[];
  nodeEndpoints?: readonly FetchResponseNodeEndpointDraft[] | undefined;
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponseFetchableTopicResponseDraft {
  topic?: string | undefined;
  topicId?: string | undefined;
  partitions: readonly FetchResponsePartitionDataDraft[];
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  highWatermark: number;
  lastStableOffset?: number | undefined;
  logStartOffset?: number | undefined;
  divergingEpoch?: FetchResponseEpochEndOffsetDraft | undefined;
  currentLeader?: FetchResponseLeaderIdAndEpochDraft | undefined;
  snapshotId?: FetchResponseSnapshotIdDraft | undefined;
  abortedTransactions: readonly FetchResponseAbortedTransactionDraft[] | null;
  preferredReadReplica?: number | undefined;
  records: RecordsDraft | null;
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponseEpochEndOffsetDraft {
  epoch?: number | undefined;
  endOffset?: number | undefined;
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponseLeaderIdAndEpochDraft {
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponseSnapshotIdDraft {
  endOffset?: number | undefined;
  epoch?: number | undefined;
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponseAbortedTransactionDraft {
  producerId: number;
  firstOffset: number;
}

/** What `encodeFetchResponse` takes, in part. */
export interface FetchResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeFetchResponse(
  writer: Writer,
  draft: FetchResponseDraft,
  version: number,
): void {
  checkVersion("FetchResponse", version, 4, 18);
  const flexible = version >= 12;
  writer.int32(draft.throttleTimeMs);
  if (version >= 7) {
    writer.int16(draft.errorCode ?? 0);
  }
  if (version >= 7) {
    writer.int32(draft.sessionId ?? 0);
  } else if ((draft.sessionId ?? 0) !== 0) {
    throw unsupportedField("FetchResponse", "sessionId", version);
  }
  const responses = draft.responses;
  writer.count(responses.length, flexible);
  for (const element of responses)
    encodeFetchResponseFetchableTopicResponse(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints ?? [];
  const hasNodeEndpoints = version >= 16 && nodeEndpoints.length > 0;
  if (version < 16 && nodeEndpoints.length > 0)
    throw unsupportedField("FetchResponse", "nodeEndpoints", version);
  if (flexible) {
    writer.uvarint(hasNodeEndpoints ? 1 : 0);
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0);
      writer.count(nodeEndpoints.length, true);
      for (const element of nodeEndpoints)
        encodeFetchResponseNodeEndpoint(writer, element, version);
      writer.endTag(mark);
    }
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeFetchResponse(reader: Reader, version: number): FetchResponse {
  reader.begin("FetchResponse", version, 4, 18);
  const flexible = version >= 12;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = version >= 7 ? reader.int16("errorCode") : 0;
  const sessionId = version >= 7 ? reader.int32("sessionId") : 0;
  const responses: FetchResponseFetchableTopicResponse[] =
    decodeFetchResponseFetchableTopicResponseArray(
      reader,
      version,
      reader.count("responses", flexible, version >= 13 ? 18 : version >= 12 ? 3 : 6),
    );
  let nodeEndpoints: FetchResponseNodeEndpoint[] = [];
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0 && version >= 16) {
        nodeEndpoints = decodeFetchResponseNodeEndpointArray(
          reader,
          version,
          reader.count("nodeEndpoints", true, 11),
        );
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return { throttleTimeMs, errorCode, sessionId, responses, nodeEndpoints };
}

function encodeFetchResponseFetchableTopicResponse(
  writer: Writer,
  draft: FetchResponseFetchableTopicResponseDraft,
  version: number,
): void {
  const flexible = version >= 12;
  if (version <= 12) {
    writer.string(draft.topic ?? "", flexible);
  }
  if (version >= 13) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions) encodeFetchResponsePartitionData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeFetchResponseFetchableTopicResponse(
  reader: Reader,
  version: number,
): FetchResponseFetchableTopicResponse {
  const flexible = version >= 12;
  const topic = version <= 12 ? reader.string("FetchableTopicResponse.topic", flexible) : "";
  const topicId = version >= 13 ? reader.uuid("FetchableTopicResponse.topicId") : ZERO_UUID;
  const partitions: FetchResponsePartitionData[] = decodeFetchResponsePartitionDataArray(
    reader,
    version,
    reader.count(
      "FetchableTopicResponse.partitions",
      flexible,
      version >= 12 ? 37 : version >= 11 ? 42 : version >= 5 ? 38 : 30,
    ),
  );
  if (flexible) reader.skipTags();
  return { topic, topicId, partitions };
}

function encodeFetchResponsePartitionData(
  writer: Writer,
  draft: FetchResponsePartitionDataDraft,
  version: number,
): void {
  const flexible = version >= 12;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.int64(draft.highWatermark);
  writer.int64(draft.lastStableOffset ?? -1);
  if (version >= 5) {
    writer.int64(draft.logStartOffset ?? -1);
  }
  const abortedTransactions = draft.abortedTransactions;
  if (abortedTransactions === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(abortedTransactions.length, flexible);
    for (const element of abortedTransactions)
      encodeFetchResponseAbortedTransaction(writer, element, version);
  }
  if (version >= 11) {
    writer.int32(draft.preferredReadReplica ?? -1);
  } else if ((draft.preferredReadReplica ?? -1) !== -1) {
    throw unsupportedField("FetchResponse", "PartitionData.preferredReadReplica", version);
  }
  writer.nullableRecords(draft.records, flexible);
  const divergingEpoch = draft.divergingEpoch;
  const hasDivergingEpoch =
    version >= 12 &&
    divergingEpoch !== undefined &&
    !isDefaultFetchResponseEpochEndOffset(divergingEpoch);
  if (
    version < 12 &&
    divergingEpoch !== undefined &&
    !isDefaultFetchResponseEpochEndOffset(divergingEpoch)
  )
    throw unsupportedField("FetchResponse", "PartitionData.divergingEpoch", version);
  const currentLeader = draft.currentLeader;
  const hasCurrentLeader =
    version >= 12 &&
    currentLeader !== undefined &&
    !isDefaultFetchResponseLeaderIdAndEpoch(currentLeader);
  if (
    version < 12 &&
    currentLeader !== undefined &&
    !isDefaultFetchResponseLeaderIdAndEpoch(currentLeader)
  )
    throw unsupportedField("FetchResponse", "PartitionData.currentLeader", version);
  const snapshotId = draft.snapshotId;
  const hasSnapshotId =
    version >= 12 && snapshotId !== undefined && !isDefaultFetchResponseSnapshotId(snapshotId);
  if (version < 12 && snapshotId !== undefined && !isDefaultFetchResponseSnapshotId(snapshotId))
    throw unsupportedField("FetchResponse", "PartitionData.snapshotId", version);
  if (flexible) {
    writer.uvarint(
      (hasDivergingEpoch ? 1 : 0) + (hasCurrentLeader ? 1 : 0) + (hasSnapshotId ? 1 : 0),
    );
    if (hasDivergingEpoch) {
      const mark = writer.beginTag(0);
      encodeFetchResponseEpochEndOffset(writer, divergingEpoch, version);
      writer.endTag(mark);
    }
    if (hasCurrentLeader) {
      const mark = writer.beginTag(1);
      encodeFetchResponseLeaderIdAndEpoch(writer, currentLeader, version);
      writer.endTag(mark);
    }
    if (hasSnapshotId) {
      const mark = writer.beginTag(2);
      encodeFetchResponseSnapshotId(writer, snapshotId, version);
      writer.endTag(mark);
    }
  }
}

function decodeFetchResponsePartitionData(
  reader: Reader,
  version: number,
): FetchResponsePartitionData {
  const flexible = version >= 12;
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const highWatermark = reader.int64("PartitionData.highWatermark");
  const lastStableOffset = reader.int64("PartitionData.lastStableOffset");
  const logStartOffset = version >= 5 ? reader.int64("PartitionData.logStartOffset") : -1;
  const abortedTransactions: FetchResponseAbortedTransaction[] | null =
    decodeNullableFetchResponseAbortedTransactionArray(
      reader,
      version,
      reader.nullableCount("PartitionData.abortedTransactions", flexible, version >= 12 ? 17 : 16),
    );
  const preferredReadReplica =
    version >= 11 ? reader.int32("PartitionData.preferredReadReplica") : -1;
  const records = reader.nullableBytes("PartitionData.records", flexible);
  let divergingEpoch: FetchResponseEpochEndOffset = defaultFetchResponseEpochEndOffset();
  let currentLeader: FetchResponseLeaderIdAndEpoch = defaultFetchResponseLeaderIdAndEpoch();
  let snapshotId: FetchResponseSnapshotId = defaultFetchResponseSnapshotId();
  if (flexible) {
    for (let tags = reader.tagCount(3); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        divergingEpoch = decodeFetchResponseEpochEndOffset(reader, version);
        reader.closeTag(tag, end);
      } else if (tag === 1) {
        currentLeader = decodeFetchResponseLeaderIdAndEpoch(reader, version);
        reader.closeTag(tag, end);
      } else if (tag === 2) {
        snapshotId = decodeFetchResponseSnapshotId(reader, version);
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return {
    partitionIndex,
    errorCode,
    highWatermark,
    lastStableOffset,
    logStartOffset,
    divergingEpoch,
    currentLeader,
    snapshotId,
    abortedTransactions,
    preferredReadReplica,
    records,
  };
}

function encodeFetchResponseEpochEndOffset(
  writer: Writer,
  draft: FetchResponseEpochEndOffsetDraft,
  _version: number,
): void {
  writer.int32(draft.epoch ?? -1);
  writer.int64(draft.endOffset ?? -1);
  writer.uvarint(0);
}

function decodeFetchResponseEpochEndOffset(
  reader: Reader,
  _version: number,
): FetchResponseEpochEndOffset {
  const epoch = reader.int32("EpochEndOffset.epoch");
  const endOffset = reader.int64("EpochEndOffset.endOffset");
  reader.skipTags();
  return { epoch, endOffset };
}

function encodeFetchResponseLeaderIdAndEpoch(
  writer: Writer,
  draft: FetchResponseLeaderIdAndEpochDraft,
  _version: number,
): void {
  writer.int32(draft.leaderId ?? -1);
  writer.int32(draft.leaderEpoch ?? -1);
  writer.uvarint(0);
}

function decodeFetchResponseLeaderIdAndEpoch(
  reader: Reader,
  _version: number,
): FetchResponseLeaderIdAndEpoch {
  const leaderId = reader.int32("LeaderIdAndEpoch.leaderId");
  const leaderEpoch = reader.int32("LeaderIdAndEpoch.leaderEpoch");
  reader.skipTags();
  return { leaderId, leaderEpoch };
}

function encodeFetchResponseSnapshotId(
  writer: Writer,
  draft: FetchResponseSnapshotIdDraft,
  _version: number,
): void {
  writer.int64(draft.endOffset ?? -1);
  writer.int32(draft.epoch ?? -1);
  writer.uvarint(0);
}

function decodeFetchResponseSnapshotId(reader: Reader, _version: number): FetchResponseSnapshotId {
  const endOffset = reader.int64("SnapshotId.endOffset");
  const epoch = reader.int32("SnapshotId.epoch");
  reader.skipTags();
  return { endOffset, epoch };
}

function encodeFetchResponseAbortedTransaction(
  writer: Writer,
  draft: FetchResponseAbortedTransactionDraft,
  version: number,
): void {
  const flexible = version >= 12;
  writer.int64(draft.producerId);
  writer.int64(draft.firstOffset);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeFetchResponseAbortedTransaction(
  reader: Reader,
  version: number,
): FetchResponseAbortedTransaction {
  const flexible = version >= 12;
  const producerId = reader.int64("AbortedTransaction.producerId");
  const firstOffset = reader.int64("AbortedTransaction.firstOffset");
  if (flexible) reader.skipTags();
  return { producerId, firstOffset };
}

function encodeFetchResponseNodeEndpoint(
  writer: Writer,
  draft: FetchResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.nullableString(draft.rack ?? null, true);
  writer.uvarint(0);
}

function decodeFetchResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): FetchResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.int32("NodeEndpoint.port");
  const rack = reader.nullableString("NodeEndpoint.rack", true);
  reader.skipTags();
  return { nodeId, host, port, rack };
}

function decodeFetchResponseFetchableTopicResponseArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseFetchableTopicResponse[] {
  const elements: FetchResponseFetchableTopicResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchResponseFetchableTopicResponse(reader, version));
  return elements;
}

function decodeFetchResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponsePartitionData[] {
  const elements: FetchResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchResponsePartitionData(reader, version));
  return elements;
}

function defaultFetchResponseEpochEndOffset(): FetchResponseEpochEndOffset {
  return {
    epoch: -1,
    endOffset: -1,
  };
}

function isDefaultFetchResponseEpochEndOffset(draft: FetchResponseEpochEndOffsetDraft): boolean {
  return (
    (draft.epoch === undefined || draft.epoch === -1) &&
    (draft.endOffset === undefined || draft.endOffset === -1)
  );
}

function defaultFetchResponseLeaderIdAndEpoch(): FetchResponseLeaderIdAndEpoch {
  return {
    leaderId: -1,
    leaderEpoch: -1,
  };
}

function isDefaultFetchResponseLeaderIdAndEpoch(
  draft: FetchResponseLeaderIdAndEpochDraft,
): boolean {
  return (
    (draft.leaderId === undefined || draft.leaderId === -1) &&
    (draft.leaderEpoch === undefined || draft.leaderEpoch === -1)
  );
}

function defaultFetchResponseSnapshotId(): FetchResponseSnapshotId {
  return {
    endOffset: -1,
    epoch: -1,
  };
}

function isDefaultFetchResponseSnapshotId(draft: FetchResponseSnapshotIdDraft): boolean {
  return (
    (draft.endOffset === undefined || draft.endOffset === -1) &&
    (draft.epoch === undefined || draft.epoch === -1)
  );
}

function decodeNullableFetchResponseAbortedTransactionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseAbortedTransaction[] | null {
  return count < 0 ? null : decodeFetchResponseAbortedTransactionArray(reader, version, count);
}

function decodeFetchResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseNodeEndpoint[] {
  const elements: FetchResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchResponseNodeEndpoint(reader, version));
  return elements;
}

function decodeFetchResponseAbortedTransactionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseAbortedTransaction[] {
  const elements: FetchResponseAbortedTransaction[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeFetchResponseAbortedTransaction(reader, version));
  return elements;
}
