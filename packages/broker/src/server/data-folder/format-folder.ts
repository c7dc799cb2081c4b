import type { Runtime } from "@naru/runtime";
import type { MetadataRecordDraft } from "@naru/protocol/messages/metadata-records";
import { ONE_UUID } from "@naru/protocol";
import { replaceFile } from "../../log/checkpoint-file.ts";
import { featuresOfNewFolders } from "../../metadata/feature-levels.ts";
import { draftRecord } from "../../metadata/metadata-record.ts";
import type { SnapshotDraft } from "../metadata-log/snapshot-file.ts";
import { encodeSnapshot, snapshotName } from "../metadata-log/snapshot-file.ts";
import { META_PROPERTIES, formatMetaProperties } from "./meta-properties.ts";
import { METADATA_FOLDER } from "./partition-folders.ts";

export const BOOTSTRAP_CHECKPOINT = "bootstrap.checkpoint";

/** Who a new folder is made for. */
export interface NewFolder {
  readonly path: string;
  readonly clusterId: string;
  readonly nodeId: number;
  readonly directoryId: string;
  /** How Kafka's own settings call and reach the controller: listener name, host and port. */
  readonly voterEndpoint: VoterEndpoint;
}

export interface VoterEndpoint {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** As in Kafka's stock server.properties, so that they start Kafka on the folder as they are. */
export const stockVoterEndpoint: VoterEndpoint = {
  name: "CONTROLLER",
  host: "localhost",
  port: 9093,
};

/**
 * The first records of a new cluster; `bootstrap.checkpoint` holds them for whoever leads first.
 */
export function bootstrapRecords(): MetadataRecordDraft[] {
  return featuresOfNewFolders.map(({ name, level }) =>
    draftRecord("FeatureLevelRecord", 0, { name, featureLevel: level }),
  );
}

/**
 * Makes a folder a Kafka data folder, as `kafka-storage format --standalone` does. meta.properties
 * comes last: a folder without it is formatted again from the start, so a crash leaves no half.
 */
export async function formatFolder(runtime: Runtime, folder: NewFolder): Promise<void> {
  const { disk } = runtime;
  const { path, nodeId, directoryId } = folder;
  const timestampMs = runtime.clock.nowMs();
  const metadata = `${path}/${METADATA_FOLDER}`;
  disk.makeFolder(metadata);
  const replace = (name: string, draft: SnapshotDraft, at = path): Promise<void> =>
    replaceFile(disk, `${at}/${name}`, Buffer.concat([...encodeSnapshot(draft)]));
  const first = { epoch: 0, timestampMs, lastContainedLogTimestamp: 0 };
  await replace(BOOTSTRAP_CHECKPOINT, { ...first, quorum: undefined, records: bootstrapRecords() });
  const voters = [
    {
      voterId: nodeId,
      voterDirectoryId: directoryId,
      endpoints: [folder.voterEndpoint],
      kRaftVersionFeature: { minSupportedVersion: 0, maxSupportedVersion: 1 },
    },
  ];
  const quorum = { kraftVersion: 1, voters };
  const origin = snapshotName({ endOffset: 0, epoch: 0 });
  await replace(
    origin,
    { ...first, lastContainedLogTimestamp: timestampMs, quorum, records: [] },
    metadata,
  );
  const topic = `version: 0\ntopic_id: ${ONE_UUID}`;
  await replaceFile(disk, `${metadata}/partition.metadata`, Buffer.from(topic));
  await disk.syncFolder(path);
  const meta = formatMetaProperties(folder);
  await replaceFile(disk, `${path}/${META_PROPERTIES}`, Buffer.from(meta));
}
