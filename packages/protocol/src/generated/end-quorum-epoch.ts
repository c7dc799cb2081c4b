// Generated from schema/api/end-quorum-epoch.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/**
 * Tells the voters that the leader of the metadata quorum steps down. Api key 54, versions
 * 0-1.
 */
export interface EndQuorumEpochRequest {
  clusterId: string | null;
  topics: EndQuorumEpochRequestTopicData[];
  /** Version 1. */
  leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[];
}

export interface EndQuorumEpochRequestTopicData {
  topicName: string;
  partitions: EndQuorumEpochRequestPartitionData[];
}

export interface EndQuorumEpochRequestPartitionData {
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  /** Version 0. */
  preferredSuccessors: number[];
  /** Version 1. */
  preferredCandidates: EndQuorumEpochRequestReplicaInfo[];
}

export interface EndQuorumEpochRequestReplicaInfo {
  candidateId: number;
  candidateDirectoryId: string;
}

export interface EndQuorumEpochRequestLeaderEndpoint {
  name: string;
  host: string;
  port: number;
}

/** What `encodeEndQuorumEpochRequest` takes. */
export interface EndQuorumEpochRequestDraft {
  clusterId?: string | null | undefined;
  topics: readonly EndQuorumEpochRequestTopicDataDraft[];
  leaderEndpoints?: readonly EndQuorumEpochRequestLeaderEndpointDraft[] | undefined;
}

/** What `encodeEndQuorumEpochRequest` takes, in part. */
export interface EndQuorumEpochRequestTopicDataDraft {
  topicName: string;
  partitions: readonly EndQuorumEpochRequestPartitionDataDraft[];
}

/** What `encodeEndQuorumEpochRequest` takes, in part. */
export interface EndQuorumEpochRequestPartitionDataDraft {
  partitionIndex: number;
  leaderId: number;
  leaderEpoch: number;
  preferredSuccessors?: readonly number[] | undefined;
  preferredCandidates?: readonly EndQuorumEpochRequestReplicaInfoDraft[] | undefined;
}

/** What `encodeEndQuorumEpochRequest` takes, in part. */
export interface EndQuorumEpochRequestReplicaInfoDraft {
  candidateId: number;
  candidateDirectoryId: string;
}

