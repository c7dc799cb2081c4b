// Generated from schema/api/describe-delegation-token.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** Lists delegation tokens by owner. Api key 41, versions 1-3. */
export interface DescribeDelegationTokenRequest {
  owners: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null;
}

export interface DescribeDelegationTokenRequestDescribeDelegationTokenOwner {
  principalType: string;
  principalName: string;
}

/** What `encodeDescribeDelegationTokenRequest` takes. */
export interface DescribeDelegationTokenRequestDraft {
  owners: readonly DescribeDelegationTokenRequestDescribeDelegationTokenOwnerDraft[] | null;
}

/** What `encodeDescribeDelegationTokenRequest` takes, in part. */
export interface DescribeDelegationTokenRequestDescribeDelegationTokenOwnerDraft {
  principalType: string;
  principalName: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeDelegationTokenRequest(
  writer: Writer,
  draft: DescribeDelegationTokenRequestDraft,
  version: number,
): void {
  checkVersion("DescribeDelegationTokenRequest", version, 1, 3);
  const flexible = version >= 2;
  const owners = draft.owners;
  if (owners === null) {
    writer.nullCount(flexible);
  } else {
    writer.count(owners.length, flexible);
    for (const element of owners)
      encodeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(writer, element, version);
  }
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeDelegationTokenRequest(
  reader: Reader,
  version: number,
): DescribeDelegationTokenRequest {
  reader.begin("DescribeDelegationTokenRequest", version, 1, 3);
  const flexible = version >= 2;
  const owners: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null =
    decodeNullableDescribeDelegationTokenRequestDescribeDelegationTokenOwnerArray(
      reader,
      version,
      reader.nullableCount("owners", flexible, version >= 2 ? 3 : 4),
    );
  if (flexible) reader.skipTags();
  return { owners };
}

function encodeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(
  writer: Writer,
  draft: DescribeDelegationTokenRequestDescribeDelegationTokenOwnerDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.principalType, flexible);
  writer.string(draft.principalName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(
  reader: Reader,
  version: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner {
  const flexible = version >= 2;
  const principalType = reader.string("DescribeDelegationTokenOwner.principalType", flexible);
  const principalName = reader.string("DescribeDelegationTokenOwner.principalName", flexible);
  if (flexible) reader.skipTags();
  return { principalType, principalName };
}

function decodeNullableDescribeDelegationTokenRequestDescribeDelegationTokenOwnerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null {
  return count < 0
    ? null
    : decodeDescribeDelegationTokenRequestDescribeDelegationTokenOwnerArray(reader, version, count);
}

function decodeDescribeDelegationTokenRequestDescribeDelegationTokenOwnerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] {
  const elements: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(reader, version),
    );
  return elements;
}

/** Api key 41, versions 1-3. */
export interface DescribeDelegationTokenResponse {
  errorCode: number;
  tokens: DescribeDelegationTokenResponseDescribedDelegationToken[];
  throttleTimeMs: number;
}

export interface DescribeDelegationTokenResponseDescribedDelegationToken {
  principalType: string;
  principalName: string;
  /** Version 3. */
  tokenRequesterPrincipalType: string;
  /** Version 3. */
  tokenRequesterPrincipalName: string;
  issueTimestamp: number;
  expiryTimestamp: number;
  maxTimestamp: number;
  tokenId: string;
  hmac: Uint8Array;
  renewers: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[];
}

export interface DescribeDelegationTokenResponseDescribedDelegationTokenRenewer {
  principalType: string;
  principalName: string;
}

/** What `encodeDescribeDelegationTokenResponse` takes. */
export interface DescribeDelegationTokenResponseDraft {
  errorCode: number;
  tokens: readonly DescribeDelegationTokenResponseDescribedDelegationTokenDraft[];
  throttleTimeMs: number;
}

/** What `encodeDescribeDelegationTokenResponse` takes, in part. */
export interface DescribeDelegationTokenResponseDescribedDelegationTokenDraft {
  principalType: string;
  principalName: string;
  tokenRequesterPrincipalType?: string | undefined;
  tokenRequesterPrincipalName?: string | undefined;
  issueTimestamp: number;
  expiryTimestamp: number;
  maxTimestamp: number;
  tokenId: string;
  hmac: Uint8Array;
  renewers: readonly DescribeDelegationTokenResponseDescribedDelegationTokenRenewerDraft[];
}

/** What `encodeDescribeDelegationTokenResponse` takes, in part. */
export interface DescribeDelegationTokenResponseDescribedDelegationTokenRenewerDraft {
  principalType: string;
  principalName: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDescribeDelegationTokenResponse(
  writer: Writer,
  draft: DescribeDelegationTokenResponseDraft,
  version: number,
): void {
  checkVersion("DescribeDelegationTokenResponse", version, 1, 3);
  const flexible = version >= 2;
  writer.int16(draft.errorCode);
  const tokens = draft.tokens;
  writer.count(tokens.length, flexible);
  for (const element of tokens)
    encodeDescribeDelegationTokenResponseDescribedDelegationToken(writer, element, version);
  writer.int32(draft.throttleTimeMs);
  if (flexible) {
    writer.uvarint(0);
  }
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDescribeDelegationTokenResponse(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponse {
  reader.begin("DescribeDelegationTokenResponse", version, 1, 3);
  const flexible = version >= 2;
  const errorCode = reader.int16("errorCode");
  const tokens: DescribeDelegationTokenResponseDescribedDelegationToken[] =
    decodeDescribeDelegationTokenResponseDescribedDelegationTokenArray(
      reader,
      version,
      reader.count("tokens", flexible, version >= 3 ? 32 : version >= 2 ? 30 : 38),
    );
  const throttleTimeMs = reader.int32("throttleTimeMs");
  if (flexible) reader.skipTags();
  return { errorCode, tokens, throttleTimeMs };
}

function encodeDescribeDelegationTokenResponseDescribedDelegationToken(
  writer: Writer,
  draft: DescribeDelegationTokenResponseDescribedDelegationTokenDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.principalType, flexible);
  writer.string(draft.principalName, flexible);
  if (version >= 3) {
    writer.string(draft.tokenRequesterPrincipalType ?? "", flexible);
  } else if ((draft.tokenRequesterPrincipalType ?? "") !== "") {
    throw unsupportedField(
      "DescribeDelegationTokenResponse",
      "DescribedDelegationToken.tokenRequesterPrincipalType",
      version,
    );
  }
  if (version >= 3) {
    writer.string(draft.tokenRequesterPrincipalName ?? "", flexible);
  } else if ((draft.tokenRequesterPrincipalName ?? "") !== "") {
    throw unsupportedField(
      "DescribeDelegationTokenResponse",
      "DescribedDelegationToken.tokenRequesterPrincipalName",
      version,
    );
  }
  writer.int64(draft.issueTimestamp);
  writer.int64(draft.expiryTimestamp);
  writer.int64(draft.maxTimestamp);
  writer.string(draft.tokenId, flexible);
  writer.bytes(draft.hmac, flexible);
  const renewers = draft.renewers;
  writer.count(renewers.length, flexible);
  for (const element of renewers)
    encodeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(writer, element, version);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeDelegationTokenResponseDescribedDelegationToken(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponseDescribedDelegationToken {
  const flexible = version >= 2;
  const principalType = reader.string("DescribedDelegationToken.principalType", flexible);
  const principalName = reader.string("DescribedDelegationToken.principalName", flexible);
  const tokenRequesterPrincipalType =
    version >= 3
      ? reader.string("DescribedDelegationToken.tokenRequesterPrincipalType", flexible)
      : "";
  const tokenRequesterPrincipalName =
    version >= 3
      ? reader.string("DescribedDelegationToken.tokenRequesterPrincipalName", flexible)
      : "";
  const issueTimestamp = reader.int64("DescribedDelegationToken.issueTimestamp");
  const expiryTimestamp = reader.int64("DescribedDelegationToken.expiryTimestamp");
  const maxTimestamp = reader.int64("DescribedDelegationToken.maxTimestamp");
  const tokenId = reader.string("DescribedDelegationToken.tokenId", flexible);
  const hmac = reader.bytes("DescribedDelegationToken.hmac", flexible);
  const renewers: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[] =
    decodeDescribeDelegationTokenResponseDescribedDelegationTokenRenewerArray(
      reader,
      version,
      reader.count("DescribedDelegationToken.renewers", flexible, version >= 2 ? 3 : 4),
    );
  if (flexible) reader.skipTags();
  return {
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestamp,
    expiryTimestamp,
    maxTimestamp,
    tokenId,
    hmac,
    renewers,
  };
}

function encodeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(
  writer: Writer,
  draft: DescribeDelegationTokenResponseDescribedDelegationTokenRenewerDraft,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(draft.principalType, flexible);
  writer.string(draft.principalName, flexible);
  if (flexible) {
    writer.uvarint(0);
  }
}

function decodeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponseDescribedDelegationTokenRenewer {
  const flexible = version >= 2;
  const principalType = reader.string("DescribedDelegationTokenRenewer.principalType", flexible);
  const principalName = reader.string("DescribedDelegationTokenRenewer.principalName", flexible);
  if (flexible) reader.skipTags();
  return { principalType, principalName };
}

function decodeDescribeDelegationTokenResponseDescribedDelegationTokenArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenResponseDescribedDelegationToken[] {
  const elements: DescribeDelegationTokenResponseDescribedDelegationToken[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeDescribeDelegationTokenResponseDescribedDelegationToken(reader, version));
  return elements;
}

function decodeDescribeDelegationTokenResponseDescribedDelegationTokenRenewerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[] {
  const elements: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(
      decodeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(reader, version),
    );
  return elements;
}
