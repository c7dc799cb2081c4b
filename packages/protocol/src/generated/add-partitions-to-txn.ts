// Generated from schema/api/add-partitions-to-txn.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt32Array } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Makes partitions part of a transaction, or verifies that they are. Api key 24, versions 0-5. */
export interface AddPartitionsToTxnRequest {
  /** Versions 4 and later. */
  transactions: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[];
  /** Versions up to 3. */
  v3AndBelowTransactionalId: string;
  /** Versions up to 3. */
  v3AndBelowProducerId: number;
  /** Versions up to 3. */
  v3AndBelowProducerEpoch: number;
  /** Versions up to 3. */
  v3AndBelowTopics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[];
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTransaction {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  verifyOnly: boolean;
  topics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[];
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTopic {
  name: string;
  partitions: number[];
}

/** What `encodeAddPartitionsToTxnRequest` takes. */
export interface AddPartitionsToTxnRequestDraft {
  transactions?: readonly AddPartitionsToTxnRequestAddPartitionsToTxnTransactionDraft[] | undefined;
  v3AndBelowTransactionalId?: string | undefined;
  v3AndBelowProducerId?: number | undefined;
  v3AndBelowProducerEpoch?: number | undefined;
  v3AndBelowTopics?: readonly AddPartitionsToTxnRequestAddPartitionsToTxnTopicDraft[] | undefined;
}

/** What `encodeAddPartitionsToTxnRequest` takes, in part. */
export interface AddPartitionsToTxnRequestAddPartitionsToTxnTransactionDraft {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  verifyOnly?: boolean | undefined;
  topics: readonly AddPartitionsToTxnRequestAddPartitionsToTxnTopicDraft[];
}

/** What `encodeAddPartitionsToTxnRequest` takes, in part. */
export interface AddPartitionsToTxnRequestAddPartitionsToTxnTopicDraft {
  name: string;
  partitions: readonly number[];
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAddPartitionsToTxnRequest(
  writer: Writer,
  draft: AddPartitionsToTxnRequestDraft,
  version: number,
): void {
  checkVersion("AddPartitionsToTxnRequest", version, 0, 5);
  const flexible = version >= 3;
  const transactions = draft.transactions ?? [];
  if (version >= 4) {
    writer.count(transactions.length, flexible);
    for (const element of transactions)
      encodeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(writer, element, version);
  } else if (transactions.length > 0) {
    throw unsupportedField("AddPartitionsToTxnRequest", "transactions", version);
  }
  if (version <= 3) {
    writer.string(draft.v3AndBelowTransactionalId ?? "", flexible);
  } else if ((draft.v3AndBelowTransactionalId ?? "") !== "") {
    throw unsupportedField("AddPartitionsToTxnRequest", "v3AndBelowTransactionalId", version);
  }
  if (version <= 3) {
    writer.int64(draft.v3AndBelowProducerId ?? 0);
  } else if ((draft.v3AndBelowProducerId ?? 0) !== 0) {
    throw unsupportedField("AddPartitionsToTxnRequest", "v3AndBelowProducerId", version);
  }
  if (version <= 3) {
    writer.int16(draft.v3AndBelowProducerEpoch ?? 0);
  } else if ((draft.v3AndBelowProducerEpoch ?? 0) !== 0) {
    throw unsupportedField("AddPartitionsToTxnRequest", "v3AndBelowProducerEpoch", version);
  }
  const v3AndBelowTopics = draft.v3AndBelowTopics ?? [];
  if (version <= 3) {
    writer.count(v3AndBelowTopics.length, flexible);
    for (const element of v3AndBelowTopics)
      encodeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(writer, element, version);
  } else if (v3AndBelowTopics.length > 0) {
    throw unsupportedField("AddPartitionsToTxnRequest", "v3AndBelowTopics", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAddPartitionsToTxnRequest(
  reader: Reader,
  version: number,
): AddPartitionsToTxnRequest {
  reader.begin("AddPartitionsToTxnRequest", version, 0, 5);
  const flexible = version >= 3;
  const transactions: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[] =
    version >= 4
      ? decodeAddPartitionsToTxnRequestAddPartitionsToTxnTransactionArray(
          reader,
          version,
          reader.count("transactions", flexible, 14),
        )
      : [];
  const v3AndBelowTransactionalId =
    version <= 3 ? reader.string("v3AndBelowTransactionalId", flexible) : "";
  const v3AndBelowProducerId = version <= 3 ? reader.int64("v3AndBelowProducerId") : 0;
  const v3AndBelowProducerEpoch = version <= 3 ? reader.int16("v3AndBelowProducerEpoch") : 0;
  const v3AndBelowTopics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] =
    version <= 3
      ? decodeAddPartitionsToTxnRequestAddPartitionsToTxnTopicArray(
          reader,
          version,
          reader.count("v3AndBelowTopics", flexible, version >= 3 ? 3 : 6),
        )
      : [];
  if (flexible) reader.skipTags();
  return {
    transactions,
    v3AndBelowTransactionalId,
    v3AndBelowProducerId,
    v3AndBelowProducerEpoch,
    v3AndBelowTopics,
  };
}

function encodeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(
  writer: Writer,
  draft: AddPartitionsToTxnRequestAddPartitionsToTxnTransactionDraft,
  version: number,
): void {
  writer.string(draft.transactionalId, true);
  writer.int64(draft.producerId);
  writer.int16(draft.producerEpoch);
  writer.bool(draft.verifyOnly ?? false);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(writer, element, version);
  writer.uvarint(0);
}

function decodeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(
  reader: Reader,
  version: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTransaction {
  const transactionalId = reader.string("AddPartitionsToTxnTransaction.transactionalId", true);
  const producerId = reader.int64("AddPartitionsToTxnTransaction.producerId");
  const producerEpoch = reader.int16("AddPartitionsToTxnTransaction.producerEpoch");
  const verifyOnly = reader.bool("AddPartitionsToTxnTransaction.verifyOnly");
  const topics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] =
    decodeAddPartitionsToTxnRequestAddPartitionsToTxnTopicArray(
      reader,
      version,
      reader.count("AddPartitionsToTxnTransaction.topics", true, 3),
    );
  reader.skipTags();
  return { transactionalId, producerId, producerEpoch, verifyOnly, topics };
}

function encodeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(
  writer: Writer,
  draft: AddPartitionsToTxnRequestAddPartitionsToTxnTopicDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(draft.name, flexible);
  const partitions = draft.partitions;
  writer.count(partitions.length, flexible);
  for (const element of partitions) writer.int32(element);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(
  reader: Reader,
  version: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTopic {
  const flexible = version >= 3;
  const name = reader.string("AddPartitionsToTxnTopic.name", flexible);
  const partitions: number[] = readInt32Array(
    reader,
    "AddPartitionsToTxnTopic.partitions",
    reader.count("AddPartitionsToTxnTopic.partitions", flexible, 4),
  );
  if (flexible) reader.skipTags();
  return { name, partitions };
}

function decodeAddPartitionsToTxnRequestAddPartitionsToTxnTransactionArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[] {
  const elements: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(reader, version));
  return elements;
}

function decodeAddPartitionsToTxnRequestAddPartitionsToTxnTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] {
  const elements: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(reader, version));
  return elements;
}

/** Api key 24, versions 0-5. */
export interface AddPartitionsToTxnResponse {
  throttleTimeMs: number;
  /** Versions 4 and later. */
  errorCode: number;
  /** Versions 4 and later. */
  resultsByTransaction: AddPartitionsToTxnResponseAddPartitionsToTxnResult[];
  /** Versions up to 3. */
  resultsByTopicV3AndBelow: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[];
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnResult {
  transactionalId: string;
  topicResults: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[];
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult {
  name: string;
  resultsByPartition: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[];
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult {
  partitionIndex: number;
  partitionErrorCode: number;
}

/** What `encodeAddPartitionsToTxnResponse` takes. */
export interface AddPartitionsToTxnResponseDraft {
  throttleTimeMs: number;
  errorCode?: number | undefined;
  resultsByTransaction?:
    | readonly AddPartitionsToTxnResponseAddPartitionsToTxnResultDraft[]
    | undefined;
  resultsByTopicV3AndBelow?:
    | readonly AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultDraft[]
    | undefined;
}

/** What `encodeAddPartitionsToTxnResponse` takes, in part. */
export interface AddPartitionsToTxnResponseAddPartitionsToTxnResultDraft {
  transactionalId: string;
  topicResults: readonly AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultDraft[];
}

/** What `encodeAddPartitionsToTxnResponse` takes, in part. */
export interface AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultDraft {
  name: string;
  resultsByPartition: readonly AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultDraft[];
}

/** What `encodeAddPartitionsToTxnResponse` takes, in part. */
export interface AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultDraft {
  partitionIndex: number;
  partitionErrorCode: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAddPartitionsToTxnResponse(
  writer: Writer,
  draft: AddPartitionsToTxnResponseDraft,
  version: number,
): void {
  checkVersion("AddPartitionsToTxnResponse", version, 0, 5);
  const flexible = version >= 3;
  writer.int32(draft.throttleTimeMs);
  if (version >= 4) {
    writer.int16(draft.errorCode ?? 0);
  }
  const resultsByTransaction = draft.resultsByTransaction ?? [];
  if (version >= 4) {
    writer.count(resultsByTransaction.length, flexible);
    for (const element of resultsByTransaction)
      encodeAddPartitionsToTxnResponseAddPartitionsToTxnResult(writer, element, version);
  } else if (resultsByTransaction.length > 0) {
    throw unsupportedField("AddPartitionsToTxnResponse", "resultsByTransaction", version);
  }
  const resultsByTopicV3AndBelow = draft.resultsByTopicV3AndBelow ?? [];
  if (version <= 3) {
    writer.count(resultsByTopicV3AndBelow.length, flexible);
    for (const element of resultsByTopicV3AndBelow)
      encodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(writer, element, version);
  } else if (resultsByTopicV3AndBelow.length > 0) {
    throw unsupportedField("AddPartitionsToTxnResponse", "resultsByTopicV3AndBelow", version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAddPartitionsToTxnResponse(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponse {
  reader.begin("AddPartitionsToTxnResponse", version, 0, 5);
  const flexible = version >= 3;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = version >= 4 ? reader.int16("errorCode") : 0;
  const resultsByTransaction: AddPartitionsToTxnResponseAddPartitionsToTxnResult[] =
    version >= 4
      ? decodeAddPartitionsToTxnResponseAddPartitionsToTxnResultArray(
          reader,
          version,
          reader.count("resultsByTransaction", flexible, 3),
        )
      : [];
  const resultsByTopicV3AndBelow: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] =
    version <= 3
      ? decodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResultArray(
          reader,
          version,
          reader.count("resultsByTopicV3AndBelow", flexible, version >= 3 ? 3 : 6),
        )
      : [];
  if (flexible) reader.skipTags();
  return { throttleTimeMs, errorCode, resultsByTransaction, resultsByTopicV3AndBelow };
}

function encodeAddPartitionsToTxnResponseAddPartitionsToTxnResult(
  writer: Writer,
  draft: AddPartitionsToTxnResponseAddPartitionsToTxnResultDraft,
  version: number,
): void {
  writer.string(draft.transactionalId, true);
  const topicResults = draft.topicResults;
  writer.count(topicResults.length, true);
  for (const element of topicResults)
    encodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(writer, element, version);
  writer.uvarint(0);
}

function decodeAddPartitionsToTxnResponseAddPartitionsToTxnResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnResult {
  const transactionalId = reader.string("AddPartitionsToTxnResult.transactionalId", true);
  const topicResults: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] =
    decodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResultArray(
      reader,
      version,
      reader.count("AddPartitionsToTxnResult.topicResults", true, 3),
    );
  reader.skipTags();
  return { transactionalId, topicResults };
}

function encodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(
  writer: Writer,
  draft: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(draft.name, flexible);
  const resultsByPartition = draft.resultsByPartition;
  writer.count(resultsByPartition.length, flexible);
  for (const element of resultsByPartition)
    encodeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult {
  const flexible = version >= 3;
  const name = reader.string("AddPartitionsToTxnTopicResult.name", flexible);
  const resultsByPartition: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[] =
    decodeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultArray(
      reader,
      version,
      reader.count(
        "AddPartitionsToTxnTopicResult.resultsByPartition",
        flexible,
        version >= 3 ? 7 : 6,
      ),
    );
  if (flexible) reader.skipTags();
  return { name, resultsByPartition };
}

function encodeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(
  writer: Writer,
  draft: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultDraft,
  version: number,
): void {
  const flexible = version >= 3;
  writer.int32(draft.partitionIndex);
  writer.int16(draft.partitionErrorCode);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult {
  const flexible = version >= 3;
  const partitionIndex = reader.int32("AddPartitionsToTxnPartitionResult.partitionIndex");
  const partitionErrorCode = reader.int16("AddPartitionsToTxnPartitionResult.partitionErrorCode");
  if (flexible) reader.skipTags();
  return { partitionIndex, partitionErrorCode };
}

function decodeAddPartitionsToTxnResponseAddPartitionsToTxnResultArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnResult[] {
  const elements: AddPartitionsToTxnResponseAddPartitionsToTxnResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAddPartitionsToTxnResponseAddPartitionsToTxnResult(reader, version));
  return elements;
}

function decodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] {
  const elements: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(reader, version));
  return elements;
}

function decodeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[] {
  const elements: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(reader, version),
    );
  return elements;
}
