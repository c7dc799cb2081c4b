import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ConsumerGroupHeartbeatResponseDraft } from "@naru/protocol/messages/consumer-group-heartbeat";
import { GroupRig, errorOf } from "../group-rig.test.ts";
import type { ConsumerGroup } from "./consumer-group.ts";
import type { ConsumerMember } from "./consumer-member.ts";
import { ConsumerClient, GROUP, type Reported, type Wishes } from "./consumer-rig.test.ts";

const names = ["a", "b", "c", "d"] as const;
const topics = ["orders", "paid", "ordeal"] as const;
/** Longer than any session, and as many heartbeats as any member needs. */
const SETTLING_ROUNDS = 12;
type Name = (typeof names)[number];

const wishes: readonly Wishes[] = [
  { topics: ["orders"] },
  { topics: ["orders", "paid"] },
  { topics: ["paid"], assignor: "range" },
  { topics: ["orders"], assignor: "range" },
  { topics: [] },
  { pattern: "ord.*" },
  { pattern: "ord.*", topics: ["paid"] },
];

type MemberAction =
  | "join"
  | "beat"
  | "unheard"
  | "unheard-silent"
  | "silent"
  | "full"
  | "change"
  | "leave"
  | "rest"
  | "commit";

type Action =
  | { readonly kind: MemberAction; readonly name: Name; readonly wish: number }
  | { readonly kind: "topic"; readonly topic: (typeof topics)[number]; readonly count: number }
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "restart" };

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constantFrom<MemberAction>(
        "join",
        "join",
        "beat",
        "beat",
        "beat",
        "beat",
        "beat",
        "beat",
        "unheard",
        "unheard",
        "unheard",
        "unheard-silent",
        "unheard-silent",
        "silent",
        "full",
        "change",
        "leave",
        "rest",
        "commit",
        "commit",
      ),
      name: fc.constantFrom(...names),
      wish: fc.nat({ max: wishes.length - 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("topic" as const),
      topic: fc.constantFrom(...topics),
      count: fc.constantFrom(0, 1, 3, 4),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("advance" as const),
      ms: fc.constantFrom(1, 1_000, 11_000, 31_000, 45_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);

/** Clients that do as they are told, at times that nobody would choose. */
class World {
  readonly rig = new GroupRig({ offsetsRetentionCheckIntervalMs: 1_000_000_000 });
  readonly #clients = new Map<Name, ConsumerClient>();
  #lives = 0;
  #epoch = 0;
  #assignmentEpoch = 0;
  #offset = 0;

  constructor() {
    this.rig.topics.create("orders", 3);
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case "advance":
        await this.rig.clock.advance(action.ms);
        break;
      case "restart":
        this.rig.restart();
        break;
      case "topic":
        this.#change(action.topic, action.count);
        break;
      default:
        this.#member(action.kind, action.name, wishes[action.wish]!);
    }
    this.#check();
  }

  /** Those that are there go on; those that are not are forgotten after their sessions. */
  async settle(): Promise<void> {
    if (this.#clients.size === 0) this.#join("a", { topics: ["orders"] });
    for (let round = 0; round < SETTLING_ROUNDS; round += 1) {
      await this.rig.clock.advance(11_000);
      for (const [name, client] of this.#clients)
        client.full((answer) => this.#heard(name, answer));
      this.#check();
    }
    const group = this.#group();
    if (group === undefined || group.members.size === 0) return;
    assert.equal(group.state, "Stable");
    const given = [...group.members.values()].flatMap(({ assigned }) =>
      [...assigned].flatMap(([id, partitions]) => [...partitions.keys()].map((p) => `${id}-${p}`)),
    );
    const read = [...group.subscribedTopics].flatMap((name) => {
      const topic = this.rig.topics.byName(name);
      const indexes = Array.from({ length: topic?.partitionCount ?? 0 }, (_, index) => index);
      return indexes.map((index) => `${topic!.id}-${index}`);
    });
    assert.deepEqual(given.toSorted(), read.toSorted());
  }

  #change(topic: string, count: number): void {
    const partitions = this.rig.topics.byName(topic)?.partitionCount ?? 0;
    if (count === 0) this.rig.topics.delete(topic);
    else if (partitions === 0) this.rig.topics.create(topic, count);
    else if (partitions < count) this.rig.topics.grow(topic, count);
    this.rig.machine.topicsChanged(new Set([topic]));
  }

  #member(kind: MemberAction, name: Name, wish: Wishes): void {
    const client = this.#clients.get(name);
    if (kind === "join" || client === undefined) return this.#join(name, wish);
    switch (kind) {
      case "leave":
        return this.#goAway(name, -1);
      case "rest":
        return this.#goAway(name, -2);
      case "commit":
        return this.#commit(client, this.#offset % 3);
      case "change":
        return client.change(wish, (answer) => this.#heard(name, answer));
      case "beat":
        return this.#beat(name, client);
      default:
        return this.#say(kind, name, client);
    }
  }

  /** Heartbeats that are not as they should be. */
  #say(
    kind: "unheard" | "unheard-silent" | "silent" | "full",
    name: Name,
    client: ConsumerClient,
  ): void {
    const heard = (answer: ConsumerGroupHeartbeatResponseDraft): void => this.#heard(name, answer);
    switch (kind) {
      case "unheard":
        return client.beatUnheard(() => {});
      case "unheard-silent":
        return client.beatUnheard(() => {}, { says: "nothing" });
      case "silent":
        return client.beat(heard, { says: "nothing" });
      case "full":
        return client.full(heard);
    }
  }

  #goAway(name: Name, epoch: -1 | -2): void {
    const client = this.#clients.get(name);
    if (client === undefined || (epoch === -2 && client.wishes.instanceId === null)) return;
    client.leave(epoch, () => {});
    this.#clients.delete(name);
  }

  /** In a new life, under a new id: c and d are static members. */
  #join(name: Name, wish: Wishes): void {
    this.#lives += 1;
    const instanceId = name === "c" || name === "d" ? name : null;
    const member = { ...wish, instanceId, rebalanceMs: 30_000 };
    const client = new ConsumerClient(this.rig, `${name}${this.#lives}`, member);
    this.#clients.set(name, client);
    client.join((answer) => this.#heard(name, answer));
  }

  /** Only who is at its epoch, or at the one before, goes on. */
  #beat(name: Name, client: ConsumerClient): void {
    const member = this.#group()?.members.get(client.memberId);
    const { epoch } = client;
    client.beat((answer) => {
      const isKnown = epoch === member?.memberEpoch || epoch === member?.previousMemberEpoch;
      assert.ok(isKnown || answer.errorCode !== 0, "a member that is behind is fenced");
      this.#heard(name, answer);
    });
  }

  #heard(name: Name, { errorCode }: ConsumerGroupHeartbeatResponseDraft): void {
    // Fenced, unknown, or somebody else has its instance id: it is to begin anew.
    if (errorCode !== 0) this.#clients.delete(name);
  }

  /** Of the member's own partitions or not: clients may be wrong. */
  #commit(client: ConsumerClient, partition: number): void {
    const topic = "orders";
    const topicId = this.rig.topics.byName(topic)?.id;
    if (topicId === undefined) return;
    const member = this.#group()?.members.get(client.memberId);
    const isAllowed = mayCommit(member, { topicId, partition, epoch: client.epoch });
    this.#offset += 1;
    const offset = this.#offset;
    client.commit({ topic, topicId, partition, offset }, (answer) => {
      const wasTaken = errorOf(answer.topics[0]!.partitions[0]!) === "NONE";
      assert.equal(wasTaken, isAllowed, "no commit by a stale member");
      const stored = this.rig.machine.offsets.find(GROUP, topic, partition)?.offset;
      assert.equal(stored === offset, wasTaken);
    });
  }

  #group(): ConsumerGroup | undefined {
    const group = this.rig.machine.groups.get(GROUP);
    return group?.type === "consumer" ? group : undefined;
  }

  #check(): void {
    this.rig.checkReplay();
    const group = this.#group();
    if (group === undefined) return;
    assert.ok(group.groupEpoch >= this.#epoch, "group epochs only grow");
    assert.ok(group.assignmentEpoch >= this.#assignmentEpoch, "assignment epochs only grow");
    assert.ok(group.assignmentEpoch <= group.groupEpoch);
    this.#epoch = group.groupEpoch;
    this.#assignmentEpoch = group.assignmentEpoch;
    checkOwners(group);
    this.#checkClients(group);
    for (const memberId of group.staticMembers.values()) assert.ok(group.members.has(memberId));
    for (const memberId of group.targets.keys()) assert.ok(group.members.has(memberId));
    for (const pattern of group.resolvedPatterns.keys()) assert.ok(group.patterns.of(pattern) > 0);
  }

  /** What clients that are in the group believe to have, nobody else has, now or as it seems. */
  #checkClients({ members }: ConsumerGroup): void {
    const believed = new Map<string, string>();
    for (const { memberId, owned } of this.#clients.values()) {
      if (!members.has(memberId)) continue;
      for (const partition of named(owned)) {
        const other = believed.get(partition);
        assert.equal(other, undefined, `${partition} is believed to be of two members`);
        believed.set(partition, memberId);
      }
    }
  }
}

