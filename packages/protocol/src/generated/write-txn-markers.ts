// Generated from schema/api/write-txn-markers.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Has partition leaders write the markers that end a transaction. Api key 27, versions 1-2. */
export interface WriteTxnMarkersRequest {
  markers: WriteTxnMarkersRequestWritableTxnMarker[];
}

export interface WriteTxnMarkersRequestWritableTxnMarker {
  producerId: number;
  producerEpoch: number;
  transactionResult: boolean;
  topics: WriteTxnMarkersRequestWritableTxnMarkerTopic[];
  coordinatorEpoch: number;
  /** Version 2. */
  transactionVersion: number;
}

export interface WriteTxnMarkersRequestWritableTxnMarkerTopic {
  name: string;
  partitionIndexes: number[];
}

/** What `encodeWriteTxnMarkersRequest` takes. */
export interface WriteTxnMarkersRequestDraft {
  markers: readonly WriteTxnMarkersRequestWritableTxnMarkerDraft[];
}

/** What `encodeWriteTxnMarkersRequest` takes, in part. */
export interface WriteTxnMarkersRequestWritableTxnMarkerDraft {
  producerId: number;
  producerEpoch: number;
  transactionResult: boolean;
  topics: readonly WriteTxnMarkersRequestWritableTxnMarkerTopicDraft[];
  coordinatorEpoch: number;
  transactionVersion?: number | undefined;
}

