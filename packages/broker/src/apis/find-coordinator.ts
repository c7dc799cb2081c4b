// FindCoordinator, api key 10, versions 0-6.
//   v1  keyType, errorMessage
//   v3  flexible versions
//   v4  several keys in one request (KIP-699)
//   v5  TRANSACTION_ABORTABLE
//   v6  share groups (KIP-932)
// Share groups are refused.
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeFindCoordinatorRequest,
  encodeFindCoordinatorResponse,
  type FindCoordinatorRequest,
  type FindCoordinatorResponseCoordinatorDraft as Coordinator,
  type FindCoordinatorResponseDraft,
} from "@naru/protocol/messages/find-coordinator";
import type { Api, RequestContext } from "./api.ts";
import { ClusterView } from "./cluster-view.ts";
import { CoordinatorTopicCreation } from "./coordinator-topic-creation.ts";
import { MALFORMED_REQUEST } from "./malformed-request.ts";
import { offsetsTopic } from "./offsets-topic-creation.ts";
import type { TransactionBroker } from "./transaction-broker.ts";
import { transactionTopic } from "./transaction-topic-creation.ts";

const GROUP = 0;
const TRANSACTION = 1;
const KEYS_SINCE_VERSION = 4;

/** A kind of coordinator: the topic that it keeps its state in, and which partition has a key. */
interface Coordination {
  readonly topic: string;
  readonly creation: CoordinatorTopicCreation;
  partitionFor(key: string): number | undefined;
}

/** Which broker coordinates a group or an id. The first who asks has the topic made. */
export function findCoordinatorApi(
  broker: TransactionBroker,
): Api<FindCoordinatorRequest, FindCoordinatorResponseDraft> {
  const byKeyType: ReadonlyMap<number, Coordination> = new Map([
    [
      GROUP,
      {
        topic: offsetsTopic.name,
        creation: new CoordinatorTopicCreation(broker, offsetsTopic),
        partitionFor: (key) => broker.groups.partitionFor(key),
      },
    ],
    [
      TRANSACTION,
      {
        topic: transactionTopic.name,
        creation: new CoordinatorTopicCreation(broker, transactionTopic),
        partitionFor: (key) => broker.transactions.partitionFor(key),
      },
    ],
  ]);
  return {
    key: 10,
    name: "FindCoordinator",
    minVersion: 0,
    maxVersion: 6,
    gaps: ["Share groups are answered with error 42."],
    decode: decodeFindCoordinatorRequest,
    handle: (request, context) => {
      const kind = byKeyType.get(request.keyType);
      if (kind === undefined) {
        const refused = (key: string): Coordinator =>
          failed(key, "INVALID_REQUEST", MALFORMED_REQUEST);
        return inVersion(request, context, refused);
      }
      const find = (): FindCoordinatorResponseDraft => answer(broker, kind, { request, context });
      const isMissing = broker.image().topics.byName(kind.topic) === undefined;
      return isMissing ? kind.creation.create(context).then(find) : find();
    },
    encode: encodeFindCoordinatorResponse,
    failed: (request, error, message) => {
      const apiVersion = request.coordinatorKeys.length > 0 ? KEYS_SINCE_VERSION : 0;
      return inVersion(request, { apiVersion }, (key) => failed(key, error, message));
    },
  };
}

function answer(
  broker: TransactionBroker,
  kind: Coordination,
  call: { readonly request: FindCoordinatorRequest; readonly context: RequestContext },
): FindCoordinatorResponseDraft {
  const view = new ClusterView(broker.image(), call.context.listenerName);
  return inVersion(call.request, call.context, (key) => coordinatorOf(view, kind, key));
}

function coordinatorOf(view: ClusterView, kind: Coordination, key: string): Coordinator {
  const topic = view.image.topics.byName(kind.topic);
  const partition = kind.partitionFor(key);
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
  { key: only, coordinatorKeys }: FindCoordinatorRequest,
  { apiVersion }: Pick<RequestContext, "apiVersion">,
  find: (key: string) => Coordinator,
): FindCoordinatorResponseDraft {
  if (apiVersion >= KEYS_SINCE_VERSION) {
    return { coordinators: coordinatorKeys.map((key) => find(key)) };
  }
  const { nodeId, host, port, errorCode, errorMessage } = find(only);
  // As Kafka's: the older answer says so in words, too.
  const told = errorCode === 0 ? "NONE" : errorMessage;
  return { nodeId, host, port, errorCode, errorMessage: told };
}
