// Fetch, api key 1, versions 4-18.
//   v4   isolation level, aborted transactions
//   v5   log start offset
//   v7   fetch sessions (KIP-227)
//   v9   current leader epoch, fenced
//   v11  rack of the consumer, preferred read replica
//   v12  flexible versions; last fetched epoch and diverging epoch (KIP-595)
//   v13  topic ids instead of names (KIP-516)
//   v15  replica state; v16 node endpoints; v17 directory id; v18 the follower's high watermark
// Not served yet: followers (a replica id of a broker is answered UNKNOWN_LEADER_EPOCH).
import {
  decodeFetchRequest,
  encodeFetchResponse,
  type FetchRequest,
  type FetchResponseDraft,
} from "@naru/protocol/messages/fetch";
import type { Answer, Api, RequestContext } from "./api.ts";
import { FetchCall, refusedFetch } from "./fetch-call.ts";
import { planFetch } from "./fetch-plan.ts";
import type { FetchSessionCache } from "./fetch-session-cache.ts";
import type { RecordBroker } from "./record-broker.ts";

/** Reads batches from the partitions that this broker leads, and waits for them when asked to. */
export function fetchApi(
  broker: RecordBroker,
  sessions: FetchSessionCache,
): Api<FetchRequest, FetchResponseDraft> {
  return {
    key: 1,
    name: "Fetch",
    minVersion: 4,
    maxVersion: 18,
    gaps: ["Followers: the replica id of a broker is answered UNKNOWN_LEADER_EPOCH."],
    decode: decodeFetchRequest,
    handle: (request, context) => handleFetch(request, context, { broker, sessions }),
    encode: encodeFetchResponse,
    failed: (_request, error) => refusedFetch(error),
  };
}

function handleFetch(
  request: FetchRequest,
  context: RequestContext,
  { broker, sessions }: { broker: RecordBroker; sessions: FetchSessionCache },
): Answer<FetchResponseDraft> {
  const plan = planFetch(request, context.apiVersion, sessions);
  if (typeof plan === "string") return refusedFetch(plan);
  return new FetchCall(broker, { request, context, plan }).start();
}
