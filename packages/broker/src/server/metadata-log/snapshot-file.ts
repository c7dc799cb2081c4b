/**
 * A snapshot: the metadata as it was before one offset, so that older segments may go.
 *
 *   EEEEEEEEEEEEEEEEEEEE-PPPPPPPPPP.checkpoint
 *   end offset (exclusive), 20 digits; epoch, 10 digits
 *
 *   ┌───────────────────────────────────────┬──────────────┬────────────────┐
 *   │ control batch: SnapshotHeader; with   │ data batches │ control batch: │
 *   │ kraft.version 1 also KRaftVersion and │              │ SnapshotFooter │
 *   │ KRaftVoters                           │              │                │
 *   └───────────────────────────────────────┴──────────────┴────────────────┘
 *
 * Invariants: offsets count from 0, the partition leader epoch of every batch is the snapshot's
 * (0 in `bootstrap.checkpoint`), and there are no transactions inside. The footer says that it is
 * whole: one without is not used. On its way in a snapshot is called `.checkpoint.part`, on its way
 * out `.checkpoint.deleted`.
 */
import type { MetadataRecordDraft } from "@naru/protocol/messages/metadata-records";
import { encodeMetadataRecord } from "@naru/protocol/messages/metadata-records";
import type { VotersRecordDraft } from "@naru/protocol/messages/voters-record";
import type { ControlRecord } from "@naru/protocol";
import { recordBytesAtMost } from "../../controller/controller-log.ts";
import { kraftVersion, kraftVoters, snapshotFooter, snapshotHeader } from "./control-records.ts";
import type { BatchPlace, MetadataBatch } from "./metadata-batch.ts";
import { encodeControlBatch, encodeMetadataBatch, readMetadataBatch } from "./metadata-batch.ts";

/** Where a snapshot stands in the log. */
export interface SnapshotId {
  /** The first offset that is not in it. */
  readonly endOffset: number;
  readonly epoch: number;
}

/** How the quorum is made up; undefined voters with kraft.version 0. */
export interface Quorum {
  readonly kraftVersion: number;
  readonly voters: VotersRecordDraft["voters"] | undefined;
}

export function snapshotName({ endOffset, epoch }: SnapshotId): string {
  return `${String(endOffset).padStart(20, "0")}-${String(epoch).padStart(10, "0")}.checkpoint`;
}

export function parseSnapshotName(name: string): SnapshotId | undefined {
  const match = /^(\d{20})-(\d{10})\.checkpoint$/.exec(name);
  return match === null ? undefined : { endOffset: Number(match[1]), epoch: Number(match[2]) };
}

/** Data batches of a snapshot are closed at this size, so that no reader needs more at once. */
const BATCH_BYTES_AIM = 1_048_576;

export interface SnapshotDraft {
  readonly epoch: number;
  readonly timestampMs: number;
  /** Of the last record in the log that the snapshot covers; 0 when there is none. */
  readonly lastContainedLogTimestamp: number;
  /** undefined in `bootstrap.checkpoint`, which says nothing of it. */
  readonly quorum: Quorum | undefined;
  readonly records: Iterable<MetadataRecordDraft>;
}

/** The batches of a snapshot, one after the other. */
export function* encodeSnapshot(draft: SnapshotDraft): Generator<Uint8Array> {
  const { epoch, timestampMs, quorum } = draft;
  let baseOffset = 0;
  const placed = (count: number): BatchPlace => {
    const place = { baseOffset, epoch, timestampMs };
    baseOffset += count;
    return place;
  };
  const batch = (values: readonly Uint8Array[]): Uint8Array =>
    encodeMetadataBatch(values, placed(values.length));
  const control = (records: readonly ControlRecord[]): Uint8Array =>
    encodeControlBatch(records, placed(records.length));

  const head = [snapshotHeader(draft.lastContainedLogTimestamp)];
  if (quorum?.voters !== undefined && quorum.kraftVersion >= 1) {
    head.push(kraftVersion(quorum.kraftVersion), kraftVoters(quorum.voters));
  }
  yield control(head);
  let values: Uint8Array[] = [];
  let bytes = 0;
  for (const record of draft.records) {
    const value = encodeMetadataRecord(record);
    if (values.length > 0 && bytes + recordBytesAtMost(value) > BATCH_BYTES_AIM) {
      yield batch(values);
      values = [];
      bytes = 0;
    }
    values.push(value);
    bytes += recordBytesAtMost(value);
  }
  if (values.length > 0) yield batch(values);
  yield control([snapshotFooter()]);
}

/** The batches of a whole snapshot, or what is wrong with it. */
export function readSnapshot(bytes: Uint8Array): readonly MetadataBatch[] | string {
  const batches: MetadataBatch[] = [];
  let offset = 0;
  for (let at = 0; at < bytes.length;) {
    const batch = readMetadataBatch(bytes, at);
    if (typeof batch === "string") return `at byte ${at} found ${batch}`;
    if (batch.baseOffset !== offset) {
      return `at byte ${at} found offset ${batch.baseOffset}, expected ${offset}`;
    }
    batches.push(batch);
    offset = batch.nextOffset;
    at += batch.bytes;
  }
  if (batches[0]?.controlTypes?.[0] !== "SNAPSHOT_HEADER") return "it has no header";
  const last = batches.at(-1)!;
  if (last.controlTypes?.at(-1) !== "SNAPSHOT_FOOTER") return "it has no footer";
  return batches;
}
