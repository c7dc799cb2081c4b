import {
  apis,
  ClosedError,
  errorByCode,
  ProtocolError,
  Reader,
  Writer,
  type ErrorName,
} from "@naru/protocol";
import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment,
} from "@naru/protocol/messages/consumer-protocol-assignment";
import {
  decodeConsumerProtocolSubscription,
  encodeConsumerProtocolSubscription,
} from "@naru/protocol/messages/consumer-protocol-subscription";
import { decodeHeartbeatResponse, encodeHeartbeatRequest } from "@naru/protocol/messages/heartbeat";
import {
  decodeJoinGroupResponse,
  encodeJoinGroupRequest,
  type JoinGroupResponse,
} from "@naru/protocol/messages/join-group";
import {
  decodeLeaveGroupResponse,
  encodeLeaveGroupRequest,
} from "@naru/protocol/messages/leave-group";
import {
  decodeSyncGroupResponse,
  encodeSyncGroupRequest,
} from "@naru/protocol/messages/sync-group";
import { withCoordinator } from "../admin/groups/coordinator.ts";
import type { AssignedTopic } from "../admin/groups/describe-groups.ts";
import { alterGroupOffsets, type Committer } from "../admin/groups/group-offsets.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { apiCall, type ApiCall } from "../network/api-call.ts";
import type { TopicPartition } from "./fetched-record.ts";
import { assignRanges } from "./range-assignor.ts";

const joinCall = apiCall(apis.JoinGroup, encodeJoinGroupRequest, decodeJoinGroupResponse);
const syncCall = apiCall(apis.SyncGroup, encodeSyncGroupRequest, decodeSyncGroupResponse);
const heartbeatCall = apiCall(apis.Heartbeat, encodeHeartbeatRequest, decodeHeartbeatResponse);
const leaveCall = apiCall(
  { ...apis.LeaveGroup, minVersion: 3 },
  encodeLeaveGroupRequest,
  decodeLeaveGroupResponse,
);

/** Kafka's keys in camel case, with Kafka 4.3's defaults. */
export interface GroupMembershipOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly sessionTimeoutMs?: number;
  /** How long a rebalance waits for this member to join again. */
  readonly maxPollIntervalMs?: number;
  /** Makes the member a static one: its place is kept for a session when it goes. */
  readonly groupInstanceId?: string | null;
}

/** Gives each member a lane of its own: JoinGroup waits at the broker. */
let memberCount = 0;

/**
 * A member of a classic group, with Kafka's range assignor and eager rebalances: before it joins
 * again it must have committed, for all its partitions may go to others. Whoever holds it calls
 * `heartbeat` every few seconds.
 */
export class GroupMembership {
  readonly #cluster: Cluster;
  readonly #options: Required<GroupMembershipOptions>;
  readonly #lane: string;
  #memberId = "";
  #generationId = -1;
  #topics: readonly string[];
  #isLeft = false;

