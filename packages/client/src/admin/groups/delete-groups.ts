import { apis, ProtocolError } from "@naru/protocol";
import {
  decodeDeleteGroupsResponse,
  encodeDeleteGroupsRequest,
} from "@naru/protocol/messages/delete-groups";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import type { Outcome } from "../outcome.ts";
import { leftOut, throwGroupError, withCoordinator } from "./coordinator.ts";

const deleteGroupsCall = apiCall(
  apis.DeleteGroups,
  encodeDeleteGroupsRequest,
  decodeDeleteGroupsResponse,
);

/** Deletes groups without members, with their offsets; an outcome for each, in their order. */
export async function deleteGroups(
  cluster: Cluster,
  groupIds: readonly string[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const groupId of groupIds) outcomes.push(await deleteOne(cluster, groupId));
  return outcomes;
}

async function deleteOne(cluster: Cluster, groupId: string): Promise<Outcome> {
  try {
    await withCoordinator(cluster, groupId, async ({ nodeId }) => {
      const response = await cluster.requestNode(nodeId, deleteGroupsCall, {
        groupsNames: [groupId],
      });
      const result = response.results.find((each) => each.groupId === groupId);
      if (result === undefined) throw leftOut(groupId);
      throwGroupError(groupId, result.errorCode);
    });
    return { name: groupId, error: "NONE", message: null };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { name: groupId, error: error.code, message: null };
  }
}
