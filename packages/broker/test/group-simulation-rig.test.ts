// A group of members of both protocols, which come, rest, leave and die while topics change and
// their broker crashes.
import assert from "node:assert/strict";
import { apis, errorByCode } from "@naru/protocol";
import {
  decodeCreatePartitionsResponse,
  encodeCreatePartitionsRequest,
} from "@naru/protocol/messages/create-partitions";
import type { SimulatedRandom } from "@naru/runtime/simulated";
import { ClassicMember, ConsumerMember } from "./group-members-rig.test.ts";
import type { GroupMember } from "./group-member-rig.test.ts";
import { GroupWorld } from "./group-world-rig.test.ts";
import { batchOf, codecs, type TestClient } from "./test-client.ts";

const STEPS = 40;
const STEP_MS = 2_000;
const MEMBERS_MIN = 3;
const MEMBERS_MAX = 8;
const PARTITIONS_MAX = 6;
/** As long as everything that anybody may wait for takes. */
const SETTLED_LIMIT_MS = 240_000;
const NO_ERROR = /^(NONE|TOPIC_ALREADY_EXISTS|INVALID_PARTITIONS|UNKNOWN_TOPIC_OR_PARTITION)$/;

export interface GroupOutcome {
  readonly crashes: number;
  readonly claims: number;
  readonly members: number;
  readonly consumed: number;
}

/** Runs one seed: chance for a while, and then calm until all is as it should be. */
export async function simulateGroup(seed: number): Promise<GroupOutcome> {
  const world = new GroupWorld(seed);
  const simulation = new GroupSimulation(world);
  await world.sim.run(simulation.run());
  const { crashes, claims, consumed } = world;
  return { crashes, claims, members: simulation.memberCount, consumed: consumed.size };
}

class GroupSimulation {
  readonly #world: GroupWorld;
  readonly #random: SimulatedRandom;
  readonly #members: GroupMember[] = [];
  readonly #running: Promise<void>[] = [];
  #broken: unknown;
  #values = 0;

  constructor(world: GroupWorld) {
    this.#world = world;
    this.#random = world.random.fork("what happens");
  }

  get memberCount(): number {
    return this.#members.length;
  }

  async run(): Promise<void> {
    const world = this.#world;
    await world.start();
    await this.#makeTopic("orders", 3);
    for (let step = 0; step < STEPS; step += 1) {
      await this.#step();
      await world.sim.clock.after(this.#random.integer(STEP_MS));
      if (this.#broken !== undefined) throw this.#broken;
    }
    await this.#settle();
    world.isOver = true;
    await Promise.all(this.#running);
    await world.stop();
  }

  async #step(): Promise<void> {
    const random = this.#random;
    while (this.#alive().length < MEMBERS_MIN) this.#arrive();
    await this.#write();
    const chance = random.next();
    if (chance < 0.25 && this.#alive().length < MEMBERS_MAX) this.#arrive();
    else if (chance < 0.32) await this.#world.restart("stop");
    else if (chance < 0.42) await this.#world.restart("crash");
    else if (chance < 0.5) await this.#grow();
    else if (chance < 0.55) await this.#makeTopic("payments", 2);
    else if (chance < 0.6) await this.#deleteTopic("payments");
    else if (chance < 0.65) this.#alive()[0]?.die();
  }

  #alive(): GroupMember[] {
    return this.#members.filter(({ isGone }) => !isGone);
  }

  #arrive(): void {
    const world = this.#world;
    const name = `m${this.#members.length}`;
    const kind = this.#random.next();
    const pattern = kind < 0.75 ? null : "orders|pay.*";
    const member =
      kind < 0.45 ? new ClassicMember(world, name) : new ConsumerMember(world, name, pattern);
    this.#members.push(member);
    this.#running.push(
      member.run().catch((error: unknown) => {
        this.#broken ??= error;
      }),
    );
  }

  /** Some records, somewhere; those that were not answered may be there or not. */
  async #write(): Promise<void> {
    const { topics, written } = this.#world;
    const partition = this.#random.integer(topics.get("orders")!.partitionCount);
    const values = Array.from(
      { length: 1 + this.#random.integer(3) },
      () => `${(this.#values += 1)}`,
    );
    try {
      const client = await this.#world.connect();
      const batch = batchOf(values, { timestamp: this.#world.nowMs });
      const place = { topic: "orders", partition };
      const { error } = await this.#world.within(client.produce(place, batch));
      client.close();
      if (error !== "NONE") return;
    } catch {
      return;
    }
    const name = `orders-${partition}`;
    written.set(name, new Set([...(written.get(name) ?? []), ...values]));
  }

  async #makeTopic(name: string, partitions: number): Promise<void> {
    await this.#changed((client) => client.createTopic(name, { partitions }));
  }

  /** An eager member of a classic group goes by names alone: it would take one for the other. */
  async #deleteTopic(name: string): Promise<void> {
    if (this.#alive().some((member) => member instanceof ClassicMember)) return;
    this.#world.topics.delete(name);
    await this.#changed((client) => client.deleteTopic(name));
  }

  async #grow(): Promise<void> {
    const count = this.#world.topics.get("orders")!.partitionCount + 1;
    if (count > PARTITIONS_MAX) return;
    const codec = {
      api: apis.CreatePartitions,
      encode: encodeCreatePartitionsRequest,
      decode: decodeCreatePartitionsResponse,
    };
    const topics = [{ name: "orders", count, assignments: null }];
    await this.#changed(async (client) => {
      const answer = await client.wire.call(codec, {
        topics,
        timeoutMs: 1_000,
        validateOnly: false,
      });
      return errorByCode(answer.results[0]!.errorCode);
    });
  }

  async #changed(ask: (client: TestClient) => Promise<string>): Promise<void> {
    const world = this.#world;
    await world.insist(async (client) => (NO_ERROR.test(await ask(client)) ? true : undefined));
    const topics = await world.insist(async (client) => {
      const answer = await client.wire.call(codecs.metadata, { topics: null });
      return answer.topics.filter(({ name }) => name === "orders" || name === "payments");
    });
    for (const { name, topicId, partitions } of topics) {
      world.namesById.set(topicId, name!);
      world.topics.set(name!, { id: topicId, partitionCount: partitions.length });
    }
  }

  /** Whoever is left has all, each partition one of them, and has read everything. */
  async #settle(): Promise<void> {
    const world = this.#world;
    world.isCalm = true;
    const endMs = world.nowMs + SETTLED_LIMIT_MS;
    while (!this.#isSettled()) {
      if (this.#broken !== undefined) throw this.#broken;
      assert.ok(world.nowMs < endMs, `it has not settled: ${this.#picture()}`);
      await world.sim.clock.after(STEP_MS);
    }
  }

  #isSettled(): boolean {
    return (
      this.#world.isAllConsumed && this.#partitions().every((name) => this.#ownersOf(name) === 1)
    );
  }

  #ownersOf(name: string): number {
    return this.#alive().filter((member) => member.has(name)).length;
  }

  #partitions(): string[] {
    return [...this.#world.topics.values()].flatMap(({ id, partitionCount }) =>
      Array.from({ length: partitionCount }, (_, index) => `${id}-${index}`),
    );
  }

  #picture(): string {
    const owners = this.#partitions().map((name) => `${name}: ${this.#ownersOf(name)}`);
    const who = this.#alive().map((member) => `${member.constructor.name} ${member.name}`);
    return `${owners.join()} of ${who.join()}, all consumed: ${this.#world.isAllConsumed}`;
  }
}
