// What members of both protocols have in common: they read, commit, rest, die and come again.
import { errorByCode, type ErrorName } from "@naru/protocol";
import { GroupClient, groupCodecs } from "./group-client.ts";
import {
  GROUP,
  HEARTBEAT_MS,
  SESSION_MS,
  type GroupWorld,
  type Owner,
} from "./group-world-rig.test.ts";
import type { TestClient } from "./test-client.ts";

const REST_MS_MAX = 25_000;
/** Only this topic has records. */
const TOPIC = "orders";

/** Not once more with the same connection. */
export class AskAgain extends Error {}

export abstract class GroupMember implements Owner {
  readonly name: string;
  readonly world: GroupWorld;
  validUntilMs = 0;
  isGone = false;
  /** `<topic id>-<partition>`. */
  protected owned: ReadonlySet<string> = new Set();
  readonly #positions = new Map<string, number>();
  #client: TestClient | undefined;

  constructor(world: GroupWorld, name: string) {
    this.world = world;
    this.name = name;
    world.owners.add(this);
  }

  /** Of the group, or of the member. */
  protected abstract readonly identity: { readonly memberId: string; readonly epoch: number };
  protected abstract beat(client: TestClient): Promise<void>;
  protected abstract sayGoodbye(client: TestClient): Promise<void>;

  has(partition: string): boolean {
    return !this.isGone && this.owned.has(partition);
  }

  async run(): Promise<void> {
    const { world } = this;
    const random = world.random.fork(this.name);
    while (!world.isOver && !this.isGone) {
      try {
        const client = await this.#connected();
        await this.beat(client);
        await this.#read(client);
      } catch (error) {
        if (!isOfConnection(error)) throw error;
        this.#client?.close();
        this.#client = undefined;
      }
      await world.sim.clock.after(HEARTBEAT_MS / 2 + random.integer(HEARTBEAT_MS));
      if (world.isCalm) continue;
      const chance = random.next();
      if (chance < 0.03) await world.sim.clock.after(random.integer(REST_MS_MAX));
      else if (chance < 0.05) this.die();
      else if (chance < 0.07) await this.#leave();
    }
  }

  /** Nobody hears of it again. */
  die(): void {
    this.isGone = true;
    this.world.owners.delete(this);
    this.#client?.close();
  }

  /** What it has from now on; what it has not any more was given up before it said so. */
  protected own(partitions: Iterable<string>, sentAtMs: number): void {
    const next = new Set(partitions);
    this.owned = next;
    for (const partition of this.#positions.keys()) {
      if (!next.has(partition)) this.#positions.delete(partition);
    }
    this.alive(sentAtMs);
  }

  protected alive(sentAtMs: number): void {
    this.validUntilMs = Math.max(this.validUntilMs, sentAtMs + SESSION_MS);
    this.world.claimed(this, this.owned);
  }

  protected giveUpAll(): void {
    this.owned = new Set();
    this.#positions.clear();
  }

  async #connected(): Promise<TestClient> {
    if (this.#client !== undefined) return this.#client;
    const client = await this.world.connect();
    const { error } = await this.world.within(new GroupClient(client.wire).find(GROUP));
    if (error !== "NONE") throw new AskAgain(error);
    this.#client = client;
    return client;
  }

  async #leave(): Promise<void> {
    try {
      const client = await this.#connected();
      this.giveUpAll();
      await this.sayGoodbye(client);
    } catch (error) {
      if (!isOfConnection(error)) throw error;
    }
    this.die();
  }

  /** Everything that is there in what it has, and a commit of it. */
  async #read(client: TestClient): Promise<void> {
    for (const name of this.owned) {
      const { topic, partition } = placeOf(this.world, name);
      if (topic !== TOPIC) continue;
      const { world } = this;
      const before = this.#positions.get(name) ?? (await this.#committedOffset(client, partition));
      const read = await world.within(client.fetch({ topic, partition }, before));
      if (read.error !== "NONE" || !this.owned.has(name)) continue;
      for (const value of read.records.values()) world.consumed.add(value);
      this.#positions.set(name, read.endOffset);
      if (read.endOffset === before) continue;
      const error = await this.#commit(client, name, read.endOffset);
      if (error === "NONE") world.committed(name, read.endOffset, this.name);
      else this.#positions.delete(name);
    }
  }

  async #commit(client: TestClient, name: string, committedOffset: number): Promise<ErrorName> {
    const { topic, partition: partitionIndex } = placeOf(this.world, name);
    const { memberId, epoch } = this.identity;
    const topics = [{ name: topic, partitions: [{ partitionIndex, committedOffset }] }];
    const request = { groupId: GROUP, memberId, generationIdOrMemberEpoch: epoch, topics };
    const answer = await this.world.within(
      client.wire.call(groupCodecs.commit, request as never, 9),
    );
    return errorByCode(answer.topics[0]!.partitions[0]!.errorCode);
  }

  async #committedOffset(client: TestClient, partitionIndex: number): Promise<number> {
    const topics = [{ name: TOPIC, partitionIndexes: [partitionIndex] }];
    const request = { requireStable: true, groups: [{ groupId: GROUP, topics }] };
    const answer = await this.world.within(
      client.wire.call(groupCodecs.fetch, request as never, 9),
    );
    const [group] = answer.groups;
    if (group?.errorCode !== 0) throw new AskAgain("the offsets cannot be had yet");
    return Math.max(group.topics[0]!.partitions[0]!.committedOffset, 0);
  }
}

export function placeOf(
  { namesById }: GroupWorld,
  name: string,
): { readonly topic: string | undefined; readonly partition: number } {
  const at = name.lastIndexOf("-");
  return { topic: namesById.get(name.slice(0, at)), partition: Number(name.slice(at + 1)) };
}

function isOfConnection(error: unknown): boolean {
  return (
    error instanceof Error && !(error instanceof RangeError || error.name === "AssertionError")
  );
}
