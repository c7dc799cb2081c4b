import { apis } from "@naru/protocol";
import {
  decodeListPartitionReassignmentsResponse,
  encodeListPartitionReassignmentsRequest,
} from "@naru/protocol/messages/list-partition-reassignments";
import { apiCall } from "../network/api-call.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { outcomeOf, throwIfFailed } from "./outcome.ts";

const listPartitionReassignmentsCall = apiCall(
  apis.ListPartitionReassignments,
  encodeListPartitionReassignmentsRequest,
  decodeListPartitionReassignmentsResponse,
);

/** A partition whose replicas are being changed. */
export interface Reassignment {
  readonly topic: string;
  readonly partition: number;
  readonly addingReplicas: readonly number[];
  readonly removingReplicas: readonly number[];
}

/** Reassignments that go on, of all partitions. */
export async function listReassignments(cluster: Cluster): Promise<Reassignment[]> {
  const response = await cluster.requestAny(listPartitionReassignmentsCall, {
    timeoutMs: TIMEOUT_MS,
    topics: null,
  });
  const { errorCode, errorMessage } = response;
  throwIfFailed("reassignments", outcomeOf("reassignments", errorCode, errorMessage));
  return response.topics.flatMap(({ name, partitions }) =>
    partitions.map(({ partitionIndex, addingReplicas, removingReplicas }) => ({
      topic: name,
      partition: partitionIndex,
      addingReplicas,
      removingReplicas,
    })),
  );
}

const TIMEOUT_MS = 60_000;
