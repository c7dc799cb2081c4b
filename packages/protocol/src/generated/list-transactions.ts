// Generated from schema/api/list-transactions.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt64Array, readStringArray } from "../reader-arrays.ts";
import type { Writer } from "../writer.ts";

/** Lists the transactions that this broker coordinates. Api key 66, versions 0-2. */
export interface ListTransactionsRequest {
  stateFilters: string[];
  producerIdFilters: number[];
  /** Versions 1 and later. */
  durationFilter: number;
  /** Version 2. */
  transactionalIdPattern: string | null;
}

/** What `encodeListTransactionsRequest` takes. */
export interface ListTransactionsRequestDraft {
  stateFilters: readonly string[];
  producerIdFilters: readonly number[];
  durationFilter?: number | undefined;
  transactionalIdPattern?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListTransactionsRequest(
  writer: Writer,
  draft: ListTransactionsRequestDraft,
  version: number,
): void {
  checkVersion("ListTransactionsRequest", version, 0, 2);
  const stateFilters = draft.stateFilters;
  writer.count(stateFilters.length, true);
  for (const element of stateFilters) writer.string(element, true);
  const producerIdFilters = draft.producerIdFilters;
  writer.count(producerIdFilters.length, true);
  for (const element of producerIdFilters) writer.int64(element);
  if (version >= 1) {
    writer.int64(draft.durationFilter ?? -1);
  } else if ((draft.durationFilter ?? -1) !== -1) {
    throw unsupportedField("ListTransactionsRequest", "durationFilter", version);
  }
  if (version >= 2) {
    writer.nullableString(draft.transactionalIdPattern ?? null, true);
  } else if ((draft.transactionalIdPattern ?? null) !== null) {
    throw unsupportedField("ListTransactionsRequest", "transactionalIdPattern", version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListTransactionsRequest(
  reader: Reader,
  version: number,
): ListTransactionsRequest {
  reader.begin("ListTransactionsRequest", version, 0, 2);
  const stateFilters: string[] = readStringArray(
    reader,
    "stateFilters",
    reader.count("stateFilters", true, 1),
    true,
  );
  const producerIdFilters: number[] = readInt64Array(
    reader,
    "producerIdFilters",
    reader.count("producerIdFilters", true, 8),
  );
  const durationFilter = version >= 1 ? reader.int64("durationFilter") : -1;
  const transactionalIdPattern =
    version >= 2 ? reader.nullableString("transactionalIdPattern", true) : null;
  reader.skipTags();
  return { stateFilters, producerIdFilters, durationFilter, transactionalIdPattern };
}

/** Api key 66, versions 0-2. */
export interface ListTransactionsResponse {
  throttleTimeMs: number;
  errorCode: number;
  unknownStateFilters: string[];
  transactionStates: ListTransactionsResponseTransactionState[];
}

export interface ListTransactionsResponseTransactionState {
  transactionalId: string;
  producerId: number;
  transactionState: string;
}

/** What `encodeListTransactionsResponse` takes. */
export interface ListTransactionsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  unknownStateFilters: readonly string[];
  transactionStates: readonly ListTransactionsResponseTransactionStateDraft[];
}

/** What `encodeListTransactionsResponse` takes, in part. */
export interface ListTransactionsResponseTransactionStateDraft {
  transactionalId: string;
  producerId: number;
  transactionState: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeListTransactionsResponse(
  writer: Writer,
  draft: ListTransactionsResponseDraft,
  version: number,
): void {
  checkVersion("ListTransactionsResponse", version, 0, 2);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  const unknownStateFilters = draft.unknownStateFilters;
  writer.count(unknownStateFilters.length, true);
  for (const element of unknownStateFilters) writer.string(element, true);
  const transactionStates = draft.transactionStates;
  writer.count(transactionStates.length, true);
  for (const element of transactionStates)
    encodeListTransactionsResponseTransactionState(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeListTransactionsResponse(
  reader: Reader,
  version: number,
): ListTransactionsResponse {
  reader.begin("ListTransactionsResponse", version, 0, 2);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const unknownStateFilters: string[] = readStringArray(
    reader,
    "unknownStateFilters",
    reader.count("unknownStateFilters", true, 1),
    true,
  );
  const transactionStates: ListTransactionsResponseTransactionState[] =
    decodeListTransactionsResponseTransactionStateArray(
      reader,
      version,
      reader.count("transactionStates", true, 11),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, unknownStateFilters, transactionStates };
}

function encodeListTransactionsResponseTransactionState(
  writer: Writer,
  draft: ListTransactionsResponseTransactionStateDraft,
  _version: number,
): void {
  writer.string(draft.transactionalId, true);
  writer.int64(draft.producerId);
  writer.string(draft.transactionState, true);
  writer.uvarint(0);
}

function decodeListTransactionsResponseTransactionState(
  reader: Reader,
  _version: number,
): ListTransactionsResponseTransactionState {
  const transactionalId = reader.string("TransactionState.transactionalId", true);
  const producerId = reader.int64("TransactionState.producerId");
  const transactionState = reader.string("TransactionState.transactionState", true);
  reader.skipTags();
  return { transactionalId, producerId, transactionState };
}

function decodeListTransactionsResponseTransactionStateArray(
  reader: Reader,
  version: number,
  count: number,
): ListTransactionsResponseTransactionState[] {
  const elements: ListTransactionsResponseTransactionState[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeListTransactionsResponseTransactionState(reader, version));
  return elements;
}