/** What `encodeEndQuorumEpochRequest` takes, in part. */
export interface EndQuorumEpochRequestLeaderEndpointDraft {
  name: string;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEndQuorumEpochRequest(
  writer: Writer,
  draft: EndQuorumEpochRequestDraft,
  version: number,
): void {
  checkVersion("EndQuorumEpochRequest", version, 0, 1);
  const flexible = version >= 1;
  writer.nullableString(draft.clusterId ?? null, flexible);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeEndQuorumEpochRequestTopicData(writer, element, version);
  const leaderEndpoints = draft.leaderEndpoints ?? [];
  if (version >= 1) {
    writer.count(leaderEndpoints.length, flexible);
    for (const element of leaderEndpoints)
      encodeEndQuorumEpochRequestLeaderEndpoint(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEndQuorumEpochRequest(
  reader: Reader,
  version: number,
): EndQuorumEpochRequest {
  reader.begin("EndQuorumEpochRequest", version, 0, 1);
  const flexible = version >= 1;
  const clusterId = reader.nullableString("clusterId", flexible);
  const topics: EndQuorumEpochRequestTopicData[] = decodeEndQuorumEpochRequestTopicDataArray(
    reader,
    version,
    reader.count("topics", flexible, version >= 1 ? 3 : 6),
  );
  const leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[] =
    version >= 1
      ? decodeEndQuorumEpochRequestLeaderEndpointArray(
          reader,
          version,
          reader.count("leaderEndpoints", flexible, 5),
        )
      : [];
  if (flexible) reader.skipTags();
  return { clusterId, topics, leaderEndpoints };
}

function encodeEndQuorumEpochRequestTopicData(
  writer: Writer,
  draft: EndQuorumEpochRequestTopicDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.topicName, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeEndQuorumEpochRequestPartitionData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeEndQuorumEpochRequestTopicData(
  reader: Reader,
  version: number,
): EndQuorumEpochRequestTopicData {
  const flexible = version >= 1;
  const topicName = reader.string("TopicData.topicName", flexible);
  const partitions: EndQuorumEpochRequestPartitionData[] =
    decodeEndQuorumEpochRequestPartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", flexible, version >= 1 ? 14 : 16),
    );
  if (flexible) reader.skipTags();
  return { topicName, partitions };
}

function encodeEndQuorumEpochRequestPartitionData(
  writer: Writer,
  draft: EndQuorumEpochRequestPartitionDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int32(draft.partitionIndex);
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  const preferredSuccessors = draft.preferredSuccessors ?? [];
  if (version <= 0) {
    writer.count(preferredSuccessors.length, flexible);
    for (const element of preferredSuccessors) writer.int32(element);
  }
  const preferredCandidates = draft.preferredCandidates ?? [];
  if (version >= 1) {
    writer.count(preferredCandidates.length, flexible);
    for (const element of preferredCandidates)
      encodeEndQuorumEpochRequestReplicaInfo(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeEndQuorumEpochRequestPartitionData(
  reader: Reader,
  version: number,
): EndQuorumEpochRequestPartitionData {
  const flexible = version >= 1;
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  const preferredSuccessors: number[] =
    version <= 0
      ? readInt32Array(
          reader,
          "PartitionData.preferredSuccessors",
          reader.count("PartitionData.preferredSuccessors", flexible, 4),
        )
      : [];
  const preferredCandidates: EndQuorumEpochRequestReplicaInfo[] =
    version >= 1
      ? decodeEndQuorumEpochRequestReplicaInfoArray(
          reader,
          version,
          reader.count("PartitionData.preferredCandidates", flexible, 21),
        )
      : [];
  if (flexible) reader.skipTags();
  return { partitionIndex, leaderId, leaderEpoch, preferredSuccessors, preferredCandidates };
}

function encodeEndQuorumEpochRequestReplicaInfo(
  writer: Writer,
  draft: EndQuorumEpochRequestReplicaInfoDraft,
  _version: number,
): void {
  writer.int32(draft.candidateId);
  writer.uuid(draft.candidateDirectoryId);
  writer.uvarint(0);
}

function decodeEndQuorumEpochRequestReplicaInfo(
  reader: Reader,
  _version: number,
): EndQuorumEpochRequestReplicaInfo {
  const candidateId = reader.int32("ReplicaInfo.candidateId");
  const candidateDirectoryId = reader.uuid("ReplicaInfo.candidateDirectoryId");
  reader.skipTags();
  return { candidateId, candidateDirectoryId };
}

function encodeEndQuorumEpochRequestLeaderEndpoint(
  writer: Writer,
  draft: EndQuorumEpochRequestLeaderEndpointDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeEndQuorumEpochRequestLeaderEndpoint(
  reader: Reader,
  _version: number,
): EndQuorumEpochRequestLeaderEndpoint {
  const name = reader.string("LeaderEndpoint.name", true);
  const host = reader.string("LeaderEndpoint.host", true);
  const port = reader.uint16("LeaderEndpoint.port");
  reader.skipTags();
  return { name, host, port };
}

function decodeEndQuorumEpochRequestTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestTopicData[] {
  const elements: EndQuorumEpochRequestTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochRequestTopicData(reader, version));
  return elements;
}

function decodeEndQuorumEpochRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestPartitionData[] {
  const elements: EndQuorumEpochRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochRequestPartitionData(reader, version));
  return elements;
}

function decodeEndQuorumEpochRequestReplicaInfoArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestReplicaInfo[] {
  const elements: EndQuorumEpochRequestReplicaInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochRequestReplicaInfo(reader, version));
  return elements;
}

function decodeEndQuorumEpochRequestLeaderEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestLeaderEndpoint[] {
  const elements: EndQuorumEpochRequestLeaderEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochRequestLeaderEndpoint(reader, version));
  return elements;
}

/** Api key 54, versions 0-1. */
export interface EndQuorumEpochResponse {
  errorCode: number;
  topics: EndQuorumEpochResponseTopicData[];
  /** Version 1. */
  nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[];
}

export interface EndQuorumEpochResponseTopicData {
  topicName: string;
  partitions: EndQuorumEpochResponsePartitionData[];
}

export interface EndQuorumEpochResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

export interface EndQuorumEpochResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

/** What `encodeEndQuorumEpochResponse` takes. */
export interface EndQuorumEpochResponseDraft {
  errorCode: number;
  topics: readonly EndQuorumEpochResponseTopicDataDraft[];
  nodeEndpoints?: readonly EndQuorumEpochResponseNodeEndpointDraft[] | undefined;
}

/** What `encodeEndQuorumEpochResponse` takes, in part. */
export interface EndQuorumEpochResponseTopicDataDraft {
  topicName: string;
  partitions: readonly EndQuorumEpochResponsePartitionDataDraft[];
}

/** What `encodeEndQuorumEpochResponse` takes, in part. */
export interface EndQuorumEpochResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

/** What `encodeEndQuorumEpochResponse` takes, in part. */
export interface EndQuorumEpochResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEndQuorumEpochResponse(
  writer: Writer,
  draft: EndQuorumEpochResponseDraft,
  version: number,
): void {
  checkVersion("EndQuorumEpochResponse", version, 0, 1);
  const flexible = version >= 1;
  writer.int16(draft.errorCode);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeEndQuorumEpochResponseTopicData(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints ?? [];
  const hasNodeEndpoints = version >= 1 && nodeEndpoints.length > 0;
  if (version < 1 && nodeEndpoints.length > 0)
    throw unsupportedField("EndQuorumEpochResponse", "nodeEndpoints", version);
  if (flexible) {
    writer.uvarint(hasNodeEndpoints ? 1 : 0);
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0);
      writer.count(nodeEndpoints.length, true);
      for (const element of nodeEndpoints)
        encodeEndQuorumEpochResponseNodeEndpoint(writer, element, version);
      writer.endTag(mark);
    }
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEndQuorumEpochResponse(
  reader: Reader,
  version: number,
): EndQuorumEpochResponse {
  reader.begin("EndQuorumEpochResponse", version, 0, 1);
  const flexible = version >= 1;
  const errorCode = reader.int16("errorCode");
  const topics: EndQuorumEpochResponseTopicData[] = decodeEndQuorumEpochResponseTopicDataArray(
    reader,
    version,
    reader.count("topics", flexible, version >= 1 ? 3 : 6),
  );
  let nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[] = [];
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        nodeEndpoints = decodeEndQuorumEpochResponseNodeEndpointArray(
          reader,
          version,
          reader.count("nodeEndpoints", true, 8),
        );
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return { errorCode, topics, nodeEndpoints };
}

function encodeEndQuorumEpochResponseTopicData(
  writer: Writer,
  draft: EndQuorumEpochResponseTopicDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.topicName, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeEndQuorumEpochResponsePartitionData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeEndQuorumEpochResponseTopicData(
  reader: Reader,
  version: number,
): EndQuorumEpochResponseTopicData {
  const flexible = version >= 1;
  const topicName = reader.string("TopicData.topicName", flexible);
  const partitions: EndQuorumEpochResponsePartitionData[] =
    decodeEndQuorumEpochResponsePartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", flexible, version >= 1 ? 15 : 14),
    );
  if (flexible) reader.skipTags();
  return { topicName, partitions };
}

function encodeEndQuorumEpochResponsePartitionData(
  writer: Writer,
  draft: EndQuorumEpochResponsePartitionDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeEndQuorumEpochResponsePartitionData(
  reader: Reader,
  version: number,
): EndQuorumEpochResponsePartitionData {
  const flexible = version >= 1;
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  if (flexible) reader.skipTags();
  return { partitionIndex, errorCode, leaderId, leaderEpoch };
}

function encodeEndQuorumEpochResponseNodeEndpoint(
  writer: Writer,
  draft: EndQuorumEpochResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeEndQuorumEpochResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): EndQuorumEpochResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.uint16("NodeEndpoint.port");
  reader.skipTags();
  return { nodeId, host, port };
}

function decodeEndQuorumEpochResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochResponseTopicData[] {
  const elements: EndQuorumEpochResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochResponseTopicData(reader, version));
  return elements;
}

function decodeEndQuorumEpochResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochResponsePartitionData[] {
  const elements: EndQuorumEpochResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochResponsePartitionData(reader, version));
  return elements;
}

function decodeEndQuorumEpochResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochResponseNodeEndpoint[] {
  const elements: EndQuorumEpochResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeEndQuorumEpochResponseNodeEndpoint(reader, version));
  return elements;
}
