import { setTimeout as pause } from "node:timers/promises";
import { until } from "../runner/waiting.ts";
import { groupCalls } from "../wire/group-calls.ts";
import type { BrokerSide } from "./broker-side.ts";
import { joinRequest, rebalanceClassic } from "./classic-rebalance.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import { GroupMember, type OwnedTopic } from "./group-member.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";
import { GROUP, untilCoordinated } from "./transactional-ids.ts";

const STEPS = 50;
const MEMBERS_MAX = 4;
/** Longer than a run: nobody times out. */
const LONG_MS = 300_000;
/** Kafka looks patterns up in another thread. */
const LOOKED_UP_MS = 60;
const SETTLED_LIMIT_MS = 5_000;

/** Groups of both protocols, and their conversion: what clients ask, and what they never should. */
export const consumerProtocol: Scenario = {
  name: "consumer-protocol",
  async run(pair, dice, place) {
    const run = new GroupRun(pair, dice, place.topic);
    try {
      await run.begin();
      for (let step = 0; step < STEPS && !run.isStuck; step += 1) await run.step();
    } finally {
      run.end();
    }
  },
};

class GroupRun {
  readonly #pair: Pair;
  readonly #dice: Dice;
  readonly #topics: readonly string[];
  readonly #groups: readonly string[];
  #members: GroupMember[] = [];
  /** Somebody of a classic group waits for others: what happens next depends on when they come. */
  isStuck = false;

  constructor(pair: Pair, dice: Dice, name: string) {
    this.#pair = pair;
    this.#dice = dice;
    this.#topics = [`${name}-t0`, `${name}-t1`];
    this.#groups = [`${name}-g0`, `${name}-g1`];
  }

  async begin(): Promise<void> {
    for (const [index, name] of this.#topics.entries()) {
      await createCommonTopic(this.#pair, { name, partitions: 3 - index });
    }
    for (const side of this.#pair.sides) {
      for (const groupId of this.#groups) await untilCoordinated(side, GROUP, groupId);
    }
  }

  end(): void {
    for (const member of this.#members) member.close();
  }

  async step(): Promise<void> {
    const dice = this.#dice;
    const member = this.#members.length === 0 ? undefined : dice.pick(this.#members);
    const what = dice.next();
    if (member === undefined || (what < 0.16 && this.#members.length < MEMBERS_MAX)) {
      await this.#arrive();
    } else if (what < 0.5) {
      await this.#act(member);
    } else if (what < 0.6) {
      await this.#leave(member);
    } else if (what < 0.76) {
      await this.#commit(member);
    } else if (what < 0.84) {
      await this.#fetch(member);
    } else if (what < 0.9) {
      await this.#strange(member);
    } else if (what < 0.96) {
      await this.#delete();
    } else {
      await this.#list();
    }
    await this.#look();
  }

  /** A new member of either protocol. */
  async #arrive(): Promise<void> {
    const dice = this.#dice;
    const protocol = dice.chance(0.65) ? "consumer" : "classic";
    // Classic members get their ids from the broker: only instance ids have an order in both.
    const isStatic = protocol === "classic" || dice.chance(0.3);
    const groupId = dice.pick(this.#groups);
    const ofGroup = this.#members.filter((each) => each.groupId === groupId);
    const taken = new Set(ofGroup.map((each) => protocol === "classic" && each.instanceId));
    const free = ["i0", "i1", "i2", "i3", "i4"].filter((each) => !taken.has(each));
    const instanceId = isStatic ? dice.pick(free) : null;
    // Nobody changes its instance id: Kafka keeps the one before, and fails where it asks for it.
    const memberId = `${groupId}-${instanceId ?? "m"}${dice.below(3)}`;
    const member = new GroupMember({
      groupId,
      memberId: protocol === "classic" ? "" : memberId,
      instanceId,
      protocol,
    });
    this.#members.push(member);
    if (protocol === "consumer") return this.#join(member);
    await this.#joinClassic(member);
  }

  async #act(member: GroupMember): Promise<void> {
    if (member.protocol === "classic") return this.#actClassic(member);
    if (this.#dice.chance(0.15)) return this.#join(member);
    await this.#beat(member);
  }

  async #join(member: GroupMember): Promise<void> {
    const wishes = this.#wishes();
    const subscribedTopicNames = this.#someTopics();
    await this.#heartbeat(member, "join", () => ({
      memberEpoch: 0,
      rebalanceTimeoutMs: LONG_MS,
      subscribedTopicNames,
      topicPartitions: [],
      ...wishes,
    }));
  }

