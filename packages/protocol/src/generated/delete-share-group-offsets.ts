// Generated from schema/api/delete-share-group-offsets.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Forgets where a share group starts to read some topics. Api key 92, version 0. */
export interface DeleteShareGroupOffsetsRequest {
  groupId: string;
  topics: DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic[];
}

export interface DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic {
  topicName: string;
}

/** What `encodeDeleteShareGroupOffsetsRequest` takes. */
export interface DeleteShareGroupOffsetsRequestDraft {
  groupId: string;
  topics: readonly DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopicDraft[];
}

/** What `encodeDeleteShareGroupOffsetsRequest` takes, in part. */
export interface DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopicDraft {
  topicName: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteShareGroupOffsetsRequest(
  writer: Writer,
  draft: DeleteShareGroupOffsetsRequestDraft,
  version: number,
): void {
  checkVersion("DeleteShareGroupOffsetsRequest", version, 0, 0);
  writer.string(draft.groupId, true);
  const topics = draft.topics;
  writer.count(topics.length, true);
  for (const element of topics)
    encodeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsRequest {
  reader.begin("DeleteShareGroupOffsetsRequest", version, 0, 0);
  const groupId = reader.string("groupId", true);
  const topics: DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic[] =
    decodeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopicArray(
      reader,
      version,
      reader.count("topics", true, 2),
    );
  reader.skipTags();
  return { groupId, topics };
}

function encodeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(
  writer: Writer,
  draft: DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopicDraft,
  _version: number,
): void {
  writer.string(draft.topicName, true);
  writer.uvarint(0);
}

function decodeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(
  reader: Reader,
  _version: number,
): DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic {
  const topicName = reader.string("DeleteShareGroupOffsetsRequestTopic.topicName", true);
  reader.skipTags();
  return { topicName };
}

function decodeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic[] {
  const elements: DeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDeleteShareGroupOffsetsRequestDeleteShareGroupOffsetsRequestTopic(reader, version),
    );
  return elements;
}

/** Api key 92, version 0. */
export interface DeleteShareGroupOffsetsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  responses: DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic[];
}

export interface DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: string;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeDeleteShareGroupOffsetsResponse` takes. */
export interface DeleteShareGroupOffsetsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage?: string | null | undefined;
  responses: readonly DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopicDraft[];
}

/** What `encodeDeleteShareGroupOffsetsResponse` takes, in part. */
export interface DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopicDraft {
  topicName: string;
  topicId: string;
  errorCode: number;
  errorMessage?: string | null | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDeleteShareGroupOffsetsResponse(
  writer: Writer,
  draft: DeleteShareGroupOffsetsResponseDraft,
  version: number,
): void {
  checkVersion("DeleteShareGroupOffsetsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  const responses = draft.responses;
  writer.count(responses.length, true);
  for (const element of responses)
    encodeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDeleteShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsResponse {
  reader.begin("DeleteShareGroupOffsetsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const responses: DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic[] =
    decodeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopicArray(
      reader,
      version,
      reader.count("responses", true, 21),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, responses };
}

function encodeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(
  writer: Writer,
  draft: DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopicDraft,
  _version: number,
): void {
  writer.string(draft.topicName, true);
  writer.uuid(draft.topicId);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage ?? null, true);
  writer.uvarint(0);
}

function decodeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(
  reader: Reader,
  _version: number,
): DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic {
  const topicName = reader.string("DeleteShareGroupOffsetsResponseTopic.topicName", true);
  const topicId = reader.uuid("DeleteShareGroupOffsetsResponseTopic.topicId");
  const errorCode = reader.int16("DeleteShareGroupOffsetsResponseTopic.errorCode");
  const errorMessage = reader.nullableString(
    "DeleteShareGroupOffsetsResponseTopic.errorMessage",
    true,
  );
  reader.skipTags();
  return { topicName, topicId, errorCode, errorMessage };
}

function decodeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic[] {
  const elements: DeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDeleteShareGroupOffsetsResponseDeleteShareGroupOffsetsResponseTopic(reader, version),
    );
  return elements;
}
