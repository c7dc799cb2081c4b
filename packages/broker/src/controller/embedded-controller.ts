import type { ErrorName } from "@naru/protocol";
import { ZERO_UUID, codeOf } from "@naru/protocol";
import type * as allocate from "@naru/protocol/messages/allocate-producer-ids";
import type * as legacyConfigs from "@naru/protocol/messages/alter-configs";
import type * as alter from "@naru/protocol/messages/alter-partition";
import type * as heartbeats from "@naru/protocol/messages/broker-heartbeat";
import type * as registrations from "@naru/protocol/messages/broker-registration";
import type * as partitions from "@naru/protocol/messages/create-partitions";
import type * as creations from "@naru/protocol/messages/create-topics";
import type * as deletions from "@naru/protocol/messages/delete-topics";
import type * as quorums from "@naru/protocol/messages/describe-quorum";
import type * as configs from "@naru/protocol/messages/incremental-alter-configs";
import type * as reassignments from "@naru/protocol/messages/list-partition-reassignments";
import type * as unregistrations from "@naru/protocol/messages/unregister-broker";
import type * as features from "@naru/protocol/messages/update-features";
import type { Logger, Random, Runtime, Timer } from "@naru/runtime";
import { DiskError } from "@naru/runtime";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import { deltaFromNothing } from "../metadata/metadata-delta.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import { allocateProducerIds } from "./allocate-producer-ids.ts";
import { alterPartition } from "./alter-partition.ts";
import { brokerHeartbeat, fenceExpired, unregisterBroker } from "./broker-heartbeat.ts";
import { BrokerSessions } from "./broker-sessions.ts";
import { CommitQueue } from "./commit-queue.ts";
import type { ControllerChannel } from "./controller-channel.ts";
import { incrementalAlterConfigs, replaceConfigs } from "./controller-configs.ts";
import type { ControllerLog } from "./controller-log.ts";
import type { ControllerConfig, ControllerStep, ControllerView } from "./controller-step.ts";
import { createPartitions } from "./create-partitions.ts";
import { createTopics } from "./create-topics.ts";
import { deleteTopics } from "./delete-topics.ts";
import { describeQuorum, listPartitionReassignments } from "./describe-quorum.ts";
import { registerBroker } from "./register-broker.ts";
import { updateFeatures } from "./update-features.ts";

export interface EmbeddedControllerOptions {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly log: ControllerLog;
  readonly directoryId: string;
  readonly config: Omit<ControllerConfig, "kraftVersion">;
  /** The first records of a cluster, written when the log has no metadata.version yet. */
  readonly bootstrapRecords: readonly MetadataRecordDraft[];
  /** The metadata log has failed: the broker must stop. */
  readonly onFailure: (error: unknown) => void;
}

/** How often it is looked whether a snapshot is due. */
const SNAPSHOT_CHECK_MS = 60_000;

/**
 * The controller inside the broker's own process: the shell around the operations, which are pure.
 * It runs them one at a time, has their records committed, tells listeners, and answers.
 */
export class EmbeddedController implements ControllerChannel {
  readonly #options: EmbeddedControllerOptions;
  readonly #config: ControllerConfig;
  readonly #sessions: BrokerSessions;
  readonly #random: Random;
  readonly #commits: CommitQueue;
  readonly #listeners = new Set<(delta: MetadataDelta) => void>();
  #expiryTimer: Timer | undefined;
  #snapshotTimer: Timer | undefined;
  #isClosed = false;

  /** Takes the lead: begins an epoch, and bootstraps a new cluster. */
  static async start(options: EmbeddedControllerOptions): Promise<EmbeddedController> {
    await options.log.lead();
    const controller = new EmbeddedController(options);
    if (options.log.image.features.metadataVersion === 0) await controller.#bootstrap();
    return controller;
  }

