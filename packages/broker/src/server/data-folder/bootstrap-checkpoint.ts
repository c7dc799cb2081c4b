import type { Disk } from "@naru/runtime";
import { decodeMetadataRecord } from "@naru/protocol/messages/metadata-records";
import type { MetadataRecordDraft } from "../../metadata/metadata-record.ts";
import { readSnapshot } from "../metadata-log/snapshot-file.ts";
import { DataFolderError } from "./data-folder-error.ts";
import { BOOTSTRAP_CHECKPOINT, bootstrapRecords } from "./format-folder.ts";

/** A handful of records, even with SCRAM users. */
const BOOTSTRAP_BYTES_MAX = 16_777_216;

/**
 * The records that the formatting wrote down for the first leader: read only while the log has no
 * metadata.version. Kafka does without the file, and so do we.
 */
export function readBootstrapRecords(disk: Disk, path: string): readonly MetadataRecordDraft[] {
  const file = `${path}/${BOOTSTRAP_CHECKPOINT}`;
  if (disk.stat(file) === undefined) return bootstrapRecords();
  const batches = readSnapshot(disk.readWhole(file, BOOTSTRAP_BYTES_MAX));
  if (typeof batches === "string") throw new DataFolderError("DAMAGED", `${file}: ${batches}.`);
  return batches
    .filter((batch) => batch.controlTypes === undefined)
    .flatMap((batch) => batch.values.map((value) => decodeMetadataRecord(value)));
}
