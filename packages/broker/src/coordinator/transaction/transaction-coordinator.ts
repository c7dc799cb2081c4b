import { coordinatorPartition, type ErrorName } from "@naru/protocol";
import type { Clock, Logger } from "@naru/runtime";
import type { CoordinatorLog } from "../runtime/coordinator-log.ts";
import { askAll, type QuestionToAll } from "../runtime/ask-all.ts";
import { Shard } from "../runtime/shard.ts";
import type { ReplyTo } from "../runtime/step.ts";
import { enrol } from "./enrol.ts";
import type { Enrolment, TransactionEnrolment } from "./enrolment.ts";
import { completeWhenAnswered, markerAnswered } from "./marker-answered.ts";
import type { MarkerWriter } from "./marker-writer.ts";
import type { TopicPartition } from "./topic-partition.ts";
import { TransactionMachine, type TransactionMachineOptions } from "./transaction-machine.ts";
import type { TransactionRecord } from "./transaction-record.ts";
import { isPrepared } from "./transaction-state.ts";
import type { SendMarkers, TransactionStep, TransactionTimer } from "./transaction-step.ts";

type TransactionShard = Shard<TransactionRecord, TransactionTimer, TransactionMachine, SendMarkers>;

/** A request to the shard of one transactional id. */
export interface TransactionRequest<Response> {
  run(machine: TransactionMachine, step: TransactionStep, to: ReplyTo<Response>): void;
  failed(error: ErrorName): Response;
  done(response: Response): void;
}

export interface TransactionCoordinatorOptions extends TransactionMachineOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly markers: MarkerWriter;
  /** How many partitions `__transaction_state` has; undefined before there is any. */
  partitionCount(): number | undefined;
  exists(partition: TopicPartition): boolean;
}

interface Led {
  readonly shard: TransactionShard;
  readonly leaderEpoch: number;
}

/** The transaction coordinator of this broker: a shard for each partition that it leads. */
export class TransactionCoordinator implements TransactionEnrolment {
  readonly #options: TransactionCoordinatorOptions;
  readonly #led = new Map<number, Led>();
  /** Who waits until the transaction of an id has ended. */
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(options: TransactionCoordinatorOptions) {
    this.#options = options;
  }

  /** The partition that decides who coordinates a transactional id. */
  partitionFor(transactionalId: string): number | undefined {
    const count = this.#options.partitionCount();
    return count === undefined ? undefined : coordinatorPartition(transactionalId, count);
  }

  /** This broker leads the partition: its transactions are read and served. */
  elected(leader: { partition: number; leaderEpoch: number }, log: CoordinatorLog): void {
    const { partition, leaderEpoch } = leader;
    if (this.#led.get(partition)?.leaderEpoch === leaderEpoch) return;
    this.resigned(partition);
    const { clock, logger } = this.#options;
    const shard: TransactionShard = new Shard({
      name: `__transaction_state-${partition}`,
      log,
      clock,
      logger,
      newMachine: () => new TransactionMachine(leaderEpoch, this.#options),
      perform: (request) => this.#send(shard, request),
    });
    this.#led.set(partition, { shard, leaderEpoch });
    shard.load();
  }

  resigned(partition: number): void {
    const led = this.#led.get(partition);
    this.#led.delete(partition);
    led?.shard.unload();
  }

  /** The broker stops. */
  close(): void {
    for (const partition of this.#led.keys()) this.resigned(partition);
  }

  run<Response>(transactionalId: string, request: TransactionRequest<Response>): void {
    const partition = this.partitionFor(transactionalId);
    const led = partition === undefined ? undefined : this.#led.get(partition);
    if (led === undefined) request.done(request.failed("NOT_COORDINATOR"));
    else led.shard.run(request);
  }

  /** The same question to every shard; `done` gets the answers of all. */
  runOnAll<Response>(question: QuestionToAll<TransactionMachine, TransactionStep, Response>): void {
    askAll(
      Array.from(this.#led.values(), ({ shard }) => shard),
      question,
    );
  }

  enrol(enrolment: Enrolment, done: (errors: readonly ErrorName[]) => void): void {
    const failed = (error: ErrorName): ErrorName[] => enrolment.partitions.map(() => error);
    const { transactionalId } = enrolment;
    if (transactionalId === "") return done(failed("INVALID_REQUEST"));
    if (this.partitionFor(transactionalId) === undefined) {
      return done(failed("COORDINATOR_NOT_AVAILABLE"));
    }
    this.run<readonly ErrorName[]>(transactionalId, {
      run: (machine, step, to) => step.reply(to, enrol(machine, enrolment, step)),
      failed,
      done,
    });
  }

  onceEnded(transactionalId: string, callback: () => void): () => void {
    if (this.#hasEnded(transactionalId)) {
      callback();
      return () => {};
    }
    const waiting = this.#waiting.get(transactionalId) ?? new Set();
    this.#waiting.set(transactionalId, waiting.add(callback));
    return () => {
      waiting.delete(callback);
      const isLast = waiting.size === 0 && this.#waiting.get(transactionalId) === waiting;
      if (isLast) this.#waiting.delete(transactionalId);
    };
  }

  #hasEnded(transactionalId: string): boolean {
    const led = this.#led.get(this.partitionFor(transactionalId) ?? -1);
    const metadata = led?.shard.machine?.transactions.get(transactionalId);
    return metadata !== undefined && !isPrepared(metadata.state);
  }

  #tellEnd(transactionalId: string): void {
    const waiting = this.#waiting.get(transactionalId);
    if (waiting === undefined || !this.#hasEnded(transactionalId)) return;
    this.#waiting.delete(transactionalId);
    for (const callback of waiting) callback();
  }

  #send(shard: TransactionShard, { transactionalId, marker, partitions }: SendMarkers): void {
    // A shard that cannot take it has been, or will be, read again: then all are sent again.
    const unheard = { failed: () => {}, done: () => {} };
    const bring = (rule: (machine: TransactionMachine, step: TransactionStep) => void): void => {
      shard.run<void>({
        run: (machine, step, to) => {
          rule(machine, step);
          step.reply(to, undefined);
        },
        ...unheard,
      });
      this.#tellEnd(transactionalId);
    };
    if (partitions.length === 0) {
      bring((machine, step) => completeWhenAnswered(machine, transactionalId, step));
    }
    for (const partition of partitions) {
      const answer = (outcome: ErrorName | "GONE"): void =>
        bring((machine, step) =>
          markerAnswered(machine, { transactionalId, marker, partition, outcome }, step),
        );
      if (!this.#options.exists(partition)) answer("GONE");
      else this.#options.markers.write(marker, partition, answer);
    }
  }
}
