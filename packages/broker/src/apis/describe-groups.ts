// DescribeGroups, api key 15, versions 0-6.
//   v3  authorized operations
//   v4  groupInstanceId (KIP-345)
//   v5  flexible versions
//   v6  GROUP_ID_NOT_FOUND with a message (KIP-1043)
import type { ErrorName } from "@naru/protocol";
import {
  decodeDescribeGroupsRequest,
  encodeDescribeGroupsResponse,
  type DescribeGroupsRequest,
  type DescribeGroupsResponseDescribedGroupDraft as DescribedGroup,
  type DescribeGroupsResponseDraft,
} from "@naru/protocol/messages/describe-groups";
import { describeGroup, undescribed } from "../coordinator/group/describe-groups.ts";
import type { Api } from "./api.ts";
import { groupOperations, OPERATIONS_NOT_ASKED } from "./authorized-operations.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

/** State and members of classic groups. */
export function describeGroupsApi(
  broker: GroupBroker,
): Api<DescribeGroupsRequest, DescribeGroupsResponseDraft> {
  return {
    key: 15,
    name: "DescribeGroups",
    minVersion: 0,
    maxVersion: 6,
    decode: decodeDescribeGroupsRequest,
    handle: async ({ groups, includeAuthorizedOperations }, { apiVersion }) => {
      const authorizedOperations = includeAuthorizedOperations
        ? groupOperations
        : OPERATIONS_NOT_ASKED;
      const described = await Promise.all(
        groups.map((groupId) => describeOne(broker, groupId, apiVersion)),
      );
      return {
        groups: described.map((group) => ({
          ...group,
          authorizedOperations: group.errorCode === 0 ? authorizedOperations : OPERATIONS_NOT_ASKED,
        })),
      };
    },
    encode: encodeDescribeGroupsResponse,
    failed: ({ groups }, error) => ({
      groups: groups.map((groupId) => undescribed(groupId, error)),
    }),
  };
}

async function describeOne(
  broker: GroupBroker,
  groupId: string,
  apiVersion: number,
): Promise<DescribedGroup> {
  const failed = (error: ErrorName): DescribedGroup => undescribed(groupId, error);
  const answer = await askGroup<DescribedGroup>(broker, groupId, {
    run: (machine, step, to) => step.reply(to, describeGroup(machine, groupId, apiVersion)),
    failed,
  });
  return answer ?? failed("UNKNOWN_SERVER_ERROR");
}
