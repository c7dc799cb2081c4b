// Generated from schema by `npm run gen`: change that file, not this one.
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";
import {
  decodeAddOffsetsToTxnRequest,
  encodeAddOffsetsToTxnRequest,
  decodeAddOffsetsToTxnResponse,
  encodeAddOffsetsToTxnResponse,
} from "./add-offsets-to-txn.ts";
import {
  decodeAddPartitionsToTxnRequest,
  encodeAddPartitionsToTxnRequest,
  decodeAddPartitionsToTxnResponse,
  encodeAddPartitionsToTxnResponse,
} from "./add-partitions-to-txn.ts";
import {
  decodeAddRaftVoterRequest,
  encodeAddRaftVoterRequest,
  decodeAddRaftVoterResponse,
  encodeAddRaftVoterResponse,
} from "./add-raft-voter.ts";
import {
  decodeAllocateProducerIdsRequest,
  encodeAllocateProducerIdsRequest,
  decodeAllocateProducerIdsResponse,
  encodeAllocateProducerIdsResponse,
} from "./allocate-producer-ids.ts";
import {
  decodeAlterClientQuotasRequest,
  encodeAlterClientQuotasRequest,
  decodeAlterClientQuotasResponse,
  encodeAlterClientQuotasResponse,
} from "./alter-client-quotas.ts";
import {
  decodeAlterConfigsRequest,
  encodeAlterConfigsRequest,
  decodeAlterConfigsResponse,
  encodeAlterConfigsResponse,
} from "./alter-configs.ts";
import {
  decodeAlterPartitionReassignmentsRequest,
  encodeAlterPartitionReassignmentsRequest,
  decodeAlterPartitionReassignmentsResponse,
  encodeAlterPartitionReassignmentsResponse,
} from "./alter-partition-reassignments.ts";
import {
  decodeAlterPartitionRequest,
  encodeAlterPartitionRequest,
  decodeAlterPartitionResponse,
  encodeAlterPartitionResponse,
} from "./alter-partition.ts";
import {
  decodeAlterReplicaLogDirsRequest,
  encodeAlterReplicaLogDirsRequest,
  decodeAlterReplicaLogDirsResponse,
  encodeAlterReplicaLogDirsResponse,
} from "./alter-replica-log-dirs.ts";
import {
  decodeAlterShareGroupOffsetsRequest,
  encodeAlterShareGroupOffsetsRequest,
  decodeAlterShareGroupOffsetsResponse,
  encodeAlterShareGroupOffsetsResponse,
} from "./alter-share-group-offsets.ts";
import {
  decodeAlterUserScramCredentialsRequest,
  encodeAlterUserScramCredentialsRequest,
  decodeAlterUserScramCredentialsResponse,
  encodeAlterUserScramCredentialsResponse,
} from "./alter-user-scram-credentials.ts";
import {
  decodeApiVersionsRequest,
  encodeApiVersionsRequest,
  decodeApiVersionsResponse,
  encodeApiVersionsResponse,
} from "./api-versions.ts";
import {
  decodeAssignReplicasToDirsRequest,
  encodeAssignReplicasToDirsRequest,
  decodeAssignReplicasToDirsResponse,
  encodeAssignReplicasToDirsResponse,
} from "./assign-replicas-to-dirs.ts";
import {
  decodeBeginQuorumEpochRequest,
  encodeBeginQuorumEpochRequest,
  decodeBeginQuorumEpochResponse,
  encodeBeginQuorumEpochResponse,
} from "./begin-quorum-epoch.ts";
import {
  decodeBrokerHeartbeatRequest,
  encodeBrokerHeartbeatRequest,
  decodeBrokerHeartbeatResponse,
  encodeBrokerHeartbeatResponse,
} from "./broker-heartbeat.ts";
import {
  decodeBrokerRegistrationRequest,
  encodeBrokerRegistrationRequest,
  decodeBrokerRegistrationResponse,
  encodeBrokerRegistrationResponse,
} from "./broker-registration.ts";
import {
  decodeConsumerGroupDescribeRequest,
  encodeConsumerGroupDescribeRequest,
  decodeConsumerGroupDescribeResponse,
  encodeConsumerGroupDescribeResponse,
} from "./consumer-group-describe.ts";
import {
  decodeConsumerGroupHeartbeatRequest,
  encodeConsumerGroupHeartbeatRequest,
  decodeConsumerGroupHeartbeatResponse,
  encodeConsumerGroupHeartbeatResponse,
} from "./consumer-group-heartbeat.ts";
import {
  decodeControllerRegistrationRequest,
  encodeControllerRegistrationRequest,
  decodeControllerRegistrationResponse,
  encodeControllerRegistrationResponse,
} from "./controller-registration.ts";
import {
  decodeCreateAclsRequest,
  encodeCreateAclsRequest,
  decodeCreateAclsResponse,
  encodeCreateAclsResponse,
} from "./create-acls.ts";
import {
  decodeCreateDelegationTokenRequest,
  encodeCreateDelegationTokenRequest,
  decodeCreateDelegationTokenResponse,
  encodeCreateDelegationTokenResponse,
} from "./create-delegation-token.ts";
import {
  decodeCreatePartitionsRequest,
  encodeCreatePartitionsRequest,
  decodeCreatePartitionsResponse,
  encodeCreatePartitionsResponse,
} from "./create-partitions.ts";
import {
  decodeCreateTopicsRequest,
  encodeCreateTopicsRequest,
  decodeCreateTopicsResponse,
  encodeCreateTopicsResponse,
} from "./create-topics.ts";
import {
  decodeDeleteAclsRequest,
  encodeDeleteAclsRequest,
  decodeDeleteAclsResponse,
  encodeDeleteAclsResponse,
} from "./delete-acls.ts";
import {
  decodeDeleteGroupsRequest,
  encodeDeleteGroupsRequest,
  decodeDeleteGroupsResponse,
  encodeDeleteGroupsResponse,
} from "./delete-groups.ts";
import {
  decodeDeleteRecordsRequest,
  encodeDeleteRecordsRequest,
  decodeDeleteRecordsResponse,
  encodeDeleteRecordsResponse,
} from "./delete-records.ts";
import {
  decodeDeleteShareGroupOffsetsRequest,
  encodeDeleteShareGroupOffsetsRequest,
  decodeDeleteShareGroupOffsetsResponse,
  encodeDeleteShareGroupOffsetsResponse,
} from "./delete-share-group-offsets.ts";
import {
  decodeDeleteShareGroupStateRequest,
  encodeDeleteShareGroupStateRequest,
  decodeDeleteShareGroupStateResponse,
  encodeDeleteShareGroupStateResponse,
} from "./delete-share-group-state.ts";
import {
  decodeDeleteTopicsRequest,
  encodeDeleteTopicsRequest,
  decodeDeleteTopicsResponse,
  encodeDeleteTopicsResponse,
} from "./delete-topics.ts";
import {
  decodeDescribeAclsRequest,
  encodeDescribeAclsRequest,
  decodeDescribeAclsResponse,
  encodeDescribeAclsResponse,
} from "./describe-acls.ts";
import {
  decodeDescribeClientQuotasRequest,
  encodeDescribeClientQuotasRequest,
  decodeDescribeClientQuotasResponse,
  encodeDescribeClientQuotasResponse,
} from "./describe-client-quotas.ts";
import {
  decodeDescribeClusterRequest,
  encodeDescribeClusterRequest,
  decodeDescribeClusterResponse,
  encodeDescribeClusterResponse,
} from "./describe-cluster.ts";
import {
  decodeDescribeConfigsRequest,
  encodeDescribeConfigsRequest,
  decodeDescribeConfigsResponse,
  encodeDescribeConfigsResponse,
} from "./describe-configs.ts";
import {
  decodeDescribeDelegationTokenRequest,
  encodeDescribeDelegationTokenRequest,
  decodeDescribeDelegationTokenResponse,
  encodeDescribeDelegationTokenResponse,
} from "./describe-delegation-token.ts";
import {
  decodeDescribeGroupsRequest,
  encodeDescribeGroupsRequest,
  decodeDescribeGroupsResponse,
  encodeDescribeGroupsResponse,
} from "./describe-groups.ts";
import {
  decodeDescribeLogDirsRequest,
  encodeDescribeLogDirsRequest,
  decodeDescribeLogDirsResponse,
  encodeDescribeLogDirsResponse,
} from "./describe-log-dirs.ts";
import {
  decodeDescribeProducersRequest,
  encodeDescribeProducersRequest,
  decodeDescribeProducersResponse,
  encodeDescribeProducersResponse,
} from "./describe-producers.ts";
import {
  decodeDescribeQuorumRequest,
  encodeDescribeQuorumRequest,
  decodeDescribeQuorumResponse,
  encodeDescribeQuorumResponse,
} from "./describe-quorum.ts";
import {
  decodeDescribeShareGroupOffsetsRequest,
  encodeDescribeShareGroupOffsetsRequest,
  decodeDescribeShareGroupOffsetsResponse,
  encodeDescribeShareGroupOffsetsResponse,
} from "./describe-share-group-offsets.ts";
import {
  decodeDescribeTopicPartitionsRequest,
  encodeDescribeTopicPartitionsRequest,
  decodeDescribeTopicPartitionsResponse,
  encodeDescribeTopicPartitionsResponse,
} from "./describe-topic-partitions.ts";
import {
  decodeDescribeTransactionsRequest,
  encodeDescribeTransactionsRequest,
  decodeDescribeTransactionsResponse,
  encodeDescribeTransactionsResponse,
} from "./describe-transactions.ts";
import {
  decodeDescribeUserScramCredentialsRequest,
  encodeDescribeUserScramCredentialsRequest,
  decodeDescribeUserScramCredentialsResponse,
  encodeDescribeUserScramCredentialsResponse,
} from "./describe-user-scram-credentials.ts";
import {
  decodeElectLeadersRequest,
  encodeElectLeadersRequest,
  decodeElectLeadersResponse,
  encodeElectLeadersResponse,
} from "./elect-leaders.ts";
import {
  decodeEndQuorumEpochRequest,
  encodeEndQuorumEpochRequest,
  decodeEndQuorumEpochResponse,
  encodeEndQuorumEpochResponse,
} from "./end-quorum-epoch.ts";
import {
  decodeEndTxnRequest,
  encodeEndTxnRequest,
  decodeEndTxnResponse,
  encodeEndTxnResponse,
} from "./end-txn.ts";
import {
  decodeEnvelopeRequest,
  encodeEnvelopeRequest,
  decodeEnvelopeResponse,
  encodeEnvelopeResponse,
} from "./envelope.ts";
import {
  decodeExpireDelegationTokenRequest,
  encodeExpireDelegationTokenRequest,
  decodeExpireDelegationTokenResponse,
  encodeExpireDelegationTokenResponse,
} from "./expire-delegation-token.ts";
import {
  decodeFetchSnapshotRequest,
  encodeFetchSnapshotRequest,
  decodeFetchSnapshotResponse,
  encodeFetchSnapshotResponse,
} from "./fetch-snapshot.ts";
import {
  decodeFetchRequest,
  encodeFetchRequest,
  decodeFetchResponse,
  encodeFetchResponse,
} from "./fetch.ts";
import {
  decodeFindCoordinatorRequest,
  encodeFindCoordinatorRequest,
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorResponse,
} from "./find-coordinator.ts";
import {
  decodeGetTelemetrySubscriptionsRequest,
  encodeGetTelemetrySubscriptionsRequest,
  decodeGetTelemetrySubscriptionsResponse,
  encodeGetTelemetrySubscriptionsResponse,
} from "./get-telemetry-subscriptions.ts";
import {
  decodeHeartbeatRequest,
  encodeHeartbeatRequest,
  decodeHeartbeatResponse,
  encodeHeartbeatResponse,
} from "./heartbeat.ts";
import {
  decodeIncrementalAlterConfigsRequest,
  encodeIncrementalAlterConfigsRequest,
  decodeIncrementalAlterConfigsResponse,
  encodeIncrementalAlterConfigsResponse,
} from "./incremental-alter-configs.ts";
import {
  decodeInitProducerIdRequest,
  encodeInitProducerIdRequest,
  decodeInitProducerIdResponse,
  encodeInitProducerIdResponse,
} from "./init-producer-id.ts";
import {
  decodeInitializeShareGroupStateRequest,
  encodeInitializeShareGroupStateRequest,
  decodeInitializeShareGroupStateResponse,
  encodeInitializeShareGroupStateResponse,
} from "./initialize-share-group-state.ts";
import {
  decodeJoinGroupRequest,
  encodeJoinGroupRequest,
  decodeJoinGroupResponse,
  encodeJoinGroupResponse,
} from "./join-group.ts";
import {
  decodeLeaveGroupRequest,
  encodeLeaveGroupRequest,
  decodeLeaveGroupResponse,
  encodeLeaveGroupResponse,
} from "./leave-group.ts";
import {
  decodeListConfigResourcesRequest,
  encodeListConfigResourcesRequest,
  decodeListConfigResourcesResponse,
  encodeListConfigResourcesResponse,
} from "./list-config-resources.ts";
import {
  decodeListGroupsRequest,
  encodeListGroupsRequest,
  decodeListGroupsResponse,
  encodeListGroupsResponse,
} from "./list-groups.ts";
import {
  decodeListOffsetsRequest,
  encodeListOffsetsRequest,
  decodeListOffsetsResponse,
  encodeListOffsetsResponse,
} from "./list-offsets.ts";
import {
  decodeListPartitionReassignmentsRequest,
  encodeListPartitionReassignmentsRequest,
  decodeListPartitionReassignmentsResponse,
  encodeListPartitionReassignmentsResponse,
} from "./list-partition-reassignments.ts";
import {
  decodeListTransactionsRequest,
  encodeListTransactionsRequest,
  decodeListTransactionsResponse,
  encodeListTransactionsResponse,
} from "./list-transactions.ts";
import {
  decodeMetadataRequest,
  encodeMetadataRequest,
  decodeMetadataResponse,
  encodeMetadataResponse,
} from "./metadata.ts";
import {
  decodeOffsetCommitRequest,
  encodeOffsetCommitRequest,
  decodeOffsetCommitResponse,
  encodeOffsetCommitResponse,
} from "./offset-commit.ts";
import {
  decodeOffsetDeleteRequest,
  encodeOffsetDeleteRequest,
  decodeOffsetDeleteResponse,
  encodeOffsetDeleteResponse,
} from "./offset-delete.ts";
import {
  decodeOffsetFetchRequest,
  encodeOffsetFetchRequest,
  decodeOffsetFetchResponse,
  encodeOffsetFetchResponse,
} from "./offset-fetch.ts";
import {
  decodeOffsetForLeaderEpochRequest,
  encodeOffsetForLeaderEpochRequest,
  decodeOffsetForLeaderEpochResponse,
  encodeOffsetForLeaderEpochResponse,
} from "./offset-for-leader-epoch.ts";
import {
  decodeProduceRequest,
  encodeProduceRequest,
  decodeProduceResponse,
  encodeProduceResponse,
} from "./produce.ts";
import {
  decodePushTelemetryRequest,
  encodePushTelemetryRequest,
  decodePushTelemetryResponse,
  encodePushTelemetryResponse,
} from "./push-telemetry.ts";
import {
  decodeReadShareGroupStateSummaryRequest,
  encodeReadShareGroupStateSummaryRequest,
  decodeReadShareGroupStateSummaryResponse,
  encodeReadShareGroupStateSummaryResponse,
} from "./read-share-group-state-summary.ts";
import {
  decodeReadShareGroupStateRequest,
  encodeReadShareGroupStateRequest,
  decodeReadShareGroupStateResponse,
  encodeReadShareGroupStateResponse,
} from "./read-share-group-state.ts";
import {
  decodeRemoveRaftVoterRequest,
  encodeRemoveRaftVoterRequest,
  decodeRemoveRaftVoterResponse,
  encodeRemoveRaftVoterResponse,
} from "./remove-raft-voter.ts";
import {
  decodeRenewDelegationTokenRequest,
  encodeRenewDelegationTokenRequest,
  decodeRenewDelegationTokenResponse,
  encodeRenewDelegationTokenResponse,
} from "./renew-delegation-token.ts";
import {
  decodeSaslAuthenticateRequest,
  encodeSaslAuthenticateRequest,
  decodeSaslAuthenticateResponse,
  encodeSaslAuthenticateResponse,
} from "./sasl-authenticate.ts";
import {
  decodeSaslHandshakeRequest,
  encodeSaslHandshakeRequest,
  decodeSaslHandshakeResponse,
  encodeSaslHandshakeResponse,
} from "./sasl-handshake.ts";
import {
  decodeShareAcknowledgeRequest,
  encodeShareAcknowledgeRequest,
  decodeShareAcknowledgeResponse,
  encodeShareAcknowledgeResponse,
} from "./share-acknowledge.ts";
import {
  decodeShareFetchRequest,
  encodeShareFetchRequest,
  decodeShareFetchResponse,
  encodeShareFetchResponse,
} from "./share-fetch.ts";
import {
  decodeShareGroupDescribeRequest,
  encodeShareGroupDescribeRequest,
  decodeShareGroupDescribeResponse,
  encodeShareGroupDescribeResponse,
} from "./share-group-describe.ts";
import {
  decodeShareGroupHeartbeatRequest,
  encodeShareGroupHeartbeatRequest,
  decodeShareGroupHeartbeatResponse,
  encodeShareGroupHeartbeatResponse,
} from "./share-group-heartbeat.ts";
import {
  decodeStreamsGroupDescribeRequest,
  encodeStreamsGroupDescribeRequest,
  decodeStreamsGroupDescribeResponse,
  encodeStreamsGroupDescribeResponse,
} from "./streams-group-describe.ts";
import {
  decodeStreamsGroupHeartbeatRequest,
  encodeStreamsGroupHeartbeatRequest,
  decodeStreamsGroupHeartbeatResponse,
  encodeStreamsGroupHeartbeatResponse,
} from "./streams-group-heartbeat.ts";
import {
  decodeSyncGroupRequest,
  encodeSyncGroupRequest,
  decodeSyncGroupResponse,
  encodeSyncGroupResponse,
} from "./sync-group.ts";
import {
  decodeTxnOffsetCommitRequest,
  encodeTxnOffsetCommitRequest,
  decodeTxnOffsetCommitResponse,
  encodeTxnOffsetCommitResponse,
} from "./txn-offset-commit.ts";
import {
  decodeUnregisterBrokerRequest,
  encodeUnregisterBrokerRequest,
  decodeUnregisterBrokerResponse,
  encodeUnregisterBrokerResponse,
} from "./unregister-broker.ts";
import {
  decodeUpdateFeaturesRequest,
  encodeUpdateFeaturesRequest,
  decodeUpdateFeaturesResponse,
  encodeUpdateFeaturesResponse,
} from "./update-features.ts";
import {
  decodeUpdateRaftVoterRequest,
  encodeUpdateRaftVoterRequest,
  decodeUpdateRaftVoterResponse,
  encodeUpdateRaftVoterResponse,
} from "./update-raft-voter.ts";
import {
  decodeVoteRequest,
  encodeVoteRequest,
  decodeVoteResponse,
  encodeVoteResponse,
} from "./vote.ts";
import {
  decodeWriteShareGroupStateRequest,
  encodeWriteShareGroupStateRequest,
  decodeWriteShareGroupStateResponse,
  encodeWriteShareGroupStateResponse,
} from "./write-share-group-state.ts";
import {
  decodeWriteTxnMarkersRequest,
  encodeWriteTxnMarkersRequest,
  decodeWriteTxnMarkersResponse,
  encodeWriteTxnMarkersResponse,
} from "./write-txn-markers.ts";
import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment,
} from "./consumer-protocol-assignment.ts";
import {
  decodeConsumerProtocolSubscription,
  encodeConsumerProtocolSubscription,
} from "./consumer-protocol-subscription.ts";
import {
  decodeControlRecordTypeSchema,
  encodeControlRecordTypeSchema,
} from "./control-record-type-schema.ts";
import { decodeEndTxnMarker, encodeEndTxnMarker } from "./end-txn-marker.ts";
import { decodeKRaftVersionRecord, encodeKRaftVersionRecord } from "./kraft-version-record.ts";
import { decodeLeaderChangeMessage, encodeLeaderChangeMessage } from "./leader-change-message.ts";
import {
  decodeSnapshotFooterRecord,
  encodeSnapshotFooterRecord,
} from "./snapshot-footer-record.ts";
import {
  decodeSnapshotHeaderRecord,
  encodeSnapshotHeaderRecord,
} from "./snapshot-header-record.ts";
import { decodeVotersRecord, encodeVotersRecord } from "./voters-record.ts";
import {
  decodeConsumerGroupCurrentMemberAssignmentKey,
  encodeConsumerGroupCurrentMemberAssignmentKey,
  decodeConsumerGroupCurrentMemberAssignmentValue,
  encodeConsumerGroupCurrentMemberAssignmentValue,
} from "./consumer-group-current-member-assignment-record.ts";
import {
  decodeConsumerGroupMemberMetadataKey,
  encodeConsumerGroupMemberMetadataKey,
  decodeConsumerGroupMemberMetadataValue,
  encodeConsumerGroupMemberMetadataValue,
} from "./consumer-group-member-metadata-record.ts";
import {
  decodeConsumerGroupMetadataKey,
  encodeConsumerGroupMetadataKey,
  decodeConsumerGroupMetadataValue,
  encodeConsumerGroupMetadataValue,
} from "./consumer-group-metadata-record.ts";
import {
  decodeConsumerGroupPartitionMetadataKey,
  encodeConsumerGroupPartitionMetadataKey,
  decodeConsumerGroupPartitionMetadataValue,
  encodeConsumerGroupPartitionMetadataValue,
} from "./consumer-group-partition-metadata-record.ts";
import {
  decodeConsumerGroupRegularExpressionKey,
  encodeConsumerGroupRegularExpressionKey,
  decodeConsumerGroupRegularExpressionValue,
  encodeConsumerGroupRegularExpressionValue,
} from "./consumer-group-regular-expression-record.ts";
import {
  decodeConsumerGroupTargetAssignmentMemberKey,
  encodeConsumerGroupTargetAssignmentMemberKey,
  decodeConsumerGroupTargetAssignmentMemberValue,
  encodeConsumerGroupTargetAssignmentMemberValue,
} from "./consumer-group-target-assignment-member-record.ts";
import {
  decodeConsumerGroupTargetAssignmentMetadataKey,
  encodeConsumerGroupTargetAssignmentMetadataKey,
  decodeConsumerGroupTargetAssignmentMetadataValue,
  encodeConsumerGroupTargetAssignmentMetadataValue,
} from "./consumer-group-target-assignment-metadata-record.ts";
import {
  decodeGroupMetadataKey,
  encodeGroupMetadataKey,
  decodeGroupMetadataValue,
  encodeGroupMetadataValue,
} from "./group-metadata-record.ts";
import {
  decodeLegacyOffsetCommitKey,
  encodeLegacyOffsetCommitKey,
  decodeLegacyOffsetCommitValue,
  encodeLegacyOffsetCommitValue,
} from "./legacy-offset-commit-record.ts";
import {
  decodeOffsetCommitKey,
  encodeOffsetCommitKey,
  decodeOffsetCommitValue,
  encodeOffsetCommitValue,
} from "./offset-commit-record.ts";
import {
  decodeShareGroupCurrentMemberAssignmentKey,
  encodeShareGroupCurrentMemberAssignmentKey,
  decodeShareGroupCurrentMemberAssignmentValue,
  encodeShareGroupCurrentMemberAssignmentValue,
} from "./share-group-current-member-assignment-record.ts";
import {
  decodeShareGroupMemberMetadataKey,
  encodeShareGroupMemberMetadataKey,
  decodeShareGroupMemberMetadataValue,
  encodeShareGroupMemberMetadataValue,
} from "./share-group-member-metadata-record.ts";
import {
  decodeShareGroupMetadataKey,
  encodeShareGroupMetadataKey,
  decodeShareGroupMetadataValue,
  encodeShareGroupMetadataValue,
} from "./share-group-metadata-record.ts";
import {
  decodeShareGroupStatePartitionMetadataKey,
  encodeShareGroupStatePartitionMetadataKey,
  decodeShareGroupStatePartitionMetadataValue,
  encodeShareGroupStatePartitionMetadataValue,
} from "./share-group-state-partition-metadata-record.ts";
import {
  decodeShareGroupTargetAssignmentMemberKey,
  encodeShareGroupTargetAssignmentMemberKey,
  decodeShareGroupTargetAssignmentMemberValue,
  encodeShareGroupTargetAssignmentMemberValue,
} from "./share-group-target-assignment-member-record.ts";
import {
  decodeShareGroupTargetAssignmentMetadataKey,
  encodeShareGroupTargetAssignmentMetadataKey,
  decodeShareGroupTargetAssignmentMetadataValue,
  encodeShareGroupTargetAssignmentMetadataValue,
} from "./share-group-target-assignment-metadata-record.ts";
import {
  decodeStreamsGroupCurrentMemberAssignmentKey,
  encodeStreamsGroupCurrentMemberAssignmentKey,
  decodeStreamsGroupCurrentMemberAssignmentValue,
  encodeStreamsGroupCurrentMemberAssignmentValue,
} from "./streams-group-current-member-assignment-record.ts";
import {
  decodeStreamsGroupMemberMetadataKey,
  encodeStreamsGroupMemberMetadataKey,
  decodeStreamsGroupMemberMetadataValue,
  encodeStreamsGroupMemberMetadataValue,
} from "./streams-group-member-metadata-record.ts";
import {
  decodeStreamsGroupMetadataKey,
  encodeStreamsGroupMetadataKey,
  decodeStreamsGroupMetadataValue,
  encodeStreamsGroupMetadataValue,
} from "./streams-group-metadata-record.ts";
import {
  decodeStreamsGroupTargetAssignmentMemberKey,
  encodeStreamsGroupTargetAssignmentMemberKey,
  decodeStreamsGroupTargetAssignmentMemberValue,
  encodeStreamsGroupTargetAssignmentMemberValue,
} from "./streams-group-target-assignment-member-record.ts";
import {
  decodeStreamsGroupTargetAssignmentMetadataKey,
  encodeStreamsGroupTargetAssignmentMetadataKey,
  decodeStreamsGroupTargetAssignmentMetadataValue,
  encodeStreamsGroupTargetAssignmentMetadataValue,
} from "./streams-group-target-assignment-metadata-record.ts";
import {
  decodeStreamsGroupTopologyKey,
  encodeStreamsGroupTopologyKey,
  decodeStreamsGroupTopologyValue,
  encodeStreamsGroupTopologyValue,
} from "./streams-group-topology-record.ts";
import { decodeRequestHeader, encodeRequestHeader } from "./request-header.ts";
import { decodeResponseHeader, encodeResponseHeader } from "./response-header.ts";
import {
  decodeAbortTransactionRecord,
  encodeAbortTransactionRecord,
} from "./abort-transaction-record.ts";
import {
  decodeAccessControlEntryRecord,
  encodeAccessControlEntryRecord,
} from "./access-control-entry-record.ts";
import {
  decodeBeginTransactionRecord,
  encodeBeginTransactionRecord,
} from "./begin-transaction-record.ts";
import {
  decodeBrokerRegistrationChangeRecord,
  encodeBrokerRegistrationChangeRecord,
} from "./broker-registration-change-record.ts";
import { decodeClearElrRecord, encodeClearElrRecord } from "./clear-elr-record.ts";
import { decodeClientQuotaRecord, encodeClientQuotaRecord } from "./client-quota-record.ts";
import { decodeConfigRecord, encodeConfigRecord } from "./config-record.ts";
import {
  decodeDelegationTokenRecord,
  encodeDelegationTokenRecord,
} from "./delegation-token-record.ts";
import {
  decodeEndTransactionRecord,
  encodeEndTransactionRecord,
} from "./end-transaction-record.ts";
import { decodeFeatureLevelRecord, encodeFeatureLevelRecord } from "./feature-level-record.ts";
import { decodeFenceBrokerRecord, encodeFenceBrokerRecord } from "./fence-broker-record.ts";
import { decodeNoOpRecord, encodeNoOpRecord } from "./no-op-record.ts";
import {
  decodePartitionChangeRecord,
  encodePartitionChangeRecord,
} from "./partition-change-record.ts";
import { decodePartitionRecord, encodePartitionRecord } from "./partition-record.ts";
import { decodeProducerIdsRecord, encodeProducerIdsRecord } from "./producer-ids-record.ts";
import {
  decodeRegisterBrokerRecord,
  encodeRegisterBrokerRecord,
} from "./register-broker-record.ts";
import {
  decodeRegisterControllerRecord,
  encodeRegisterControllerRecord,
} from "./register-controller-record.ts";
import {
  decodeRemoveAccessControlEntryRecord,
  encodeRemoveAccessControlEntryRecord,
} from "./remove-access-control-entry-record.ts";
import {
  decodeRemoveDelegationTokenRecord,
  encodeRemoveDelegationTokenRecord,
} from "./remove-delegation-token-record.ts";
import { decodeRemoveTopicRecord, encodeRemoveTopicRecord } from "./remove-topic-record.ts";
import {
  decodeRemoveUserScramCredentialRecord,
  encodeRemoveUserScramCredentialRecord,
} from "./remove-user-scram-credential-record.ts";
import { decodeTopicRecord, encodeTopicRecord } from "./topic-record.ts";
import { decodeUnfenceBrokerRecord, encodeUnfenceBrokerRecord } from "./unfence-broker-record.ts";
import {
  decodeUnregisterBrokerRecord,
  encodeUnregisterBrokerRecord,
} from "./unregister-broker-record.ts";
import {
  decodeUserScramCredentialRecord,
  encodeUserScramCredentialRecord,
} from "./user-scram-credential-record.ts";
import {
  decodeZkMigrationStateRecord,
  encodeZkMigrationStateRecord,
} from "./zk-migration-state-record.ts";
import {
  decodeDefaultPrincipalData,
  encodeDefaultPrincipalData,
} from "./default-principal-data.ts";
import { decodeQuorumStateData, encodeQuorumStateData } from "./quorum-state-data.ts";
import {
  decodeShareSnapshotKey,
  encodeShareSnapshotKey,
  decodeShareSnapshotValue,
  encodeShareSnapshotValue,
} from "./share-snapshot-record.ts";
import {
  decodeShareUpdateKey,
  encodeShareUpdateKey,
  decodeShareUpdateValue,
  encodeShareUpdateValue,
} from "./share-update-record.ts";
import { decodeProducerSnapshot, encodeProducerSnapshot } from "./producer-snapshot.ts";
import {
  decodeRemoteLogSegmentMetadataRecord,
  encodeRemoteLogSegmentMetadataRecord,
} from "./remote-log-segment-metadata-record.ts";
import {
  decodeRemoteLogSegmentMetadataSnapshotRecord,
  encodeRemoteLogSegmentMetadataSnapshotRecord,
} from "./remote-log-segment-metadata-snapshot-record.ts";
import {
  decodeRemoteLogSegmentMetadataUpdateRecord,
  encodeRemoteLogSegmentMetadataUpdateRecord,
} from "./remote-log-segment-metadata-update-record.ts";
import {
  decodeRemotePartitionDeleteMetadataRecord,
  encodeRemotePartitionDeleteMetadataRecord,
} from "./remote-partition-delete-metadata-record.ts";
import {
  decodeTransactionLogKey,
  encodeTransactionLogKey,
  decodeTransactionLogValue,
  encodeTransactionLogValue,
} from "./transaction-log-record.ts";

