// Generated from schema/api/begin-quorum-epoch.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Tells the voters of the metadata quorum who leads the new epoch. Api key 53, versions 0-1. */
export interface BeginQuorumEpochRequest {
  clusterId: string | null;
  /** Version 1. */
  voterId: number;
  topics: BeginQuorumEpochRequestTopicData[];
  /** Version 1. */
  leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[];
}

export interface BeginQuorumEpochRequestTopicData {
  topicName: string;
  partitions: BeginQuorumEpochRequestPartitionData[];
}

export interface BeginQuorumEpochRequestPartitionData {
  partitionIndex: number;
  /** Version 1. */
  voterDirectoryId: string;
  leaderId: number;
  leaderEpoch: number;
}

export interface BeginQuorumEpochRequestLeaderEndpoint {
  name: string;
  host: string;
  port: number;
}

/** What `encodeBeginQuorumEpochRequest` takes. */
export interface BeginQuorumEpochRequestDraft {
  clusterId?: string | null | undefined;
  voterId?: number | undefined;
  topics: readonly BeginQuorumEpochRequestTopicDataDraft[];
  leaderEndpoints?: readonly BeginQuorumEpochRequestLeaderEndpointDraft[] | undefined;
}

/** What `encodeBeginQuorumEpochRequest` takes, in part. */
export interface BeginQuorumEpochRequestTopicDataDraft {
  topicName: string;
  partitions: readonly BeginQuorumEpochRequestPartitionDataDraft[];
}

/** What `encodeBeginQuorumEpochRequest` takes, in part. */
export interface BeginQuorumEpochRequestPartitionDataDraft {
  partitionIndex: number;
  voterDirectoryId?: string | undefined;
  leaderId: number;
  leaderEpoch: number;
}

