/**
 * The control records of the metadata log. Their bodies name a version in a field of their own, and
 * are always written and read in schema version 0: a LeaderChangeMessage of version 1 stops Kafka's
 * start.
 */
import { Reader, Writer } from "@naru/protocol";
import type { ControlRecord, ControlRecordType } from "@naru/protocol";
import {
  decodeKRaftVersionRecord,
  encodeKRaftVersionRecord,
} from "@naru/protocol/messages/kraft-version-record";
import { encodeLeaderChangeMessage } from "@naru/protocol/messages/leader-change-message";
import { encodeSnapshotFooterRecord } from "@naru/protocol/messages/snapshot-footer-record";
import { encodeSnapshotHeaderRecord } from "@naru/protocol/messages/snapshot-header-record";
import { decodeVotersRecord, encodeVotersRecord } from "@naru/protocol/messages/voters-record";
import type { VotersRecord, VotersRecordDraft } from "@naru/protocol/messages/voters-record";

/** The first record of every epoch: who leads it, elected by itself. */
export function leaderChange(leaderId: number): ControlRecord {
  const voters = [{ voterId: leaderId }];
  return control("LEADER_CHANGE", (writer) => {
    encodeLeaderChangeMessage(writer, { version: 0, leaderId, voters, grantingVoters: voters }, 0);
  });
}

export function snapshotHeader(lastContainedLogTimestamp: number): ControlRecord {
  return control("SNAPSHOT_HEADER", (writer) => {
    encodeSnapshotHeaderRecord(writer, { version: 0, lastContainedLogTimestamp }, 0);
  });
}

export function snapshotFooter(): ControlRecord {
  return control("SNAPSHOT_FOOTER", (writer) => {
    encodeSnapshotFooterRecord(writer, { version: 0 }, 0);
  });
}

/** The format of the quorum: 1 keeps the voters in the log (KIP-853), 0 in each node's settings. */
export function kraftVersion(level: number): ControlRecord {
  return control("KRAFT_VERSION", (writer) => {
    encodeKRaftVersionRecord(writer, { version: 0, kRaftVersion: level }, 0);
  });
}

export function kraftVoters(voters: VotersRecordDraft["voters"]): ControlRecord {
  return control("KRAFT_VOTERS", (writer) => {
    encodeVotersRecord(writer, { version: 0, voters }, 0);
  });
}

export function readKraftVersion(value: Uint8Array): number {
  return decodeKRaftVersionRecord(new Reader(value), 0).kRaftVersion;
}

export function readKraftVoters(value: Uint8Array): VotersRecord["voters"] {
  return decodeVotersRecord(new Reader(value), 0).voters;
}

function control(type: ControlRecordType, encode: (writer: Writer) => void): ControlRecord {
  const writer = new Writer();
  encode(writer);
  return { type, value: writer.toBytes() };
}
