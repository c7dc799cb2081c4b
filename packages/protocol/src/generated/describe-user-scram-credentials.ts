// Generated from schema/api/describe-user-scram-credentials.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Lists users' SCRAM mechanisms and iterations, without secrets. Api key 50, version 0. */
export interface DescribeUserScramCredentialsRequest {
  users: DescribeUserScramCredentialsRequestUserName[] | null;
}

export interface DescribeUserScramCredentialsRequestUserName {
  name: string;
}

/** What `encodeDescribeUserScramCredentialsRequest` takes. */
export interface DescribeUserScramCredentialsRequestDraft {
  users: readonly DescribeUserScramCredentialsRequestUserNameDraft[] | null;
}

/** What `encodeDescribeUserScramCredentialsRequest` takes, in part. */
export interface DescribeUserScramCredentialsRequestUserNameDraft {
  name: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeUserScramCredentialsRequest(
  writer: Writer,
  draft: DescribeUserScramCredentialsRequestDraft,
  version: number,
): void {
  checkVersion("DescribeUserScramCredentialsRequest", version, 0, 0);
  const users = draft.users;
  if (users === null) {
    writer.nullCount(true);
  } else {
    writer.count(users.length, true);
    for (const element of users)
      encodeDescribeUserScramCredentialsRequestUserName(writer, element, version);
  }
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeUserScramCredentialsRequest(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsRequest {
  reader.begin("DescribeUserScramCredentialsRequest", version, 0, 0);
  const users: DescribeUserScramCredentialsRequestUserName[] | null =
    decodeNullableDescribeUserScramCredentialsRequestUserNameArray(
      reader,
      version,
      reader.nullableCount("users", true, 2),
    );
  reader.skipTags();
  return { users };
}

function encodeDescribeUserScramCredentialsRequestUserName(
  writer: Writer,
  draft: DescribeUserScramCredentialsRequestUserNameDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.uvarint(0);
}

function decodeDescribeUserScramCredentialsRequestUserName(
  reader: Reader,
  _version: number,
): DescribeUserScramCredentialsRequestUserName {
  const name = reader.string("UserName.name", true);
  reader.skipTags();
  return { name };
}

function decodeNullableDescribeUserScramCredentialsRequestUserNameArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsRequestUserName[] | null {
  return count < 0
    ? null
    : decodeDescribeUserScramCredentialsRequestUserNameArray(reader, version, count);
}

function decodeDescribeUserScramCredentialsRequestUserNameArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsRequestUserName[] {
  const elements: DescribeUserScramCredentialsRequestUserName[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeUserScramCredentialsRequestUserName(reader, version));
  return elements;
}

/** Api key 50, version 0. */
export interface DescribeUserScramCredentialsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[];
}

export interface DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult {
  user: string;
  errorCode: number;
  errorMessage: string | null;
  credentialInfos: DescribeUserScramCredentialsResponseCredentialInfo[];
}

export interface DescribeUserScramCredentialsResponseCredentialInfo {
  mechanism: number;
  iterations: number;
}

/** What `encodeDescribeUserScramCredentialsResponse` takes. */
export interface DescribeUserScramCredentialsResponseDraft {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results: readonly DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultDraft[];
}

/** What `encodeDescribeUserScramCredentialsResponse` takes, in part. */
export interface DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultDraft {
  user: string;
  errorCode: number;
  errorMessage: string | null;
  credentialInfos: readonly DescribeUserScramCredentialsResponseCredentialInfoDraft[];
}

/** What `encodeDescribeUserScramCredentialsResponse` takes, in part. */
export interface DescribeUserScramCredentialsResponseCredentialInfoDraft {
  mechanism: number;
  iterations: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeUserScramCredentialsResponse(
  writer: Writer,
  draft: DescribeUserScramCredentialsResponseDraft,
  version: number,
): void {
  checkVersion("DescribeUserScramCredentialsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeUserScramCredentialsResponse(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResponse {
  reader.begin("DescribeUserScramCredentialsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const errorCode = reader.int16("errorCode");
  const errorMessage = reader.nullableString("errorMessage", true);
  const results: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[] =
    decodeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultArray(
      reader,
      version,
      reader.count("results", true, 6),
    );
  reader.skipTags();
  return { throttleTimeMs, errorCode, errorMessage, results };
}

function encodeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(
  writer: Writer,
  draft: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultDraft,
  version: number,
): void {
  writer.string(draft.user, true);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  const credentialInfos = draft.credentialInfos;
  writer.count(credentialInfos.length, true);
  for (const element of credentialInfos)
    encodeDescribeUserScramCredentialsResponseCredentialInfo(writer, element, version);
  writer.uvarint(0);
}

function decodeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult {
  const user = reader.string("DescribeUserScramCredentialsResult.user", true);
  const errorCode = reader.int16("DescribeUserScramCredentialsResult.errorCode");
  const errorMessage = reader.nullableString(
    "DescribeUserScramCredentialsResult.errorMessage",
    true,
  );
  const credentialInfos: DescribeUserScramCredentialsResponseCredentialInfo[] =
    decodeDescribeUserScramCredentialsResponseCredentialInfoArray(
      reader,
      version,
      reader.count("DescribeUserScramCredentialsResult.credentialInfos", true, 6),
    );
  reader.skipTags();
  return { user, errorCode, errorMessage, credentialInfos };
}

function encodeDescribeUserScramCredentialsResponseCredentialInfo(
  writer: Writer,
  draft: DescribeUserScramCredentialsResponseCredentialInfoDraft,
  _version: number,
): void {
  writer.int8(draft.mechanism);
  writer.int32(draft.iterations);
  writer.uvarint(0);
}

function decodeDescribeUserScramCredentialsResponseCredentialInfo(
  reader: Reader,
  _version: number,
): DescribeUserScramCredentialsResponseCredentialInfo {
  const mechanism = reader.int8("CredentialInfo.mechanism");
  const iterations = reader.int32("CredentialInfo.iterations");
  reader.skipTags();
  return { mechanism, iterations };
}

function decodeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[] {
  const elements: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(reader, version),
    );
  return elements;
}

function decodeDescribeUserScramCredentialsResponseCredentialInfoArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsResponseCredentialInfo[] {
  const elements: DescribeUserScramCredentialsResponseCredentialInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeUserScramCredentialsResponseCredentialInfo(reader, version));
  return elements;
}