/** One message's functions, for those who choose it at run time. */
export interface MessageCodec {
  readonly name: string;
  readonly minVersion: number;
  readonly maxVersion: number;
  encode(writer: Writer, draft: never, version: number): void;
  decode(reader: Reader, version: number): object;
}

/** Every message. It loads them all: for tests and tools only. */
export const allMessages: readonly MessageCodec[] = [
  {
    name: "AddOffsetsToTxnRequest",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeAddOffsetsToTxnRequest,
    decode: decodeAddOffsetsToTxnRequest,
  },
  {
    name: "AddOffsetsToTxnResponse",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeAddOffsetsToTxnResponse,
    decode: decodeAddOffsetsToTxnResponse,
  },
  {
    name: "AddPartitionsToTxnRequest",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeAddPartitionsToTxnRequest,
    decode: decodeAddPartitionsToTxnRequest,
  },
  {
    name: "AddPartitionsToTxnResponse",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeAddPartitionsToTxnResponse,
    decode: decodeAddPartitionsToTxnResponse,
  },
  {
    name: "AddRaftVoterRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeAddRaftVoterRequest,
    decode: decodeAddRaftVoterRequest,
  },
  {
    name: "AddRaftVoterResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeAddRaftVoterResponse,
    decode: decodeAddRaftVoterResponse,
  },
  {
    name: "AllocateProducerIdsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAllocateProducerIdsRequest,
    decode: decodeAllocateProducerIdsRequest,
  },
  {
    name: "AllocateProducerIdsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAllocateProducerIdsResponse,
    decode: decodeAllocateProducerIdsResponse,
  },
  {
    name: "AlterClientQuotasRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeAlterClientQuotasRequest,
    decode: decodeAlterClientQuotasRequest,
  },
  {
    name: "AlterClientQuotasResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeAlterClientQuotasResponse,
    decode: decodeAlterClientQuotasResponse,
  },
  {
    name: "AlterConfigsRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeAlterConfigsRequest,
    decode: decodeAlterConfigsRequest,
  },
  {
    name: "AlterConfigsResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeAlterConfigsResponse,
    decode: decodeAlterConfigsResponse,
  },
  {
    name: "AlterPartitionReassignmentsRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeAlterPartitionReassignmentsRequest,
    decode: decodeAlterPartitionReassignmentsRequest,
  },
  {
    name: "AlterPartitionReassignmentsResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeAlterPartitionReassignmentsResponse,
    decode: decodeAlterPartitionReassignmentsResponse,
  },
  {
    name: "AlterPartitionRequest",
    minVersion: 2,
    maxVersion: 3,
    encode: encodeAlterPartitionRequest,
    decode: decodeAlterPartitionRequest,
  },
  {
    name: "AlterPartitionResponse",
    minVersion: 2,
    maxVersion: 3,
    encode: encodeAlterPartitionResponse,
    decode: decodeAlterPartitionResponse,
  },
  {
    name: "AlterReplicaLogDirsRequest",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeAlterReplicaLogDirsRequest,
    decode: decodeAlterReplicaLogDirsRequest,
  },
  {
    name: "AlterReplicaLogDirsResponse",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeAlterReplicaLogDirsResponse,
    decode: decodeAlterReplicaLogDirsResponse,
  },
  {
    name: "AlterShareGroupOffsetsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAlterShareGroupOffsetsRequest,
    decode: decodeAlterShareGroupOffsetsRequest,
  },
  {
    name: "AlterShareGroupOffsetsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAlterShareGroupOffsetsResponse,
    decode: decodeAlterShareGroupOffsetsResponse,
  },
  {
    name: "AlterUserScramCredentialsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAlterUserScramCredentialsRequest,
    decode: decodeAlterUserScramCredentialsRequest,
  },
  {
    name: "AlterUserScramCredentialsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAlterUserScramCredentialsResponse,
    decode: decodeAlterUserScramCredentialsResponse,
  },
  {
    name: "ApiVersionsRequest",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeApiVersionsRequest,
    decode: decodeApiVersionsRequest,
  },
  {
    name: "ApiVersionsResponse",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeApiVersionsResponse,
    decode: decodeApiVersionsResponse,
  },
  {
    name: "AssignReplicasToDirsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAssignReplicasToDirsRequest,
    decode: decodeAssignReplicasToDirsRequest,
  },
  {
    name: "AssignReplicasToDirsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAssignReplicasToDirsResponse,
    decode: decodeAssignReplicasToDirsResponse,
  },
  {
    name: "BeginQuorumEpochRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeBeginQuorumEpochRequest,
    decode: decodeBeginQuorumEpochRequest,
  },
  {
    name: "BeginQuorumEpochResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeBeginQuorumEpochResponse,
    decode: decodeBeginQuorumEpochResponse,
  },
  {
    name: "BrokerHeartbeatRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeBrokerHeartbeatRequest,
    decode: decodeBrokerHeartbeatRequest,
  },
  {
    name: "BrokerHeartbeatResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeBrokerHeartbeatResponse,
    decode: decodeBrokerHeartbeatResponse,
  },
  {
    name: "BrokerRegistrationRequest",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeBrokerRegistrationRequest,
    decode: decodeBrokerRegistrationRequest,
  },
  {
    name: "BrokerRegistrationResponse",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeBrokerRegistrationResponse,
    decode: decodeBrokerRegistrationResponse,
  },
  {
    name: "ConsumerGroupDescribeRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeConsumerGroupDescribeRequest,
    decode: decodeConsumerGroupDescribeRequest,
  },
  {
    name: "ConsumerGroupDescribeResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeConsumerGroupDescribeResponse,
    decode: decodeConsumerGroupDescribeResponse,
  },
  {
    name: "ConsumerGroupHeartbeatRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeConsumerGroupHeartbeatRequest,
    decode: decodeConsumerGroupHeartbeatRequest,
  },
  {
    name: "ConsumerGroupHeartbeatResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeConsumerGroupHeartbeatResponse,
    decode: decodeConsumerGroupHeartbeatResponse,
  },
  {
    name: "ControllerRegistrationRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeControllerRegistrationRequest,
    decode: decodeControllerRegistrationRequest,
  },
  {
    name: "ControllerRegistrationResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeControllerRegistrationResponse,
    decode: decodeControllerRegistrationResponse,
  },
  {
    name: "CreateAclsRequest",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeCreateAclsRequest,
    decode: decodeCreateAclsRequest,
  },
  {
    name: "CreateAclsResponse",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeCreateAclsResponse,
    decode: decodeCreateAclsResponse,
  },
  {
    name: "CreateDelegationTokenRequest",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeCreateDelegationTokenRequest,
    decode: decodeCreateDelegationTokenRequest,
  },
  {
    name: "CreateDelegationTokenResponse",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeCreateDelegationTokenResponse,
    decode: decodeCreateDelegationTokenResponse,
  },
  {
    name: "CreatePartitionsRequest",
    minVersion: 0,
    maxVersion: 3,
    encode: encodeCreatePartitionsRequest,
    decode: decodeCreatePartitionsRequest,
  },
  {
    name: "CreatePartitionsResponse",
    minVersion: 0,
    maxVersion: 3,
    encode: encodeCreatePartitionsResponse,
    decode: decodeCreatePartitionsResponse,
  },
  {
    name: "CreateTopicsRequest",
    minVersion: 2,
    maxVersion: 7,
    encode: encodeCreateTopicsRequest,
    decode: decodeCreateTopicsRequest,
  },
  {
    name: "CreateTopicsResponse",
    minVersion: 2,
    maxVersion: 7,
    encode: encodeCreateTopicsResponse,
    decode: decodeCreateTopicsResponse,
  },
  {
    name: "DeleteAclsRequest",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeDeleteAclsRequest,
    decode: decodeDeleteAclsRequest,
  },
  {
    name: "DeleteAclsResponse",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeDeleteAclsResponse,
    decode: decodeDeleteAclsResponse,
  },
  {
    name: "DeleteGroupsRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDeleteGroupsRequest,
    decode: decodeDeleteGroupsRequest,
  },
  {
    name: "DeleteGroupsResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDeleteGroupsResponse,
    decode: decodeDeleteGroupsResponse,
  },
  {
    name: "DeleteRecordsRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDeleteRecordsRequest,
    decode: decodeDeleteRecordsRequest,
  },
  {
    name: "DeleteRecordsResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDeleteRecordsResponse,
    decode: decodeDeleteRecordsResponse,
  },
  {
    name: "DeleteShareGroupOffsetsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDeleteShareGroupOffsetsRequest,
    decode: decodeDeleteShareGroupOffsetsRequest,
  },
  {
    name: "DeleteShareGroupOffsetsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDeleteShareGroupOffsetsResponse,
    decode: decodeDeleteShareGroupOffsetsResponse,
  },
  {
    name: "DeleteShareGroupStateRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDeleteShareGroupStateRequest,
    decode: decodeDeleteShareGroupStateRequest,
  },
  {
    name: "DeleteShareGroupStateResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDeleteShareGroupStateResponse,
    decode: decodeDeleteShareGroupStateResponse,
  },
  {
    name: "DeleteTopicsRequest",
    minVersion: 1,
    maxVersion: 6,
    encode: encodeDeleteTopicsRequest,
    decode: decodeDeleteTopicsRequest,
  },
  {
    name: "DeleteTopicsResponse",
    minVersion: 1,
    maxVersion: 6,
    encode: encodeDeleteTopicsResponse,
    decode: decodeDeleteTopicsResponse,
  },
  {
    name: "DescribeAclsRequest",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeDescribeAclsRequest,
    decode: decodeDescribeAclsRequest,
  },
  {
    name: "DescribeAclsResponse",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeDescribeAclsResponse,
    decode: decodeDescribeAclsResponse,
  },
  {
    name: "DescribeClientQuotasRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeDescribeClientQuotasRequest,
    decode: decodeDescribeClientQuotasRequest,
  },
  {
    name: "DescribeClientQuotasResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeDescribeClientQuotasResponse,
    decode: decodeDescribeClientQuotasResponse,
  },
  {
    name: "DescribeClusterRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDescribeClusterRequest,
    decode: decodeDescribeClusterRequest,
  },
  {
    name: "DescribeClusterResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDescribeClusterResponse,
    decode: decodeDescribeClusterResponse,
  },
  {
    name: "DescribeConfigsRequest",
    minVersion: 1,
    maxVersion: 4,
    encode: encodeDescribeConfigsRequest,
    decode: decodeDescribeConfigsRequest,
  },
  {
    name: "DescribeConfigsResponse",
    minVersion: 1,
    maxVersion: 4,
    encode: encodeDescribeConfigsResponse,
    decode: decodeDescribeConfigsResponse,
  },
  {
    name: "DescribeDelegationTokenRequest",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeDescribeDelegationTokenRequest,
    decode: decodeDescribeDelegationTokenRequest,
  },
  {
    name: "DescribeDelegationTokenResponse",
    minVersion: 1,
    maxVersion: 3,
    encode: encodeDescribeDelegationTokenResponse,
    decode: decodeDescribeDelegationTokenResponse,
  },
  {
    name: "DescribeGroupsRequest",
    minVersion: 0,
    maxVersion: 6,
    encode: encodeDescribeGroupsRequest,
    decode: decodeDescribeGroupsRequest,
  },
  {
    name: "DescribeGroupsResponse",
    minVersion: 0,
    maxVersion: 6,
    encode: encodeDescribeGroupsResponse,
    decode: decodeDescribeGroupsResponse,
  },
  {
    name: "DescribeLogDirsRequest",
    minVersion: 1,
    maxVersion: 5,
    encode: encodeDescribeLogDirsRequest,
    decode: decodeDescribeLogDirsRequest,
  },
  {
    name: "DescribeLogDirsResponse",
    minVersion: 1,
    maxVersion: 5,
    encode: encodeDescribeLogDirsResponse,
    decode: decodeDescribeLogDirsResponse,
  },
  {
    name: "DescribeProducersRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeProducersRequest,
    decode: decodeDescribeProducersRequest,
  },
  {
    name: "DescribeProducersResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeProducersResponse,
    decode: decodeDescribeProducersResponse,
  },
  {
    name: "DescribeQuorumRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDescribeQuorumRequest,
    decode: decodeDescribeQuorumRequest,
  },
  {
    name: "DescribeQuorumResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeDescribeQuorumResponse,
    decode: decodeDescribeQuorumResponse,
  },
  {
    name: "DescribeShareGroupOffsetsRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeDescribeShareGroupOffsetsRequest,
    decode: decodeDescribeShareGroupOffsetsRequest,
  },
  {
    name: "DescribeShareGroupOffsetsResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeDescribeShareGroupOffsetsResponse,
    decode: decodeDescribeShareGroupOffsetsResponse,
  },
  {
    name: "DescribeTopicPartitionsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeTopicPartitionsRequest,
    decode: decodeDescribeTopicPartitionsRequest,
  },
  {
    name: "DescribeTopicPartitionsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeTopicPartitionsResponse,
    decode: decodeDescribeTopicPartitionsResponse,
  },
  {
    name: "DescribeTransactionsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeTransactionsRequest,
    decode: decodeDescribeTransactionsRequest,
  },
  {
    name: "DescribeTransactionsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeTransactionsResponse,
    decode: decodeDescribeTransactionsResponse,
  },
  {
    name: "DescribeUserScramCredentialsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeUserScramCredentialsRequest,
    decode: decodeDescribeUserScramCredentialsRequest,
  },
  {
    name: "DescribeUserScramCredentialsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDescribeUserScramCredentialsResponse,
    decode: decodeDescribeUserScramCredentialsResponse,
  },
  {
    name: "ElectLeadersRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeElectLeadersRequest,
    decode: decodeElectLeadersRequest,
  },
  {
    name: "ElectLeadersResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeElectLeadersResponse,
    decode: decodeElectLeadersResponse,
  },
  {
    name: "EndQuorumEpochRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeEndQuorumEpochRequest,
    decode: decodeEndQuorumEpochRequest,
  },
  {
    name: "EndQuorumEpochResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeEndQuorumEpochResponse,
    decode: decodeEndQuorumEpochResponse,
  },
  {
    name: "EndTxnRequest",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeEndTxnRequest,
    decode: decodeEndTxnRequest,
  },
  {
    name: "EndTxnResponse",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeEndTxnResponse,
    decode: decodeEndTxnResponse,
  },
  {
    name: "EnvelopeRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeEnvelopeRequest,
    decode: decodeEnvelopeRequest,
  },
  {
    name: "EnvelopeResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeEnvelopeResponse,
    decode: decodeEnvelopeResponse,
  },
  {
    name: "ExpireDelegationTokenRequest",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeExpireDelegationTokenRequest,
    decode: decodeExpireDelegationTokenRequest,
  },
  {
    name: "ExpireDelegationTokenResponse",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeExpireDelegationTokenResponse,
    decode: decodeExpireDelegationTokenResponse,
  },
  {
    name: "FetchSnapshotRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeFetchSnapshotRequest,
    decode: decodeFetchSnapshotRequest,
  },
  {
    name: "FetchSnapshotResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeFetchSnapshotResponse,
    decode: decodeFetchSnapshotResponse,
  },
  {
    name: "FetchRequest",
    minVersion: 4,
    maxVersion: 18,
    encode: encodeFetchRequest,
    decode: decodeFetchRequest,
  },
  {
    name: "FetchResponse",
    minVersion: 4,
    maxVersion: 18,
    encode: encodeFetchResponse,
    decode: decodeFetchResponse,
  },
  {
    name: "FindCoordinatorRequest",
    minVersion: 0,
    maxVersion: 6,
    encode: encodeFindCoordinatorRequest,
    decode: decodeFindCoordinatorRequest,
  },
  {
    name: "FindCoordinatorResponse",
    minVersion: 0,
    maxVersion: 6,
    encode: encodeFindCoordinatorResponse,
    decode: decodeFindCoordinatorResponse,
  },
  {
    name: "GetTelemetrySubscriptionsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeGetTelemetrySubscriptionsRequest,
    decode: decodeGetTelemetrySubscriptionsRequest,
  },
  {
    name: "GetTelemetrySubscriptionsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeGetTelemetrySubscriptionsResponse,
    decode: decodeGetTelemetrySubscriptionsResponse,
  },
  {
    name: "HeartbeatRequest",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeHeartbeatRequest,
    decode: decodeHeartbeatRequest,
  },
  {
    name: "HeartbeatResponse",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeHeartbeatResponse,
    decode: decodeHeartbeatResponse,
  },
  {
    name: "IncrementalAlterConfigsRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeIncrementalAlterConfigsRequest,
    decode: decodeIncrementalAlterConfigsRequest,
  },
  {
    name: "IncrementalAlterConfigsResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeIncrementalAlterConfigsResponse,
    decode: decodeIncrementalAlterConfigsResponse,
  },
  {
    name: "InitProducerIdRequest",
    minVersion: 0,
    maxVersion: 6,
    encode: encodeInitProducerIdRequest,
    decode: decodeInitProducerIdRequest,
  },
  {
    name: "InitProducerIdResponse",
    minVersion: 0,
    maxVersion: 6,
    encode: encodeInitProducerIdResponse,
    decode: decodeInitProducerIdResponse,
  },
  {
    name: "InitializeShareGroupStateRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeInitializeShareGroupStateRequest,
    decode: decodeInitializeShareGroupStateRequest,
  },
  {
    name: "InitializeShareGroupStateResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeInitializeShareGroupStateResponse,
    decode: decodeInitializeShareGroupStateResponse,
  },
  {
    name: "JoinGroupRequest",
    minVersion: 0,
    maxVersion: 9,
    encode: encodeJoinGroupRequest,
    decode: decodeJoinGroupRequest,
  },
  {
    name: "JoinGroupResponse",
    minVersion: 0,
    maxVersion: 9,
    encode: encodeJoinGroupResponse,
    decode: decodeJoinGroupResponse,
  },
  {
    name: "LeaveGroupRequest",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeLeaveGroupRequest,
    decode: decodeLeaveGroupRequest,
  },
  {
    name: "LeaveGroupResponse",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeLeaveGroupResponse,
    decode: decodeLeaveGroupResponse,
  },
  {
    name: "ListConfigResourcesRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeListConfigResourcesRequest,
    decode: decodeListConfigResourcesRequest,
  },
  {
    name: "ListConfigResourcesResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeListConfigResourcesResponse,
    decode: decodeListConfigResourcesResponse,
  },
  {
    name: "ListGroupsRequest",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeListGroupsRequest,
    decode: decodeListGroupsRequest,
  },
  {
    name: "ListGroupsResponse",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeListGroupsResponse,
    decode: decodeListGroupsResponse,
  },
  {
    name: "ListOffsetsRequest",
    minVersion: 1,
    maxVersion: 11,
    encode: encodeListOffsetsRequest,
    decode: decodeListOffsetsRequest,
  },
  {
    name: "ListOffsetsResponse",
    minVersion: 1,
    maxVersion: 11,
    encode: encodeListOffsetsResponse,
    decode: decodeListOffsetsResponse,
  },
  {
    name: "ListPartitionReassignmentsRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeListPartitionReassignmentsRequest,
    decode: decodeListPartitionReassignmentsRequest,
  },
  {
    name: "ListPartitionReassignmentsResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeListPartitionReassignmentsResponse,
    decode: decodeListPartitionReassignmentsResponse,
  },
  {
    name: "ListTransactionsRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeListTransactionsRequest,
    decode: decodeListTransactionsRequest,
  },
  {
    name: "ListTransactionsResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeListTransactionsResponse,
    decode: decodeListTransactionsResponse,
  },
  {
    name: "MetadataRequest",
    minVersion: 0,
    maxVersion: 13,
    encode: encodeMetadataRequest,
    decode: decodeMetadataRequest,
  },
  {
    name: "MetadataResponse",
    minVersion: 0,
    maxVersion: 13,
    encode: encodeMetadataResponse,
    decode: decodeMetadataResponse,
  },
  {
    name: "OffsetCommitRequest",
    minVersion: 2,
    maxVersion: 10,
    encode: encodeOffsetCommitRequest,
    decode: decodeOffsetCommitRequest,
  },
  {
    name: "OffsetCommitResponse",
    minVersion: 2,
    maxVersion: 10,
    encode: encodeOffsetCommitResponse,
    decode: decodeOffsetCommitResponse,
  },
  {
    name: "OffsetDeleteRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeOffsetDeleteRequest,
    decode: decodeOffsetDeleteRequest,
  },
  {
    name: "OffsetDeleteResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeOffsetDeleteResponse,
    decode: decodeOffsetDeleteResponse,
  },
  {
    name: "OffsetFetchRequest",
    minVersion: 1,
    maxVersion: 10,
    encode: encodeOffsetFetchRequest,
    decode: decodeOffsetFetchRequest,
  },
  {
    name: "OffsetFetchResponse",
    minVersion: 1,
    maxVersion: 10,
    encode: encodeOffsetFetchResponse,
    decode: decodeOffsetFetchResponse,
  },
  {
    name: "OffsetForLeaderEpochRequest",
    minVersion: 2,
    maxVersion: 4,
    encode: encodeOffsetForLeaderEpochRequest,
    decode: decodeOffsetForLeaderEpochRequest,
  },
  {
    name: "OffsetForLeaderEpochResponse",
    minVersion: 2,
    maxVersion: 4,
    encode: encodeOffsetForLeaderEpochResponse,
    decode: decodeOffsetForLeaderEpochResponse,
  },
  {
    name: "ProduceRequest",
    minVersion: 3,
    maxVersion: 13,
    encode: encodeProduceRequest,
    decode: decodeProduceRequest,
  },
  {
    name: "ProduceResponse",
    minVersion: 3,
    maxVersion: 13,
    encode: encodeProduceResponse,
    decode: decodeProduceResponse,
  },
  {
    name: "PushTelemetryRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodePushTelemetryRequest,
    decode: decodePushTelemetryRequest,
  },
  {
    name: "PushTelemetryResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodePushTelemetryResponse,
    decode: decodePushTelemetryResponse,
  },
  {
    name: "ReadShareGroupStateSummaryRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeReadShareGroupStateSummaryRequest,
    decode: decodeReadShareGroupStateSummaryRequest,
  },
  {
    name: "ReadShareGroupStateSummaryResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeReadShareGroupStateSummaryResponse,
    decode: decodeReadShareGroupStateSummaryResponse,
  },
  {
    name: "ReadShareGroupStateRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeReadShareGroupStateRequest,
    decode: decodeReadShareGroupStateRequest,
  },
  {
    name: "ReadShareGroupStateResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeReadShareGroupStateResponse,
    decode: decodeReadShareGroupStateResponse,
  },
  {
    name: "RemoveRaftVoterRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoveRaftVoterRequest,
    decode: decodeRemoveRaftVoterRequest,
  },
  {
    name: "RemoveRaftVoterResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoveRaftVoterResponse,
    decode: decodeRemoveRaftVoterResponse,
  },
  {
    name: "RenewDelegationTokenRequest",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeRenewDelegationTokenRequest,
    decode: decodeRenewDelegationTokenRequest,
  },
  {
    name: "RenewDelegationTokenResponse",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeRenewDelegationTokenResponse,
    decode: decodeRenewDelegationTokenResponse,
  },
  {
    name: "SaslAuthenticateRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeSaslAuthenticateRequest,
    decode: decodeSaslAuthenticateRequest,
  },
  {
    name: "SaslAuthenticateResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeSaslAuthenticateResponse,
    decode: decodeSaslAuthenticateResponse,
  },
  {
    name: "SaslHandshakeRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeSaslHandshakeRequest,
    decode: decodeSaslHandshakeRequest,
  },
  {
    name: "SaslHandshakeResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeSaslHandshakeResponse,
    decode: decodeSaslHandshakeResponse,
  },
  {
    name: "ShareAcknowledgeRequest",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeShareAcknowledgeRequest,
    decode: decodeShareAcknowledgeRequest,
  },
  {
    name: "ShareAcknowledgeResponse",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeShareAcknowledgeResponse,
    decode: decodeShareAcknowledgeResponse,
  },
  {
    name: "ShareFetchRequest",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeShareFetchRequest,
    decode: decodeShareFetchRequest,
  },
  {
    name: "ShareFetchResponse",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeShareFetchResponse,
    decode: decodeShareFetchResponse,
  },
  {
    name: "ShareGroupDescribeRequest",
    minVersion: 1,
    maxVersion: 1,
    encode: encodeShareGroupDescribeRequest,
    decode: decodeShareGroupDescribeRequest,
  },
  {
    name: "ShareGroupDescribeResponse",
    minVersion: 1,
    maxVersion: 1,
    encode: encodeShareGroupDescribeResponse,
    decode: decodeShareGroupDescribeResponse,
  },
  {
    name: "ShareGroupHeartbeatRequest",
    minVersion: 1,
    maxVersion: 1,
    encode: encodeShareGroupHeartbeatRequest,
    decode: decodeShareGroupHeartbeatRequest,
  },
  {
    name: "ShareGroupHeartbeatResponse",
    minVersion: 1,
    maxVersion: 1,
    encode: encodeShareGroupHeartbeatResponse,
    decode: decodeShareGroupHeartbeatResponse,
  },
  {
    name: "StreamsGroupDescribeRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupDescribeRequest,
    decode: decodeStreamsGroupDescribeRequest,
  },
  {
    name: "StreamsGroupDescribeResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupDescribeResponse,
    decode: decodeStreamsGroupDescribeResponse,
  },
  {
    name: "StreamsGroupHeartbeatRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupHeartbeatRequest,
    decode: decodeStreamsGroupHeartbeatRequest,
  },
  {
    name: "StreamsGroupHeartbeatResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupHeartbeatResponse,
    decode: decodeStreamsGroupHeartbeatResponse,
  },
  {
    name: "SyncGroupRequest",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeSyncGroupRequest,
    decode: decodeSyncGroupRequest,
  },
  {
    name: "SyncGroupResponse",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeSyncGroupResponse,
    decode: decodeSyncGroupResponse,
  },
  {
    name: "TxnOffsetCommitRequest",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeTxnOffsetCommitRequest,
    decode: decodeTxnOffsetCommitRequest,
  },
  {
    name: "TxnOffsetCommitResponse",
    minVersion: 0,
    maxVersion: 5,
    encode: encodeTxnOffsetCommitResponse,
    decode: decodeTxnOffsetCommitResponse,
  },
  {
    name: "UnregisterBrokerRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUnregisterBrokerRequest,
    decode: decodeUnregisterBrokerRequest,
  },
  {
    name: "UnregisterBrokerResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUnregisterBrokerResponse,
    decode: decodeUnregisterBrokerResponse,
  },
  {
    name: "UpdateFeaturesRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeUpdateFeaturesRequest,
    decode: decodeUpdateFeaturesRequest,
  },
  {
    name: "UpdateFeaturesResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeUpdateFeaturesResponse,
    decode: decodeUpdateFeaturesResponse,
  },
  {
    name: "UpdateRaftVoterRequest",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUpdateRaftVoterRequest,
    decode: decodeUpdateRaftVoterRequest,
  },
  {
    name: "UpdateRaftVoterResponse",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUpdateRaftVoterResponse,
    decode: decodeUpdateRaftVoterResponse,
  },
  {
    name: "VoteRequest",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeVoteRequest,
    decode: decodeVoteRequest,
  },
  {
    name: "VoteResponse",
    minVersion: 0,
    maxVersion: 2,
    encode: encodeVoteResponse,
    decode: decodeVoteResponse,
  },
  {
    name: "WriteShareGroupStateRequest",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeWriteShareGroupStateRequest,
    decode: decodeWriteShareGroupStateRequest,
  },
  {
    name: "WriteShareGroupStateResponse",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeWriteShareGroupStateResponse,
    decode: decodeWriteShareGroupStateResponse,
  },
  {
    name: "WriteTxnMarkersRequest",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeWriteTxnMarkersRequest,
    decode: decodeWriteTxnMarkersRequest,
  },
  {
    name: "WriteTxnMarkersResponse",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeWriteTxnMarkersResponse,
    decode: decodeWriteTxnMarkersResponse,
  },
  {
    name: "ConsumerProtocolAssignment",
    minVersion: 0,
    maxVersion: 3,
    encode: encodeConsumerProtocolAssignment,
    decode: decodeConsumerProtocolAssignment,
  },
  {
    name: "ConsumerProtocolSubscription",
    minVersion: 0,
    maxVersion: 3,
    encode: encodeConsumerProtocolSubscription,
    decode: decodeConsumerProtocolSubscription,
  },
  {
    name: "ControlRecordTypeSchema",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeControlRecordTypeSchema,
    decode: decodeControlRecordTypeSchema,
  },
  {
    name: "EndTxnMarker",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeEndTxnMarker,
    decode: decodeEndTxnMarker,
  },
  {
    name: "KRaftVersionRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeKRaftVersionRecord,
    decode: decodeKRaftVersionRecord,
  },
  {
    name: "LeaderChangeMessage",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeLeaderChangeMessage,
    decode: decodeLeaderChangeMessage,
  },
  {
    name: "SnapshotFooterRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeSnapshotFooterRecord,
    decode: decodeSnapshotFooterRecord,
  },
  {
    name: "SnapshotHeaderRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeSnapshotHeaderRecord,
    decode: decodeSnapshotHeaderRecord,
  },
  {
    name: "VotersRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeVotersRecord,
    decode: decodeVotersRecord,
  },
  {
    name: "ConsumerGroupCurrentMemberAssignmentKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupCurrentMemberAssignmentKey,
    decode: decodeConsumerGroupCurrentMemberAssignmentKey,
  },
  {
    name: "ConsumerGroupCurrentMemberAssignmentValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupCurrentMemberAssignmentValue,
    decode: decodeConsumerGroupCurrentMemberAssignmentValue,
  },
  {
    name: "ConsumerGroupMemberMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupMemberMetadataKey,
    decode: decodeConsumerGroupMemberMetadataKey,
  },
  {
    name: "ConsumerGroupMemberMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupMemberMetadataValue,
    decode: decodeConsumerGroupMemberMetadataValue,
  },
  {
    name: "ConsumerGroupMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupMetadataKey,
    decode: decodeConsumerGroupMetadataKey,
  },
  {
    name: "ConsumerGroupMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupMetadataValue,
    decode: decodeConsumerGroupMetadataValue,
  },
  {
    name: "ConsumerGroupPartitionMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupPartitionMetadataKey,
    decode: decodeConsumerGroupPartitionMetadataKey,
  },
  {
    name: "ConsumerGroupPartitionMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupPartitionMetadataValue,
    decode: decodeConsumerGroupPartitionMetadataValue,
  },
  {
    name: "ConsumerGroupRegularExpressionKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupRegularExpressionKey,
    decode: decodeConsumerGroupRegularExpressionKey,
  },
  {
    name: "ConsumerGroupRegularExpressionValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupRegularExpressionValue,
    decode: decodeConsumerGroupRegularExpressionValue,
  },
  {
    name: "ConsumerGroupTargetAssignmentMemberKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupTargetAssignmentMemberKey,
    decode: decodeConsumerGroupTargetAssignmentMemberKey,
  },
  {
    name: "ConsumerGroupTargetAssignmentMemberValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupTargetAssignmentMemberValue,
    decode: decodeConsumerGroupTargetAssignmentMemberValue,
  },
  {
    name: "ConsumerGroupTargetAssignmentMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupTargetAssignmentMetadataKey,
    decode: decodeConsumerGroupTargetAssignmentMetadataKey,
  },
  {
    name: "ConsumerGroupTargetAssignmentMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConsumerGroupTargetAssignmentMetadataValue,
    decode: decodeConsumerGroupTargetAssignmentMetadataValue,
  },
  {
    name: "GroupMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeGroupMetadataKey,
    decode: decodeGroupMetadataKey,
  },
  {
    name: "GroupMetadataValue",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeGroupMetadataValue,
    decode: decodeGroupMetadataValue,
  },
  {
    name: "LegacyOffsetCommitKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeLegacyOffsetCommitKey,
    decode: decodeLegacyOffsetCommitKey,
  },
  {
    name: "LegacyOffsetCommitValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeLegacyOffsetCommitValue,
    decode: decodeLegacyOffsetCommitValue,
  },
  {
    name: "OffsetCommitKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeOffsetCommitKey,
    decode: decodeOffsetCommitKey,
  },
  {
    name: "OffsetCommitValue",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeOffsetCommitValue,
    decode: decodeOffsetCommitValue,
  },
  {
    name: "ShareGroupCurrentMemberAssignmentKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupCurrentMemberAssignmentKey,
    decode: decodeShareGroupCurrentMemberAssignmentKey,
  },
  {
    name: "ShareGroupCurrentMemberAssignmentValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupCurrentMemberAssignmentValue,
    decode: decodeShareGroupCurrentMemberAssignmentValue,
  },
  {
    name: "ShareGroupMemberMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupMemberMetadataKey,
    decode: decodeShareGroupMemberMetadataKey,
  },
  {
    name: "ShareGroupMemberMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupMemberMetadataValue,
    decode: decodeShareGroupMemberMetadataValue,
  },
  {
    name: "ShareGroupMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupMetadataKey,
    decode: decodeShareGroupMetadataKey,
  },
  {
    name: "ShareGroupMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupMetadataValue,
    decode: decodeShareGroupMetadataValue,
  },
  {
    name: "ShareGroupStatePartitionMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupStatePartitionMetadataKey,
    decode: decodeShareGroupStatePartitionMetadataKey,
  },
  {
    name: "ShareGroupStatePartitionMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupStatePartitionMetadataValue,
    decode: decodeShareGroupStatePartitionMetadataValue,
  },
  {
    name: "ShareGroupTargetAssignmentMemberKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupTargetAssignmentMemberKey,
    decode: decodeShareGroupTargetAssignmentMemberKey,
  },
  {
    name: "ShareGroupTargetAssignmentMemberValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupTargetAssignmentMemberValue,
    decode: decodeShareGroupTargetAssignmentMemberValue,
  },
  {
    name: "ShareGroupTargetAssignmentMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupTargetAssignmentMetadataKey,
    decode: decodeShareGroupTargetAssignmentMetadataKey,
  },
  {
    name: "ShareGroupTargetAssignmentMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareGroupTargetAssignmentMetadataValue,
    decode: decodeShareGroupTargetAssignmentMetadataValue,
  },
  {
    name: "StreamsGroupCurrentMemberAssignmentKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupCurrentMemberAssignmentKey,
    decode: decodeStreamsGroupCurrentMemberAssignmentKey,
  },
  {
    name: "StreamsGroupCurrentMemberAssignmentValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupCurrentMemberAssignmentValue,
    decode: decodeStreamsGroupCurrentMemberAssignmentValue,
  },
  {
    name: "StreamsGroupMemberMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupMemberMetadataKey,
    decode: decodeStreamsGroupMemberMetadataKey,
  },
  {
    name: "StreamsGroupMemberMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupMemberMetadataValue,
    decode: decodeStreamsGroupMemberMetadataValue,
  },
  {
    name: "StreamsGroupMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupMetadataKey,
    decode: decodeStreamsGroupMetadataKey,
  },
  {
    name: "StreamsGroupMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupMetadataValue,
    decode: decodeStreamsGroupMetadataValue,
  },
  {
    name: "StreamsGroupTargetAssignmentMemberKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupTargetAssignmentMemberKey,
    decode: decodeStreamsGroupTargetAssignmentMemberKey,
  },
  {
    name: "StreamsGroupTargetAssignmentMemberValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupTargetAssignmentMemberValue,
    decode: decodeStreamsGroupTargetAssignmentMemberValue,
  },
  {
    name: "StreamsGroupTargetAssignmentMetadataKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupTargetAssignmentMetadataKey,
    decode: decodeStreamsGroupTargetAssignmentMetadataKey,
  },
  {
    name: "StreamsGroupTargetAssignmentMetadataValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupTargetAssignmentMetadataValue,
    decode: decodeStreamsGroupTargetAssignmentMetadataValue,
  },
  {
    name: "StreamsGroupTopologyKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupTopologyKey,
    decode: decodeStreamsGroupTopologyKey,
  },
  {
    name: "StreamsGroupTopologyValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeStreamsGroupTopologyValue,
    decode: decodeStreamsGroupTopologyValue,
  },
  {
    name: "RequestHeader",
    minVersion: 1,
    maxVersion: 2,
    encode: encodeRequestHeader,
    decode: decodeRequestHeader,
  },
  {
    name: "ResponseHeader",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeResponseHeader,
    decode: decodeResponseHeader,
  },
  {
    name: "AbortTransactionRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAbortTransactionRecord,
    decode: decodeAbortTransactionRecord,
  },
  {
    name: "AccessControlEntryRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeAccessControlEntryRecord,
    decode: decodeAccessControlEntryRecord,
  },
  {
    name: "BeginTransactionRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeBeginTransactionRecord,
    decode: decodeBeginTransactionRecord,
  },
  {
    name: "BrokerRegistrationChangeRecord",
    minVersion: 0,
    maxVersion: 3,
    encode: encodeBrokerRegistrationChangeRecord,
    decode: decodeBrokerRegistrationChangeRecord,
  },
  {
    name: "ClearElrRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeClearElrRecord,
    decode: decodeClearElrRecord,
  },
  {
    name: "ClientQuotaRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeClientQuotaRecord,
    decode: decodeClientQuotaRecord,
  },
  {
    name: "ConfigRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeConfigRecord,
    decode: decodeConfigRecord,
  },
  {
    name: "DelegationTokenRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDelegationTokenRecord,
    decode: decodeDelegationTokenRecord,
  },
  {
    name: "EndTransactionRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeEndTransactionRecord,
    decode: decodeEndTransactionRecord,
  },
  {
    name: "FeatureLevelRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeFeatureLevelRecord,
    decode: decodeFeatureLevelRecord,
  },
  {
    name: "FenceBrokerRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeFenceBrokerRecord,
    decode: decodeFenceBrokerRecord,
  },
  {
    name: "NoOpRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeNoOpRecord,
    decode: decodeNoOpRecord,
  },
  {
    name: "PartitionChangeRecord",
    minVersion: 0,
    maxVersion: 2,
    encode: encodePartitionChangeRecord,
    decode: decodePartitionChangeRecord,
  },
  {
    name: "PartitionRecord",
    minVersion: 0,
    maxVersion: 2,
    encode: encodePartitionRecord,
    decode: decodePartitionRecord,
  },
  {
    name: "ProducerIdsRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeProducerIdsRecord,
    decode: decodeProducerIdsRecord,
  },
  {
    name: "RegisterBrokerRecord",
    minVersion: 0,
    maxVersion: 4,
    encode: encodeRegisterBrokerRecord,
    decode: decodeRegisterBrokerRecord,
  },
  {
    name: "RegisterControllerRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRegisterControllerRecord,
    decode: decodeRegisterControllerRecord,
  },
  {
    name: "RemoveAccessControlEntryRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoveAccessControlEntryRecord,
    decode: decodeRemoveAccessControlEntryRecord,
  },
  {
    name: "RemoveDelegationTokenRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoveDelegationTokenRecord,
    decode: decodeRemoveDelegationTokenRecord,
  },
  {
    name: "RemoveTopicRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoveTopicRecord,
    decode: decodeRemoveTopicRecord,
  },
  {
    name: "RemoveUserScramCredentialRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoveUserScramCredentialRecord,
    decode: decodeRemoveUserScramCredentialRecord,
  },
  {
    name: "TopicRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeTopicRecord,
    decode: decodeTopicRecord,
  },
  {
    name: "UnfenceBrokerRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUnfenceBrokerRecord,
    decode: decodeUnfenceBrokerRecord,
  },
  {
    name: "UnregisterBrokerRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUnregisterBrokerRecord,
    decode: decodeUnregisterBrokerRecord,
  },
  {
    name: "UserScramCredentialRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeUserScramCredentialRecord,
    decode: decodeUserScramCredentialRecord,
  },
  {
    name: "ZkMigrationStateRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeZkMigrationStateRecord,
    decode: decodeZkMigrationStateRecord,
  },
  {
    name: "DefaultPrincipalData",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeDefaultPrincipalData,
    decode: decodeDefaultPrincipalData,
  },
  {
    name: "QuorumStateData",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeQuorumStateData,
    decode: decodeQuorumStateData,
  },
  {
    name: "ShareSnapshotKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareSnapshotKey,
    decode: decodeShareSnapshotKey,
  },
  {
    name: "ShareSnapshotValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareSnapshotValue,
    decode: decodeShareSnapshotValue,
  },
  {
    name: "ShareUpdateKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareUpdateKey,
    decode: decodeShareUpdateKey,
  },
  {
    name: "ShareUpdateValue",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeShareUpdateValue,
    decode: decodeShareUpdateValue,
  },
  {
    name: "ProducerSnapshot",
    minVersion: 1,
    maxVersion: 1,
    encode: encodeProducerSnapshot,
    decode: decodeProducerSnapshot,
  },
  {
    name: "RemoteLogSegmentMetadataRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoteLogSegmentMetadataRecord,
    decode: decodeRemoteLogSegmentMetadataRecord,
  },
  {
    name: "RemoteLogSegmentMetadataSnapshotRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoteLogSegmentMetadataSnapshotRecord,
    decode: decodeRemoteLogSegmentMetadataSnapshotRecord,
  },
  {
    name: "RemoteLogSegmentMetadataUpdateRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemoteLogSegmentMetadataUpdateRecord,
    decode: decodeRemoteLogSegmentMetadataUpdateRecord,
  },
  {
    name: "RemotePartitionDeleteMetadataRecord",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeRemotePartitionDeleteMetadataRecord,
    decode: decodeRemotePartitionDeleteMetadataRecord,
  },
  {
    name: "TransactionLogKey",
    minVersion: 0,
    maxVersion: 0,
    encode: encodeTransactionLogKey,
    decode: decodeTransactionLogKey,
  },
  {
    name: "TransactionLogValue",
    minVersion: 0,
    maxVersion: 1,
    encode: encodeTransactionLogValue,
    decode: decodeTransactionLogValue,
  },
];