/** What `encodeBeginQuorumEpochRequest` takes, in part. */
export interface BeginQuorumEpochRequestLeaderEndpointDraft {
  name: string;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBeginQuorumEpochRequest(
  writer: Writer,
  draft: BeginQuorumEpochRequestDraft,
  version: number,
): void {
  checkVersion("BeginQuorumEpochRequest", version, 0, 1);
  const flexible = version >= 1;
  writer.nullableString(draft.clusterId ?? null, flexible);
  if (version >= 1) {
    writer.int32(draft.voterId ?? -1);
  }
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeBeginQuorumEpochRequestTopicData(writer, element, version);
  const leaderEndpoints = draft.leaderEndpoints ?? [];
  if (version >= 1) {
    writer.count(leaderEndpoints.length, flexible);
    for (const element of leaderEndpoints)
      encodeBeginQuorumEpochRequestLeaderEndpoint(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBeginQuorumEpochRequest(
  reader: Reader,
  version: number,
): BeginQuorumEpochRequest {
  reader.begin("BeginQuorumEpochRequest", version, 0, 1);
  const flexible = version >= 1;
  const clusterId = reader.nullableString("clusterId", flexible);
  const voterId = version >= 1 ? reader.int32("voterId") : -1;
  const topics: BeginQuorumEpochRequestTopicData[] = decodeBeginQuorumEpochRequestTopicDataArray(
    reader,
    version,
    reader.count("topics", flexible, version >= 1 ? 3 : 6),
  );
  const leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[] =
    version >= 1
      ? decodeBeginQuorumEpochRequestLeaderEndpointArray(
          reader,
          version,
          reader.count("leaderEndpoints", flexible, 5),
        )
      : [];
  if (flexible) reader.skipTags();
  return { clusterId, voterId, topics, leaderEndpoints };
}

function encodeBeginQuorumEpochRequestTopicData(
  writer: Writer,
  draft: BeginQuorumEpochRequestTopicDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.topicName, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeBeginQuorumEpochRequestPartitionData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeBeginQuorumEpochRequestTopicData(
  reader: Reader,
  version: number,
): BeginQuorumEpochRequestTopicData {
  const flexible = version >= 1;
  const topicName = reader.string("TopicData.topicName", flexible);
  const partitions: BeginQuorumEpochRequestPartitionData[] =
    decodeBeginQuorumEpochRequestPartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", flexible, version >= 1 ? 29 : 12),
    );
  if (flexible) reader.skipTags();
  return { topicName, partitions };
}

function encodeBeginQuorumEpochRequestPartitionData(
  writer: Writer,
  draft: BeginQuorumEpochRequestPartitionDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int32(draft.partitionIndex);
  if (version >= 1) {
    writer.uuid(draft.voterDirectoryId ?? ZERO_UUID);
  }
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeBeginQuorumEpochRequestPartitionData(
  reader: Reader,
  version: number,
): BeginQuorumEpochRequestPartitionData {
  const flexible = version >= 1;
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const voterDirectoryId = version >= 1 ? reader.uuid("PartitionData.voterDirectoryId") : ZERO_UUID;
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  if (flexible) reader.skipTags();
  return { partitionIndex, voterDirectoryId, leaderId, leaderEpoch };
}

function encodeBeginQuorumEpochRequestLeaderEndpoint(
  writer: Writer,
  draft: BeginQuorumEpochRequestLeaderEndpointDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeBeginQuorumEpochRequestLeaderEndpoint(
  reader: Reader,
  _version: number,
): BeginQuorumEpochRequestLeaderEndpoint {
  const name = reader.string("LeaderEndpoint.name", true);
  const host = reader.string("LeaderEndpoint.host", true);
  const port = reader.uint16("LeaderEndpoint.port");
  reader.skipTags();
  return { name, host, port };
}

function decodeBeginQuorumEpochRequestTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochRequestTopicData[] {
  const elements: BeginQuorumEpochRequestTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBeginQuorumEpochRequestTopicData(reader, version));
  return elements;
}

function decodeBeginQuorumEpochRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochRequestPartitionData[] {
  const elements: BeginQuorumEpochRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBeginQuorumEpochRequestPartitionData(reader, version));
  return elements;
}

function decodeBeginQuorumEpochRequestLeaderEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochRequestLeaderEndpoint[] {
  const elements: BeginQuorumEpochRequestLeaderEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBeginQuorumEpochRequestLeaderEndpoint(reader, version));
  return elements;
}

/** Api key 53, versions 0-1. */
export interface BeginQuorumEpochResponse {
  errorCode: number;
  topics: BeginQuorumEpochResponseTopicData[];
  /** Version 1. */
  nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[];
}

export interface BeginQuorumEpochResponseTopicData {
  topicName: string;
  partitions: BeginQuorumEpochResponsePartitionData[];
}

export interface BeginQuorumEpochResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

export interface BeginQuorumEpochResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

/** What `encodeBeginQuorumEpochResponse` takes. */
export interface BeginQuorumEpochResponseDraft {
  errorCode: number;
  topics: readonly BeginQuorumEpochResponseTopicDataDraft[];
  nodeEndpoints?: readonly BeginQuorumEpochResponseNodeEndpointDraft[] | undefined;
}

/** What `encodeBeginQuorumEpochResponse` takes, in part. */
export interface BeginQuorumEpochResponseTopicDataDraft {
  topicName: string;
  partitions: readonly BeginQuorumEpochResponsePartitionDataDraft[];
}

/** What `encodeBeginQuorumEpochResponse` takes, in part. */
export interface BeginQuorumEpochResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
}

/** What `encodeBeginQuorumEpochResponse` takes, in part. */
export interface BeginQuorumEpochResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeBeginQuorumEpochResponse(
  writer: Writer,
  draft: BeginQuorumEpochResponseDraft,
  version: number,
): void {
  checkVersion("BeginQuorumEpochResponse", version, 0, 1);
  const flexible = version >= 1;
  writer.int16(draft.errorCode);
  const topics = draft.topics;
  writer.count(topics.length, flexible);
  for (const element of topics) encodeBeginQuorumEpochResponseTopicData(writer, element, version);
  const nodeEndpoints = draft.nodeEndpoints ?? [];
  const hasNodeEndpoints = version >= 1 && nodeEndpoints.length > 0;
  if (version < 1 && nodeEndpoints.length > 0)
    throw unsupportedField("BeginQuorumEpochResponse", "nodeEndpoints", version);
  if (flexible) {
    writer.uvarint(hasNodeEndpoints ? 1 : 0);
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0);
      writer.count(nodeEndpoints.length, true);
      for (const element of nodeEndpoints)
        encodeBeginQuorumEpochResponseNodeEndpoint(writer, element, version);
      writer.endTag(mark);
    }
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeBeginQuorumEpochResponse(
  reader: Reader,
  version: number,
): BeginQuorumEpochResponse {
  reader.begin("BeginQuorumEpochResponse", version, 0, 1);
  const flexible = version >= 1;
  const errorCode = reader.int16("errorCode");
  const topics: BeginQuorumEpochResponseTopicData[] = decodeBeginQuorumEpochResponseTopicDataArray(
    reader,
    version,
    reader.count("topics", flexible, version >= 1 ? 3 : 6),
  );
  let nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[] = [];
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0) {
        nodeEndpoints = decodeBeginQuorumEpochResponseNodeEndpointArray(
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

function encodeBeginQuorumEpochResponseTopicData(
  writer: Writer,
  draft: BeginQuorumEpochResponseTopicDataDraft,
  version: number,
): void {
  const flexible = version >= 1;
  writer.string(draft.topicName, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions)
    encodeBeginQuorumEpochResponsePartitionData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeBeginQuorumEpochResponseTopicData(
  reader: Reader,
  version: number,
): BeginQuorumEpochResponseTopicData {
  const flexible = version >= 1;
  const topicName = reader.string("TopicData.topicName", flexible);
  const partitions: BeginQuorumEpochResponsePartitionData[] =
    decodeBeginQuorumEpochResponsePartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", flexible, version >= 1 ? 15 : 14),
    );
  if (flexible) reader.skipTags();
  return { topicName, partitions };
}

function encodeBeginQuorumEpochResponsePartitionData(
  writer: Writer,
  draft: BeginQuorumEpochResponsePartitionDataDraft,
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

function decodeBeginQuorumEpochResponsePartitionData(
  reader: Reader,
  version: number,
): BeginQuorumEpochResponsePartitionData {
  const flexible = version >= 1;
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  if (flexible) reader.skipTags();
  return { partitionIndex, errorCode, leaderId, leaderEpoch };
}

function encodeBeginQuorumEpochResponseNodeEndpoint(
  writer: Writer,
  draft: BeginQuorumEpochResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.uint16(draft.port);
  writer.uvarint(0);
}

function decodeBeginQuorumEpochResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): BeginQuorumEpochResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.uint16("NodeEndpoint.port");
  reader.skipTags();
  return { nodeId, host, port };
}

function decodeBeginQuorumEpochResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochResponseTopicData[] {
  const elements: BeginQuorumEpochResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBeginQuorumEpochResponseTopicData(reader, version));
  return elements;
}

function decodeBeginQuorumEpochResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochResponsePartitionData[] {
  const elements: BeginQuorumEpochResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBeginQuorumEpochResponsePartitionData(reader, version));
  return elements;
}

function decodeBeginQuorumEpochResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochResponseNodeEndpoint[] {
  const elements: BeginQuorumEpochResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeBeginQuorumEpochResponseNodeEndpoint(reader, version));
  return elements;
}
