import type { RequestTable } from "../network/request-dispatch.ts";
import { alterConfigsApi } from "./alter-configs.ts";
import type { ApiBroker } from "./api-broker.ts";
import { apiVersionsApi } from "./api-versions.ts";
import type { AnyApi } from "./api.ts";
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
import type { FetchSessionCache } from "./fetch-session-cache.ts";
import { fetchApi } from "./fetch.ts";
import { incrementalAlterConfigsApi } from "./incremental-alter-configs.ts";
import { initProducerIdApi } from "./init-producer-id.ts";
import { listConfigResourcesApi } from "./list-config-resources.ts";
import { listOffsetsApi } from "./list-offsets.ts";
import { listPartitionReassignmentsApi } from "./list-partition-reassignments.ts";
import { metadataApi } from "./metadata.ts";
import { offsetForLeaderEpochApi } from "./offset-for-leader-epoch.ts";
import { produceApi } from "./produce.ts";
import type { RecordBroker } from "./record-broker.ts";

/** What all APIs together need of the broker. */
export interface ServingBroker {
  readonly cluster: ApiBroker;
  readonly records: RecordBroker;
  readonly fetchSessions: FetchSessionCache;
}

/** Every API that this broker serves. What is not here is neither advertised nor answered. */
export function apiTable({ cluster, records, fetchSessions }: ServingBroker): readonly AnyApi[] {
  const apis: readonly AnyApi[] = [
    produceApi(records),
    fetchApi(records, fetchSessions),
    listOffsetsApi(records),
    metadataApi(cluster),
    apiVersionsApi(cluster, () => apis),
    createTopicsApi(cluster),
    deleteTopicsApi(cluster),
    deleteRecordsApi(records),
    initProducerIdApi(records),
    offsetForLeaderEpochApi(records),
    describeConfigsApi(cluster),
    alterConfigsApi(cluster),
    describeLogDirsApi(cluster),
    createPartitionsApi(cluster),
    incrementalAlterConfigsApi(cluster),
    listPartitionReassignmentsApi(cluster),
    describeQuorumApi(cluster),
    describeClusterApi(cluster),
    describeProducersApi(records),
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
