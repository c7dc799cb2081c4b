import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { OffsetCommitResponseDraft } from "@naru/protocol/messages/offset-commit";
import { heartbeat } from "./classic/heartbeat.ts";
import { leaveGroup } from "./classic/leave-group.ts";
import { errorOf, GroupRig, untagged } from "./group-rig.test.ts";
import { commitOffsets, failedCommit } from "./offsets/commit-offsets.ts";

const GROUP = "g";
const PARTITIONS = 4;
const clients = ["a", "b", "c"] as const;
type Client = (typeof clients)[number];

/** What one client believes. */
interface Belief {
  memberId: string;
  generationId: number;
  /** The members that it must divide among, while it leads. */
  others: readonly string[];
  owned: readonly number[];
}

type ClientAction = "join" | "join-unheard" | "sync" | "heartbeat" | "leave" | "commit" | "forget";

type Action =
  | {
      readonly kind: ClientAction;
      readonly client: Client;
    }
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "restart" };

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom<ClientAction>(
        "join",
        "join",
        "join",
        "join-unheard",
        "join-unheard",
        "sync",
        "sync",
        "heartbeat",
        "leave",
        "commit",
        "forget",
      ),
      client: fc.constantFrom(...clients),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("advance" as const),
      ms: fc.constantFrom(1, 3_000, 3_000, 9_000, 31_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);

/** Clients that do as they are told, at times that nobody would choose. */
class World {
  /** Nothing expires here: a group that was forgotten would begin to count anew. */
  readonly rig = new GroupRig({ offsetsRetentionCheckIntervalMs: 1_000_000_000 });
  readonly #beliefs = new Map<Client, Belief>();
  /** For each generation, who was given which partitions. */
  readonly #given = new Map<number, Map<number, string>>();
  #newestGeneration = 0;
  /** Offsets that were committed, by whom in which generation. */
  #committed = 0;

