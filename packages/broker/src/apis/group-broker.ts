import type { ErrorName } from "@naru/protocol";
import type { GroupCoordinator, GroupRequest } from "../coordinator/group/group-coordinator.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { ApiBroker } from "./api-broker.ts";

/** What the APIs about groups need of the broker. */
export interface GroupBroker extends ApiBroker {
  readonly groups: GroupCoordinator;
}

/** Asks the shard of a group; the answer may take until the whole group has joined. */
export function askGroup<Response>(
  { groups }: GroupBroker,
  groupId: string,
  request: {
    readonly run: GroupRequest<Response>["run"];
    readonly failed: (error: ErrorName) => Response;
  },
): LaterAnswer<Response> {
  const answer = new LaterAnswer<Response>();
  groups.run(groupId, { ...request, done: (response) => answer.resolve(response) });
  return answer;
}
