import { apis } from "@naru/protocol";
import {
  decodeFetchResponse,
  encodeFetchRequest,
  type FetchRequestDraft,
} from "@naru/protocol/messages/fetch";
import type { TopicView } from "../cluster/cluster-view.ts";
import { apiCall } from "../network/api-call.ts";
import type { ReaderPartition } from "./reader-partition.ts";
import type { ReaderSettings } from "./reader-options.ts";

export const fetchCall = apiCall(apis.Fetch, encodeFetchRequest, decodeFetchResponse);

/** No fetch session: each request names all its partitions. */
const FINAL_EPOCH = -1;

/** A fetch of many partitions from their one leader. */
export function fetchRequest(
  partitions: readonly ReaderPartition[],
  topics: ReadonlyMap<string, TopicView>,
  settings: ReaderSettings,
): FetchRequestDraft {
  const byTopic = Map.groupBy(partitions, ({ topic }) => topic);
  return {
    maxWaitMs: settings.fetchMaxWaitMs,
    minBytes: settings.fetchMinBytes,
    maxBytes: settings.fetchMaxBytes,
    isolationLevel: settings.isolationLevel === "read_committed" ? 1 : 0,
    sessionId: 0,
    sessionEpoch: FINAL_EPOCH,
    topics: [...byTopic].map(([name, ofTopic]) => ({
      topic: name,
      // Version 13 and later name a topic by its id.
      topicId: topics.get(name)?.topicId,
      partitions: ofTopic.map(({ partition, fetchOffset }) => ({
        partition,
        currentLeaderEpoch: topics.get(name)?.partitions[partition]?.leaderEpoch ?? -1,
        fetchOffset,
        partitionMaxBytes: settings.maxPartitionFetchBytes,
      })),
    })),
  };
}
