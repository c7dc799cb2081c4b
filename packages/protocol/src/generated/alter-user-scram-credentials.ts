// Generated from schema/api/alter-user-scram-credentials.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Sets or removes users' SCRAM credentials. Api key 51, version 0. */
export interface AlterUserScramCredentialsRequest {
  deletions: AlterUserScramCredentialsRequestScramCredentialDeletion[];
  upsertions: AlterUserScramCredentialsRequestScramCredentialUpsertion[];
}

export interface AlterUserScramCredentialsRequestScramCredentialDeletion {
  name: string;
  mechanism: number;
}

export interface AlterUserScramCredentialsRequestScramCredentialUpsertion {
  name: string;
  mechanism: number;
  iterations: number;
  salt: Uint8Array;
  saltedPassword: Uint8Array;
}

/** What `encodeAlterUserScramCredentialsRequest` takes. */
export interface AlterUserScramCredentialsRequestDraft {
  deletions: readonly AlterUserScramCredentialsRequestScramCredentialDeletionDraft[];
  upsertions: readonly AlterUserScramCredentialsRequestScramCredentialUpsertionDraft[];
}

/** What `encodeAlterUserScramCredentialsRequest` takes, in part. */
export interface AlterUserScramCredentialsRequestScramCredentialDeletionDraft {
  name: string;
  mechanism: number;
}