  async #beat(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    const off = dice.pick([0, 0, 0, 0, 0, 0, 0, -1, -1, 1]);
    const kind = dice.next();
    const isFull = dice.chance(0.1);
    const changes = dice.chance(0.15) ? { subscribedTopicNames: this.#someTopics() } : {};
    const wishes = dice.chance(0.15) ? this.#wishes() : {};
    await this.#heartbeat(member, "beat", (side) => {
      const { epoch, owned } = member.told(side);
      return {
        memberEpoch: epoch + off,
        topicPartitions: kind < 0.7 ? owned : this.#lies(side, kind, owned),
        ...(isFull
          ? { rebalanceTimeoutMs: LONG_MS, subscribedTopicNames: [...this.#topics].toReversed() }
          : {}),
        ...changes,
        ...wishes,
      };
    });
  }

  #lies(
    side: BrokerSide,
    kind: number,
    owned: readonly OwnedTopic[],
  ): readonly OwnedTopic[] | null {
    if (kind < 0.8) return null;
    if (kind < 0.88) return [];
    if (kind < 0.94) return [{ topicId: side.topicId(this.#topics[0]!), partitions: [0, 1, 2] }];
    return [...owned, { topicId: side.topicId("nowhere"), partitions: [9] }];
  }

  #someTopics(): string[] {
    return this.#dice.some([...this.#topics, "nowhere"], this.#dice.between(1, 2));
  }

  /** What else a member may say of itself. */
  #wishes(): Partial<HeartbeatDraft> {
    const dice = this.#dice;
    const kind = dice.next();
    if (kind < 0.5) return {};
    if (kind < 0.6) return { serverAssignor: dice.pick(["range", "range", "uniform", "nope"]) };
    if (kind < 0.7) return { rackId: dice.pick(["r1", "", " "]) };
    if (kind < 0.92) {
      const subscribedTopicRegex = dice.pick([
        `${this.#topics[0]}`,
        `${this.#topics[0]!.slice(0, -1)}.*`,
        `${this.#topics[0]!.slice(0, -1)}.*`,
        "(",
        "a{1001}",
        "",
        "[z-a]",
      ]);
      return dice.chance(0.5)
        ? { subscribedTopicRegex }
        : { subscribedTopicRegex, subscribedTopicNames: null };
    }
    if (kind < 0.96) return { rebalanceTimeoutMs: dice.pick([-1, LONG_MS]) };
    // Not none at all: Kafka then takes a new member for one that reads what the others do.
    return { subscribedTopicNames: null };
  }

  async #leave(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    if (member.protocol === "classic" || dice.chance(0.2)) return this.#leaveClassic(member);
    const memberEpoch = dice.pick([-1, -1, -1, -2, -2, -3]);
    const isNamed = dice.chance(0.85);
    await this.#heartbeat(member, `leave ${memberEpoch}`, () => ({
      memberEpoch,
      ...(isNamed ? {} : { instanceId: null }),
    }));
  }

  async #heartbeat(
    member: GroupMember,
    what: string,
    draftOf: (side: BrokerSide) => Partial<HeartbeatDraft>,
  ): Promise<void> {
    const version = this.#dice.chance(0.8) ? 1 : 0;
    const { groupId, instanceId } = member;
    const drafts = this.#pair.sides.map((side) => ({
      groupId,
      memberId: member.told(side).memberId,
      instanceId,
      ...draftOf(side),
    }));
    if (version === 0) for (const draft of drafts) delete draft.subscribedTopicRegex;
    this.#pair.step(`${what} of ${member.told(this.#pair.kafka).memberId} ${instanceId}`);
    const answers = await this.#pair.ask(groupCalls.heartbeat, version, (side) => {
      return drafts[this.#pair.sides.indexOf(side)]! as HeartbeatDraft;
    });
    for (const [index, side] of this.#pair.sides.entries()) {
      const answer = answers[index];
      if (answer === undefined || answer.errorCode !== 0) continue;
      const told = member.told(side);
      told.epoch = Math.max(answer.memberEpoch, 0);
      if (answer.memberId !== null) told.memberId = answer.memberId;
      if (answer.memberEpoch < 0) told.owned = [];
      if (answer.assignment !== null) told.owned = answer.assignment.topicPartitions;
    }
    if (drafts[0]!.subscribedTopicRegex !== undefined) await this.#untilLookedUp(groupId);
  }

  async #untilLookedUp(groupId: string): Promise<void> {
    await pause(LOOKED_UP_MS);
    const epochOf = async (side: BrokerSide): Promise<number> => {
      const answer = await side.connection.answer(groupCalls.describeConsumer, 1, {
        groupIds: [groupId],
        includeAuthorizedOperations: false,
      });
      return answer.groups[0]!.groupEpoch;
    };
    await until("patterns are looked up", SETTLED_LIMIT_MS, async () => {
      const [ours, theirs] = await Promise.all(this.#pair.sides.map(epochOf));
      return ours === theirs ? true : undefined;
    }).catch(() => undefined);
  }

  async #joinClassic(member: GroupMember): Promise<void> {
    const { groupId } = member;
    this.#pair.step(`classic join of ${member.instanceId}`);
    if ((await this.#stateOf(groupId)) === "consumer") {
      await this.#joinConsumerGroup(member);
      return;
    }
    const members = this.#members.filter(
      (each) => each.groupId === groupId && each.protocol === "classic",
    );
    const { joined, isStuck } = await rebalanceClassic(this.#pair, members, this.#topics);
    this.isStuck ||= isStuck;
    this.#members = this.#members.filter(
      (each) => !members.includes(each) || joined.includes(each),
    );
  }

  /** A group that is no consumer group may let a member wait. */
  async #stateOf(groupId: string): Promise<"consumer" | "other"> {
    const { connection } = this.#pair.kafka;
    const answer = await connection.answer(groupCalls.describeConsumer, 1, {
      groupIds: [groupId],
      includeAuthorizedOperations: false,
    });
    const { errorCode, members } = answer.groups[0]!;
    return errorCode === 0 && members.length > 0 ? "consumer" : "other";
  }

  async #joinConsumerGroup(member: GroupMember): Promise<void> {
    const topics = this.#someTopics();
    const answers = await this.#pair.ask(groupCalls.join, 9, (side) =>
      joinRequest(member, side, topics),
    );
    for (const [index, side] of this.#pair.sides.entries()) {
      const answer = answers[index];
      if (answer?.errorCode !== 0) continue;
      Object.assign(member.told(side), { memberId: answer.memberId, epoch: answer.generationId });
    }
  }

  async #actClassic(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    const off = dice.pick([0, 0, 0, 0, -1, 1]);
    const what = dice.next();
    const { groupId, instanceId: groupInstanceId } = member;
    const who = (side: BrokerSide): ClassicDraft => {
      const { memberId, epoch } = member.told(side);
      return { groupId, groupInstanceId, memberId, generationId: epoch + off };
    };
    if (what < 0.4) {
      this.#pair.step(`classic heartbeat of ${groupInstanceId}`);
      await this.#pair.ask(groupCalls.classicHeartbeat, 4, who);
      return;
    }
    if (what < 0.7) return this.#joinClassic(member);
    if ((await this.#stateOf(groupId)) !== "consumer") return;
    const protocolName = dice.pick(["range", "range", null, "roundrobin"]);
    const protocolType = dice.pick(["consumer", "consumer", null, "connect"]);
    this.#pair.step(`classic sync of ${groupInstanceId}`);
    await this.#pair.ask(groupCalls.sync, 5, (side) => {
      return { ...who(side), protocolName, protocolType, assignments: [] };
    });
  }

  async #leaveClassic(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    const { groupId, instanceId } = member;
    const isByInstance = instanceId !== null && dice.chance(0.4);
    const groupInstanceId = dice.chance(0.9) ? instanceId : null;
    this.#pair.step(`classic leave of ${instanceId}`);
    await this.#pair.ask(groupCalls.leave, 5, (side) => ({
      groupId,
      members: [
        { memberId: isByInstance ? "" : member.told(side).memberId, groupInstanceId },
        ...(isByInstance ? [{ memberId: "nobody", groupInstanceId: null }] : []),
      ],
    }));
    if (member.protocol === "consumer") return;
    member.close();
    this.#members = this.#members.filter((each) => each !== member);
  }

  async #commit(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(2, 10);
    const off = dice.pick([0, 0, 0, 0, -1, -1, -2, 1]);
    const isNobody = dice.chance(0.15);
    const name = dice.pick(this.#topics);
    const partitions = dice.some([0, 1, 2], dice.between(1, 2)).map((partitionIndex) => ({
      partitionIndex,
      committedOffset: dice.below(1_000),
      committedMetadata: dice.pick(["", null, "m"]),
    }));
    const isStatic = version >= 7 && dice.chance(0.7);
    this.#pair.step(`commit of ${member.told(this.#pair.kafka).memberId} ${member.instanceId}`);
    await this.#pair.ask(groupCalls.commit, version, (side) => {
      const { memberId, epoch } = member.told(side);
      const topic = version >= 10 ? { topicId: side.topicId(name) } : { name };
      return {
        groupId: member.groupId,
        memberId: isNobody ? "" : memberId,
        generationIdOrMemberEpoch: isNobody ? -1 : epoch + off,
        ...(isStatic ? { groupInstanceId: member.instanceId } : {}),
        topics: [{ ...topic, partitions }],
      };
    });
  }

  async #fetch(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(1, 10);
    const off = dice.pick([0, 0, -1, 1]);
    const isMember = version >= 9 && dice.chance(0.7);
    const name = dice.pick(this.#topics);
    const partitionIndexes = [0, 1, 2];
    const { groupId } = member;
    this.#pair.step(`fetch of ${groupId}`);
    await this.#pair.ask(groupCalls.fetchOffsets, version, (side) => {
      if (version < 8) return { groupId, topics: [{ name, partitionIndexes }] };
      const { memberId, epoch } = member.told(side);
      const who = isMember ? { memberId, memberEpoch: epoch + off } : {};
      const topic = version >= 10 ? { topicId: side.topicId(name) } : { name };
      return { groups: [{ groupId, ...who, topics: [{ ...topic, partitionIndexes }] }] };
    });
  }

  /** What no client sends. */
  async #strange(member: GroupMember): Promise<void> {
    const dice = this.#dice;
    const odd: Partial<HeartbeatDraft> = dice.pick<Partial<HeartbeatDraft>>([
      { groupId: "" },
      { groupId: " " },
      { memberId: "" },
      { memberId: " " },
      { instanceId: "" },
      { rackId: "" },
      { memberId: "stranger", memberEpoch: 3 },
      { memberId: "stranger", memberEpoch: -1 },
      { memberId: "stranger", memberEpoch: -2, instanceId: "i0" },
      { memberId: "stranger", memberEpoch: 3, instanceId: "i9" },
      { groupId: "no such group", memberEpoch: 3 },
      { groupId: "no such group", memberEpoch: -1 },
      { memberEpoch: 0, rebalanceTimeoutMs: -1, topicPartitions: [] },
      { memberEpoch: 0, rebalanceTimeoutMs: 5, topicPartitions: null },
      { memberEpoch: 0, rebalanceTimeoutMs: 5, topicPartitions: [] },
    ]);
    const version = dice.below(2);
    const { groupId, instanceId } = member;
    this.#pair.step(`strange ${JSON.stringify(odd)}`);
    await this.#pair.ask(groupCalls.heartbeat, version, (side) => {
      const { memberId, epoch } = member.told(side);
      return { groupId, instanceId, memberId, memberEpoch: epoch, ...odd };
    });
  }

  async #delete(): Promise<void> {
    const dice = this.#dice;
    const groupId = dice.pick(this.#groups);
    this.#pair.step(`delete of ${groupId}`);
    if (dice.chance(0.5)) {
      await this.#pair.ask(groupCalls.delete, 2, { groupsNames: [groupId, "no such group"] });
      return;
    }
    const topics = this.#topics.map((name) => ({ name, partitions: [{ partitionIndex: 0 }] }));
    await this.#pair.ask(groupCalls.deleteOffsets, 0, { groupId, topics });
  }

  /** Of all groups those of this run. */
  async #list(): Promise<void> {
    const dice = this.#dice;
    const version = dice.between(4, 5);
    const states = ["Stable", "stable", "Empty", "Assigning", "Reconciling", "Dead", "nothing"];
    const statesFilter = dice.chance(0.5) ? [] : dice.some(states, dice.between(1, 3));
    const types = ["consumer", "Classic", "share", "nothing"];
    const typesFilter = dice.chance(0.5) ? [] : dice.some(types, dice.between(1, 2));
    this.#pair.step(`list ${[...statesFilter, ...typesFilter].join()}`);
    const seen: unknown[] = [];
    for (const side of this.#pair.sides) {
      const answer = await side.connection.answer(groupCalls.list, version, {
        statesFilter,
        ...(version >= 5 ? { typesFilter } : {}),
      });
      const groups = answer.groups.filter(({ groupId }) => this.#groups.includes(groupId));
      seen.push(Object.fromEntries(side.leaves({ ...answer, groups })));
    }
    this.#pair.compare("ListGroups", seen[0], seen[1]);
  }

  async #look(): Promise<void> {
    const groupIds = [...this.#groups];
    const version = this.#dice.below(2);
    await this.#pair.ask(groupCalls.describeConsumer, version, {
      groupIds,
      includeAuthorizedOperations: true,
    });
    const groups = [...groupIds, "no such group"];
    await this.#pair.ask(groupCalls.describeClassic, this.#dice.between(4, 6), { groups });
    for (const groupId of groupIds) {
      await this.#pair.ask(groupCalls.fetchOffsets, 9, { groups: [{ groupId, topics: null }] });
    }
  }
}

type HeartbeatDraft = Parameters<typeof groupCalls.heartbeat.encode>[1];

interface ClassicDraft {
  readonly groupId: string;
  readonly groupInstanceId: string | null;
  readonly memberId: string;
  readonly generationId: number;
}