/** Only of a member, at its epoch, or for what it has had since an epoch that it knows. */
function mayCommit(
  member: ConsumerMember | undefined,
  at: { topicId: string; partition: number; epoch: number },
): boolean {
  if (member === undefined || at.epoch > member.memberEpoch) return false;
  if (at.epoch === member.memberEpoch) return true;
  const { assigned, pendingRevocation } = member;
  const since = [assigned, pendingRevocation]
    .map((held) => held.get(at.topicId)?.get(at.partition))
    .find((epoch) => epoch !== undefined);
  return since !== undefined && at.epoch >= since;
}

/** No partition is held by two members, and targets do not overlap. */
function checkOwners({ members, targets, assignmentEpoch }: ConsumerGroup): void {
  const owners = new Map<string, string>();
  for (const { memberId, memberEpoch, assigned, pendingRevocation } of members.values()) {
    assert.ok(memberEpoch <= assignmentEpoch, "a member is not ahead of the assignment");
    for (const held of [assigned, pendingRevocation]) {
      for (const [topicId, partitions] of held) {
        for (const [partition, epoch] of partitions) {
          const key = `${topicId}-${partition}`;
          assert.equal(owners.get(key), undefined, `${key} has two owners`);
          owners.set(key, memberId);
          assert.ok(epoch <= assignmentEpoch, "a partition is not owned since a later epoch");
        }
      }
    }
  }
  const wanted = new Set<string>();
  for (const target of targets.values()) {
    for (const [topicId, partitions] of target) {
      for (const partition of partitions) {
        assert.ok(!wanted.has(`${topicId}-${partition}`), "targets do not overlap");
        wanted.add(`${topicId}-${partition}`);
      }
    }
  }
}