/** What `encodeAlterUserScramCredentialsRequest` takes, in part. */
export interface AlterUserScramCredentialsRequestScramCredentialUpsertionDraft {
  name: string;
  mechanism: number;
  iterations: number;
  salt: Uint8Array;
  saltedPassword: Uint8Array;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterUserScramCredentialsRequest(
  writer: Writer,
  draft: AlterUserScramCredentialsRequestDraft,
  version: number,
): void {
  checkVersion("AlterUserScramCredentialsRequest", version, 0, 0);
  const deletions = draft.deletions;
  writer.count(deletions.length, true);
  for (const element of deletions)
    encodeAlterUserScramCredentialsRequestScramCredentialDeletion(writer, element, version);
  const upsertions = draft.upsertions;
  writer.count(upsertions.length, true);
  for (const element of upsertions)
    encodeAlterUserScramCredentialsRequestScramCredentialUpsertion(writer, element, version);
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterUserScramCredentialsRequest(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsRequest {
  reader.begin("AlterUserScramCredentialsRequest", version, 0, 0);
  const deletions: AlterUserScramCredentialsRequestScramCredentialDeletion[] =
    decodeAlterUserScramCredentialsRequestScramCredentialDeletionArray(
      reader,
      version,
      reader.count("deletions", true, 3),
    );
  const upsertions: AlterUserScramCredentialsRequestScramCredentialUpsertion[] =
    decodeAlterUserScramCredentialsRequestScramCredentialUpsertionArray(
      reader,
      version,
      reader.count("upsertions", true, 9),
    );
  reader.skipTags();
  return { deletions, upsertions };
}

function encodeAlterUserScramCredentialsRequestScramCredentialDeletion(
  writer: Writer,
  draft: AlterUserScramCredentialsRequestScramCredentialDeletionDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int8(draft.mechanism);
  writer.uvarint(0);
}

function decodeAlterUserScramCredentialsRequestScramCredentialDeletion(
  reader: Reader,
  _version: number,
): AlterUserScramCredentialsRequestScramCredentialDeletion {
  const name = reader.string("ScramCredentialDeletion.name", true);
  const mechanism = reader.int8("ScramCredentialDeletion.mechanism");
  reader.skipTags();
  return { name, mechanism };
}

function encodeAlterUserScramCredentialsRequestScramCredentialUpsertion(
  writer: Writer,
  draft: AlterUserScramCredentialsRequestScramCredentialUpsertionDraft,
  _version: number,
): void {
  writer.string(draft.name, true);
  writer.int8(draft.mechanism);
  writer.int32(draft.iterations);
  writer.bytes(draft.salt, true);
  writer.bytes(draft.saltedPassword, true);
  writer.uvarint(0);
}

function decodeAlterUserScramCredentialsRequestScramCredentialUpsertion(
  reader: Reader,
  _version: number,
): AlterUserScramCredentialsRequestScramCredentialUpsertion {
  const name = reader.string("ScramCredentialUpsertion.name", true);
  const mechanism = reader.int8("ScramCredentialUpsertion.mechanism");
  const iterations = reader.int32("ScramCredentialUpsertion.iterations");
  const salt = reader.bytes("ScramCredentialUpsertion.salt", true);
  const saltedPassword = reader.bytes("ScramCredentialUpsertion.saltedPassword", true);
  reader.skipTags();
  return { name, mechanism, iterations, salt, saltedPassword };
}

function decodeAlterUserScramCredentialsRequestScramCredentialDeletionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterUserScramCredentialsRequestScramCredentialDeletion[] {
  const elements: AlterUserScramCredentialsRequestScramCredentialDeletion[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterUserScramCredentialsRequestScramCredentialDeletion(reader, version));
  return elements;
}

function decodeAlterUserScramCredentialsRequestScramCredentialUpsertionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterUserScramCredentialsRequestScramCredentialUpsertion[] {
  const elements: AlterUserScramCredentialsRequestScramCredentialUpsertion[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeAlterUserScramCredentialsRequestScramCredentialUpsertion(reader, version));
  return elements;
}

/** Api key 51, version 0. */
export interface AlterUserScramCredentialsResponse {
  throttleTimeMs: number;
  results: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[];
}

export interface AlterUserScramCredentialsResponseAlterUserScramCredentialsResult {
  user: string;
  errorCode: number;
  errorMessage: string | null;
}

/** What `encodeAlterUserScramCredentialsResponse` takes. */
export interface AlterUserScramCredentialsResponseDraft {
  throttleTimeMs: number;
  results: readonly AlterUserScramCredentialsResponseAlterUserScramCredentialsResultDraft[];
}

/** What `encodeAlterUserScramCredentialsResponse` takes, in part. */
export interface AlterUserScramCredentialsResponseAlterUserScramCredentialsResultDraft {
  user: string;
  errorCode: number;
  errorMessage: string | null;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeAlterUserScramCredentialsResponse(
  writer: Writer,
  draft: AlterUserScramCredentialsResponseDraft,
  version: number,
): void {
  checkVersion("AlterUserScramCredentialsResponse", version, 0, 0);
  writer.int32(draft.throttleTimeMs);
  const results = draft.results;
  writer.count(results.length, true);
  for (const element of results)
    encodeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(
      writer,
      element,
      version,
    );
  writer.uvarint(0);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeAlterUserScramCredentialsResponse(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsResponse {
  reader.begin("AlterUserScramCredentialsResponse", version, 0, 0);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  const results: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[] =
    decodeAlterUserScramCredentialsResponseAlterUserScramCredentialsResultArray(
      reader,
      version,
      reader.count("results", true, 5),
    );
  reader.skipTags();
  return { throttleTimeMs, results };
}

function encodeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(
  writer: Writer,
  draft: AlterUserScramCredentialsResponseAlterUserScramCredentialsResultDraft,
  _version: number,
): void {
  writer.string(draft.user, true);
  writer.int16(draft.errorCode);
  writer.nullableString(draft.errorMessage, true);
  writer.uvarint(0);
}

function decodeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(
  reader: Reader,
  _version: number,
): AlterUserScramCredentialsResponseAlterUserScramCredentialsResult {
  const user = reader.string("AlterUserScramCredentialsResult.user", true);
  const errorCode = reader.int16("AlterUserScramCredentialsResult.errorCode");
  const errorMessage = reader.nullableString("AlterUserScramCredentialsResult.errorMessage", true);
  reader.skipTags();
  return { user, errorCode, errorMessage };
}

function decodeAlterUserScramCredentialsResponseAlterUserScramCredentialsResultArray(
  reader: Reader,
  version: number,
  count: number,
): AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[] {
  const elements: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(reader, version),
    );
  return elements;
}
