// Generated from schema/group/legacy-offset-commit-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** An offset commit of Kafka 0.8; type 1 has taken its place. Record type 0, version 0. */
export interface LegacyOffsetCommitKey {
  group: string;
  topic: string;
  partition: number;
}

/** What `encodeLegacyOffsetCommitKey` takes. */
export interface LegacyOffsetCommitKeyDraft {
  group: string;
  topic: string;
  partition: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeLegacyOffsetCommitKey(
  writer: Writer,
  draft: LegacyOffsetCommitKeyDraft,
  version: number,
): void {
  checkVersion("LegacyOffsetCommitKey", version, 0, 0);
  writer.string(draft.group, false);
  writer.string(draft.topic, false);
  writer.int32(draft.partition);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeLegacyOffsetCommitKey(
  reader: Reader,
  version: number,
): LegacyOffsetCommitKey {
  reader.begin("LegacyOffsetCommitKey", version, 0, 0);
  const group = reader.string("group", false);
  const topic = reader.string("topic", false);
  const partition = reader.int32("partition");
  return { group, topic, partition };
}

/** Record type 0, version 0. */
export interface LegacyOffsetCommitValue {
  offset: number;
  metadata: string;
  commitTimestamp: number;
}

/** What `encodeLegacyOffsetCommitValue` takes. */
export interface LegacyOffsetCommitValueDraft {
  offset: number;
  metadata: string;
  commitTimestamp: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeLegacyOffsetCommitValue(
  writer: Writer,
  draft: LegacyOffsetCommitValueDraft,
  version: number,
): void {
  checkVersion("LegacyOffsetCommitValue", version, 0, 0);
  writer.int64(draft.offset);
  writer.string(draft.metadata, false);
  writer.int64(draft.commitTimestamp);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeLegacyOffsetCommitValue(
  reader: Reader,
  version: number,
): LegacyOffsetCommitValue {
  reader.begin("LegacyOffsetCommitValue", version, 0, 0);
  const offset = reader.int64("offset");
  const metadata = reader.string("metadata", false);
  const commitTimestamp = reader.int64("commitTimestamp");
  return { offset, metadata, commitTimestamp };
}
