import {
  RecordBatchBuilder,
  buildEndTransactionBatch,
  type BatchOptions,
  type ErrorName,
} from "@naru/protocol";
import { assert, type Clock, type Logger } from "@naru/runtime";
import type { EndMarker } from "../transaction/marker-writer.ts";
import type { BatchTransaction, CoordinatorLog, TransactionalWrite } from "./coordinator-log.ts";
import type { CoordinatorMachine } from "./coordinator-machine.ts";
import { LogReplay } from "./log-replay.ts";
import { ShardTimers } from "./shard-timers.ts";
import { Step, type Reply, type ReplyTo } from "./step.ts";

/** The states of a shard, each with the states it may be entered from. */
export const shardStatesEnteredFrom = {
  unloaded: ["loading", "active", "failed"],
  loading: ["unloaded", "failed"],
  active: ["loading"],
  failed: ["loading", "active"],
} as const satisfies Record<string, readonly string[]>;
export type ShardState = keyof typeof shardStatesEnteredFrom;

/** How long a shard that failed waits before it reads its log again; twice as long each time. */
const RELOAD_DELAY_MS = 100;
const RELOAD_DELAY_MS_MAX = 60_000;

/** One request to a shard: its operation, and how it is answered. */
export interface ShardRequest<Rec, Timer, Machine, Response, Effect = never> {
  run(machine: Machine, step: Step<Rec, Timer, Effect>, to: ReplyTo<Response>): void;
  /** The answer when the shard cannot serve it. */
  failed(error: ErrorName): Response;
  /** Called once. */
  done(response: Response): void;
  /** Its records are part of this transaction, and count once that is committed. */
  readonly transaction?: BatchTransaction | undefined;
}

export interface ShardOptions<
  Rec,
  Timer,
  Machine extends CoordinatorMachine<Rec, Timer, Effect>,
  Effect = never,
> {
  readonly name: string;
  readonly log: CoordinatorLog;
  readonly clock: Clock;
  readonly logger: Logger;
  newMachine(): Machine;
  /** Of a machine whose operations have effects. */
  perform?(effect: Effect): void;
}

/**
 * One partition of a coordinator's topic: a machine, the log it is rebuilt from, and the order in
 * which things are told.
 *
 * Operations run whole, one after the other. The records of one are one batch and are replayed at
 * once; its replies and effects, and those of every later operation, wait until that batch is
 * durable. There is no undo: when an append fails, the machine is dropped and rebuilt from the log,
 * and finds there what is still to be done.
 */
export class Shard<
  Rec,
  Timer,
  Machine extends CoordinatorMachine<Rec, Timer, Effect>,
  Effect = never,
