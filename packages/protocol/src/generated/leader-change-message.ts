// Generated from schema/control/leader-change-message.schema by `npm run gen`: change that file, not this one.
import { checkVersion, unsupportedField } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/**
 * Control record that begins each epoch of the metadata log. Always written as version 0.
 * Versions 0-1.
 */
export interface LeaderChangeMessage {
  version: number;
  leaderId: number;
  voters: LeaderChangeMessageVoter[];
  grantingVoters: LeaderChangeMessageVoter[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface LeaderChangeMessageVoter {
  voterId: number;
  /** Version 1. */
  voterDirectoryId: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeLeaderChangeMessage` takes. */
export interface LeaderChangeMessageDraft {
  version: number;
  leaderId: number;
  voters: readonly LeaderChangeMessageVoterDraft[];
  grantingVoters: readonly LeaderChangeMessageVoterDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeLeaderChangeMessage` takes, in part. */
export interface LeaderChangeMessageVoterDraft {
  voterId: number;
  voterDirectoryId?: string | undefined;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeLeaderChangeMessage(
  writer: Writer,
  draft: LeaderChangeMessageDraft,
  version: number,
): void {
  checkVersion("LeaderChangeMessage", version, 0, 1);
  writer.int16(draft.version);
  writer.int32(draft.leaderId);
  const voters = draft.voters;
  writer.count(voters.length, true);
  for (const element of voters) encodeLeaderChangeMessageVoter(writer, element, version);
  const grantingVoters = draft.grantingVoters;
  writer.count(grantingVoters.length, true);
  for (const element of grantingVoters) encodeLeaderChangeMessageVoter(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeLeaderChangeMessage(reader: Reader, version: number): LeaderChangeMessage {
  reader.begin("LeaderChangeMessage", version, 0, 1);
  const versionValue = reader.int16("version");
  const leaderId = reader.int32("leaderId");
  const voters: LeaderChangeMessageVoter[] = decodeLeaderChangeMessageVoterArray(
    reader,
    version,
    reader.count("voters", true, version >= 1 ? 21 : 5),
  );
  const grantingVoters: LeaderChangeMessageVoter[] = decodeLeaderChangeMessageVoterArray(
    reader,
    version,
    reader.count("grantingVoters", true, version >= 1 ? 21 : 5),
  );
  const unknownTaggedFields = reader.keepTags();
  return { version: versionValue, leaderId, voters, grantingVoters, unknownTaggedFields };
}

function encodeLeaderChangeMessageVoter(
  writer: Writer,
  draft: LeaderChangeMessageVoterDraft,
  version: number,
): void {
  writer.int32(draft.voterId);
  if (version >= 1) {
    writer.uuid(draft.voterDirectoryId ?? ZERO_UUID);
  } else if ((draft.voterDirectoryId ?? ZERO_UUID) !== ZERO_UUID) {
    throw unsupportedField("LeaderChangeMessage", "Voter.voterDirectoryId", version);
  }
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeLeaderChangeMessageVoter(reader: Reader, version: number): LeaderChangeMessageVoter {
  const voterId = reader.int32("Voter.voterId");
  const voterDirectoryId = version >= 1 ? reader.uuid("Voter.voterDirectoryId") : ZERO_UUID;
  const unknownTaggedFields = reader.keepTags();
  return { voterId, voterDirectoryId, unknownTaggedFields };
}

function decodeLeaderChangeMessageVoterArray(
  reader: Reader,
  version: number,
  count: number,
): LeaderChangeMessageVoter[] {
  const elements: LeaderChangeMessageVoter[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeLeaderChangeMessageVoter(reader, version));
  return elements;
}
