import type {
  AllocateProducerIdsRequestDraft,
  AllocateProducerIdsResponse,
} from "@naru/protocol/messages/allocate-producer-ids";
import type {
  AlterConfigsRequestDraft,
  AlterConfigsResponse,
} from "@naru/protocol/messages/alter-configs";
import type {
  AlterPartitionRequestDraft,
  AlterPartitionResponse,
} from "@naru/protocol/messages/alter-partition";
import type {
  BrokerHeartbeatRequestDraft,
  BrokerHeartbeatResponse,
} from "@naru/protocol/messages/broker-heartbeat";
import type {
  BrokerRegistrationRequestDraft,
  BrokerRegistrationResponse,
} from "@naru/protocol/messages/broker-registration";
import type {
  CreatePartitionsRequestDraft,
  CreatePartitionsResponse,
} from "@naru/protocol/messages/create-partitions";
import type {
  CreateTopicsRequestDraft,
  CreateTopicsResponse,
} from "@naru/protocol/messages/create-topics";
import type {
  DeleteTopicsRequestDraft,
  DeleteTopicsResponse,
} from "@naru/protocol/messages/delete-topics";
import type {
  DescribeQuorumRequestDraft,
  DescribeQuorumResponse,
} from "@naru/protocol/messages/describe-quorum";
import type {
  IncrementalAlterConfigsRequestDraft,
  IncrementalAlterConfigsResponse,
} from "@naru/protocol/messages/incremental-alter-configs";
import type {
  ListPartitionReassignmentsRequestDraft,
  ListPartitionReassignmentsResponse,
} from "@naru/protocol/messages/list-partition-reassignments";
import type {
  UnregisterBrokerRequestDraft,
  UnregisterBrokerResponse,
} from "@naru/protocol/messages/unregister-broker";
import type {
  UpdateFeaturesRequestDraft,
  UpdateFeaturesResponse,
} from "@naru/protocol/messages/update-features";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";

/** Who asks, for requests that a broker hands on from a client. */
export interface RequestOrigin {
  readonly principal: string;
}

/**
 * The controller as a broker sees it: Kafka's own request objects. An answer comes when what it
 * says is committed, and by then every subscriber has been told.
 *
 * A promise rejects only when no controller can be reached or it has failed; what Kafka answers
 * with an error code is an answer.
 */
export interface ControllerChannel {
  registerBroker(request: BrokerRegistrationRequestDraft): Promise<BrokerRegistrationResponse>;
  heartbeat(request: BrokerHeartbeatRequestDraft): Promise<BrokerHeartbeatResponse>;
  unregisterBroker(request: UnregisterBrokerRequestDraft): Promise<UnregisterBrokerResponse>;
  allocateProducerIds(
    request: AllocateProducerIdsRequestDraft,
  ): Promise<AllocateProducerIdsResponse>;
  alterPartition(request: AlterPartitionRequestDraft): Promise<AlterPartitionResponse>;

  createTopics(
    request: CreateTopicsRequestDraft,
    origin: RequestOrigin,
  ): Promise<CreateTopicsResponse>;
  deleteTopics(
    request: DeleteTopicsRequestDraft,
    origin: RequestOrigin,
  ): Promise<DeleteTopicsResponse>;
  createPartitions(
    request: CreatePartitionsRequestDraft,
    origin: RequestOrigin,
  ): Promise<CreatePartitionsResponse>;
  alterConfigs(
    request: AlterConfigsRequestDraft,
    origin: RequestOrigin,
  ): Promise<AlterConfigsResponse>;
  incrementalAlterConfigs(
    request: IncrementalAlterConfigsRequestDraft,
    origin: RequestOrigin,
  ): Promise<IncrementalAlterConfigsResponse>;
  updateFeatures(
    request: UpdateFeaturesRequestDraft,
    origin: RequestOrigin,
  ): Promise<UpdateFeaturesResponse>;
  describeQuorum(request: DescribeQuorumRequestDraft): Promise<DescribeQuorumResponse>;
  listPartitionReassignments(
    request: ListPartitionReassignmentsRequestDraft,
  ): Promise<ListPartitionReassignmentsResponse>;

  /**
   * Committed metadata, in order: the image as a change from nothing, at once, then every commit.
   * Returns how to end it.
   */
  subscribe(listener: (delta: MetadataDelta) => void): () => void;
  /** The newest committed image. */
  readonly image: MetadataImage;
}