  constructor(cluster: Cluster, options: GroupMembershipOptions) {
    this.#cluster = cluster;
    this.#options = {
      sessionTimeoutMs: SESSION_TIMEOUT_MS,
      maxPollIntervalMs: REBALANCE_TIMEOUT_MS,
      groupInstanceId: null,
      ...options,
    };
    this.#topics = options.topics;
    memberCount += 1;
    this.#lane = `member-${memberCount}`;
  }

  /** Other topics, for the next `join`. */
  subscribe(topics: readonly string[]): void {
    this.#topics = topics;
  }

  /** Joins, or joins again, and waits for what this member is to read. */
  async join(): Promise<AssignedTopic[]> {
    for (;;) {
      const joined = await this.#joinOnce();
      const assigned = joined === undefined ? undefined : await this.#sync(joined);
      if (assigned !== undefined) return assigned;
    }
  }

  /** Whether the assignment still stands; if not it is time to commit and to join again. */
  async heartbeat(): Promise<boolean> {
    const { groupId } = this.#options;
    const response = await this.#ask(heartbeatCall, { groupId, ...this.#identity() });
    return this.#isFine(response.errorCode);
  }

  /** Commits as this member; false when it is one no more. */
  async commit(offsets: readonly (TopicPartition & { offset: number })[]): Promise<boolean> {
    if (offsets.length === 0) return true;
    const { groupId } = this.#options;
    const outcomes = await alterGroupOffsets(this.#cluster, groupId, offsets, this.#identity());
    const failed = outcomes.find(({ error }) => error !== "NONE");
    return failed === undefined || this.#mayRejoin(failed.error);
  }

  /**
   * Says goodbye, so that the others need not wait for the session to run out. A static member goes
   * without a word: it may be back soon. A `join` that still waits fails.
   */
  async leave(): Promise<void> {
    const { groupId, groupInstanceId } = this.#options;
    this.#isLeft = true;
    this.#cluster.closeLane(this.#lane);
    if (this.#memberId === "" || groupInstanceId !== null) return;
    const members = [{ memberId: this.#memberId, groupInstanceId: null }];
    this.#memberId = "";
    await withCoordinator(this.#cluster, groupId, async ({ nodeId }) => {
      const response = await this.#cluster.requestNode(nodeId, leaveCall, { groupId, members });
      throwIfMoved(response);
    });
  }

  #identity(): Committer {
    const { groupInstanceId } = this.#options;
    return { memberId: this.#memberId, generationId: this.#generationId, groupInstanceId };
  }

  async #joinOnce(): Promise<JoinGroupResponse | undefined> {
    const { groupId, sessionTimeoutMs, maxPollIntervalMs, groupInstanceId } = this.#options;
    const metadata = withVersion((writer) =>
      encodeConsumerProtocolSubscription(writer, { topics: this.#topics }, 0),
    );
    const response = await this.#ask(joinCall, {
      groupId,
      sessionTimeoutMs,
      rebalanceTimeoutMs: maxPollIntervalMs,
      memberId: this.#memberId,
      groupInstanceId,
      protocolType: CONSUMERS,
      protocols: [{ name: "range", metadata }],
    });
    if (errorByCode(response.errorCode) === "MEMBER_ID_REQUIRED") {
      this.#memberId = response.memberId;
      return undefined;
    }
    if (!this.#isFine(response.errorCode)) return undefined;
    this.#memberId = response.memberId;
    this.#generationId = response.generationId;
    return response;
  }

  async #sync(joined: JoinGroupResponse): Promise<AssignedTopic[] | undefined> {
    const isLeader = joined.leader === joined.memberId && !joined.skipAssignment;
    const response = await this.#ask(syncCall, {
      groupId: this.#options.groupId,
      ...this.#identity(),
      protocolType: CONSUMERS,
      protocolName: joined.protocolName,
      assignments: isLeader ? await this.#assign(joined) : [],
    });
    if (!this.#isFine(response.errorCode)) return undefined;
    if (response.assignment.length === 0) return [];
    const reader = new Reader(response.assignment);
    reader.int16("version");
    return decodeConsumerProtocolAssignment(reader, 0).assignedPartitions;
  }

  async #assign(
    joined: JoinGroupResponse,
  ): Promise<{ memberId: string; assignment: Uint8Array }[]> {
    const subscriptions = joined.members.map(({ memberId, metadata }) => {
      const reader = new Reader(metadata);
      reader.int16("version");
      return { memberId, topics: decodeConsumerProtocolSubscription(reader, 0).topics };
    });
    const names = [...new Set(subscriptions.flatMap(({ topics }) => topics))];
    const { topics } = await this.#cluster.refresh(names);
    const counts = names.map((name) => [name, topics.get(name)?.partitions.length ?? 0] as const);
    const assigned = assignRanges(subscriptions, new Map(counts));
    return Array.from(assigned, ([memberId, assignedPartitions]) => ({
      memberId,
      assignment: withVersion((writer) =>
        encodeConsumerProtocolAssignment(writer, { assignedPartitions }, 0),
      ),
    }));
  }

  #ask<Draft, Response extends { errorCode: number }>(
    call: ApiCall<Draft, Response>,
    request: Draft,
  ): Promise<Response> {
    return withCoordinator(this.#cluster, this.#options.groupId, async ({ nodeId }) => {
      if (this.#isLeft) throw new ClosedError("the member has left: it asks for nothing more.");
      const response = await this.#cluster.requestNode(nodeId, call, request, {
        lane: this.#lane,
        timeoutMs: this.#options.maxPollIntervalMs + 5_000,
      });
      throwIfMoved(response);
      return response;
    });
  }

  #isFine(errorCode: number): boolean {
    const error = errorByCode(errorCode);
    return error === "NONE" || this.#mayRejoin(error);
  }

  /** Always false: joining again mends the error. Throws what it does not mend. */
  #mayRejoin(error: ErrorName): false {
    if (error === "UNKNOWN_MEMBER_ID") this.#memberId = "";
    else if (error !== "REBALANCE_IN_PROGRESS" && error !== "ILLEGAL_GENERATION") {
      throw new ProtocolError(
        error,
        `group ${this.#options.groupId}: its coordinator answered ${error}.`,
      );
    }
    // The generation stays: its offsets may be committed until this member joins the next one.
    return false;
  }
}

const CONSUMERS = "consumer";
/** Kafka's defaults: `session.timeout.ms`; and `max.poll.interval.ms` cut to a minute. */
const SESSION_TIMEOUT_MS = 45_000;
const REBALANCE_TIMEOUT_MS = 60_000;

const MOVED: ReadonlySet<ErrorName> = new Set([
  "COORDINATOR_LOAD_IN_PROGRESS",
  "COORDINATOR_NOT_AVAILABLE",
  "NOT_COORDINATOR",
]);

function throwIfMoved({ errorCode }: { readonly errorCode: number }): void {
  const error = errorByCode(errorCode);
  if (MOVED.has(error)) throw new ProtocolError(error);
}

/** Both formats begin with their version; 0 is what every assignor reads. */
function withVersion(encode: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  writer.int16(0);
  encode(writer);
  return writer.toBytes();
}
