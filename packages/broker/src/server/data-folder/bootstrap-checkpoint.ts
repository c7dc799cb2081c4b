import type { Disk } from "@naru/runtime";
import { decodeMetadataRecord } from "@naru/protocol/messages/metadata-records";
import {
  METADATA_VERSION,
  METADATA_VERSION_MAX,
  METADATA_VERSION_MIN,
} from "../../metadata/feature-levels.ts";
import type { MetadataRecord, MetadataRecordDraft } from "../../metadata/metadata-record.ts";
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
  const records: MetadataRecordDraft[] = [];
  for (const { controlTypes, values } of batches) {
    if (controlTypes === undefined) records.push(...values.map((value) => decode(value, file)));
  }
  return records;
}

/** A record that we may write into the log: what we could not read there is refused here. */
function decode(value: Uint8Array, file: string): MetadataRecord {
  let record: MetadataRecord;
  try {
    record = decodeMetadataRecord(value);
  } catch (error) {
    throw tooNew(file, String(error), error);
  }
  if (record.type !== "FeatureLevelRecord" || record.record.name !== METADATA_VERSION)
    return record;
  const level = record.record.featureLevel;
  if (level >= METADATA_VERSION_MIN && level <= METADATA_VERSION_MAX) return record;
  throw tooNew(file, `metadata.version ${level}`);
}

function tooNew(file: string, finding: string, cause?: unknown): DataFolderError {
  return new DataFolderError(
    "TOO_NEW",
    `${file}: found ${finding}, expected what Naru reads: metadata.version ` +
      `${METADATA_VERSION_MIN} to ${METADATA_VERSION_MAX}. Format the folder with an Apache Kafka ` +
      "4.0 to 4.3, or leave it to Naru.",
    { cause },
  );
}