function named(owned: Reported): string[] {
  return owned.flatMap(({ topicId, partitions }) => partitions.map((p) => `${topicId}-${p}`));
}

/** Two members that have their shares, from where everything can be reached. */
const begun: readonly Action[] = [
  { kind: "join", name: "a", wish: 0 },
  { kind: "join", name: "b", wish: 0 },
  { kind: "advance", ms: 1_000 },
  { kind: "beat", name: "a", wish: 0 },
  { kind: "beat", name: "a", wish: 0 },
  { kind: "beat", name: "b", wish: 0 },
];

// Goal: whatever members do and whenever they do it, the promises of a consumer group hold.
// Method: four clients, two of them static, with random actions and pauses, some deaf to an answer,
// topics that come, grow and go, and restarts from the log; after each action the state is compared
// with a replay of everything written until then.
test("no partition has two owners, epochs grow, stale commits are refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(actions, { minLength: 20, maxLength: 120, size: "max" }),
      async (list) => {
        const world = new World();
        for (const action of [...begun, ...list]) await world.act(action);
      },
    ),
    { numRuns: 50 },
  );
});

// Goal: a group comes to rest. Method: after any history the members that are left send heartbeats
// and nothing else happens: each then has its target, and every partition that is read is given.
test("members that go on have what they are to have after a few heartbeats", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(actions, { minLength: 20, maxLength: 60, size: "max" }),
      async (list) => {
        const world = new World();
        for (const action of list) await world.act(action);
        await world.settle();
      },
    ),
    { numRuns: 50 },
  );
});
