import type {
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponseDraft,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import type {
  OffsetCommitRequest,
  OffsetCommitResponseDraft,
} from "@naru/protocol/messages/offset-commit";
import { GroupRig, untagged } from "../group-rig.test.ts";
import { commitOffsets, failedCommit } from "../offsets/commit-offsets.ts";
import { checkHeartbeat } from "./check-heartbeat.ts";
import { consumerHeartbeat, failedHeartbeat } from "./consumer-heartbeat.ts";
import { consumerLeave, isLeaving } from "./consumer-leave.ts";

export const GROUP = "g";

/** Topic ids with the partitions, as heartbeats have them. */
export type Reported = readonly {
  readonly topicId: string;
  readonly partitions: readonly number[];
}[];

/** What a member says with its first heartbeat; null is left out. */
export interface Wishes {
  readonly topics?: readonly string[] | null;
  readonly pattern?: string | null;
  readonly assignor?: string | null;
  readonly instanceId?: string | null;
  readonly rebalanceMs?: number;
}

type Answer = ConsumerGroupHeartbeatResponseDraft;

/**
 * A member of the consumer protocol as clients behave: it has what it was last told, reports it,
 * and goes on from the epoch that it was last told.
 */
export class ConsumerClient {
  readonly memberId: string;
  readonly wishes: Wishes;
  epoch = 0;
  owned: Reported = [];
  readonly #rig: GroupRig;

  constructor(rig: GroupRig, memberId: string, wishes: Wishes) {
    this.#rig = rig;
    this.memberId = memberId;
    this.wishes = wishes;
  }

  join(done: (answer: Answer) => void): void {
    this.epoch = 0;
    this.owned = [];
    const { rebalanceMs = 30_000 } = this.wishes;
    this.send({ ...said(this.wishes), rebalanceTimeoutMs: rebalanceMs, topicPartitions: [] }, done);
  }

  /** It says other things of itself from now on. */
  change(wishes: Wishes, done: (answer: Answer) => void): void {
    this.send({ ...said(wishes), topicPartitions: copied(this.owned) }, done);
  }

  beat(done: (answer: Answer) => void, how: { says?: "owned" | "nothing" } = {}): void {
    this.send({ topicPartitions: how.says === "nothing" ? null : copied(this.owned) }, done);
  }

  /** Says all of itself, as clients do when they do not know what was heard. */
  full(done: (answer: Answer) => void): void {
    const { rebalanceMs = 30_000 } = this.wishes;
    const topicPartitions = copied(this.owned);
    this.send({ ...said(this.wishes), rebalanceTimeoutMs: rebalanceMs, topicPartitions }, done);
  }

  /** The request is heard, the answer is not. */
  beatUnheard(done: (answer: Answer) => void, how: { says?: "owned" | "nothing" } = {}): void {
    const { epoch, owned } = this;
    this.beat((answer) => {
      Object.assign(this, { epoch, owned });
      done(answer);
    }, how);
  }

  leave(epoch: -1 | -2, done: (answer: Answer) => void): void {
    this.send({ memberEpoch: epoch }, done);
  }

  send(what: Partial<ConsumerGroupHeartbeatRequest>, done: (answer: Answer) => void): void {
    const request: ConsumerGroupHeartbeatRequest = {
      groupId: GROUP,
      memberId: this.memberId,
      memberEpoch: this.epoch,
      instanceId: this.wishes.instanceId ?? null,
      rackId: null,
      rebalanceTimeoutMs: -1,
      subscribedTopicNames: null,
      subscribedTopicRegex: null,
      serverAssignor: null,
      topicPartitions: null,
      ...what,
    };
    const who = { clientId: this.memberId, clientHost: "/127.0.0.1" };
    const { consumerAssignors: assignors } = this.#rig.config;
    const wrong = checkHeartbeat(request, { apiVersion: 1, assignors });
    if (wrong !== undefined) return done(failedHeartbeat(wrong));
    this.#rig.ask<Answer>(
      (machine, step, to) => {
        if (isLeaving(request)) consumerLeave(machine, { request, to }, step);
        else consumerHeartbeat(machine, { request, ...who, to }, step);
      },
      {
        failed: (error) => failedHeartbeat({ error, message: "" }),
        done: (answer) => {
          this.#hear(answer);
          done(answer);
        },
      },
    );
  }

  /** Commits offset `offset` of one partition. */
  commit(
    at: { topicId: string; topic: string; partition: number; offset: number; epoch?: number },
    done: (answer: OffsetCommitResponseDraft) => void,
  ): void {
    const partition = {
      partitionIndex: at.partition,
      committedOffset: at.offset,
      committedLeaderEpoch: -1,
      committedMetadata: null,
      ...untagged,
    };
    const { topicId, topic: name } = at;
    const request: OffsetCommitRequest = {
      groupId: GROUP,
      generationIdOrMemberEpoch: at.epoch ?? this.epoch,
      memberId: this.memberId,
      groupInstanceId: null,
      retentionTimeMs: -1,
      topics: [{ name, topicId, partitions: [partition], ...untagged }],
      ...untagged,
    };
    const call = { request, apiVersion: 9 };
    this.#rig.ask<OffsetCommitResponseDraft>(
      (machine, step, to) => commitOffsets(machine, { ...call, to }, step),
      { failed: (error) => failedCommit(request, error), done },
    );
  }

  #hear({ errorCode, memberEpoch, assignment }: Answer): void {
    if (errorCode !== 0) return;
    this.epoch = memberEpoch;
    if (assignment !== null && assignment !== undefined) this.owned = assignment.topicPartitions;
  }
}

function said(wishes: Wishes): Partial<ConsumerGroupHeartbeatRequest> {
  return {
    subscribedTopicNames: wishes.topics === undefined ? null : (wishes.topics?.slice() ?? null),
    subscribedTopicRegex: wishes.pattern ?? null,
    serverAssignor: wishes.assignor ?? null,
  };
}

function copied(reported: Reported): { topicId: string; partitions: number[] }[] {
  return reported.map(({ topicId, partitions }) => ({ topicId, partitions: [...partitions] }));
}
