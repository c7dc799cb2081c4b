import type { ErrorName } from "@naru/protocol";
import type { FetchRequest } from "@naru/protocol/messages/fetch";
import type { FetchSession, FetchedPartition } from "./fetch-session.ts";
import { partitionsOf } from "./fetch-session.ts";
import type { FetchSessionCache } from "./fetch-session-cache.ts";

const CLOSE_SESSION_EPOCH = -1;
const NEW_SESSION_EPOCH = 0;
/** From here on a Fetch names topics by their ids only (KIP-516). */
export const FIRST_VERSION_WITH_TOPIC_IDS = 13;

/** What one Fetch is to read, and as part of which session. */
export interface FetchPlan {
  readonly kind: "sessionless" | "full" | "incremental";
  readonly session: FetchSession | undefined;
  /** The session's epoch after this request: another one says that a later request was faster. */
  readonly epoch: number;
  /** As they were then: a session's change with its next request, which need not wait. */
  readonly partitions: readonly FetchedPartition[];
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
    return sessionless(partitionsOf(request));
  }
  if (sessionEpoch === NEW_SESSION_EPOCH) {
    if (sessionId !== 0) cache.remove(sessionId);
    const partitions = partitionsOf(request);
    const session = cache.create(partitions, usesTopicIds);
    return session === undefined ? sessionless(partitions) : planOf("full", session);
  }
  const session = cache.use(sessionId);
  if (session === undefined) return "FETCH_SESSION_ID_NOT_FOUND";
  if (session.usesTopicIds !== usesTopicIds) return "FETCH_SESSION_TOPIC_ID_ERROR";
  if (session.epoch !== sessionEpoch) return "INVALID_FETCH_SESSION_EPOCH";
  session.update(request);
  session.advance();
  if (session.partitions.size === 0) {
    cache.remove(session.id);
    return sessionless(session.partitions);
  }
  return planOf("incremental", session);
}

function sessionless(partitions: ReadonlyMap<string, FetchedPartition>): FetchPlan {
  return {
    kind: "sessionless",
    session: undefined,
    epoch: NEW_SESSION_EPOCH,
    partitions: [...partitions.values()],
  };
}

function planOf(kind: "full" | "incremental", session: FetchSession): FetchPlan {
  return { kind, session, epoch: session.epoch, partitions: [...session.partitions.values()] };
}
