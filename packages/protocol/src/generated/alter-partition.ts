// Generated from schema/api/alter-partition.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Asks the controller to change a partition's in-sync replicas. Api key 56, versions 2-3. */
export interface AlterPartitionRequest {
  brokerId: number;
  brokerEpoch: number;
  topics: AlterPartitionRequestTopicData[];
}

export interface AlterPartitionRequestTopicData {
  topicId: string;
  partitions: AlterPartitionRequestPartitionData[];
}

export interface AlterPartitionRequestPartitionData {
  partitionIndex: number;
  leaderEpoch: number;
  /** Version 2. */
  newIsr: number[];
  /** Version 3. */
  newIsrWithEpochs: AlterPartitionRequestBrokerState[];
  leaderRecoveryState: number;
  partitionEpoch: number;
}

export interface AlterPartitionRequestBrokerState {
  brokerId: number;
  brokerEpoch: number;
}

/** What `encodeAlterPartitionRequest` takes. */
export interface AlterPartitionRequestDraft {
  brokerId: number;
  brokerEpoch?: number | undefined;
  topics: readonly AlterPartitionRequestTopicDataDraft[];
}

/** What `encodeAlterPartitionRequest` takes, in part. */
export interface AlterPartitionRequestTopicDataDraft {
  topicId: string;
  partitions: readonly AlterPartitionRequestPartitionDataDraft[];
}

/** What `encodeAlterPartitionRequest` takes, in part. */
export interface AlterPartitionRequestPartitionDataDraft {
  partitionIndex: number;
  leaderEpoch: number;
  newIsr?: readonly number[] | undefined;
  newIsrWithEpochs?: readonly AlterPartitionRequestBrokerStateDraft[] | undefined;
  leaderRecoveryState?: number | undefined;
  partitionEpoch: number;
}

/** What `encodeAlterPartitionRequest` takes, in part. */
export interface AlterPartitionRequestBrokerStateDraft {
  brokerId: number;
  brokerEpoch?: number | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterPartitionRequest(
  writer: Writer,
  draft: AlterPartitionRequestDraft,
  version: number,
): void {
  checkVersion("AlterPartitionRequest", version, 2, 3);
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch ?? -1);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeAlterPartitionRequestTopicData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterPartitionRequest(
  reader: Reader,
  version: number,
): AlterPartitionRequest {
  reader.begin("AlterPartitionRequest", version, 2, 3);
  const brokerId = reader.int32("brokerId");
  const brokerEpoch = reader.int64("brokerEpoch");
  const topics: AlterPartitionRequestTopicData[] = decodeAlterPartitionRequestTopicDataArray(
    reader,
    version,
    reader.count("topics", true, 18),
  );
  reader.skipTags();
  return { brokerId, brokerEpoch, topics };
}

function encodeAlterPartitionRequestTopicData(
  writer: Writer,
  draft: AlterPartitionRequestTopicDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAlterPartitionRequestPartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeAlterPartitionRequestTopicData(
  reader: Reader,
  version: number,
): AlterPartitionRequestTopicData {
  const topicId = reader.uuid("TopicData.topicId");
  const partitions: AlterPartitionRequestPartitionData[] =
    decodeAlterPartitionRequestPartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", true, 15),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeAlterPartitionRequestPartitionData(
  writer: Writer,
  draft: AlterPartitionRequestPartitionDataDraft,
  version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int32(draft.leaderEpoch);
  const newIsr = draft.newIsr ?? [];
  if (version <= 2) {
    writer.count(newIsr.length, true);
    for (const element of newIsr) writer.int32(element);
  } else if (newIsr.length > 0) {
    throw unsupportedField("AlterPartitionRequest", "PartitionData.newIsr", version);
  }
  const newIsrWithEpochs = draft.newIsrWithEpochs ?? [];
  if (version >= 3) {
    writer.count(newIsrWithEpochs.length, true);
    for (const element of newIsrWithEpochs)
      encodeAlterPartitionRequestBrokerState(writer, element, version);
  } else if (newIsrWithEpochs.length > 0) {
    throw unsupportedField("AlterPartitionRequest", "PartitionData.newIsrWithEpochs", version);
  }
  writer.int8(draft.leaderRecoveryState ?? 0);
  writer.int32(draft.partitionEpoch);
  writer.uvarint(0);
}

function decodeAlterPartitionRequestPartitionData(
  reader: Reader,
  version: number,
): AlterPartitionRequestPartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  const newIsr: number[] =
    version <= 2
      ? readInt32Array(
          reader,
          "PartitionData.newIsr",
          reader.count("PartitionData.newIsr", true, 4),
        )
      : [];
  const newIsrWithEpochs: AlterPartitionRequestBrokerState[] =
    version >= 3
      ? decodeAlterPartitionRequestBrokerStateArray(
          reader,
          version,
          reader.count("PartitionData.newIsrWithEpochs", true, 13),
        )
      : [];
  const leaderRecoveryState = reader.int8("PartitionData.leaderRecoveryState");
  const partitionEpoch = reader.int32("PartitionData.partitionEpoch");
  reader.skipTags();
  return {
    partitionIndex,
    leaderEpoch,
    newIsr,
    newIsrWithEpochs,
    leaderRecoveryState,
    partitionEpoch,
  };
}

function encodeAlterPartitionRequestBrokerState(
  writer: Writer,
  draft: AlterPartitionRequestBrokerStateDraft,
  _version: number,
): void {
  writer.int32(draft.brokerId);
  writer.int64(draft.brokerEpoch ?? -1);
  writer.uvarint(0);
}

function decodeAlterPartitionRequestBrokerState(
  reader: Reader,
  _version: number,
): AlterPartitionRequestBrokerState {
  const brokerId = reader.int32("BrokerState.brokerId");
  const brokerEpoch = reader.int64("BrokerState.brokerEpoch");
  reader.skipTags();
  return { brokerId, brokerEpoch };
}

function decodeAlterPartitionRequestTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionRequestTopicData[] {
  const elements: AlterPartitionRequestTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionRequestTopicData(reader, version));
  return elements;
}

function decodeAlterPartitionRequestPartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionRequestPartitionData[] {
  const elements: AlterPartitionRequestPartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionRequestPartitionData(reader, version));
  return elements;
}

function decodeAlterPartitionRequestBrokerStateArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionRequestBrokerState[] {
  const elements: AlterPartitionRequestBrokerState[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionRequestBrokerState(reader, version));
  return elements;
}

/** Api key 56, versions 2-3. */
export interface AlterPartitionResponse {
  throttleTimeMs: number;
  errorCode: number;
  topics: AlterPartitionResponseTopicData[];
}

export interface AlterPartitionResponseTopicData {
  topicId: string;
  partitions: AlterPartitionResponsePartitionData[];
}

export interface AlterPartitionResponsePartitionData {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  isr: number[];
  leaderRecoveryState: number;
  partitionEpoch: number;
}

/** What `encodeAlterPartitionResponse` takes. */
export interface AlterPartitionResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  topics: readonly AlterPartitionResponseTopicDataDraft[];
}

/** What `encodeAlterPartitionResponse` takes, in part. */
export interface AlterPartitionResponseTopicDataDraft {
  topicId: string;
  partitions: readonly AlterPartitionResponsePartitionDataDraft[];
}

/** What `encodeAlterPartitionResponse` takes, in part. */
export interface AlterPartitionResponsePartitionDataDraft {
  partitionIndex: number;
  errorCode: number;
  leaderId: number;
  leaderEpoch: number;
  isr: readonly number[];
  leaderRecoveryState?: number | undefined;
  partitionEpoch: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterPartitionResponse(
  writer: Writer,
  draft: AlterPartitionResponseDraft,
  version: number,
): void {
  checkVersion("AlterPartitionResponse", version, 2, 3);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics) encodeAlterPartitionResponseTopicData(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterPartitionResponse(
  reader: Reader,
  version: number,
): AlterPartitionResponse {
  reader.begin("AlterPartitionResponse", version, 2, 3);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const topics: AlterPartitionResponseTopicData[] = decodeAlterPartitionResponseTopicDataArray(
    reader,
    version,
    reader.count("topics", true, 18),
  );
  reader.skipTags();
  return { throttleTimeMs, errorCode, topics };
}

function encodeAlterPartitionResponseTopicData(
  writer: Writer,
  draft: AlterPartitionResponseTopicDataDraft,
  version: number,
): void {
  writer.uuid(draft.topicId);
  const partitions = draft.partitions;
  writer.count(partitions.length, true);
  for (const element of partitions)
    encodeAlterPartitionResponsePartitionData(writer, element, version);
  writer.uvarint(0);
}

function decodeAlterPartitionResponseTopicData(
  reader: Reader,
  version: number,
): AlterPartitionResponseTopicData {
  const topicId = reader.uuid("TopicData.topicId");
  const partitions: AlterPartitionResponsePartitionData[] =
    decodeAlterPartitionResponsePartitionDataArray(
      reader,
      version,
      reader.count("TopicData.partitions", true, 21),
    );
  reader.skipTags();
  return { topicId, partitions };
}

function encodeAlterPartitionResponsePartitionData(
  writer: Writer,
  draft: AlterPartitionResponsePartitionDataDraft,
  _version: number,
): void {
  writer.int32(draft.partitionIndex);
  writer.int16(draft.errorCode);
  writer.int32(draft.leaderId);
  writer.int32(draft.leaderEpoch);
  const isr = draft.isr;
  writer.count(isr.length, true);
  for (const element of isr) writer.int32(element);
  writer.int8(draft.leaderRecoveryState ?? 0);
  writer.int32(draft.partitionEpoch);
  writer.uvarint(0);
}

function decodeAlterPartitionResponsePartitionData(
  reader: Reader,
  _version: number,
): AlterPartitionResponsePartitionData {
  const partitionIndex = reader.int32("PartitionData.partitionIndex");
  const errorCode = reader.int16("PartitionData.errorCode");
  const leaderId = reader.int32("PartitionData.leaderId");
  const leaderEpoch = reader.int32("PartitionData.leaderEpoch");
  const isr: number[] = readInt32Array(
    reader,
    "PartitionData.isr",
    reader.count("PartitionData.isr", true, 4),
  );
  const leaderRecoveryState = reader.int8("PartitionData.leaderRecoveryState");
  const partitionEpoch = reader.int32("PartitionData.partitionEpoch");
  reader.skipTags();
  return {
    partitionIndex,
    errorCode,
    leaderId,
    leaderEpoch,
    isr,
    leaderRecoveryState,
    partitionEpoch,
  };
}

function decodeAlterPartitionResponseTopicDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionResponseTopicData[] {
  const elements: AlterPartitionResponseTopicData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionResponseTopicData(reader, version));
  return elements;
}

function decodeAlterPartitionResponsePartitionDataArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionResponsePartitionData[] {
  const elements: AlterPartitionResponsePartitionData[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterPartitionResponsePartitionData(reader, version));
  return elements;
}
