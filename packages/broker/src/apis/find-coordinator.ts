// FindCoordinator, api key 10, versions 0-6.
//   v1  keyType, errorMessage
//   v3  flexible versions
//   v4  several keys in one request (KIP-699)
//   v5  TRANSACTION_ABORTABLE
//   v6  share groups (KIP-932)
// Not served yet: transactions; their keys are answered with error 53. Share groups are refused.
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeFindCoordinatorRequest,
  encodeFindCoordinatorResponse,
  type FindCoordinatorRequest,
  type FindCoordinatorResponseCoordinatorDraft as Coordinator,
  type FindCoordinatorResponseDraft,
} from "@naru/protocol/messages/find-coordinator";
import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import type { Api, RequestContext } from "./api.ts";
import { ClusterView } from "./cluster-view.ts";
import type { GroupBroker } from "./group-broker.ts";
import { OffsetsTopicCreation } from "./offsets-topic-creation.ts";

const GROUP = 0;
const TRANSACTION = 1;

/** Which broker coordinates a group. The first who asks has the offsets topic made. */
export function findCoordinatorApi(
  broker: GroupBroker,
): Api<FindCoordinatorRequest, FindCoordinatorResponseDraft> {
  const creation = new OffsetsTopicCreation(broker);
  return {
    key: 10,
    name: "FindCoordinator",
    minVersion: 0,
    maxVersion: 6,
    gaps: ["Transactional ids are answered with error 53, share groups with error 42."],
    decode: decodeFindCoordinatorRequest,
    handle: (request, context) => {
      const isMissing = broker.image().topics.byName(OFFSETS_TOPIC) === undefined;
      if (request.keyType !== GROUP || !isMissing) return answer(broker, request, context);
      return creation.create(context).then(() => answer(broker, request, context));
    },
    encode: encodeFindCoordinatorResponse,
    failed: (request, error, message) => inVersion(request, (key) => failed(key, error, message)),
  };
}

function answer(
  broker: GroupBroker,
  request: FindCoordinatorRequest,
  context: RequestContext,
): FindCoordinatorResponseDraft {
  const view = new ClusterView(broker.image(), context.listenerName);
  if (request.keyType === TRANSACTION) {
    broker.logger.warn(
      `FindCoordinator from ${context.connectionId}: transactions are not served yet. ` +
        `Answered TRANSACTIONAL_ID_AUTHORIZATION_FAILED.`,
    );
    return inVersion(request, (key) => failed(key, "TRANSACTIONAL_ID_AUTHORIZATION_FAILED"));
  }
  if (request.keyType !== GROUP) {
    return inVersion(request, (key) => failed(key, "INVALID_REQUEST"));
  }
  return inVersion(request, (key) => coordinatorOf(broker, view, key));
}

function coordinatorOf(broker: GroupBroker, view: ClusterView, key: string): Coordinator {
  const topic = view.image.topics.byName(OFFSETS_TOPIC);
  const partition = broker.groups.partitionFor(key);
  const leader = partition === undefined ? undefined : topic?.partitions.get(partition)?.leader;
  const found = view
    .brokers({ withFenced: false })
    .find(({ broker: candidate }) => candidate.id === leader);
  if (found === undefined) return failed(key, "COORDINATOR_NOT_AVAILABLE");
  const { host, port } = found.endpoint;
  return { key, nodeId: found.broker.id, host, port, errorCode: 0, errorMessage: "" };
}

function failed(key: string, error: ErrorName, message: string | null = null): Coordinator {
  const nowhere = { nodeId: -1, host: "", port: -1 };
  return { key, ...nowhere, errorCode: codeOf(error), errorMessage: message };
}

/** Before version 4 there is one key, and the answer's own fields tell of it. */
function inVersion(
  request: FindCoordinatorRequest,
  find: (key: string) => Coordinator,
): FindCoordinatorResponseDraft {
  if (request.coordinatorKeys.length > 0) {
    return { coordinators: request.coordinatorKeys.map((key) => find(key)) };
  }
  const { nodeId, host, port, errorCode, errorMessage } = find(request.key);
  return { nodeId, host, port, errorCode, errorMessage };
}