  private constructor(options: EmbeddedControllerOptions) {
    this.#options = options;
    const { log, runtime } = options;
    this.#config = { ...options.config, kraftVersion: log.quorum.kraftVersion };
    this.#random = runtime.random.fork("controller");
    this.#sessions = new BrokerSessions(options.config.sessionTimeoutMs);
    this.#sessions.begin(log.image, runtime.clock.monotonicMs(), options.config.nodeId);
    this.#commits = new CommitQueue({
      clock: runtime.clock,
      log,
      image: log.image,
      committed: (delta) => this.#committed(delta),
      broken: (error) => options.onFailure(error),
    });
    this.#armExpiry();
    this.#armSnapshots();
  }

  get image(): MetadataImage {
    return this.#commits.committedImage;
  }

  subscribe(listener: (delta: MetadataDelta) => void): () => void {
    listener(deltaFromNothing(this.image));
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for what is under way, and takes nothing more. The log stays open: it is its owner's. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#expiryTimer?.cancel();
    this.#snapshotTimer?.cancel();
    await this.#commits.idle();
  }

  registerBroker(
    request: registrations.BrokerRegistrationRequestDraft,
  ): Promise<registrations.BrokerRegistrationResponse> {
    const failed = (error: ErrorName): registrations.BrokerRegistrationResponse => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      brokerEpoch: -1,
    });
    return this.#run((view) => registerBroker(view, request), failed);
  }

  heartbeat(
    request: heartbeats.BrokerHeartbeatRequestDraft,
  ): Promise<heartbeats.BrokerHeartbeatResponse> {
    const failed = (error: ErrorName): heartbeats.BrokerHeartbeatResponse => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      isCaughtUp: false,
      isFenced: true,
      shouldShutDown: false,
    });
    return this.#run((view) => brokerHeartbeat(view, request), failed);
  }

  unregisterBroker(
    request: unregistrations.UnregisterBrokerRequestDraft,
  ): Promise<unregistrations.UnregisterBrokerResponse> {
    return this.#run((view) => unregisterBroker(view, request), failedWithMessage);
  }

  allocateProducerIds(
    request: allocate.AllocateProducerIdsRequestDraft,
  ): Promise<allocate.AllocateProducerIdsResponse> {
    const failed = (error: ErrorName): allocate.AllocateProducerIdsResponse => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      producerIdStart: 0,
      producerIdLen: 0,
    });
    return this.#run((view) => allocateProducerIds(view, request), failed);
  }

  alterPartition(request: alter.AlterPartitionRequestDraft): Promise<alter.AlterPartitionResponse> {
    const failed = (error: ErrorName): alter.AlterPartitionResponse => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      topics: [],
    });
    return this.#run((view) => alterPartition(view, request), failed);
  }

  createTopics(
    request: creations.CreateTopicsRequestDraft,
  ): Promise<creations.CreateTopicsResponse> {
    const failed = (error: ErrorName): creations.CreateTopicsResponse => ({
      throttleTimeMs: 0,
      topics: request.topics.map(({ name }) => ({
        name,
        topicId: ZERO_UUID,
        errorCode: codeOf(error),
        errorMessage: notCommitted(error),
        topicConfigErrorCode: codeOf("NONE"),
        numPartitions: -1,
        replicationFactor: -1,
        configs: [],
      })),
    });
    return this.#run((view) => createTopics(view, request), failed);
  }

  deleteTopics(
    request: deletions.DeleteTopicsRequestDraft,
  ): Promise<deletions.DeleteTopicsResponse> {
    const failed = (error: ErrorName): deletions.DeleteTopicsResponse => {
      const { topics = [], topicNames = [] } = request;
      const failure = { errorCode: codeOf(error), errorMessage: notCommitted(error) };
      const byName = topicNames.map((name) => ({ name, topicId: ZERO_UUID, ...failure }));
      const named = topics.map(({ name = null, topicId }) => ({ name, topicId, ...failure }));
      return { throttleTimeMs: 0, responses: [...named, ...byName] };
    };
    return this.#run((view) => deleteTopics(view, request), failed);
  }

  createPartitions(
    request: partitions.CreatePartitionsRequestDraft,
  ): Promise<partitions.CreatePartitionsResponse> {
    const failed = (error: ErrorName): partitions.CreatePartitionsResponse => ({
      throttleTimeMs: 0,
      results: request.topics.map(({ name }) => ({
        name,
        errorCode: codeOf(error),
        errorMessage: notCommitted(error),
      })),
    });
    return this.#run((view) => createPartitions(view, request), failed);
  }

  alterConfigs(
    request: legacyConfigs.AlterConfigsRequestDraft,
  ): Promise<legacyConfigs.AlterConfigsResponse> {
    const failed = (error: ErrorName): legacyConfigs.AlterConfigsResponse =>
      failedResources(error, request.resources);
    return this.#run((view) => replaceConfigs(view, request), failed);
  }

  incrementalAlterConfigs(
    request: configs.IncrementalAlterConfigsRequestDraft,
  ): Promise<configs.IncrementalAlterConfigsResponse> {
    const failed = (error: ErrorName): configs.IncrementalAlterConfigsResponse =>
      failedResources(error, request.resources);
    return this.#run((view) => incrementalAlterConfigs(view, request), failed);
  }

  updateFeatures(
    request: features.UpdateFeaturesRequestDraft,
  ): Promise<features.UpdateFeaturesResponse> {
    const failed = (error: ErrorName): features.UpdateFeaturesResponse => ({
      ...failedWithMessage(error),
      results: [],
    });
    return this.#run((view) => updateFeatures(view, request), failed);
  }

  describeQuorum(
    request: quorums.DescribeQuorumRequestDraft,
  ): Promise<quorums.DescribeQuorumResponse> {
    const { log, runtime, directoryId, config } = this.#options;
    const voter = {
      nodeId: config.nodeId,
      directoryId,
      epoch: log.epoch,
      endOffset: log.endOffset,
      listeners: log.quorum.voters?.[0]?.endpoints ?? [],
      nowMs: runtime.clock.nowMs(),
    };
    return Promise.resolve(describeQuorum(voter, request));
  }

  listPartitionReassignments(
    request: reassignments.ListPartitionReassignmentsRequestDraft,
  ): Promise<reassignments.ListPartitionReassignmentsResponse> {
    return Promise.resolve(listPartitionReassignments(this.image, request));
  }

  #run<Response>(
    step: (view: ControllerView) => ControllerStep<Response>,
    failed: (error: ErrorName) => Response,
  ): Promise<Response> {
    if (this.#isClosed) return Promise.reject(new Error("the controller has been closed."));
    const answer = this.#commits.commit(step(this.#view()), failed);
    this.#armExpiry();
    return answer;
  }

  #view(): ControllerView {
    return {
      image: this.#commits.workingImage,
      nextOffset: this.#commits.nextOffset,
      nowMs: this.#options.runtime.clock.monotonicMs(),
      config: this.#config,
      sessions: this.#sessions,
      random: this.#random,
    };
  }

  #committed(delta: MetadataDelta): void {
    for (const listener of this.#listeners) listener(delta);
  }

  /** Kafka marks these as a transaction; here one batch holds them all anyway. */
  async #bootstrap(): Promise<void> {
    const records = [
      draftRecord("BeginTransactionRecord", 0, { name: "Bootstrap records" }),
      ...this.#options.bootstrapRecords,
      draftRecord("EndTransactionRecord", 0, {}),
    ];
    const outcome = await this.#commits.commit<ErrorName>({ records, response: "NONE" }, (e) => e);
    if (outcome !== "NONE") {
      throw new Error(`the first records of the cluster could not be written: ${outcome}.`);
    }
  }

  /** One timer, for the session that may expire first; it looks again when it fires. */
  #armExpiry(): void {
    if (this.#expiryTimer !== undefined || this.#isClosed) return;
    const { clock } = this.#options.runtime;
    const atMs = this.#sessions.nextExpiryMs(this.#commits.workingImage);
    if (atMs === undefined) return;
    // A session holds at its last millisecond.
    const delayMs = Math.max(0, atMs - clock.monotonicMs()) + 1;
    this.#expiryTimer = clock.schedule(delayMs, () => {
      this.#expiryTimer = undefined;
      if (!this.#isClosed) this.#fenceExpired();
    });
  }

  #fenceExpired(): void {
    const { logger } = this.#options;
    const step = fenceExpired(this.#view());
    if (step.response !== undefined) {
      logger.warn(
        `Broker ${step.response} has not been heard of for ` +
          `${this.#config.sessionTimeoutMs} ms (broker.session.timeout.ms) and is fenced.`,
      );
    }
    this.#commits
      .commit(step, () => undefined)
      .catch(() => {
        // The failure of the log has been reported already.
      });
    this.#armExpiry();
  }

  #armSnapshots(): void {
    const { runtime } = this.#options;
    this.#snapshotTimer = runtime.clock.schedule(SNAPSHOT_CHECK_MS, () => {
      void this.#snapshot().then(() => {
        if (!this.#isClosed) this.#armSnapshots();
      });
    });
  }

  async #snapshot(): Promise<void> {
    const { log, logger, onFailure } = this.#options;
    try {
      await log.snapshotWhenDue(this.image);
    } catch (error) {
      if (error instanceof DiskError && error.code === "ENOSPC") {
        logger.warn("The disk is full: no metadata snapshot was written; it is tried again later.");
      } else {
        onFailure(error);
      }
    }
  }
}

function notCommitted(error: ErrorName): string {
  return error === "RECORD_LIST_TOO_LARGE"
    ? "The request leads to more metadata than one batch holds (8 MiB): nothing has been changed. " +
        "Ask for less at once."
    : "The controller's disk is full: nothing has been changed.";
}

function failedWithMessage(error: ErrorName): {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string;
} {
  return { throttleTimeMs: 0, errorCode: codeOf(error), errorMessage: notCommitted(error) };
}

function failedResources(
  error: ErrorName,
  resources: readonly { readonly resourceType: number; readonly resourceName: string }[],
): configs.IncrementalAlterConfigsResponse {
  const responses = resources.map(({ resourceType, resourceName }) => ({
    errorCode: codeOf(error),
    errorMessage: notCommitted(error),
    resourceType,
    resourceName,
  }));
  return { throttleTimeMs: 0, responses };
}
