import type { Logger, Runtime } from "@naru/runtime";
import { EmbeddedController } from "../controller/embedded-controller.ts";
import type { ParsedBrokerConfig } from "../metadata/config/parse-broker-config.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import { unservedFinalizedFeatures } from "../metadata/features-image.ts";
import { readBootstrapRecords } from "./data-folder/bootstrap-checkpoint.ts";
import { DataFolder } from "./data-folder/data-folder.ts";
import { MetadataLog } from "./metadata-log/metadata-log.ts";

/** A data folder that this process holds, with its metadata log and the controller over it. */
export interface OpenedData {
  readonly folder: DataFolder;
  readonly metadataLog: MetadataLog;
  readonly controller: EmbeddedController;
}

/** Locks or formats the folder, replays its metadata log, and takes the lead of it. */
export async function openData(options: {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly settings: ParsedBrokerConfig;
  onFailure(error: unknown): void;
}): Promise<OpenedData> {
  const { runtime, logger, settings } = options;
  const { config, listeners, layers } = settings;
  const { nodeId } = config;
  const path = config.logDirs[0]!.replace(/(?<=.)\/+$/, "");
  const [controllerListener] = listeners.controllerListeners;
  const voterEndpoint = controllerListener && {
    name: controllerListener.listenerName,
    host: controllerListener.host === "" ? "localhost" : controllerListener.host,
    port: controllerListener.port,
  };
  const folder = await DataFolder.open({
    runtime,
    logger,
    path,
    nodeId,
    ...(voterEndpoint === undefined ? {} : { voterEndpoint }),
  });
  let metadataLog: MetadataLog | undefined;
  try {
    metadataLog = await MetadataLog.open({
      runtime,
      logger,
      path,
      nodeId,
      directoryId: folder.directoryId,
      config: {
        segmentBytes: config.metadataLogSegmentBytes,
        segmentMs: config.metadataLogSegmentMs,
        maxRecordBytesBetweenSnapshots: config.metadataLogMaxRecordBytesBetweenSnapshots,
        maxSnapshotIntervalMs: config.metadataLogMaxSnapshotIntervalMs,
        retentionBytes: config.metadataMaxRetentionBytes,
        retentionMs: config.metadataMaxRetentionMs,
      },
    });
    const controller = await EmbeddedController.start({
      runtime,
      logger,
      log: metadataLog,
      directoryId: folder.directoryId,
      bootstrapRecords: readBootstrapRecords(runtime.disk, path),
      onFailure: (error) => options.onFailure(error),
      config: {
        nodeId,
        clusterId: folder.clusterId,
        sessionTimeoutMs: config.brokerSessionTimeoutMs,
        deleteTopicEnable: config.deleteTopicEnable,
        defaultPartitions: config.numPartitions,
        defaultReplicationFactor: config.defaultReplicationFactor,
        fixedConfigs: layers.fixed,
      },
    });
    nameUnserved(controller.image, logger);
    return { folder, metadataLog, controller };
  } catch (error) {
    metadataLog?.close();
    folder.release();
    throw error;
  }
}

function nameUnserved(image: MetadataImage, logger: Logger): void {
  const unserved = [...unservedFinalizedFeatures(image.features)];
  if (unserved.length === 0) return;
  const names = unserved.map(([name, level]) => `${name}=${level}`).join(", ");
  logger.warn(
    `The folder has features that Naru does not serve: ${names}. What belongs to them is kept ` +
      `untouched, and clients are not told of them.`,
  );
}
