// Generated from schema/api/delete-topics.schema by `npm run gen`: change that file, not this one.
import { checkVersion, nullField, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** Deletes topics by name or id. Api key 20, versions 1-6. */
export interface DeleteTopicsRequest {
  /** Version 6. */
  topics: DeleteTopicsRequestDeleteTopicState[];
  /** Versions up to 5. */
  topicNames: string[];
  timeoutMs: number;
}

export interface DeleteTopicsRequestDeleteTopicState {
  name: string | null;
  topicId: string;
}

/** What `encodeDeleteTopicsRequest` takes. */
export interface DeleteTopicsRequestDraft {
  topics?: readonly DeleteTopicsRequestDeleteTopicStateDraft[] | undefined;
  topicNames?: readonly string[] | undefined;
  timeoutMs: number;
}

/** What `encodeDeleteTopicsRequest` takes, in part. */
export interface DeleteTopicsRequestDeleteTopicStateDraft {
  name?: string | null | undefined;
  topicId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteTopicsRequest(
  writer: Writer,
  draft: DeleteTopicsRequestDraft,
  version: number,
): void {
  checkVersion("DeleteTopicsRequest", version, 1, 6);
  const flexible = version >= 4;
  const topics = draft.topics ?? [];
  if (version >= 6) {
    writer.count(topics.length, flexible);
    for (const element of topics)
      encodeDeleteTopicsRequestDeleteTopicState(writer, element, version);
  } else if (topics.length > 0) {
    throw unsupportedField("DeleteTopicsRequest", "topics", version);
  }
  const topicNames = draft.topicNames ?? [];
  if (version <= 5) {
    writer.count(topicNames.length, flexible);
    for (const element of topicNames) writer.string(element, flexible);
  }
  writer.int32(draft.timeoutMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteTopicsRequest(reader: Reader, version: number): DeleteTopicsRequest {
  reader.begin("DeleteTopicsRequest", version, 1, 6);
  const flexible = version >= 4;
  const topics: DeleteTopicsRequestDeleteTopicState[] =
    version >= 6
      ? decodeDeleteTopicsRequestDeleteTopicStateArray(
          reader,
          version,
          reader.count("topics", flexible, 18),
        )
      : [];
  const topicNames: string[] =
    version <= 5
      ? readStringArray(
          reader,
          "topicNames",
          reader.count("topicNames", flexible, version >= 4 ? 1 : 2),
          flexible,
        )
      : [];
  const timeoutMs = reader.int32("timeoutMs");
  if (flexible) reader.skipTags();
  return { topics, topicNames, timeoutMs };
}

function encodeDeleteTopicsRequestDeleteTopicState(
  writer: Writer,
  draft: DeleteTopicsRequestDeleteTopicStateDraft,
  _version: number,
): void {
  writer.nullableString(draft.name ?? null, true);
  writer.uuid(draft.topicId);
  writer.uvarint(0);
}

function decodeDeleteTopicsRequestDeleteTopicState(
  reader: Reader,
  _version: number,
): DeleteTopicsRequestDeleteTopicState {
  const name = reader.nullableString("DeleteTopicState.name", true);
  const topicId = reader.uuid("DeleteTopicState.topicId");
  reader.skipTags();
  return { name, topicId };
}

function decodeDeleteTopicsRequestDeleteTopicStateArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteTopicsRequestDeleteTopicState[] {
  const elements: DeleteTopicsRequestDeleteTopicState[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteTopicsRequestDeleteTopicState(reader, version));
  return elements;
}

/** Api key 20, versions 1-6. */
export interface DeleteTopicsResponse {
  throttleTimeMs: number;
  responses: DeleteTopicsResponseDeletableTopicResult[];
}

export interface DeleteTopicsResponseDeletableTopicResult {
  name: string | null;
  /** Version 6. */
  topicId: string;
  errorCode: number;
  /** Versions 5 and later. */
  errorMessage: string | null;
}

/** What `encodeDeleteTopicsResponse` takes. */
export interface DeleteTopicsResponseDraft {
  throttleTimeMs: number;
  responses: readonly DeleteTopicsResponseDeletableTopicResultDraft[];
}

/** What `encodeDeleteTopicsResponse` takes, in part. */
export interface DeleteTopicsResponseDeletableTopicResultDraft {
  name: string | null;
  topicId?: string | undefined;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteTopicsResponse(
  writer: Writer,
  draft: DeleteTopicsResponseDraft,
  version: number,
): void {
  checkVersion("DeleteTopicsResponse", version, 1, 6);
  const flexible = version >= 4;
  writer.int32(draft.throttleTimeMs);
  const responses = draft.responses;
  writer.count(responses.length, flexible);
  for (const element of responses)
    encodeDeleteTopicsResponseDeletableTopicResult(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteTopicsResponse(reader: Reader, version: number): DeleteTopicsResponse {
  reader.begin("DeleteTopicsResponse", version, 1, 6);
  const flexible = version >= 4;
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const responses: DeleteTopicsResponseDeletableTopicResult[] =
    decodeDeleteTopicsResponseDeletableTopicResultArray(
      reader,
      version,
      reader.count("responses", flexible, version >= 6 ? 21 : version >= 5 ? 5 : 4),
    );
  if (flexible) reader.skipTags();
  return { throttleTimeMs, responses };
}

function encodeDeleteTopicsResponseDeletableTopicResult(
  writer: Writer,
  draft: DeleteTopicsResponseDeletableTopicResultDraft,
  version: number,
): void {
  const flexible = version >= 4;
  const name = draft.name;
  if (version >= 6) writer.nullableString(name, flexible);
  else if (name !== null) writer.string(name, flexible);
  else throw nullField("DeleteTopicsResponse", "DeletableTopicResult.name", version);
  if (version >= 6) {
    writer.uuid(draft.topicId ?? ZERO_UUID);
  }
  writer.int16(draft.errorCode);
  if (version >= 5) {
    writer.nullableString(draft.errorMessage ?? null, flexible);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDeleteTopicsResponseDeletableTopicResult(
  reader: Reader,
  version: number,
): DeleteTopicsResponseDeletableTopicResult {
  const flexible = version >= 4;
  const name =
    version >= 6
      ? reader.nullableString("DeletableTopicResult.name", flexible)
      : reader.string("DeletableTopicResult.name", flexible);
  const topicId = version >= 6 ? reader.uuid("DeletableTopicResult.topicId") : ZERO_UUID;
  const errorCode = reader.int16("DeletableTopicResult.errorCode");
  const errorMessage =
    version >= 5 ? reader.nullableString("DeletableTopicResult.errorMessage", flexible) : null;
  if (flexible) reader.skipTags();
  return { name, topicId, errorCode, errorMessage };
}

function decodeDeleteTopicsResponseDeletableTopicResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteTopicsResponseDeletableTopicResult[] {
  const elements: DeleteTopicsResponseDeletableTopicResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDeleteTopicsResponseDeletableTopicResult(reader, version));
  return elements;
}
