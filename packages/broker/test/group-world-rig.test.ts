// One group on a broker that crashes: what its members believe, and what must hold of it.
import assert from "node:assert/strict";
import { SimulatedRandom, simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";
import type { Broker } from "../src/server/broker.ts";
import { startBroker } from "../src/server/start-broker.ts";
import { DATA_DIR, connect, machineOf } from "./broker-life.ts";
import type { TestClient } from "./test-client.ts";

export const GROUP = "g";
export const SESSION_MS = 10_000;
export const HEARTBEAT_MS = 1_000;
const ANSWER_LIMIT_MS = 3_000;
const RETRY_MS = 50;
const DISK_CALLS_MAX = 12;
const TRIES_MAX = 4_000;
/** Shorter than a call takes. */
const SHORT_MS = 0.05;
const config = {
  "offsets.topic.num.partitions": 1,
  "group.consumer.session.timeout.ms": SESSION_MS,
  "group.consumer.min.session.timeout.ms": SESSION_MS,
  "group.consumer.heartbeat.interval.ms": HEARTBEAT_MS,
  "group.consumer.min.heartbeat.interval.ms": HEARTBEAT_MS,
  "group.consumer.assignment.interval.ms": 100,
  "log.retention.ms": -1,
} as const;

/** Who believes to have a partition, and until when it would be right to. */
export interface Owner {
  readonly name: string;
  /** A session after it last sent what was answered: from then on others may have what it had. */
  readonly validUntilMs: number;
  has(partition: string): boolean;
}

/** The broker, its clients' ways to it, and the judge of what they do. */
export class GroupWorld {
  readonly sim: SimulatedRuntime;
  readonly random: SimulatedRandom;
  readonly owners = new Set<Owner>();
  /** `topic-partition` -> what was written and answered. */
  readonly written = new Map<string, Set<string>>();
  readonly consumed = new Set<string>();
  /** Topics that members read, with their partitions. */
  readonly topics = new Map<string, { id: string; partitionCount: number }>();
  /** Names of topics, also of those that are gone, by id. */
  readonly namesById = new Map<string, string>();
  readonly #committed = new Map<string, number>();
  isOver = false;
  /** Nobody dies or rests any more. */
  isCalm = false;
  crashes = 0;
  claims = 0;
  #machine;
  #broker: Broker | undefined;
  #lives = 0;

  constructor(seed: number) {
    this.sim = simulatedRuntime({ seed });
    this.random = new SimulatedRandom(`groups of ${seed}`);
    this.#machine = machineOf(this.sim, this.sim.node("broker").disk, "life 0");
  }

  get nowMs(): number {
    return this.sim.clock.nowMs();
  }

  async start(): Promise<void> {
    this.#broker = await startBroker({
      runtime: this.#machine,
      dataDir: DATA_DIR,
      host: this.#machine.name,
      insecureListen: true,
      config,
    });
  }

  /** The end of this process, clean or not, and the next one. */
  async restart(how: "stop" | "crash"): Promise<void> {
    const broker = this.#broker;
    this.#broker = undefined;
    this.#lives += 1;
    let { disk } = this.#machine;
    if (how === "stop") {
      await broker?.close();
    } else {
      this.crashes += 1;
      await this.#untilDiskIsAsked();
      this.#machine.crash();
      disk = disk.crash(this.random.fork(`crash ${this.#lives}`));
    }
    this.#machine = machineOf(this.sim, disk, `life ${this.#lives}`);
    await this.sim.clock.after(this.random.integer(2_000));
    await this.start();
  }

  /** Most of what can go wrong does so between a write and its sync. */
  async #untilDiskIsAsked(): Promise<void> {
    const { disk } = this.#machine;
    const last = disk.callCount + 1 + this.random.integer(DISK_CALLS_MAX);
    for (let tries = 0; disk.callCount < last && tries < TRIES_MAX; tries += 1) {
      await this.sim.clock.after(SHORT_MS);
    }
  }

  async stop(): Promise<void> {
    await this.#broker?.close();
  }

  async connect(): Promise<TestClient> {
    if (this.#broker === undefined) throw new Error("there is no broker");
    return this.within(connect(this.sim, this.#broker));
  }

  /** An answer that does not come is none. */
  async within<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const late = this.sim.clock.after(ANSWER_LIMIT_MS).then(() => {
      throw new Error("no answer in time");
    });
    return Promise.race([answer, late]);
  }

  /** Again and again until it is done: what an operator does. */
  async insist<Answer>(ask: (client: TestClient) => Promise<Answer | undefined>): Promise<Answer> {
    for (;;) {
      try {
        const client = await this.connect();
        const answer = await this.within(ask(client));
        client.close();
        if (answer !== undefined) return answer;
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
      }
      await this.sim.clock.after(RETRY_MS);
    }
  }

  /** Goal: nobody is given what somebody else still has. */
  claimed(owner: Owner, partitions: Iterable<string>): void {
    if (owner.validUntilMs <= this.nowMs) return;
    for (const partition of partitions) {
      this.claims += 1;
      for (const other of this.owners) {
        if (other === owner || other.validUntilMs <= this.nowMs || !other.has(partition)) continue;
        assert.fail(`${owner.name} and ${other.name} both have ${partition} at ${this.nowMs}`);
      }
    }
  }

  /** Goal: who was here before takes nothing back. */
  committed(partition: string, offset: number, name: string): void {
    const before = this.#committed.get(partition) ?? 0;
    assert.ok(offset >= before, `${name} commits ${offset} of ${partition} after ${before}`);
    this.#committed.set(partition, offset);
  }

  get isAllConsumed(): boolean {
    return [...this.written.values()].every((values) =>
      [...values].every((value) => this.consumed.has(value)),
    );
  }
}
