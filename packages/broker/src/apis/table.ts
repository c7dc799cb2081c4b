import type { RequestTable } from "../network/request-dispatch.ts";
import { addOffsetsToTxnApi } from "./add-offsets-to-txn.ts";
import { addPartitionsToTxnApi } from "./add-partitions-to-txn.ts";
import { alterConfigsApi } from "./alter-configs.ts";
import type { ApiBroker } from "./api-broker.ts";
import { apiVersionsApi } from "./api-versions.ts";
import type { AnyApi } from "./api.ts";
import { consumerGroupDescribeApi } from "./consumer-group-describe.ts";
import { consumerGroupHeartbeatApi } from "./consumer-group-heartbeat.ts";
import { createPartitionsApi } from "./create-partitions.ts";
import { createTopicsApi } from "./create-topics.ts";
import { deleteRecordsApi } from "./delete-records.ts";
import { deleteTopicsApi } from "./delete-topics.ts";
import { describeClusterApi } from "./describe-cluster.ts";
import { describeConfigsApi } from "./describe-configs.ts";
import { describeLogDirsApi } from "./describe-log-dirs.ts";
import { describeProducersApi } from "./describe-producers.ts";
import { describeQuorumApi } from "./describe-quorum.ts";
import { describeTopicPartitionsApi } from "./describe-topic-partitions.ts";
import { describeTransactionsApi } from "./describe-transactions.ts";
import { endTxnApi } from "./end-txn.ts";
import type { FetchSessionCache } from "./fetch-session-cache.ts";
import { fetchApi } from "./fetch.ts";
import type { GroupBroker } from "./group-broker.ts";
import { syncGroupApi } from "./sync-group.ts";
import { offsetFetchApi } from "./offset-fetch.ts";
import { offsetDeleteApi } from "./offset-delete.ts";
import { offsetCommitApi } from "./offset-commit.ts";
import { listGroupsApi } from "./list-groups.ts";
import { leaveGroupApi } from "./leave-group.ts";
import { joinGroupApi } from "./join-group.ts";
import { heartbeatApi } from "./heartbeat.ts";
import { findCoordinatorApi } from "./find-coordinator.ts";
import { describeGroupsApi } from "./describe-groups.ts";
import { deleteGroupsApi } from "./delete-groups.ts";
import { incrementalAlterConfigsApi } from "./incremental-alter-configs.ts";
import { initProducerIdApi } from "./init-producer-id.ts";
import { listConfigResourcesApi } from "./list-config-resources.ts";
import { listOffsetsApi } from "./list-offsets.ts";
import { listPartitionReassignmentsApi } from "./list-partition-reassignments.ts";
import { listTransactionsApi } from "./list-transactions.ts";
import { metadataApi } from "./metadata.ts";
import { offsetForLeaderEpochApi } from "./offset-for-leader-epoch.ts";
import { produceApi } from "./produce.ts";
import type { RecordBroker } from "./record-broker.ts";
import { updateFeaturesApi } from "./update-features.ts";
import { txnOffsetCommitApi, type TxnOffsetBroker } from "./txn-offset-commit.ts";
import { writeTxnMarkersApi, type MarkerBroker } from "./write-txn-markers.ts";
import type { TransactionBroker } from "./transaction-broker.ts";

/** What all APIs together need of the broker. */
export interface ServingBroker {
  readonly cluster: ApiBroker;
  readonly records: RecordBroker;
  readonly groups: GroupBroker;
  readonly transactions: TransactionBroker;
  readonly writes: TxnOffsetBroker & MarkerBroker;
  readonly fetchSessions: FetchSessionCache;
}

/** Every API that this broker serves. What is not here is neither advertised nor answered. */
export function apiTable(broker: ServingBroker): readonly AnyApi[] {
  const { cluster, records, groups, transactions, writes, fetchSessions } = broker;
  const apis: readonly AnyApi[] = [
    produceApi(records),
    fetchApi(records, fetchSessions),
    listOffsetsApi(records),
    metadataApi(cluster),
    offsetCommitApi(groups),
    offsetFetchApi(groups),
    findCoordinatorApi(transactions),
    joinGroupApi(groups),
    heartbeatApi(groups),
    leaveGroupApi(groups),
    syncGroupApi(groups),
    describeGroupsApi(groups),
    listGroupsApi(groups),
    apiVersionsApi(cluster, () => apis),
    createTopicsApi(cluster),
    deleteTopicsApi(cluster),
    deleteRecordsApi(records),
    initProducerIdApi(transactions),
    offsetForLeaderEpochApi(records),
    writeTxnMarkersApi(writes),
    txnOffsetCommitApi(writes),
    addPartitionsToTxnApi(transactions),
    addOffsetsToTxnApi(transactions),
    endTxnApi(transactions),
    describeConfigsApi(cluster),
    alterConfigsApi(cluster),
    describeLogDirsApi(cluster),
    createPartitionsApi(cluster),
    deleteGroupsApi(groups),
    incrementalAlterConfigsApi(cluster),
    listPartitionReassignmentsApi(cluster),
    offsetDeleteApi(groups),
    describeQuorumApi(cluster),
    updateFeaturesApi(cluster),
    describeClusterApi(cluster),
    describeProducersApi(records),
    describeTransactionsApi(transactions),
    listTransactionsApi(transactions),
    consumerGroupHeartbeatApi(groups),
    consumerGroupDescribeApi(groups),
    listConfigResourcesApi(cluster),
    describeTopicPartitionsApi(cluster),
  ];
  return apis;
}

/** The same by key, as the network asks for it. */
export function requestTable(apis: readonly AnyApi[]): RequestTable {
  const byKey: (AnyApi | undefined)[] = [];
  for (const api of apis) byKey[api.key] = api;
  return { find: (apiKey) => byKey[apiKey] };
}
