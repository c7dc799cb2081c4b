import assert from "node:assert/strict";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import type { Client } from "./clients.ts";
import { CommitWatch } from "./commit-watch.ts";
import { Crew } from "./crew.ts";
import { type Assignor, type Division, divisionFault } from "./division.ts";
import { GroupLedger } from "./ledger.ts";
import { TopicWriter } from "./writer.ts";

/** Settings of a broker that removes silent members as soon as it may. */
export const quickGroups = {
  "group.initial.rebalance.delay.ms": "300",
  "offsets.topic.num.partitions": "5",
  "group.consumer.session.timeout.ms": "6000",
  "group.consumer.min.session.timeout.ms": "6000",
  "group.consumer.heartbeat.interval.ms": "500",
  "group.consumer.min.heartbeat.interval.ms": "500",
} as const;

/** Kafka's default for group.min.session.timeout.ms. */
const SESSION_MS = 6000;
const HEARTBEAT_MS = 500;
const STABLE_MS = 45_000;
const READ_MS = 8000;
/** Rounds of records that a stable group must read, each once. */
const ROUND_RECORDS = 9;

export interface TrialOptions {
  /** The name of the group and of its topic. */
  readonly name: string;
  readonly partitions: number;
  /** How it divides, where `stable` is told nothing else. */
  readonly assignor: Assignor;
}

/** One group on trial: records are written all the time while members come and go. */
export class GroupTrial implements AsyncDisposable {
  readonly #broker: RunningBroker;
  readonly #options: TrialOptions;
  readonly #ledger: GroupLedger;
  readonly #writer: TopicWriter;
  readonly #watch: CommitWatch;
  readonly #crews = new Set<Crew>();
  readonly #present = new Set<Crew>();

  private constructor(
    broker: RunningBroker,
    options: TrialOptions,
    parts: { ledger: GroupLedger; writer: TopicWriter; watch: CommitWatch },
  ) {
    this.#broker = broker;
    this.#options = options;
    this.#ledger = parts.ledger;
    this.#writer = parts.writer;
    this.#watch = parts.watch;
  }

  static async open(broker: RunningBroker, options: TrialOptions): Promise<GroupTrial> {
    const { name, partitions } = options;
    const ledger = new GroupLedger(partitions);
    const writer = await TopicWriter.start(broker, name, partitions);
    const onCommit = (partition: number, offset: number): void => {
      const at = performance.timeOrigin + performance.now();
      ledger.take({ at, member: "the broker", event: "committed", partition, offset });
    };
    const watching = { group: name, topic: name, partitions, onCommit };
    const watch = await CommitWatch.start(broker, watching);
    return new GroupTrial(broker, options, { ledger, writer, watch });
  }

  /** Members that start now. */
  join(client: Client, name: string, members: number): Crew {
    const crew = new Crew(
      client,
      {
        bootstrap: this.#broker.bootstrap,
        group: this.#options.name,
        topic: this.#options.name,
        protocol: client.protocol,
        assignor: client.assignor,
        name,
        members,
        sessionMs: SESSION_MS,
        heartbeatMs: HEARTBEAT_MS,
      },
      this.#ledger,
    );
    this.#crews.add(crew);
    this.#present.add(crew);
    return crew;
  }

  async leave(crew: Crew): Promise<void> {
    if (crew.client.isKcat === true) {
      await this.#writer.pause();
      await this.#allRead();
    }
    this.#present.delete(crew);
    await crew.leave();
    this.#writer.goOn();
  }

  async kill(crew: Crew): Promise<void> {
    this.#present.delete(crew);
    await crew.kill();
  }

  /** They hang, and must be counted out. */
  pause(crew: Crew): void {
    this.#present.delete(crew);
    crew.pause();
  }

  goOn(crew: Crew): void {
    crew.goOn();
    this.#present.add(crew);
  }

  /**
   * Waits until the members that are present divide the partitions as the assignor says, and what
   * is written from then on is read once. The division.
   */
  async stable(when: string, assignor = this.#options.assignor): Promise<Division> {
    const { partitions } = this.#options;
    const members = [...this.#present].flatMap((crew) => crew.members);
    const { division, from, to } = await until(when, STABLE_MS, async () => {
      const found = this.#ledger.division(members);
      const fault = divisionFault(found, assignor, partitions);
      if (fault !== undefined) throw new Error(`${fault}\n${this.#said()}`);
      const { changes } = this.#ledger;
      const start = [...this.#writer.ends];
      await this.#growth(start);
      const end = [...this.#writer.ends];
      await until("what was written is read", READ_MS, () =>
        this.#ledger.notRead(0, start, end).length === 0 ? true : undefined,
      );
      if (changes !== this.#ledger.changes) throw new Error("the group changed again");
      return { division: found, from: start, to: end };
    });
    if (!this.#readsAgain) {
      const wrong = this.#ledger.notRead(1, from, to);
      assert.deepEqual(wrong, [], `${when}: what a stable group reads, it reads once`);
    }
    return division;
  }

  /** The end: everything was read and is committed, and nothing happened that must not. */
  async finish(): Promise<void> {
    await this.#writer.stop();
    const { ends } = this.#writer;
    await this.#allRead();
    await until("all is committed", READ_MS, () => {
      const { committed } = this.#watch;
      if (committed.every((offset, partition) => offset === ends[partition])) return true;
      throw new Error(`committed are ${committed.join(", ")}, expected ${ends.join(", ")}`);
    });
    for (const crew of this.#present) await this.leave(crew);
    if (!this.#readsAgain) {
      assert.deepEqual(this.#watch.faults, [], "committed offsets must not go back");
    }
    this.#ledger.check({ readsAgain: this.#readsAgain });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const crew of this.#crews) await crew.kill();
    await Promise.all([this.#writer.stop(), this.#watch.stop()]);
  }

  async #allRead(): Promise<void> {
    const ends = [...this.#writer.ends];
    const start = ends.map(() => 0);
    await until("every record is read", STABLE_MS, () => {
      const unread = this.#ledger.notRead(0, start, ends);
      if (unread.length === 0) return true;
      const some = unread.slice(0, 20).join(", ");
      throw new Error(`${unread.length} are not: ${some}\n${this.#said()}`);
    });
  }

  get #readsAgain(): boolean {
    return [...this.#crews].some(({ client }) => client.readsAgain === true);
  }

  async #growth(start: readonly number[]): Promise<void> {
    await until("records are written", READ_MS, () =>
      this.#writer.ends.every((end, index) => end >= start[index]! + ROUND_RECORDS)
        ? true
        : undefined,
    );
  }

  #said(): string {
    return [...this.#crews].map(({ lastWords }) => lastWords).join("\n");
  }
}
