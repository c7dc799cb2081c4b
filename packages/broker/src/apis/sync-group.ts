// SyncGroup, api key 14, versions 0-5.
//   v3  groupInstanceId, for static members (KIP-345)
//   v4  flexible versions
//   v5  protocolType and protocolName, which must be there (KIP-559)
import {
  decodeSyncGroupRequest,
  encodeSyncGroupResponse,
  type SyncGroupRequest,
  type SyncGroupResponseDraft,
} from "@naru/protocol/messages/sync-group";
import { failedSync, syncGroup } from "../coordinator/group/classic/sync-group.ts";
import type { Api } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

const PROTOCOL_SINCE_VERSION = 5;

/** The leader of a generation brings the assignments; each member is answered with its own. */
export function syncGroupApi(broker: GroupBroker): Api<SyncGroupRequest, SyncGroupResponseDraft> {
  return {
    key: 14,
    name: "SyncGroup",
    minVersion: 0,
    maxVersion: 5,
    decode: decodeSyncGroupRequest,
    handle: (request, { apiVersion }) => {
      const { groupId, protocolType, protocolName } = request;
      if (
        apiVersion >= PROTOCOL_SINCE_VERSION &&
        (protocolType === null || protocolName === null)
      ) {
        return failedSync("INCONSISTENT_GROUP_PROTOCOL");
      }
      if (groupId === "") return failedSync("INVALID_GROUP_ID");
      return askGroup<SyncGroupResponseDraft>(broker, groupId, {
        run: (machine, step, to) => syncGroup(machine, { request, to }, step),
        // A shard that is being read cannot know the generation: the member joins again.
        failed: (error) =>
          failedSync(error === "COORDINATOR_LOAD_IN_PROGRESS" ? "REBALANCE_IN_PROGRESS" : error),
      });
    },
    encode: encodeSyncGroupResponse,
    failed: (_request, error) => failedSync(error),
  };
}
