// Generated from schema/metadata/delegation-token-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readStringArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** A delegation token exists or has been renewed. Record type 10, version 0. */
export interface DelegationTokenRecord {
  owner: string;
  requester: string;
  renewers: string[];
  issueTimestamp: number;
  maxTimestamp: number;
  expirationTimestamp: number;
  tokenId: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeDelegationTokenRecord` takes. */
export interface DelegationTokenRecordDraft {
  owner: string;
  requester: string;
  renewers: readonly string[];
  issueTimestamp: number;
  maxTimestamp: number;
  expirationTimestamp: number;
  tokenId: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeDelegationTokenRecord(
  writer: Writer,
  draft: DelegationTokenRecordDraft,
  version: number,
): void {
  checkVersion("DelegationTokenRecord", version, 0, 0);
  writer.string(draft.owner, true);
  writer.string(draft.requester, true);
  const renewers = draft.renewers;
  writer.count(renewers.length, true);
  for (const element of renewers) writer.string(element, true);
  writer.int64(draft.issueTimestamp);
  writer.int64(draft.maxTimestamp);
  writer.int64(draft.expirationTimestamp);
  writer.string(draft.tokenId, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeDelegationTokenRecord(
  reader: Reader,
  version: number,
): DelegationTokenRecord {
  reader.begin("DelegationTokenRecord", version, 0, 0);
  const owner = reader.string("owner", true);
  const requester = reader.string("requester", true);
  const renewers: string[] = readStringArray(
    reader,
    "renewers",
    reader.count("renewers", true, 1),
    true,
  );
  const issueTimestamp = reader.int64("issueTimestamp");
  const maxTimestamp = reader.int64("maxTimestamp");
  const expirationTimestamp = reader.int64("expirationTimestamp");
  const tokenId = reader.string("tokenId", true);
  const unknownTaggedFields = reader.keepTags();
  return {
    owner,
    requester,
    renewers,
    issueTimestamp,
    maxTimestamp,
    expirationTimestamp,
    tokenId,
    unknownTaggedFields,
  };
}
