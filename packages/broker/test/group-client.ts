// What tests of a whole broker ask of its group coordinator, each in one call.
import { apis, errorByCode, type ErrorName } from "@naru/protocol";
import {
  decodeDeleteGroupsResponse,
  encodeDeleteGroupsRequest,
} from "@naru/protocol/messages/delete-groups";
import {
  decodeDescribeGroupsResponse,
  encodeDescribeGroupsRequest,
} from "@naru/protocol/messages/describe-groups";
import {
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorRequest,
} from "@naru/protocol/messages/find-coordinator";
import { decodeHeartbeatResponse, encodeHeartbeatRequest } from "@naru/protocol/messages/heartbeat";
import {
  decodeJoinGroupResponse,
  encodeJoinGroupRequest,
} from "@naru/protocol/messages/join-group";
import {
  decodeLeaveGroupResponse,
  encodeLeaveGroupRequest,
} from "@naru/protocol/messages/leave-group";
import {
  decodeListGroupsResponse,
  encodeListGroupsRequest,
} from "@naru/protocol/messages/list-groups";
import {
  decodeOffsetCommitResponse,
  encodeOffsetCommitRequest,
} from "@naru/protocol/messages/offset-commit";
import {
  decodeOffsetFetchResponse,
  encodeOffsetFetchRequest,
} from "@naru/protocol/messages/offset-fetch";
import {
  decodeSyncGroupResponse,
  encodeSyncGroupRequest,
} from "@naru/protocol/messages/sync-group";
import type { WireClient } from "./wire-client.ts";

const of = <Encode, Decode, Name extends keyof typeof apis>(
  name: Name,
  encode: Encode,
  decode: Decode,
): { api: (typeof apis)[Name]; encode: Encode; decode: Decode } => ({
  api: apis[name],
  encode,
  decode,
});

export const groupCodecs = {
  find: of("FindCoordinator", encodeFindCoordinatorRequest, decodeFindCoordinatorResponse),
  join: of("JoinGroup", encodeJoinGroupRequest, decodeJoinGroupResponse),
  sync: of("SyncGroup", encodeSyncGroupRequest, decodeSyncGroupResponse),
  heartbeat: of("Heartbeat", encodeHeartbeatRequest, decodeHeartbeatResponse),
  leave: of("LeaveGroup", encodeLeaveGroupRequest, decodeLeaveGroupResponse),
  commit: of("OffsetCommit", encodeOffsetCommitRequest, decodeOffsetCommitResponse),
  fetch: of("OffsetFetch", encodeOffsetFetchRequest, decodeOffsetFetchResponse),
  describe: of("DescribeGroups", encodeDescribeGroupsRequest, decodeDescribeGroupsResponse),
  list: of("ListGroups", encodeListGroupsRequest, decodeListGroupsResponse),
  delete: of("DeleteGroups", encodeDeleteGroupsRequest, decodeDeleteGroupsResponse),
};

const text = new TextEncoder();
const KEYS_SINCE_VERSION = 4;
const NAMED_LEAVERS_SINCE_VERSION = 3;
const GROUPS_SINCE_VERSION = 8;

/** Who a member is after it has joined. */
export interface Joined {
  readonly error: ErrorName;
  readonly memberId: string;
  readonly generationId: number;
}

export class GroupClient {
  readonly #wire: WireClient;

  constructor(wire: WireClient) {
    this.#wire = wire;
  }

  async find(groupId: string, version = 6): Promise<{ error: ErrorName; nodeId: number }> {
    const isBatch = version >= KEYS_SINCE_VERSION;
    const request = isBatch ? { keyType: 0, coordinatorKeys: [groupId] } : { key: groupId };
    const answer = await this.#wire.call(groupCodecs.find, request, version);
    const { errorCode, nodeId } = isBatch ? answer.coordinators[0]! : answer;
    return { error: errorByCode(errorCode), nodeId };
  }

