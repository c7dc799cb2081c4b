import { apis, codeOf, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorRequest,
} from "@naru/protocol/messages/find-coordinator";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";

/** With several keys since version 4 (KIP-699): brokers older than Kafka 3.0 do not have it. */
const findCoordinatorCall = apiCall(
  { ...apis.FindCoordinator, minVersion: 4 },
  encodeFindCoordinatorRequest,
  decodeFindCoordinatorResponse,
);

/** The broker that looks after a group, or after a transactional id. */
export interface Coordinator {
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
}

/** The numbers of the two on the wire. */
const keyTypes = { group: 0, "transactional id": 1 } as const;

/** What is looked after. */
interface CoordinatorKey {
  readonly type: keyof typeof keyTypes;
  readonly id: string;
}

/** The coordinator of a group; waits for it when there is none at the moment. */
export function findCoordinator(cluster: Cluster, groupId: string): Promise<Coordinator> {
  return cluster.withRetries(`coordinator of group ${groupId}`, () =>
    askOnce(cluster, { type: "group", id: groupId }),
  );
}

/**
 * Runs `attempt` with the coordinator of the group, and again with the next one when it moves. An
 * attempt says what the coordinator answered by throwing a ProtocolError.
 */
export function withCoordinator<T>(
  cluster: Cluster,
  groupId: string,
  attempt: (coordinator: Coordinator) => Promise<T>,
): Promise<T> {
  return cluster.withRetries(`group ${groupId}`, async () =>
    attempt(await askOnce(cluster, { type: "group", id: groupId })),
  );
}

/** The same for a transactional id. */
export function withTransactionCoordinator<T>(
  cluster: Cluster,
  transactionalId: string,
  attempt: (coordinator: Coordinator) => Promise<T>,
): Promise<T> {
  return cluster.withRetries(`transactional id ${transactionalId}`, async () =>
    attempt(await askOnce(cluster, { type: "transactional id", id: transactionalId })),
  );
}

async function askOnce(cluster: Cluster, { type, id }: CoordinatorKey): Promise<Coordinator> {
  const response = await cluster.requestAny(findCoordinatorCall, {
    keyType: keyTypes[type],
    coordinatorKeys: [id],
  });
  const found = response.coordinators.find(({ key }) => key === id);
  const { nodeId, host, port, errorCode, errorMessage } = found ?? ABSENT;
  const error = errorByCode(errorCode);
  if (error === "NONE") return { nodeId, host, port };
  const words = errorMessage === null || errorMessage === "" ? undefined : errorMessage;
  throw new ProtocolError(error, words ?? `${type} ${id}: its coordinator is not known, ${error}.`);
}

/** An answer that leaves out what was asked for. */
const ABSENT = {
  nodeId: -1,
  host: "",
  port: -1,
  errorCode: codeOf("UNKNOWN_SERVER_ERROR"),
  errorMessage: "the broker's answer leaves it out.",
};

/** Throws what a coordinator answered about a group, in its own words where it gave some. */
export function throwGroupError(
  groupId: string,
  errorCode: number,
  message: string | null = null,
): void {
  const error = errorByCode(errorCode);
  if (error === "NONE") return;
  const words = message === null || message === "" ? undefined : message;
  throw new ProtocolError(error, words ?? `group ${groupId}: its coordinator answered ${error}.`);
}

/** An answer that says nothing of the group that was asked for. */
export function leftOut(groupId: string): ProtocolError {
  return new ProtocolError(
    "UNKNOWN_SERVER_ERROR",
    `group ${groupId}: the broker's answer leaves it out.`,
  );
}
