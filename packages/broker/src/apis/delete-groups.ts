// DeleteGroups, api key 42, versions 0-2.
//   v2  flexible versions
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeDeleteGroupsRequest,
  encodeDeleteGroupsResponse,
  type DeleteGroupsRequest,
  type DeleteGroupsResponseDraft,
} from "@naru/protocol/messages/delete-groups";
import { deleteGroup } from "../coordinator/group/delete-group.ts";
import type { Api } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

/** Removes groups without members, with their offsets. */
export function deleteGroupsApi(
  broker: GroupBroker,
): Api<DeleteGroupsRequest, DeleteGroupsResponseDraft> {
  return {
    key: 42,
    name: "DeleteGroups",
    minVersion: 0,
    maxVersion: 2,
    decode: decodeDeleteGroupsRequest,
    handle: async ({ groupsNames }) => {
      const results = await Promise.all(
        groupsNames.map(async (groupId) => ({
          groupId,
          errorCode: codeOf(await deleteOne(broker, groupId)),
        })),
      );
      return { throttleTimeMs: 0, results };
    },
    encode: encodeDeleteGroupsResponse,
    failed: ({ groupsNames }, error) => ({
      throttleTimeMs: 0,
      results: groupsNames.map((groupId) => ({ groupId, errorCode: codeOf(error) })),
    }),
  };
}

async function deleteOne(broker: GroupBroker, groupId: string): Promise<ErrorName> {
  const answer = await askGroup<ErrorName>(broker, groupId, {
    run: (machine, step, to) => step.reply(to, deleteGroup(machine, groupId, step)),
    failed: (error) => error,
  });
  return answer ?? "UNKNOWN_SERVER_ERROR";
}