  async join(groupId: string, memberId = "", version = 9): Promise<Joined> {
    const protocols = [{ name: "range", metadata: text.encode("m") }];
    const timeouts = { sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 20_000 };
    const request = { groupId, memberId, protocolType: "consumer", protocols, ...timeouts };
    const answer = await this.#wire.call(groupCodecs.join, request, version);
    const { generationId } = answer;
    return { error: errorByCode(answer.errorCode), memberId: answer.memberId, generationId };
  }

  async sync(groupId: string, { memberId, generationId }: Joined, version = 5): Promise<string> {
    const assignments = [{ memberId, assignment: text.encode(`all of ${generationId}`) }];
    const protocol = { protocolType: "consumer", protocolName: "range" };
    const request = { groupId, memberId, generationId, assignments, ...protocol };
    const answer = await this.#wire.call(groupCodecs.sync, request, version);
    if (answer.errorCode !== 0) return errorByCode(answer.errorCode);
    return new TextDecoder().decode(answer.assignment);
  }

  async heartbeat(groupId: string, who: Joined, version = 4): Promise<ErrorName> {
    const { memberId, generationId } = who;
    const request = { groupId, memberId, generationId };
    return errorByCode((await this.#wire.call(groupCodecs.heartbeat, request, version)).errorCode);
  }

  async leave(groupId: string, { memberId }: Joined, version = 5): Promise<ErrorName> {
    const isNamed = version >= NAMED_LEAVERS_SINCE_VERSION;
    const request = isNamed ? { groupId, members: [{ memberId }] } : { groupId, memberId };
    const answer = await this.#wire.call(groupCodecs.leave, request, version);
    return errorByCode(answer.members[0]?.errorCode ?? answer.errorCode);
  }

  /** Partition 0 of a topic; without a member, as an administrator does. */
  async commit(
    groupId: string,
    what: { topic: string; offset: number; topicId?: string; who?: Joined },
    version = 9,
  ): Promise<ErrorName> {
    const { memberId = "", generationId = -1 } = what.who ?? {};
    const partition = { partitionIndex: 0, committedOffset: what.offset, committedMetadata: "m" };
    const named = what.topicId === undefined ? { name: what.topic } : { topicId: what.topicId };
    const topics = [{ ...named, partitions: [partition] }];
    const request = { groupId, memberId, generationIdOrMemberEpoch: generationId, topics };
    const answer = await this.#wire.call(groupCodecs.commit, request, version);
    return errorByCode(answer.topics[0]!.partitions[0]!.errorCode);
  }

  async committed(
    groupId: string,
    { topic, topicId }: { topic: string; topicId?: string },
    version = 9,
  ): Promise<number | ErrorName> {
    const named = topicId === undefined ? { name: topic } : { topicId };
    const topics = [{ ...named, partitionIndexes: [0] }];
    const isBatch = version >= GROUPS_SINCE_VERSION;
    const request = isBatch
      ? { groups: [{ groupId, topics }] }
      : { groupId, topics: [{ name: topic, partitionIndexes: [0] }] };
    const answer = await this.#wire.call(groupCodecs.fetch, request, version);
    const group = isBatch ? answer.groups[0]! : answer;
    if (group.errorCode !== 0) return errorByCode(group.errorCode);
    const { errorCode, committedOffset } = group.topics[0]!.partitions[0]!;
    return errorCode === 0 ? committedOffset : errorByCode(errorCode);
  }

  async state(groupId: string, version = 6): Promise<string> {
    const request = { groups: [groupId] };
    return (await this.#wire.call(groupCodecs.describe, request, version)).groups[0]!.groupState;
  }

  async list(version = 5): Promise<string[]> {
    const answer = await this.#wire.call(groupCodecs.list, {}, version);
    return answer.groups.map(({ groupId }) => groupId);
  }

  async delete(groupId: string, version = 2): Promise<ErrorName> {
    const answer = await this.#wire.call(groupCodecs.delete, { groupsNames: [groupId] }, version);
    return errorByCode(answer.results[0]!.errorCode);
  }
}
