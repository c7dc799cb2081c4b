import type { ErrorName } from "@naru/protocol";
import type { FetchRequest } from "@naru/protocol/messages/fetch";
import type { FetchSession, FetchedPartition } from "./fetch-session.ts";
import { partitionsOf } from "./fetch-session.ts";
import type { FetchSessionCache } from "./fetch-session-cache.ts";

const CLOSE_SESSION_EPOCH = -1;
const NEW_SESSION_EPOCH = 0;
const FIRST_VERSION_WITH_TOPIC_IDS = 13;

/** What one Fetch is to read, and as part of which session. */
export interface FetchPlan {
  readonly kind: "sessionless" | "full" | "incremental";
  readonly session: FetchSession | undefined;
  readonly partitions: Map<string, FetchedPartition>;
}

/** Finds or makes the session that a request speaks of (KIP-227), or says what is wrong with it. */
export function planFetch(
  request: FetchRequest,
  version: number,
  cache: FetchSessionCache,
): FetchPlan | ErrorName {
  const { sessionId, sessionEpoch } = request;
  const usesTopicIds = version >= FIRST_VERSION_WITH_TOPIC_IDS;
  if (sessionEpoch === CLOSE_SESSION_EPOCH) {
    if (sessionId !== 0) cache.remove(sessionId);
    return { kind: "sessionless", session: undefined, partitions: partitionsOf(request) };
  }
  if (sessionEpoch === NEW_SESSION_EPOCH) {
    if (sessionId !== 0) cache.remove(sessionId);
    const partitions = partitionsOf(request);
    const session = cache.create(partitions, usesTopicIds);
    return { kind: session === undefined ? "sessionless" : "full", session, partitions };
  }
  const session = cache.use(sessionId);
  if (session === undefined) return "FETCH_SESSION_ID_NOT_FOUND";
  if (session.usesTopicIds !== usesTopicIds) return "FETCH_SESSION_TOPIC_ID_ERROR";
  if (session.epoch !== sessionEpoch) return "INVALID_FETCH_SESSION_EPOCH";
  session.update(request);
  session.advance();
  if (session.partitions.size === 0) {
    cache.remove(session.id);
    return { kind: "sessionless", session: undefined, partitions: session.partitions };
  }
  return { kind: "incremental", session, partitions: session.partitions };
}
