import { apis, errorByCode, ProtocolError } from "@naru/protocol";
import {
  decodeListGroupsResponse,
  encodeListGroupsRequest,
  type ListGroupsResponseListedGroup as ListedGroup,
} from "@naru/protocol/messages/list-groups";
import { apiCall } from "../../network/api-call.ts";
import type { Cluster } from "../../cluster/cluster.ts";

const listGroupsCall = apiCall(apis.ListGroups, encodeListGroupsRequest, decodeListGroupsResponse);

/** Names of states and types as Kafka spells them; without any, all groups are listed. */
export interface ListGroupsOptions {
  readonly states?: readonly string[];
  readonly types?: readonly string[];
}

export type { ListedGroup };

/** The groups of all brokers, as each of them answers. */
export function listGroups(cluster: Cluster, options: ListGroupsOptions): Promise<ListedGroup[]> {
  const request = { statesFilter: options.states ?? [], typesFilter: options.types ?? [] };
  return cluster.withRetries("list of groups", async () => {
    const { brokers } = await cluster.refresh([]);
    const groups: ListedGroup[] = [];
    for (const nodeId of brokers.keys()) {
      const response = await cluster.requestNode(nodeId, listGroupsCall, request);
      const error = errorByCode(response.errorCode);
      if (error !== "NONE") {
        throw new ProtocolError(error, `broker ${nodeId}: it answered ListGroups with ${error}.`);
      }
      groups.push(...response.groups);
    }
    return groups;
  });
}
