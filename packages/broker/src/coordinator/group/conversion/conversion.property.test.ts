import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ConsumerClient, GROUP } from "../consumer/consumer-rig.test.ts";
import { GroupRig, errorOf } from "../group-rig.test.ts";
import { ClassicClient } from "./classic-client.test.ts";

const TOPIC = "orders";
const PARTITIONS = 4;
const names = ["a", "b", "c", "d"] as const;
type Name = (typeof names)[number];
/** As many heartbeats of all as any way from one division to the next takes. */
const SETTLING_ROUNDS = 16;
const HEARTBEAT_MS = 3_000;

type Action =
  | { readonly kind: "classic" | "consumer" | "leave" | "die" | "beat"; readonly name: Name }
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "restart" };

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom("classic", "consumer", "leave", "die", "beat", "beat", "beat", "beat"),
      name: fc.constantFrom(...names),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("advance" as const),
      ms: fc.constantFrom(1, 2_000, 10_000, 20_000, 46_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);

interface Client {
  beat(): void;
  leave(): void;
  readonly owned: readonly number[];
}

/** Clients of both protocols in one group, that come and go at times that nobody would choose. */
class World {
  readonly rig = new GroupRig({ initialRebalanceDelayMs: 0 });
  readonly #clients = new Map<Name, Client>();
  #lives = 0;
  #epoch = 0;

  constructor() {
    this.rig.topics.create(TOPIC, PARTITIONS);
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case "advance":
        await this.rig.clock.advance(action.ms);
        break;
      case "restart":
        this.rig.restart();
        break;
      case "classic":
        this.#replace(action.name, new ClassicClient(this.rig, GROUP));
        break;
      case "consumer":
        this.#lives += 1;
        this.#replace(action.name, consumer(this.rig, `${action.name}-${this.#lives}`));
        break;
      case "beat":
        this.#clients.get(action.name)?.beat();
        break;
      case "leave":
        this.#clients.get(action.name)?.leave();
        this.#clients.delete(action.name);
        break;
      case "die":
        this.#clients.delete(action.name);
    }
    await this.rig.clock.advance(0);
    this.check();
  }

  /** Those that are there go on, until those that are not are forgotten. */
  async settle(): Promise<void> {
    if (this.#clients.size === 0) await this.act({ kind: "classic", name: "a" });
    for (let round = 0; round < 2 * SETTLING_ROUNDS; round += 1) {
      await this.rig.clock.advance(HEARTBEAT_MS);
      for (const client of this.#clients.values()) client.beat();
      await this.rig.clock.advance(0);
      this.check();
    }
  }

  get owned(): number[] {
    const all = [...this.#clients.values()].flatMap(({ owned }) => owned);
    return all.toSorted((a, b) => a - b);
  }

  check(): void {
    const group = this.rig.machine.groups.get(GROUP);
    this.rig.checkReplay();
    if (group === undefined || group.state === "Empty") {
      // What comes after an empty group counts anew.
      this.#epoch = 0;
      return;
    }
    const epoch = group.type === "classic" ? group.generationId : group.groupEpoch;
    assert.ok(epoch >= this.#epoch, `epoch ${epoch} after ${this.#epoch}`);
    this.#epoch = epoch;
    if (group.type === "classic") return;
    const held = [...group.members.values()].flatMap(({ assigned, pendingRevocation }) =>
      [assigned, pendingRevocation].flatMap((owned) =>
        [...owned.values()].flatMap((partitions) => [...partitions.keys()]),
      ),
    );
    assert.equal(new Set(held).size, held.length, `held twice: ${held.join()}`);
  }

  #replace(name: Name, client: Client): void {
    this.#clients.get(name)?.leave();
    // It may have been the last.
    this.check();
    this.#clients.set(name, client);
    client.beat();
  }
}

/** One of the consumer protocol, that joins again when it is refused. */
function consumer(rig: GroupRig, memberId: string): Client {
  const client = new ConsumerClient(rig, memberId, { topics: [TOPIC] });
  const heard = (answer: { errorCode: number }): void => {
    if (errorOf(answer) === "NONE") return;
    client.epoch = 0;
    client.owned = [];
  };
  return {
    beat: () => (client.epoch === 0 ? client.join(heard) : client.beat(heard)),
    leave: () => client.leave(-1, () => {}),
    get owned() {
      return client.owned.flatMap(({ partitions }) => partitions);
    },
  };
}

// Goal: a group that is converted while members come, go, die and are late keeps its promises.
// Method: random clients of both protocols; after each action nothing is held twice, epochs only
// grow, and the log gives the state that is live; in the end each partition is with one of them.
test("a group of both protocols holds nothing twice, and comes to rest with all divided", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { maxLength: 40 }), async (script) => {
      const world = new World();
      for (const action of script) await world.act(action);
      await world.settle();
      assert.deepEqual(world.owned, [0, 1, 2, 3]);
    }),
    { numRuns: 100 },
  );
});
