// Generated from schema/api/create-delegation-token.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Issues a delegation token (KIP-48). Api key 38, versions 1-3. */
export interface CreateDelegationTokenRequest {
  /** Version 3. */
  ownerPrincipalType: string | null;
  /** Version 3. */
  ownerPrincipalName: string | null;
  renewers: CreateDelegationTokenRequestCreatableRenewers[];
  maxLifetimeMs: number;
}

export interface CreateDelegationTokenRequestCreatableRenewers {
  principalType: string;
  principalName: string;
}

/** What `encodeCreateDelegationTokenRequest` takes. */
export interface CreateDelegationTokenRequestDraft {
  ownerPrincipalType?: string | null | undefined;
  ownerPrincipalName?: string | null | undefined;
  renewers: readonly CreateDelegationTokenRequestCreatableRenewersDraft[];
  maxLifetimeMs: number;
}

/** What `encodeCreateDelegationTokenRequest` takes, in part. */
export interface CreateDelegationTokenRequestCreatableRenewersDraft {
  principalType: string;
  principalName: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreateDelegationTokenRequest(
  writer: Writer,
  draft: CreateDelegationTokenRequestDraft,
  version: number,
): void {
  checkVersion("CreateDelegationTokenRequest", version, 1, 3);
  const flexible = version >= 2;
  if (version >= 3) {
    writer.nullableString(
      draft.ownerPrincipalType === undefined ? "" : draft.ownerPrincipalType,
      flexible,
    );
  } else if ((draft.ownerPrincipalType === undefined ? "" : draft.ownerPrincipalType) !== "") {
    throw unsupportedField("CreateDelegationTokenRequest", "ownerPrincipalType", version);
  }
  if (version >= 3) {
    writer.nullableString(
      draft.ownerPrincipalName === undefined ? "" : draft.ownerPrincipalName,
      flexible,
    );
  } else if ((draft.ownerPrincipalName === undefined ? "" : draft.ownerPrincipalName) !== "") {
    throw unsupportedField("CreateDelegationTokenRequest", "ownerPrincipalName", version);
  }
  const renewers = draft.renewers;
  writer.count(renewers.length, flexible);
  for (const element of renewers)
    encodeCreateDelegationTokenRequestCreatableRenewers(writer, element, version);
  writer.int64(draft.maxLifetimeMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreateDelegationTokenRequest(
  reader: Reader,
  version: number,
): CreateDelegationTokenRequest {
  reader.begin("CreateDelegationTokenRequest", version, 1, 3);
  const flexible = version >= 2;
  const ownerPrincipalType =
    version >= 3 ? reader.nullableString("ownerPrincipalType", flexible) : "";
  const ownerPrincipalName =
    version >= 3 ? reader.nullableString("ownerPrincipalName", flexible) : "";
  const renewers: CreateDelegationTokenRequestCreatableRenewers[] =
    decodeCreateDelegationTokenRequestCreatableRenewersArray(
      reader,
      version,
      reader.count("renewers", flexible, version >= 2 ? 3 : 4),
    );
  const maxLifetimeMs = reader.int64("maxLifetimeMs");
  if (flexible) reader.skipTags();
  return { ownerPrincipalType, ownerPrincipalName, renewers, maxLifetimeMs };
}

function encodeCreateDelegationTokenRequestCreatableRenewers(
  writer: Writer,
  draft: CreateDelegationTokenRequestCreatableRenewersDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.principalType, flexible);
  writer.string(draft.principalName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeCreateDelegationTokenRequestCreatableRenewers(
  reader: Reader,
  version: number,
): CreateDelegationTokenRequestCreatableRenewers {
  const flexible = version >= 2;
  const principalType = reader.string("CreatableRenewers.principalType", flexible);
  const principalName = reader.string("CreatableRenewers.principalName", flexible);
  if (flexible) reader.skipTags();
  return { principalType, principalName };
}

function decodeCreateDelegationTokenRequestCreatableRenewersArray(
  reader: Reader,
  version: number,
  count: number,
): CreateDelegationTokenRequestCreatableRenewers[] {
  const elements: CreateDelegationTokenRequestCreatableRenewers[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeCreateDelegationTokenRequestCreatableRenewers(reader, version));
  return elements;
}

/** Api key 38, versions 1-3. */
export interface CreateDelegationTokenResponse {
  errorCode: number;
  principalType: string;
  principalName: string;
  /** Version 3. */
  tokenRequesterPrincipalType: string;
  /** Version 3. */
  tokenRequesterPrincipalName: string;
  issueTimestampMs: number;
  expiryTimestampMs: number;
  maxTimestampMs: number;
  tokenId: string;
  hmac: Uint8Array;
  throttleTimeMs: number;
}

/** What `encodeCreateDelegationTokenResponse` takes. */
export interface CreateDelegationTokenResponseDraft {
  errorCode: number;
  principalType: string;
  principalName: string;
  tokenRequesterPrincipalType?: string | undefined;
  tokenRequesterPrincipalName?: string | undefined;
  issueTimestampMs: number;
  expiryTimestampMs: number;
  maxTimestampMs: number;
  tokenId: string;
  hmac: Uint8Array;
  throttleTimeMs: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeCreateDelegationTokenResponse(
  writer: Writer,
  draft: CreateDelegationTokenResponseDraft,
  version: number,
): void {
  checkVersion("CreateDelegationTokenResponse", version, 1, 3);
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  writer.string(draft.principalType, flexible);
  writer.string(draft.principalName, flexible);
  if (version >= 3) {
    writer.string(draft.tokenRequesterPrincipalType ?? "", flexible);
  } else if ((draft.tokenRequesterPrincipalType ?? "") !== "") {
    throw unsupportedField("CreateDelegationTokenResponse", "tokenRequesterPrincipalType", version);
  }
  if (version >= 3) {
    writer.string(draft.tokenRequesterPrincipalName ?? "", flexible);
  } else if ((draft.tokenRequesterPrincipalName ?? "") !== "") {
    throw unsupportedField("CreateDelegationTokenResponse", "tokenRequesterPrincipalName", version);
  }
  writer.int64(draft.issueTimestampMs);
  writer.int64(draft.expiryTimestampMs);
  writer.int64(draft.maxTimestampMs);
  writer.string(draft.tokenId, flexible);
  writer.bytes(draft.hmac, flexible);
  writer.int32(draft.throttleTimeMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeCreateDelegationTokenResponse(
  reader: Reader,
  version: number,
): CreateDelegationTokenResponse {
  reader.begin("CreateDelegationTokenResponse", version, 1, 3);
  const flexible = version >= 2;
  const errorCode = reader.int16("errorCode");
  const principalType = reader.string("principalType", flexible);
  const principalName = reader.string("principalName", flexible);
  const tokenRequesterPrincipalType =
    version >= 3 ? reader.string("tokenRequesterPrincipalType", flexible) : "";
  const tokenRequesterPrincipalName =
    version >= 3 ? reader.string("tokenRequesterPrincipalName", flexible) : "";
  const issueTimestampMs = reader.int64("issueTimestampMs");
  const expiryTimestampMs = reader.int64("expiryTimestampMs");
  const maxTimestampMs = reader.int64("maxTimestampMs");
  const tokenId = reader.string("tokenId", flexible);
  const hmac = reader.bytes("hmac", flexible);
  const throttleTimeMs = reader.int32("throttleTimeMs");
  if (flexible) reader.skipTags();
  return {
    errorCode,
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestampMs,
    expiryTimestampMs,
    maxTimestampMs,
    tokenId,
    hmac,
    throttleTimeMs,
  };
}
