// Generated from schema/api/read-share-group-state-summary.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Reads the start offset of share partitions' delivery state. Api key 87, versions 0-1. */
export interface ReadShareGroupStateSummaryRequest {
  groupId: string;
  topics: ReadShareGroupStateSummaryRequestReadStateSummaryData[];
}

export interface ReadShareGroupStateSummaryRequestReadStateSummaryData {
  topicId: string;
  partitions: ReadShareGroupStateSummaryRequestPartitionData[];
}

export interface ReadShareGroupStateSummaryRequestPartitionData {
  partition: number;
  leaderEpoch: number;
}

/** What `encodeReadShareGroupStateSummaryRequest` takes. */
export interface ReadShareGroupStateSummaryRequestDraft {
  groupId: string;
  topics: readonly ReadShareGroupStateSummaryRequestReadStateSummaryDataDraft[];
}

/** What `encodeReadShareGroupStateSummaryRequest` takes, in part. */
export interface ReadShareGroupStateSummaryRequestReadStateSummaryDataDraft {
  topicId: string;
  partitions: readonly ReadShareGroupStateSummaryRequestPartitionDataDraft[];
}

/** What `encodeReadShareGroupStateSummaryRequest` takes, in part. */
export interface ReadShareGroupStateSummaryRequestPartitionDataDraft {
  partition: number;
  leaderEpoch: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeReadShareGroupStateSummaryRequest(
  writer: Writer,
  draft: ReadShareGroupStateSummaryRequestDraft,
  version: number,
): void {
  checkVersion("ReadShareGroupStateSummaryRequest", version, 0, 1);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeReadShareGroupStateSummaryRequestReadStateSummaryData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeReadShareGroupStateSummaryRequest(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryRequest {
  reader.begin("ReadShareGroupStateSummaryRequest", version, 0, 1);
  const groupId = reader.string("groupId", true);
  const topics: ReadShareGroupStateSummaryRequestReadStateSummaryData[] =
    decodeReadShareGroupStateSummaryRequestReadStateSummaryDataArray(
      reader,
      version,
      reader.count("topics", true, 18),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeReadShareGroupStateSummaryRequestReadStateSummaryData(
  writer: Writer,
  draft: ReadShareGroupStateSummaryRequestReadStateSummaryDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeReadShareGroupStateSummaryRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeReadShareGroupStateSummaryRequestReadStateSummaryData(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryRequestReadStateSummaryData {
  const topicId = reader.uuid("ReadStateSummaryData.topicId");
  const partitions: ReadShareGroupStateSummaryRequestPartitionData[] =
    decodeReadShareGroupStateSummaryRequestPartitionDataArray(
      reader,
      version,
      reader.count("ReadStateSummaryData.partitions", true, 9),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeReadShareGroupStateSummaryRequestPartitionData(
  writer: Writer,
  draft: ReadShareGroupStateSummaryRequestPartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partition);
  writer.int32(draft.leaderEpoch);
  writer.uvarint(0);
}

function decodeReadShareGroupStateSummaryRequestPartitionData(
  reader: Reader,
  _version: number,
): ReadShareGroupStateSummaryRequestPartitionData {
  const partition = reader.int32("PartitionData.partition");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  reader.skipTags();
  return { partition, leaderEpoch };
}

function decodeReadShareGroupStateSummaryRequestReadStateSummaryDataArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryRequestReadStateSummaryData[] {
  const elements: ReadShareGroupStateSummaryRequestReadStateSummaryData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateSummaryRequestReadStateSummaryData(reader, version));
  return elements;
}

function decodeReadShareGroupStateSummaryRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryRequestPartitionData[] {
  const elements: ReadShareGroupStateSummaryRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateSummaryRequestPartitionData(reader, version));
  return elements;
}

/** Api key 87, versions 0-1. */
export interface ReadShareGroupStateSummaryResponse {
  results: ReadShareGroupStateSummaryResponseReadStateSummaryResult[];
}

export interface ReadShareGroupStateSummaryResponseReadStateSummaryResult {
  topicId: string;
  partitions: ReadShareGroupStateSummaryResponsePartitionResult[];
}

export interface ReadShareGroupStateSummaryResponsePartitionResult {
  partition: number;
  errorCode: number;
  errorMessage: string | null;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  /** Version 1. */
  deliveryCompleteCount: number;
}

/** What `encodeReadShareGroupStateSummaryResponse` takes. */
export interface ReadShareGroupStateSummaryResponseDraft {
  results: readonly ReadShareGroupStateSummaryResponseReadStateSummaryResultDraft[];
}

/** What `encodeReadShareGroupStateSummaryResponse` takes, in part. */
export interface ReadShareGroupStateSummaryResponseReadStateSummaryResultDraft {
  topicId: string;
  partitions: readonly ReadShareGroupStateSummaryResponsePartitionResultDraft[];
}

/** What `encodeReadShareGroupStateSummaryResponse` takes, in part. */
export interface ReadShareGroupStateSummaryResponsePartitionResultDraft {
  partition: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  deliveryCompleteCount?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeReadShareGroupStateSummaryResponse(
  writer: Writer,
  draft: ReadShareGroupStateSummaryResponseDraft,
  version: number,
): void {
  checkVersion("ReadShareGroupStateSummaryResponse", version, 0, 1);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeReadShareGroupStateSummaryResponseReadStateSummaryResult(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeReadShareGroupStateSummaryResponse(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponse {
  reader.begin("ReadShareGroupStateSummaryResponse", version, 0, 1);
  const results: ReadShareGroupStateSummaryResponseReadStateSummaryResult[] =
    decodeReadShareGroupStateSummaryResponseReadStateSummaryResultArray(
      reader,
      version,
      reader.count("results", true, 18),
    );
  reader.skipTags();
  return { results };
}

function encodeReadShareGroupStateSummaryResponseReadStateSummaryResult(
  writer: Writer,
  draft: ReadShareGroupStateSummaryResponseReadStateSummaryResultDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeReadShareGroupStateSummaryResponsePartitionResult(writer, element, version);
  writer.uvarint(0);
}

function decodeReadShareGroupStateSummaryResponseReadStateSummaryResult(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponseReadStateSummaryResult {
  const topicId = reader.uuid("ReadStateSummaryResult.topicId");
  const partitions: ReadShareGroupStateSummaryResponsePartitionResult[] =
    decodeReadShareGroupStateSummaryResponsePartitionResultArray(
      reader,
      version,
      reader.count("ReadStateSummaryResult.partitions", true, version >= 1 ? 28 : 24),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeReadShareGroupStateSummaryResponsePartitionResult(
  writer: Writer,
  draft: ReadShareGroupStateSummaryResponsePartitionResultDraft,
  version: number,
): void {
  writer.int32(draft.partition);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.int32(draft.stateEpoch);
  writer.int32(draft.leaderEpoch);
  writer.int64(draft.startOffset);
  if (version >= 1) {
    writer.int32(draft.deliveryCompleteCount ?? -1);
  }
  writer.uvarint(0);
}

function decodeReadShareGroupStateSummaryResponsePartitionResult(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponsePartitionResult {
  const partition = reader.int32("PartitionResult.partition");
  const errorCode = reader.int16("PartitionResult.errorCode");
  const errorMessage = reader.nullableString("PartitionResult.errorMessage", true);
  const stateEpoch = reader.int32("PartitionResult.stateEpoch");
  const leaderEpoch = reader.int32("PartitionResult.leaderEpoch");
  const startOffset = reader.int64("PartitionResult.startOffset");
  const deliveryCompleteCount =
    version >= 1 ? reader.int32("PartitionResult.deliveryCompleteCount") : -1;
  reader.skipTags();
  return {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
  };
}

function decodeReadShareGroupStateSummaryResponseReadStateSummaryResultArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryResponseReadStateSummaryResult[] {
  const elements: ReadShareGroupStateSummaryResponseReadStateSummaryResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateSummaryResponseReadStateSummaryResult(reader, version));
  return elements;
}

function decodeReadShareGroupStateSummaryResponsePartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryResponsePartitionResult[] {
  const elements: ReadShareGroupStateSummaryResponsePartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeReadShareGroupStateSummaryResponsePartitionResult(reader, version));
  return elements;
}