> {
  readonly #options: ShardOptions<Rec, Timer, Machine, Effect>;
  readonly #batches = new RecordBatchBuilder(1024);
  readonly #timers: ShardTimers<Timer>;
  /** Requests that have not been answered. */
  readonly #open = new Set<OpenRequest>();
  /** Batches that are not durable yet, oldest first, with what waits for each. */
  #appends: Append<Effect>[] = [];
  #state: ShardState = "unloaded";
  #machine: Machine;
  #endLoad: (() => void) | undefined;
  /** Loads that have failed since the last that did not. */
  #failedLoads = 0;

  constructor(options: ShardOptions<Rec, Timer, Machine, Effect>) {
    this.#options = options;
    this.#machine = options.newMachine();
    this.#timers = new ShardTimers(options.clock, (timer) => this.#expired(timer));
  }

  get state(): ShardState {
    return this.#state;
  }

  /** For what only looks, and needs no promise that what it sees is durable. */
  get machine(): Machine | undefined {
    return this.#state === "active" ? this.#machine : undefined;
  }

  /** Reads the log and serves; a shard that is loading or serves is left alone. */
  load(): void {
    if (this.#state !== "unloaded" && this.#state !== "failed") return;
    this.#to("loading");
    const { log, logger, clock, name } = this.#options;
    const startMs = clock.monotonicMs();
    const replay = new LogReplay(this.#machine);
    this.#endLoad = log.load({
      batches: (bytes) => replay.batches(bytes),
      end: () => {
        this.#to("active");
        const { recordCount, skippedCount } = replay;
        if (recordCount + skippedCount > 0) {
          const ms = Math.round(clock.monotonicMs() - startMs);
          const skipped = skippedCount > 0 ? `, ${skippedCount} of kinds not served skipped` : "";
          logger.info(`${name}: loaded ${recordCount} records in ${ms} ms${skipped}.`);
        }
        // What cannot be gone on from is no better than what cannot be read.
        this.#failedLoads += 1;
        this.#step((step) => this.#machine.loaded(step));
        if (this.#state === "active") this.#failedLoads = 0;
      },
      failed: (error) => {
        logger.error(`${name}: it could not be loaded: ${String(error)} It is tried again.`);
        this.#failedLoads += 1;
        this.#fail("COORDINATOR_LOAD_IN_PROGRESS");
      },
    });
  }

  /** The partition is led elsewhere, or the broker stops: everybody is told so. */
  unload(): void {
    if (this.#state === "unloaded") return;
    this.#drop("unloaded", "NOT_COORDINATOR");
  }

  run<Response>(request: ShardRequest<Rec, Timer, Machine, Response, Effect>): void {
    const { transaction } = request;
    const write = transaction === undefined ? undefined : recordsIn(transaction);
    const error = this.#refusalOf(write);
    if (error !== "NONE") {
      request.done(request.failed(error));
      return;
    }
    const open = new OpenRequest({
      failed: (failure) => request.failed(failure),
      done: (response) => request.done(response as Response),
    });
    this.#open.add(open);
    this.#step((step) => request.run(this.#machine, step, open as ReplyTo<Response>), write);
  }

  /** Ends a producer's transaction in this partition; `done` once that is durable. */
  endTransaction(marker: EndMarker, done: (error: ErrorName) => void): void {
    const write: TransactionalWrite = { kind: "marker", marker };
    const error = this.#refusalOf(write);
    if (error !== "NONE") return done(error);
    const { producerId, producerEpoch, coordinatorEpoch, outcome } = marker;
    this.#machine.replayTransactionEnd(producerId, outcome);
    const open = new OpenRequest({
      failed: (failure) => failure,
      done: (response) => done(response as ErrorName),
    });
    this.#open.add(open);
    const batch = buildEndTransactionBatch(
      { type: outcome, coordinatorEpoch },
      this.#options.clock.nowMs(),
      { producerId, producerEpoch },
    );
    const replies: Reply[] = [{ to: open as ReplyTo<never>, response: "NONE" }];
    this.#appendBatch(batch, { replies, effects: [] }, write);
  }

  #refusalOf(write: TransactionalWrite | undefined): ErrorName {
    if (this.#state === "unloaded") return "NOT_COORDINATOR";
    if (this.#state !== "active") return "COORDINATOR_LOAD_IN_PROGRESS";
    return write === undefined ? "NONE" : this.#options.log.refusalOf(write);
  }

  #expired(timer: Timer): void {
    if (this.#state === "active") this.#step((step) => this.#machine.expired(timer, step));
  }

  #step(operation: (step: Step<Rec, Timer, Effect>) => void, write?: RecordsWrite): void {
    const { clock, log, logger, name } = this.#options;
    const machine = this.#machine;
    const producerId = write?.transaction.producerId;
    const nowMs = clock.nowMs();
    const step = new Step<Rec, Timer, Effect>(nowMs, {
      batchBytesMax: log.batchBytesMax,
      replay: (record) => {
        if (producerId === undefined) machine.replay(record);
        else machine.replayInTransaction(record, producerId);
      },
      fit: (records) => this.#fit(records, nowMs),
    });
    try {
      operation(step);
    } catch (error) {
      return this.#broken(error);
    }
    for (const note of step.notes) logger.info(`${name}: ${note}`);
    for (const timer of step.timers) this.#timers.set(timer);
    if (step.records.length > 0) this.#append(step, write);
    else this.#send(step);
  }

  /** A rule has thrown half way: what it changed is in no log, and must not be built upon. */
  #broken(error: unknown): void {
    const { name, logger } = this.#options;
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error(`${name}: an operation failed: ${what} The log is read again.`);
    this.#fail("UNKNOWN_SERVER_ERROR");
  }

  /** Now, or with the newest batch that is not durable yet. */
  #send({ replies, effects }: Outgoing<Effect>): void {
    const last = this.#appends.at(-1);
    if (last === undefined) {
      this.#deliver({ replies, effects });
    } else {
      last.replies.push(...replies);
      last.effects.push(...effects);
    }
  }

  #append(step: Step<Rec, Timer, Effect>, write: RecordsWrite | undefined): void {
    const batches = this.#batchesOf(step, write);
    const last = batches.pop()!;
    for (const batch of batches) {
      this.#appendBatch(batch, { replies: [], effects: [] }, write);
      // It failed at once: the whole operation is done again some time.
      if (this.#state !== "active") return;
    }
    this.#appendBatch(last, step, write);
  }

  /** One, unless the operation may be divided and would not fit. */
  #batchesOf(step: Step<Rec, Timer, Effect>, write: RecordsWrite | undefined): Uint8Array[] {
    const options = write === undefined ? {} : optionsOf(write.transaction);
    const builder = this.#batches.begin(options);
    const batches: Uint8Array[] = [];
    for (const each of step.records) {
      const { key, value } = this.#machine.encode(each);
      const record = { timestamp: step.nowMs, key, value };
      const mayDivide = step.isDivisible && builder.count > 0;
      if (mayDivide && builder.sizeBytesWith(record) > this.#options.log.batchBytesMax) {
        batches.push(builder.build());
        builder.begin(options);
      }
      builder.append(record);
    }
    batches.push(builder.build());
    return batches;
  }

  #fit(records: readonly Rec[], timestamp: number): boolean {
    const builder = this.#batches.begin();
    for (const record of records) builder.append({ timestamp, ...this.#machine.encode(record) });
    return builder.build().length <= this.#options.log.batchBytesMax;
  }

  #appendBatch(
    batch: Uint8Array,
    { replies, effects }: Pick<Append<Effect>, "replies" | "effects">,
    write: TransactionalWrite | undefined,
  ): void {
    const append: Append<Effect> = { replies, effects, outcome: undefined };
    this.#appends.push(append);
    if (batch.length > this.#options.log.batchBytesMax) {
      this.#appended(append, "RECORD_LIST_TOO_LARGE");
      return;
    }
    this.#options.log.append(batch, (outcome) => this.#appended(append, outcome), write);
  }

  #appended(append: Append<Effect>, outcome: ErrorName): void {
    append.outcome = outcome;
    if (outcome !== "NONE" && this.#state === "active") {
      const { name, logger } = this.#options;
      logger.warn(`${name}: an append failed with ${outcome}. The log is read again.`);
      this.#fail(coordinatorError(outcome));
    }
    while (this.#appends[0]?.outcome !== undefined) {
      this.#deliver(this.#appends.shift()!);
    }
    if (this.#state === "failed") this.#reloadSoon();
  }

  #deliver({ replies, effects }: Outgoing<Effect>): void {
    for (const { to, response } of replies) {
      const open = to as unknown as OpenRequest;
      // One that is not open any more was told that the shard is gone.
      if (this.#open.delete(open)) open.answer(response);
    }
    for (const effect of effects) this.#options.perform?.(effect);
  }

  #fail(error: ErrorName): void {
    this.#drop("failed", error);
    this.#reloadSoon();
  }

  #reloadSoon(): void {
    // What is not durable must not be read back as if it were.
    if (this.#appends.length > 0) return;
    const delayMs = Math.min(RELOAD_DELAY_MS * 2 ** this.#failedLoads, RELOAD_DELAY_MS_MAX);
    this.#options.clock.schedule(delayMs, () => {
      if (this.#state === "failed") this.load();
    });
  }

  #drop(state: "failed" | "unloaded", error: ErrorName): void {
    this.#endLoad?.();
    this.#endLoad = undefined;
    this.#to(state);
    this.#timers.cancelAll();
    this.#machine = this.#options.newMachine();
    for (const append of this.#appends) append.effects.length = 0;
    const open = [...this.#open];
    this.#open.clear();
    for (const request of open) request.fail(error);
  }

  #to(state: ShardState): void {
    const allowed: readonly string[] = shardStatesEnteredFrom[state];
    const { name } = this.#options;
    assert(allowed.includes(this.#state), `${name} cannot go from ${this.#state} to ${state}`);
    this.#state = state;
  }
}

type RecordsWrite = Extract<TransactionalWrite, { kind: "records" }>;

function recordsIn(transaction: BatchTransaction): RecordsWrite {
  return { kind: "records", transaction };
}

/** As Kafka's coordinators write them: each batch of a transaction begins with sequence 0. */
function optionsOf({ producerId, producerEpoch }: BatchTransaction): BatchOptions {
  return { producerId, producerEpoch, baseSequence: 0, isTransactional: true };
}

interface Outgoing<Effect> {
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}

interface Append<Effect> extends Outgoing<Effect> {
  readonly replies: Reply[];
  readonly effects: Effect[];
  outcome: ErrorName | undefined;
}

/** What a machine holds as a `ReplyTo`. */
class OpenRequest {
  readonly #request: { failed(error: ErrorName): unknown; done(response: unknown): void };

  constructor(request: { failed(error: ErrorName): unknown; done(response: unknown): void }) {
    this.#request = request;
  }

  answer(response: unknown): void {
    this.#request.done(response);
  }

  fail(error: ErrorName): void {
    this.#request.done(this.#request.failed(error));
  }
}

/** What a group's client is told when its write failed. */
function coordinatorError(outcome: ErrorName): ErrorName {
  switch (outcome) {
    case "NOT_LEADER_OR_FOLLOWER":
    case "KAFKA_STORAGE_ERROR":
      return "NOT_COORDINATOR";
    case "RECORD_LIST_TOO_LARGE":
    case "MESSAGE_TOO_LARGE":
      return "UNKNOWN_SERVER_ERROR";
    default:
      return "COORDINATOR_NOT_AVAILABLE";
  }
}
