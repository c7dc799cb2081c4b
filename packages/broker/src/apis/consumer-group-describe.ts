// ConsumerGroupDescribe, api key 69, versions 0-1 (KIP-848).
//   v1  which protocol each member speaks
import type { ErrorName } from "@naru/protocol";
import {
  decodeConsumerGroupDescribeRequest,
  encodeConsumerGroupDescribeResponse,
  type ConsumerGroupDescribeRequest,
  type ConsumerGroupDescribeResponseDescribedGroupDraft as DescribedGroup,
  type ConsumerGroupDescribeResponseDraft,
} from "@naru/protocol/messages/consumer-group-describe";
import {
  describeConsumerGroup,
  undescribedConsumerGroup,
} from "../coordinator/group/consumer/describe-consumer-group.ts";
import type { Api } from "./api.ts";
import { groupOperations, OPERATIONS_NOT_ASKED } from "./authorized-operations.ts";
import { isConsumerProtocolServed } from "./consumer-protocol.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

/** State, epochs, members and assignments of consumer groups. */
export function consumerGroupDescribeApi(
  broker: GroupBroker,
): Api<ConsumerGroupDescribeRequest, ConsumerGroupDescribeResponseDraft> {
  return {
    key: 69,
    name: "ConsumerGroupDescribe",
    minVersion: 0,
    maxVersion: 1,
    decode: decodeConsumerGroupDescribeRequest,
    handle: async ({ groupIds, includeAuthorizedOperations }) => {
      if (!isConsumerProtocolServed(broker)) return allWith(groupIds, "UNSUPPORTED_VERSION");
      const groups = await Promise.all(groupIds.map((groupId) => describeOne(broker, groupId)));
      const asked = includeAuthorizedOperations ? groupOperations : OPERATIONS_NOT_ASKED;
      return {
        throttleTimeMs: 0,
        groups: groups.map((group) => ({
          ...group,
          authorizedOperations: group.errorCode === 0 ? asked : OPERATIONS_NOT_ASKED,
        })),
      };
    },
    encode: encodeConsumerGroupDescribeResponse,
    failed: ({ groupIds }, error) => allWith(groupIds, error),
  };
}

async function describeOne(broker: GroupBroker, groupId: string): Promise<DescribedGroup> {
  if (groupId === "") return undescribedConsumerGroup(groupId, "INVALID_GROUP_ID");
  const failed = (error: ErrorName): DescribedGroup => undescribedConsumerGroup(groupId, error);
  const answer = await askGroup<DescribedGroup>(broker, groupId, {
    run: (machine, step, to) => step.reply(to, describeConsumerGroup(machine, groupId)),
    failed,
  });
  return answer ?? failed("UNKNOWN_SERVER_ERROR");
}

function allWith(
  groupIds: readonly string[],
  error: ErrorName,
): ConsumerGroupDescribeResponseDraft {
  const groups = groupIds.map((groupId) => undescribedConsumerGroup(groupId, error));
  return { throttleTimeMs: 0, groups };
}
