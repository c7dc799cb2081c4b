import assert from "node:assert/strict";
import type { ErrorName } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import { SimulatedClock } from "@naru/runtime/simulated";
import { MemoryLog } from "../group/group-rig.test.ts";
import { LogReplay } from "../runtime/log-replay.ts";
import type { ReplyTo } from "../runtime/step.ts";
import type { EndMarker, MarkerWriter } from "./marker-writer.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import { noIdentity } from "./producer-identity.ts";
import type { TopicPartition } from "./topic-partition.ts";
import type { TransactionConfig } from "./transaction-config.ts";
import { TransactionCoordinator } from "./transaction-coordinator.ts";
import { TransactionMachine } from "./transaction-machine.ts";
import type { TransactionMetadata } from "./transaction-metadata.ts";
import type { TransactionStep } from "./transaction-step.ts";

/** A marker that a partition was handed, and has not answered. */
export interface Handed {
  readonly marker: EndMarker;
  readonly partition: string;
  readonly done: (error: ErrorName) => void;
}

/** Partitions that write markers at once, or when the test says so. */
export class TestPartitions implements MarkerWriter {
  isHolding = false;
  handed: Handed[] = [];
  readonly deletedTopics = new Set<string>();
  /** What the next marker of a partition is refused with. */
  readonly refusals = new Map<string, ErrorName>();
  onMarker: (marker: EndMarker, partition: string) => void = () => {};

  write(marker: EndMarker, where: TopicPartition, done: (error: ErrorName) => void): void {
    const partition = nameOf(where);
    this.onMarker(marker, partition);
    const refusal = this.refusals.get(partition) ?? "NONE";
    this.refusals.delete(partition);
    if (this.isHolding) this.handed.push({ marker, partition, done });
    else done(refusal);
  }

  answer(partition: string, error: ErrorName): void {
    const answered = this.handed.filter((handed) => handed.partition === partition);
    this.handed = this.handed.filter((handed) => handed.partition !== partition);
    for (const { done } of answered) done(error);
  }
}

export function nameOf({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}

export function partitionNamed(name: string): TopicPartition {
  const dash = name.lastIndexOf("-");
  return { topic: name.slice(0, dash), partition: Number(name.slice(dash + 1)) };
}

/** A coordinator that leads the only partition of its topic, on a simulated clock. */
export class TransactionRig {
  readonly clock = new SimulatedClock();
  readonly log = new MemoryLog();
  readonly partitions = new TestPartitions();
  readonly config: { -readonly [Key in keyof TransactionConfig]: TransactionConfig[Key] } = {
    transactionVersion: 2,
    idExpirationMs: 60_000,
    abortTimedOutIntervalMs: 10_000,
    removeExpiredIntervalMs: 30_000,
  };
  /** Ids are given out from 10 on, as long as there are any. */
  nextProducerId = 10;
  hasProducerIds = true;
  leaderEpoch = 0;
  /** undefined while the shard does not serve. */
  #machine: TransactionMachine | undefined;
  coordinator = this.#newCoordinator();

  constructor() {
    this.lead();
  }

  lead(): void {
    this.coordinator.elected({ partition: 0, leaderEpoch: this.leaderEpoch }, this.log);
  }

  /** Another life of the coordinator, from the log. */
  restart(): void {
    this.coordinator.close();
    this.leaderEpoch += 1;
    this.coordinator = this.#newCoordinator();
    this.lead();
  }

  ask<Response>(
    run: (machine: TransactionMachine, step: TransactionStep, to: ReplyTo<Response>) => void,
    how: { failed: (error: ErrorName) => Response; done: (response: Response) => void },
  ): void {
    this.coordinator.run("t", {
      run: (machine, step, to) => {
        this.#machine = machine;
        run(machine, step, to);
      },
      ...how,
    });
  }

  identify(
    run: (
      machine: TransactionMachine,
      step: TransactionStep,
      to: ReplyTo<ProducerIdentity>,
    ) => void,
    done: (identity: ProducerIdentity) => void,
  ): void {
    this.ask<ProducerIdentity>(run, { failed: noIdentity, done });
  }

  /**
   * Goal: what is durable of the live state is what the log gives.
   * Method: replay the first `count` batches into a new machine.
   */
  replayed(count = this.log.batches.length): Map<string, TransactionMetadata> {
    const machine = new TransactionMachine(this.leaderEpoch, {
      config: () => this.config,
      newProducerId: () => assert.fail("a replay needs no producer id"),
    });
    const replay = new LogReplay(machine);
    for (const batch of this.log.batches.slice(0, count)) replay.batches(batch);
    return machine.transactions;
  }

  /** The state of the shard that serves now. */
  machine(): TransactionMachine | undefined {
    this.#machine = undefined;
    this.ask<void>((_machine, step, to) => step.reply(to, undefined), {
      failed: () => {},
      done: () => {},
    });
    return this.#machine;
  }

  /** The same as far as the log can give it: the last epoch is not stored. */
  durable(): Map<string, TransactionMetadata> | undefined {
    const transactions = this.machine()?.transactions;
    if (transactions === undefined) return undefined;
    const stored = (metadata: TransactionMetadata): TransactionMetadata => {
      const { transactionVersion } = this.config;
      const unknown = { lastProducerEpoch: -1 };
      const older = { previousProducerId: -1, nextProducerId: -1, clientTransactionVersion: 0 };
      return { ...metadata, ...unknown, ...(transactionVersion === 0 && older) };
    };
    return new Map([...transactions].map(([id, each]) => [id, stored(each)]));
  }

  #newCoordinator(): TransactionCoordinator {
    return new TransactionCoordinator({
      clock: this.clock,
      logger: silentLogger,
      markers: this.partitions,
      partitionCount: () => 1,
      exists: ({ topic }) => !this.partitions.deletedTopics.has(topic),
      config: () => this.config,
      newProducerId: () => {
        if (!this.hasProducerIds) return undefined;
        this.nextProducerId += 1;
        return this.nextProducerId - 1;
      },
    });
  }
}
