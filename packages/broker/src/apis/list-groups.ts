// ListGroups, api key 16, versions 0-5.
//   v3  flexible versions
//   v4  filter by state (KIP-518)
//   v5  filter by type (KIP-848)
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeListGroupsRequest,
  encodeListGroupsResponse,
  type ListGroupsRequest,
  type ListGroupsResponseDraft,
  type ListGroupsResponseListedGroupDraft as ListedGroup,
} from "@naru/protocol/messages/list-groups";
import { listGroups } from "../coordinator/group/list-groups.ts";
import { listedByAll } from "../coordinator/runtime/ask-all.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Api } from "./api.ts";
import type { GroupBroker } from "./group-broker.ts";

/** The groups that this broker coordinates. */
export function listGroupsApi(
  broker: GroupBroker,
): Api<ListGroupsRequest, ListGroupsResponseDraft> {
  return {
    key: 16,
    name: "ListGroups",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeListGroupsRequest,
    handle: ({ statesFilter, typesFilter }) => {
      const filter = { states: lowerCase(statesFilter), types: lowerCase(typesFilter) };
      const answer = new LaterAnswer<ListGroupsResponseDraft>();
      broker.groups.runOnAll<ListedGroup[] | ErrorName>({
        run: (machine) => listGroups(machine, filter),
        failed: (error) => error,
        done: (shards) => answer.resolve(together(shards)),
      });
      return answer;
    },
    encode: encodeListGroupsResponse,
    failed: (_request, error) => failed(error),
  };
}

function together(shards: readonly (ListedGroup[] | ErrorName)[]): ListGroupsResponseDraft {
  const groups = listedByAll(shards);
  return typeof groups === "string" ? failed(groups) : { errorCode: 0, groups };
}

function failed(error: ErrorName): ListGroupsResponseDraft {
  return { errorCode: codeOf(error), groups: [] };
}

function lowerCase(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