  constructor() {
    for (const client of clients) this.#beliefs.set(client, unborn());
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case "advance":
        await this.rig.clock.advance(action.ms);
        break;
      case "restart":
        this.rig.restart();
        break;
      case "forget":
        this.#beliefs.set(action.client, unborn());
        break;
      default:
        this.#ask(action.kind, action.client);
    }
    this.#check();
  }

  #ask(kind: Exclude<ClientAction, "forget">, client: Client): void {
    switch (kind) {
      case "join":
        return this.#join(client);
      case "join-unheard":
        return this.#join(client, "unheard");
      case "sync":
        return this.#sync(client);
      case "heartbeat":
        return this.#heartbeat(client);
      case "leave":
        return this.#leave(client);
      case "commit":
        return this.#commit(client);
    }
  }

  #join(client: Client, how: "heard" | "unheard" = "heard"): void {
    const { memberId } = this.#beliefs.get(client)!;
    this.rig.join(client, { groupId: GROUP, memberId }, (answer) => {
      const belief = this.#beliefs.get(client)!;
      // A forgetful client does not hear what it asked for in an earlier life.
      if (belief.memberId !== memberId || how === "unheard") return;
      const error = errorOf(answer);
      if (error === "MEMBER_ID_REQUIRED") belief.memberId = answer.memberId;
      else if (error === "UNKNOWN_MEMBER_ID") Object.assign(belief, unborn());
      if (error !== "NONE") return;
      const generationId = answer.generationId ?? -1;
      // A generation that was never written down may be begun again after a restart.
      const floor = Math.min(belief.generationId, this.#newestGeneration);
      assert.ok(generationId >= floor, "a member never goes back a generation");
      const others = answer.members.map((member) => member.memberId);
      Object.assign(belief, { generationId, others, owned: [] });
    });
  }

  #sync(client: Client): void {
    const { memberId, generationId, others } = this.#beliefs.get(client)!;
    if (generationId < 0) return;
    const shares = new Map(others.map((other) => [other, [] as number[]]));
    for (let index = 0; index < PARTITIONS && others.length > 0; index += 1) {
      shares.get(others[index % others.length]!)!.push(index);
    }
    const assignments = new Map([...shares].map(([other, share]) => [other, share.join()]));
    this.rig.sync({ groupId: GROUP, memberId, generationId }, assignments, (answer) => {
      const belief = this.#beliefs.get(client)!;
      if (belief.memberId !== memberId || errorOf(answer) !== "NONE") return;
      const group = this.rig.classicGroup(GROUP);
      assert.equal(generationId, group?.generationId, "nobody is assigned what is of another");
      const text = Buffer.from(answer.assignment).toString();
      const owned = text === "" ? [] : text.split(",").map(Number);
      for (const partition of owned) this.#give(generationId, partition, memberId);
      if (belief.generationId === generationId) belief.owned = owned;
    });
  }

  /** No partition has two owners in one generation. */
  #give(generationId: number, partition: number, memberId: string): void {
    const owners = this.#given.get(generationId) ?? new Map<number, string>();
    this.#given.set(generationId, owners);
    assert.equal(owners.get(partition) ?? memberId, memberId, `${partition} has two owners`);
    owners.set(partition, memberId);
  }

  #heartbeat(client: Client): void {
    const { memberId, generationId } = this.#beliefs.get(client)!;
    const request = { groupId: GROUP, memberId, generationId, groupInstanceId: null, ...untagged };
    this.rig.ask<{ errorCode: number }>(
      (machine, step, to) => heartbeat(machine, { request, to }, step),
      {
        failed: () => ({ errorCode: 14 }),
        done: (answer) => {
          const belief = this.#beliefs.get(client)!;
          const isGone = errorOf(answer) === "UNKNOWN_MEMBER_ID";
          if (isGone && belief.memberId === memberId) Object.assign(belief, unborn());
        },
      },
    );
  }

  #leave(client: Client): void {
    const { memberId } = this.#beliefs.get(client)!;
    const leavers = [{ memberId, groupInstanceId: null }];
    this.rig.ask<{ errorCode: number }>(
      (machine, step, to) => leaveGroup(machine, { groupId: GROUP, leavers, to }, step),
      { failed: () => ({ errorCode: 14 }), done: () => {} },
    );
  }

  /** Accepted only of a member of the generation that holds. */
  #commit(client: Client): void {
    const { memberId, generationId } = this.#beliefs.get(client)!;
    if (generationId < 0) return;
    const group = this.rig.classicGroup(GROUP);
    this.#committed += 1;
    const partition = {
      partitionIndex: 0,
      committedOffset: this.#committed,
      committedLeaderEpoch: -1,
      committedMetadata: null,
      ...untagged,
    };
    const topic = {
      name: "t",
      topicId: "AAAAAAAAAAAAAAAAAAAAAg",
      partitions: [partition],
      ...untagged,
    };
    const request = {
      groupId: GROUP,
      generationIdOrMemberEpoch: generationId,
      memberId,
      groupInstanceId: null,
      retentionTimeMs: -1,
      topics: [topic],
      ...untagged,
    };
    const isCurrent = group?.members.has(memberId) === true && group.generationId === generationId;
    const call = { request, apiVersion: 9 };
    this.rig.ask<OffsetCommitResponseDraft>(
      (machine, step, to) => commitOffsets(machine, { ...call, to }, step),
      {
        failed: (error) => failedCommit(request, error),
        done: (answer) => {
          const wasTaken = answer.topics[0]!.partitions[0]!.errorCode === 0;
          assert.ok(isCurrent || !wasTaken, "a stale member's commit is refused");
          const stored = this.rig.machine.offsets.find(GROUP, "t", 0)?.offset;
          assert.equal(stored === request.topics[0]!.partitions[0]!.committedOffset, wasTaken);
        },
      },
    );
  }

  #check(): void {
    this.rig.checkReplay();
    const group = this.rig.classicGroup(GROUP);
    if (group === undefined) return;
    const isDurable = group.state === "Stable" || group.state === "Empty";
    if (isDurable) {
      assert.ok(group.generationId >= this.#newestGeneration, "generations only grow");
      this.#newestGeneration = group.generationId;
    }
    for (const memberId of group.staticMembers.values()) assert.ok(group.members.has(memberId));
    if (group.members.size > 0) assert.ok(group.members.has(group.leaderId ?? ""));
  }
}

function unborn(): Belief {
  return { memberId: "", generationId: -1, others: [], owned: [] };
}

/** Two members in a stable group, from where everything can be reached. */
const begun: readonly Action[] = [
  { kind: "join", client: "a" },
  { kind: "join", client: "b" },
  { kind: "join", client: "a" },
  { kind: "join", client: "b" },
  { kind: "advance", ms: 9_000 },
  { kind: "sync", client: "a" },
  { kind: "sync", client: "b" },
];

// Goal: whatever clients do and whenever they do it, the promises of a classic group hold.
// Method: three clients with random actions and pauses, some deaf to an answer, and restarts from
// the log; after each action the state is compared with a replay of everything written.
test("no partition has two owners, generations grow, stale commits are refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(actions, { minLength: 20, maxLength: 120, size: "max" }),
      async (list) => {
        const world = new World();
        for (const action of [...begun, ...list]) await world.act(action);
      },
    ),
    { numRuns: 200 },
  );
});
