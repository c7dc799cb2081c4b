import { apis, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeListOffsetsResponse,
  encodeListOffsetsRequest,
} from "@naru/protocol/messages/list-offsets";
import { apiCall } from "../network/api-call.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { byLeader } from "../cluster/cluster-view.ts";

const listOffsetsCall = apiCall(
  apis.ListOffsets,
  encodeListOffsetsRequest,
  decodeListOffsetsResponse,
);

/** A point in a partition: an end, the newest timestamp, or the first record at or after a time. */
export type OffsetSpec = "latest" | "earliest" | "max-timestamp" | { readonly timestampMs: number };

export interface ListOffsetsOptions {
  /** With `read_committed` the latest offset is where the first open transaction begins. */
  readonly isolationLevel?: "read_uncommitted" | "read_committed";
}

const timestamps = { latest: -1, earliest: -2, "max-timestamp": -3 } as const;

/** Offsets of the partitions of one topic, by partition; -1 where there is no such record. */
export async function listOffsets(
  cluster: Cluster,
  topicName: string,
  spec: OffsetSpec,
  options: ListOffsetsOptions = {},
): Promise<Map<number, number>> {
  const isolationLevel = options.isolationLevel === "read_committed" ? 1 : 0;
  return cluster.withRetries(`offsets of ${topicName}`, async () => {
    const topic = await cluster.topic(topicName);
    const timestamp = typeof spec === "string" ? timestamps[spec] : spec.timestampMs;
    const offsets = new Map<number, number>();
    for (const [leaderId, partitions] of byLeader(topic)) {
      const response = await cluster.requestNode(leaderId, listOffsetsCall, {
        replicaId: -1,
        isolationLevel,
        topics: [
          {
            name: topicName,
            partitions: partitions.map(({ index, leaderEpoch }) => ({
              partitionIndex: index,
              currentLeaderEpoch: leaderEpoch,
              timestamp,
            })),
          },
        ],
      });
      for (const answer of response.topics.flatMap(({ partitions: answers }) => answers)) {
        const error = errorByCode(answer.errorCode);
        if (error !== "NONE") {
          throw new ProtocolError(
            error,
            `${topicName}-${answer.partitionIndex}: the broker answered ListOffsets with ${error}.`,
          );
        }
        offsets.set(answer.partitionIndex, answer.offset);
      }
    }
    return new Map([...offsets].toSorted(([a], [b]) => a - b));
  });
}
