import type { ErrorName } from "@naru/protocol";
import type { Random } from "@naru/runtime";
import type { BrokerConfigLayers, ConfigTexts } from "../metadata/config/config-layers.ts";
import type { TopicConfigKey } from "../metadata/config/topic-config.ts";
import { effectiveTopicText } from "../metadata/config/topic-config.ts";
import { configResourceTypes } from "../metadata/configs-image.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import type { BrokerSessions } from "./broker-sessions.ts";

/** What the controller must be told and cannot see in the metadata. */
export interface ControllerConfig {
  readonly nodeId: number;
  readonly clusterId: string;
  /** `broker.session.timeout.ms` */
  readonly sessionTimeoutMs: number;
  /** `delete.topic.enable` */
  readonly deleteTopicEnable: boolean;
  /** `num.partitions` and `default.replication.factor`, for topics that do not say. */
  readonly defaultPartitions: number;
  readonly defaultReplicationFactor: number;
  /** The controller's own static settings: file and flags. */
  readonly fixedConfigs: ConfigTexts;
  /** Of the quorum, as the folder has it. */
  readonly kraftVersion: number;
}

/**
 * What one operation of the controller sees. The image holds every operation before this one, those
 * that are not yet committed among them; their answers wait for the same commit.
 */
export interface ControllerView {
  readonly image: MetadataImage;
  /** Where the first record of this operation will land. */
  readonly nextOffset: number;
  /** Monotonic. */
  readonly nowMs: number;
  readonly config: ControllerConfig;
  readonly sessions: BrokerSessions;
  readonly random: Random;
}

/**
 * The outcome of an operation: the records are appended, all or none, then replayed; the response
 * is sent once they are committed. An operation changes nothing itself but the brokers' sessions.
 */
export interface ControllerStep<Response> {
  readonly records: readonly MetadataRecordDraft[];
  readonly response: Response;
}

/** An error for one item of an answer, with Kafka's words. */
export interface ItemError {
  readonly error: ErrorName;
  readonly message: string | null;
}

/** As many records one request of a client may lead to; Kafka's bound. */
export const RECORDS_PER_REQUEST_MAX = 10_000;

/** Where a topic's values come from, as the controller sees it. */
export function layersOf(view: Pick<ControllerView, "image" | "config">): BrokerConfigLayers {
  const { image, config } = view;
  return {
    broker: image.configs.of(configResourceTypes.BROKER, String(config.nodeId)),
    clusterDefault: image.configs.of(configResourceTypes.BROKER, ""),
    fixed: config.fixedConfigs,
  };
}

/** The value that holds for one key of a topic. */
export function topicConfigText(
  view: Pick<ControllerView, "image" | "config">,
  topic: string,
  key: TopicConfigKey,
): string | null {
  const overrides = view.image.configs.of(configResourceTypes.TOPIC, topic);
  return effectiveTopicText(overrides, layersOf(view), key);
}