/** What `encodeWriteTxnMarkersRequest` takes, in part. */
export interface WriteTxnMarkersRequestWritableTxnMarkerTopicDraft {
  name: string;
  partitionIndexes: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeWriteTxnMarkersRequest(
  writer: Writer,
  draft: WriteTxnMarkersRequestDraft,
  version: number,
): void {
  checkVersion("WriteTxnMarkersRequest", version, 1, 2);
  const markers = draft.markers;
  writer.count(markers.length, true);
  for (const element of markers)
    encodeWriteTxnMarkersRequestWritableTxnMarker(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeWriteTxnMarkersRequest(
  reader: Reader,
  version: number,
): WriteTxnMarkersRequest {
  reader.begin("WriteTxnMarkersRequest", version, 1, 2);
  const markers: WriteTxnMarkersRequestWritableTxnMarker[] =
    decodeWriteTxnMarkersRequestWritableTxnMarkerArray(
      reader,
      version,
      reader.count("markers", true, version >= 2 ? 18 : 17),
    );
  reader.skipTags();
  return { markers };
}

function encodeWriteTxnMarkersRequestWritableTxnMarker(
  writer: Writer,
  draft: WriteTxnMarkersRequestWritableTxnMarkerDraft,
  version: number,
): void {
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  writer.bool(draft.transactionResult);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeWriteTxnMarkersRequestWritableTxnMarkerTopic(writer, element, version);
  writer.int32(draft.coordinatorEpoch);
  if (version >= 2) {
    writer.int8(draft.transactionVersion ?? 0);
  }
  writer.uvarint(0);
}

function decodeWriteTxnMarkersRequestWritableTxnMarker(
  reader: Reader,
  version: number,
): WriteTxnMarkersRequestWritableTxnMarker {
  const producerId = reader.int64("WritableTxnMarker.producerId");
  const producerEpoch = reader.int16("WritableTxnMarker.producerEpoch");
  const transactionResult = reader.bool("WritableTxnMarker.transactionResult");
  const topics: WriteTxnMarkersRequestWritableTxnMarkerTopic[] =
    decodeWriteTxnMarkersRequestWritableTxnMarkerTopicArray(
      reader,
      version,
      reader.count("WritableTxnMarker.topics", true, 3),
    );
  const coordinatorEpoch = reader.int32("WritableTxnMarker.coordinatorEpoch");
  const transactionVersion = version >= 2 ? reader.int8("WritableTxnMarker.transactionVersion") : 0;
  reader.skipTags();
  return {
    producerId,
    producerEpoch,
    transactionResult,
    topics,
    coordinatorEpoch,
    transactionVersion,
  };
}

function encodeWriteTxnMarkersRequestWritableTxnMarkerTopic(
  writer: Writer,
  draft: WriteTxnMarkersRequestWritableTxnMarkerTopicDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  const partitionIndexes = draft.partitionIndexes;
  writer.count(partitionIndexes.length, true);
  for (const element of partitionIndexes) writer.int32(element);
  writer.uvarint(0);
}

function decodeWriteTxnMarkersRequestWritableTxnMarkerTopic(
  reader: Reader,
  _version: number,
): WriteTxnMarkersRequestWritableTxnMarkerTopic {
  const name = reader.string("WritableTxnMarkerTopic.name", true);
  const partitionIndexes: number[] = readInt32Array(
    reader,
    "WritableTxnMarkerTopic.partitionIndexes",
    reader.count("WritableTxnMarkerTopic.partitionIndexes", true, 4),
  );
  reader.skipTags();
  return { name, partitionIndexes };
}

function decodeWriteTxnMarkersRequestWritableTxnMarkerArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersRequestWritableTxnMarker[] {
  const elements: WriteTxnMarkersRequestWritableTxnMarker[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteTxnMarkersRequestWritableTxnMarker(reader, version));
  return elements;
}

function decodeWriteTxnMarkersRequestWritableTxnMarkerTopicArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersRequestWritableTxnMarkerTopic[] {
  const elements: WriteTxnMarkersRequestWritableTxnMarkerTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteTxnMarkersRequestWritableTxnMarkerTopic(reader, version));
  return elements;
}

/** Api key 27, versions 1-2. */
export interface WriteTxnMarkersResponse {
  markers: WriteTxnMarkersResponseWritableTxnMarkerResult[];
}

export interface WriteTxnMarkersResponseWritableTxnMarkerResult {
  producerId: number;
  topics: WriteTxnMarkersResponseWritableTxnMarkerTopicResult[];
}

export interface WriteTxnMarkersResponseWritableTxnMarkerTopicResult {
  name: string;
  partitions: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[];
}

export interface WriteTxnMarkersResponseWritableTxnMarkerPartitionResult {
  partitionIndex: number;
  errorCode: number;
}

/** What `encodeWriteTxnMarkersResponse` takes. */
export interface WriteTxnMarkersResponseDraft {
  markers: readonly WriteTxnMarkersResponseWritableTxnMarkerResultDraft[];
}

/** What `encodeWriteTxnMarkersResponse` takes, in part. */
export interface WriteTxnMarkersResponseWritableTxnMarkerResultDraft {
  producerId: number;
  topics: readonly WriteTxnMarkersResponseWritableTxnMarkerTopicResultDraft[];
}

/** What `encodeWriteTxnMarkersResponse` takes, in part. */
export interface WriteTxnMarkersResponseWritableTxnMarkerTopicResultDraft {
  name: string;
  partitions: readonly WriteTxnMarkersResponseWritableTxnMarkerPartitionResultDraft[];
}

/** What `encodeWriteTxnMarkersResponse` takes, in part. */
export interface WriteTxnMarkersResponseWritableTxnMarkerPartitionResultDraft {
  partitionIndex: number;
  errorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeWriteTxnMarkersResponse(
  writer: Writer,
  draft: WriteTxnMarkersResponseDraft,
  version: number,
): void {
  checkVersion("WriteTxnMarkersResponse", version, 1, 2);
  const markers = draft.markers;
  writer.count(markers.length, true);
  for (const element of markers)
    encodeWriteTxnMarkersResponseWritableTxnMarkerResult(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeWriteTxnMarkersResponse(
  reader: Reader,
  version: number,
): WriteTxnMarkersResponse {
  reader.begin("WriteTxnMarkersResponse", version, 1, 2);
  const markers: WriteTxnMarkersResponseWritableTxnMarkerResult[] =
    decodeWriteTxnMarkersResponseWritableTxnMarkerResultArray(
      reader,
      version,
      reader.count("markers", true, 10),
    );
  reader.skipTags();
  return { markers };
}

function encodeWriteTxnMarkersResponseWritableTxnMarkerResult(
  writer: Writer,
  draft: WriteTxnMarkersResponseWritableTxnMarkerResultDraft,
  version: number,
): void {
  writer.int64(draft.producerId);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(writer, element, version);
  writer.uvarint(0);
}

function decodeWriteTxnMarkersResponseWritableTxnMarkerResult(
  reader: Reader,
  version: number,
): WriteTxnMarkersResponseWritableTxnMarkerResult {
  const producerId = reader.int64("WritableTxnMarkerResult.producerId");
  const topics: WriteTxnMarkersResponseWritableTxnMarkerTopicResult[] =
    decodeWriteTxnMarkersResponseWritableTxnMarkerTopicResultArray(
      reader,
      version,
      reader.count("WritableTxnMarkerResult.topics", true, 3),
    );
  reader.skipTags();
  return { producerId, topics };
}

function encodeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(
  writer: Writer,
  draft: WriteTxnMarkersResponseWritableTxnMarkerTopicResultDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(writer, element, version);
  writer.uvarint(0);
}

function decodeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(
  reader: Reader,
  version: number,
): WriteTxnMarkersResponseWritableTxnMarkerTopicResult {
  const name = reader.string("WritableTxnMarkerTopicResult.name", true);
  const partitions: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[] =
    decodeWriteTxnMarkersResponseWritableTxnMarkerPartitionResultArray(
      reader,
      version,
      reader.count("WritableTxnMarkerTopicResult.partitions", true, 7),
    );
  reader.skipTags();
  return { name, partitions };
}

function encodeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(
  writer: Writer,
  draft: WriteTxnMarkersResponseWritableTxnMarkerPartitionResultDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.uvarint(0);
}

function decodeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(
  reader: Reader,
  _version: number,
): WriteTxnMarkersResponseWritableTxnMarkerPartitionResult {
  const partitionIndex = reader.int32("WritableTxnMarkerPartitionResult.partitionIndex");
  const errorCode = reader.int16("WritableTxnMarkerPartitionResult.errorCode");
  reader.skipTags();
  return { partitionIndex, errorCode };
}

function decodeWriteTxnMarkersResponseWritableTxnMarkerResultArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersResponseWritableTxnMarkerResult[] {
  const elements: WriteTxnMarkersResponseWritableTxnMarkerResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteTxnMarkersResponseWritableTxnMarkerResult(reader, version));
  return elements;
}

function decodeWriteTxnMarkersResponseWritableTxnMarkerTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersResponseWritableTxnMarkerTopicResult[] {
  const elements: WriteTxnMarkersResponseWritableTxnMarkerTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(reader, version));
  return elements;
}

function decodeWriteTxnMarkersResponseWritableTxnMarkerPartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[] {
  const elements: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(reader, version));
  return elements;
}
