// Generated from schema/api/produce.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { RecordsDraft, Writer } from "../writer.ts";

/** Appends record batches to partitions. Api key 0, versions 3-13. */
export interface ProduceRequest {
  transactionalId: string | null;
  acks: number;
  timeoutMs: number;
  topicData: ProduceRequestTopicProduceData[];
}

export interface ProduceRequestTopicProduceData {
  /** Versions up to 12. */
  name: string;
  /** Version 13. */
  topicId: string;
  partitionData: ProduceRequestPartitionProduceData[];
}

export interface ProduceRequestPartitionProduceData {
  index: number;
  records: Uint8Array | null;
}

/** What `encodeProduceRequest` takes. */
export interface ProduceRequestDraft {
  transactionalId?: string | null | undefined;
  acks: number;
  timeoutMs: number;
  topicData: readonly ProduceRequestTopicProduceDataDraft[];
}

/** What `encodeProduceRequest` takes, in part. */
export interface ProduceRequestTopicProduceDataDraft {
  name?: string | undefined;
  topicId?: string | undefined;
  partitionData: readonly ProduceRequestPartitionProduceDataDraft[];
}

/** What `encodeProduceRequest` takes, in part. */
export interface ProduceRequestPartitionProduceDataDraft {
  index: number;
  records: RecordsDraft | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeProduceRequest(
  writer: Writer,
  draft: ProduceRequestDraft,
  version: number,
): void {
  checkVersion("ProduceRequest", version, 3, 13);
  const flexible = version >= 9;
  writer.nullableString(draft.transactionalId ?? null, flexible);
  writer.int16(draft.acks);
  writer.int32(draft.timeoutMs);
  const topicData = draft.topicData;
  writer.count(topicData.length, flexible);
  for (const element of topicData) encodeProduceRequestTopicProduceData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeProduceRequest(reader: Reader, version: number): ProduceRequest {
  reader.begin("ProduceRequest", version, 3, 13);
  const flexible = version >= 9;
  const transactionalId = reader.nullableString("transactionalId", flexible);
  const acks = reader.int16("acks");
  const timeoutMs = reader.int32("timeoutMs");
  const topicData: ProduceRequestTopicProduceData[] = decodeProduceRequestTopicProduceDataArray(
    reader,
    version,
    reader.count("topicData", flexible, version >= 13 ? 18 : version >= 9 ? 3 : 6),
  );
  if (flexible) reader.skipTags();
  return { transactionalId, acks, timeoutMs, topicData };
}

function encodeProduceRequestTopicProduceData(
  writer: Writer,
  draft: ProduceRequestTopicProduceDataDraft,
  version: number,
): void {
  const flexible = version >= 9;
  if (version <= 12) {
    writer.string(draft.name ?? "", flexible);
  }
  if (version >= 13) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitionData = draft.partitionData;
  writer.count(partitionData.length, flexible);
  for (const element of partitionData)
    encodeProduceRequestPartitionProduceData(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeProduceRequestTopicProduceData(
  reader: Reader,
  version: number,
): ProduceRequestTopicProduceData {
  const flexible = version >= 9;
  const name = version <= 12 ? reader.string("TopicProduceData.name", flexible) : "";
  const topicId = version >= 13 ? reader.uuid("TopicProduceData.topicId") : ZERO_UUID;
  const partitionData: ProduceRequestPartitionProduceData[] =
    decodeProduceRequestPartitionProduceDataArray(
      reader,
      version,
      reader.count("TopicProduceData.partitionData", flexible, version >= 9 ? 6 : 8),
    );
  if (flexible) reader.skipTags();
  return { name, topicId, partitionData };
}

function encodeProduceRequestPartitionProduceData(
  writer: Writer,
  draft: ProduceRequestPartitionProduceDataDraft,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(draft.index);
  writer.nullableRecords(draft.records, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeProduceRequestPartitionProduceData(
  reader: Reader,
  version: number,
): ProduceRequestPartitionProduceData {
  const flexible = version >= 9;
  const index = reader.int32("PartitionProduceData.index");
  const records = reader.nullableBytes("PartitionProduceData.records", flexible);
  if (flexible) reader.skipTags();
  return { index, records };
}

function decodeProduceRequestTopicProduceDataArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceRequestTopicProduceData[] {
  const elements: ProduceRequestTopicProduceData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProduceRequestTopicProduceData(reader, version));
  return elements;
}

function decodeProduceRequestPartitionProduceDataArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceRequestPartitionProduceData[] {
  const elements: ProduceRequestPartitionProduceData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProduceRequestPartitionProduceData(reader, version));
  return elements;
}

/** Api key 0, versions 3-13. */
export interface ProduceResponse {
  responses: ProduceResponseTopicProduceResponse[];
  throttleTimeMs: number;
  /** Versions 10 and later. */
  nodeEndpoints: ProduceResponseNodeEndpoint[];
}

export interface ProduceResponseTopicProduceResponse {
  /** Versions up to 12. */
  name: string;
  /** Version 13. */
  topicId: string;
  partitionResponses: ProduceResponsePartitionProduceResponse[];
}

export interface ProduceResponsePartitionProduceResponse {
  index: number;
  errorCode: number;
  baseOffset: number;
  logAppendTimeMs: number;
  /** Versions 5 and later. */
  logStartOffset: number;
  /** Versions 8 and later. */
  recordErrors: ProduceResponseBatchIndexAndErrorMessage[];
  /** Versions 8 and later. */
  errorMessage: string | null;
  /** Versions 10 and later. */
  currentLeader: ProduceResponseLeaderIdAndEpoch;
}

export interface ProduceResponseBatchIndexAndErrorMessage {
  batchIndex: number;
  batchIndexErrorMessage: string | null;
}

export interface ProduceResponseLeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
}

export interface ProduceResponseNodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  rack: string | null;
}

/** What `encodeProduceResponse` takes. */
export interface ProduceResponseDraft {
  responses: readonly ProduceResponseTopicProduceResponseDraft[];
  throttleTimeMs?: number | undefined;
  nodeEndpoints?: readonly ProduceResponseNodeEndpointDraft[] | undefined;
}

/** What `encodeProduceResponse` takes, in part. */
export interface ProduceResponseTopicProduceResponseDraft {
  name?: string | undefined;
  topicId?: string | undefined;
  partitionResponses: readonly ProduceResponsePartitionProduceResponseDraft[];
}

/** What `encodeProduceResponse` takes, in part. */
export interface ProduceResponsePartitionProduceResponseDraft {
  index: number;
  errorCode: number;
  baseOffset: number;
  logAppendTimeMs?: number | undefined;
  logStartOffset?: number | undefined;
  recordErrors?: readonly ProduceResponseBatchIndexAndErrorMessageDraft[] | undefined;
  errorMessage?: string | null | undefined;
  currentLeader?: ProduceResponseLeaderIdAndEpochDraft | undefined;
}

/** What `encodeProduceResponse` takes, in part. */
export interface ProduceResponseBatchIndexAndErrorMessageDraft {
  batchIndex: number;
  batchIndexErrorMessage?: string | null | undefined;
}

/** What `encodeProduceResponse` takes, in part. */
export interface ProduceResponseLeaderIdAndEpochDraft {
  leaderId?: number | undefined;
  leaderEpoch?: number | undefined;
}

/** What `encodeProduceResponse` takes, in part. */
export interface ProduceResponseNodeEndpointDraft {
  nodeId: number;
  host: string;
  port: number;
  rack?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeProduceResponse(
  writer: Writer,
  draft: ProduceResponseDraft,
  version: number,
): void {
  checkVersion("ProduceResponse", version, 3, 13);
  const flexible = version >= 9;
  const responses = draft.responses;
  writer.count(responses.length, flexible);
  for (const element of responses)
    encodeProduceResponseTopicProduceResponse(writer, element, version);
  writer.int32(draft.throttleTimeMs ?? 0);
  const nodeEndpoints = draft.nodeEndpoints ?? [];
  const hasNodeEndpoints = version >= 10 && nodeEndpoints.length > 0;
  if (version < 10 && nodeEndpoints.length > 0)
    throw unsupportedField("ProduceResponse", "nodeEndpoints", version);
  if (flexible) {
    writer.uvarint(hasNodeEndpoints ? 1 : 0);
    if (hasNodeEndpoints) {
      const mark = writer.beginTag(0);
      writer.count(nodeEndpoints.length, true);
      for (const element of nodeEndpoints)
        encodeProduceResponseNodeEndpoint(writer, element, version);
      writer.endTag(mark);
    }
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeProduceResponse(reader: Reader, version: number): ProduceResponse {
  reader.begin("ProduceResponse", version, 3, 13);
  const flexible = version >= 9;
  const responses: ProduceResponseTopicProduceResponse[] =
    decodeProduceResponseTopicProduceResponseArray(
      reader,
      version,
      reader.count("responses", flexible, version >= 13 ? 18 : version >= 9 ? 3 : 6),
    );
  const throttleTimeMs = reader.int32("throttleTimeMs");
  let nodeEndpoints: ProduceResponseNodeEndpoint[] = [];
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0 && version >= 10) {
        nodeEndpoints = decodeProduceResponseNodeEndpointArray(
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
  return { responses, throttleTimeMs, nodeEndpoints };
}

function encodeProduceResponseTopicProduceResponse(
  writer: Writer,
  draft: ProduceResponseTopicProduceResponseDraft,
  version: number,
): void {
  const flexible = version >= 9;
  if (version <= 12) {
    writer.string(draft.name ?? "", flexible);
  }
  if (version >= 13) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  const partitionResponses = draft.partitionResponses;
  writer.count(partitionResponses.length, flexible);
  for (const element of partitionResponses)
    encodeProduceResponsePartitionProduceResponse(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeProduceResponseTopicProduceResponse(
  reader: Reader,
  version: number,
): ProduceResponseTopicProduceResponse {
  const flexible = version >= 9;
  const name = version <= 12 ? reader.string("TopicProduceResponse.name", flexible) : "";
  const topicId = version >= 13 ? reader.uuid("TopicProduceResponse.topicId") : ZERO_UUID;
  const partitionResponses: ProduceResponsePartitionProduceResponse[] =
    decodeProduceResponsePartitionProduceResponseArray(
      reader,
      version,
      reader.count(
        "TopicProduceResponse.partitionResponses",
        flexible,
        version >= 9 ? 33 : version >= 8 ? 36 : version >= 5 ? 30 : 22,
      ),
    );
  if (flexible) reader.skipTags();
  return { name, topicId, partitionResponses };
}

function encodeProduceResponsePartitionProduceResponse(
  writer: Writer,
  draft: ProduceResponsePartitionProduceResponseDraft,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(draft.index);
  writer.int16(draft.errorCode);
  writer.int64(draft.baseOffset);
  writer.int64(draft.logAppendTimeMs ?? -1);
  if (version >= 5) {
    writer.int64(draft.logStartOffset ?? -1);
  }
  const recordErrors = draft.recordErrors ?? [];
  if (version >= 8) {
    writer.count(recordErrors.length, flexible);
    for (const element of recordErrors)
      encodeProduceResponseBatchIndexAndErrorMessage(writer, element, version);
  }
  if (version >= 8) {
    writer.nullableString(draft.errorMessage ?? null, flexible);
  }
  const currentLeader = draft.currentLeader;
  const hasCurrentLeader =
    version >= 10 &&
    currentLeader !== undefined &&
    !isDefaultProduceResponseLeaderIdAndEpoch(currentLeader);
  if (
    version < 10 &&
    currentLeader !== undefined &&
    !isDefaultProduceResponseLeaderIdAndEpoch(currentLeader)
  )
    throw unsupportedField("ProduceResponse", "PartitionProduceResponse.currentLeader", version);
  if (flexible) {
    writer.uvarint(hasCurrentLeader ? 1 : 0);
    if (hasCurrentLeader) {
      const mark = writer.beginTag(0);
      encodeProduceResponseLeaderIdAndEpoch(writer, currentLeader, version);
      writer.endTag(mark);
    }
  }
}

function decodeProduceResponsePartitionProduceResponse(
  reader: Reader,
  version: number,
): ProduceResponsePartitionProduceResponse {
  const flexible = version >= 9;
  const index = reader.int32("PartitionProduceResponse.index");
  const errorCode = reader.int16("PartitionProduceResponse.errorCode");
  const baseOffset = reader.int64("PartitionProduceResponse.baseOffset");
  const logAppendTimeMs = reader.int64("PartitionProduceResponse.logAppendTimeMs");
  const logStartOffset =
    version >= 5 ? reader.int64("PartitionProduceResponse.logStartOffset") : -1;
  const recordErrors: ProduceResponseBatchIndexAndErrorMessage[] =
    version >= 8
      ? decodeProduceResponseBatchIndexAndErrorMessageArray(
          reader,
          version,
          reader.count("PartitionProduceResponse.recordErrors", flexible, 6),
        )
      : [];
  const errorMessage =
    version >= 8 ? reader.nullableString("PartitionProduceResponse.errorMessage", flexible) : null;
  let currentLeader: ProduceResponseLeaderIdAndEpoch = defaultProduceResponseLeaderIdAndEpoch();
  if (flexible) {
    for (let tags = reader.tagCount(1); tags > 0; tags -= 1) {
      const tag = reader.uvarint("tag");
      const end = reader.tagEnd();
      if (tag === 0 && version >= 10) {
        currentLeader = decodeProduceResponseLeaderIdAndEpoch(reader, version);
        reader.closeTag(tag, end);
      } else {
        reader.skipTag(end);
      }
    }
  }
  return {
    index,
    errorCode,
    baseOffset,
    logAppendTimeMs,
    logStartOffset,
    recordErrors,
    errorMessage,
    currentLeader,
  };
}

function encodeProduceResponseBatchIndexAndErrorMessage(
  writer: Writer,
  draft: ProduceResponseBatchIndexAndErrorMessageDraft,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(draft.batchIndex);
  writer.nullableString(draft.batchIndexErrorMessage ?? null, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeProduceResponseBatchIndexAndErrorMessage(
  reader: Reader,
  version: number,
): ProduceResponseBatchIndexAndErrorMessage {
  const flexible = version >= 9;
  const batchIndex = reader.int32("BatchIndexAndErrorMessage.batchIndex");
  const batchIndexErrorMessage = reader.nullableString(
    "BatchIndexAndErrorMessage.batchIndexErrorMessage",
    flexible,
  );
  if (flexible) reader.skipTags();
  return { batchIndex, batchIndexErrorMessage };
}

function encodeProduceResponseLeaderIdAndEpoch(
  writer: Writer,
  draft: ProduceResponseLeaderIdAndEpochDraft,
  _version: number,
): void {
  writer.int32(draft.leaderId ?? -1);
  writer.int32(draft.leaderEpoch ?? -1);
  writer.uvarint(0);
}

function decodeProduceResponseLeaderIdAndEpoch(
  reader: Reader,
  _version: number,
): ProduceResponseLeaderIdAndEpoch {
  const leaderId = reader.int32("LeaderIdAndEpoch.leaderId");
  const leaderEpoch = reader.int32("LeaderIdAndEpoch.leaderEpoch");
  reader.skipTags();
  return { leaderId, leaderEpoch };
}

function encodeProduceResponseNodeEndpoint(
  writer: Writer,
  draft: ProduceResponseNodeEndpointDraft,
  _version: number,
): void {
  writer.int32(draft.nodeId);
  writer.string(draft.host, true);
  writer.int32(draft.port);
  writer.nullableString(draft.rack ?? null, true);
  writer.uvarint(0);
}

function decodeProduceResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): ProduceResponseNodeEndpoint {
  const nodeId = reader.int32("NodeEndpoint.nodeId");
  const host = reader.string("NodeEndpoint.host", true);
  const port = reader.int32("NodeEndpoint.port");
  const rack = reader.nullableString("NodeEndpoint.rack", true);
  reader.skipTags();
  return { nodeId, host, port, rack };
}

function decodeProduceResponseTopicProduceResponseArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseTopicProduceResponse[] {
  const elements: ProduceResponseTopicProduceResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProduceResponseTopicProduceResponse(reader, version));
  return elements;
}

function decodeProduceResponsePartitionProduceResponseArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponsePartitionProduceResponse[] {
  const elements: ProduceResponsePartitionProduceResponse[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProduceResponsePartitionProduceResponse(reader, version));
  return elements;
}

function decodeProduceResponseBatchIndexAndErrorMessageArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseBatchIndexAndErrorMessage[] {
  const elements: ProduceResponseBatchIndexAndErrorMessage[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProduceResponseBatchIndexAndErrorMessage(reader, version));
  return elements;
}

function defaultProduceResponseLeaderIdAndEpoch(): ProduceResponseLeaderIdAndEpoch {
  return {
    leaderId: -1,
    leaderEpoch: -1,
  };
}

function isDefaultProduceResponseLeaderIdAndEpoch(
  draft: ProduceResponseLeaderIdAndEpochDraft,
): boolean {
  return (
    (draft.leaderId === undefined || draft.leaderId === -1) &&
    (draft.leaderEpoch === undefined || draft.leaderEpoch === -1)
  );
}

function decodeProduceResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseNodeEndpoint[] {
  const elements: ProduceResponseNodeEndpoint[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeProduceResponseNodeEndpoint(reader, version));
  return elements;
}
