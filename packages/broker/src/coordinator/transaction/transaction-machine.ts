import type { CoordinatorMachine } from "../runtime/coordinator-machine.ts";
import { abortTimedOut, findTimedOut } from "./abort-timed-out.ts";
import { expireIds } from "./expire-ids.ts";
import { sendMarkers, sendMarkersAgain } from "./send-markers.ts";
import type { TransactionConfig } from "./transaction-config.ts";
import type { TransactionMetadata } from "./transaction-metadata.ts";
import {
  decodeTransaction,
  encodeTransaction,
  type TransactionRecord,
} from "./transaction-record.ts";
import { isPrepared } from "./transaction-state.ts";
import {
  timerKeys,
  type SendMarkers,
  type TransactionStep,
  type TransactionTimer,
} from "./transaction-step.ts";
import type { UnansweredMarkers } from "./unanswered-markers.ts";

export interface TransactionMachineOptions {
  config(): TransactionConfig;
  /** undefined while the broker has none at hand: the client comes back, as it does for Kafka. */
  newProducerId(): number | undefined;
}

/**
 * The transactional ids of one partition of `__transaction_state`. The rules stand in files of
 * their own, one for each request; this holds what they share.
 *
 * Where Kafka has a pending state between the append of a record and the moment when it is durable,
 * here is nothing: the record is replayed at once, and who comes meanwhile is served by the new
 * state and hears of it when the record is durable. What remains of it is that a prepared
 * transaction answers everybody CONCURRENT_TRANSACTIONS until it is complete.
 */
export class TransactionMachine implements CoordinatorMachine<
  TransactionRecord,
  TransactionTimer,
  SendMarkers
> {
  readonly transactions = new Map<string, TransactionMetadata>();
  /** Of each prepared transaction. Not stored: after a load all are sent again. */
  readonly unanswered = new Map<string, UnansweredMarkers>();
  /** The leader epoch of the partition: later markers of a coordinator that was replaced fail. */
  readonly coordinatorEpoch: number;
  readonly #options: TransactionMachineOptions;

  constructor(coordinatorEpoch: number, options: TransactionMachineOptions) {
    this.coordinatorEpoch = coordinatorEpoch;
    this.#options = options;
  }

  get config(): TransactionConfig {
    return this.#options.config();
  }

  newProducerId(): number | undefined {
    return this.#options.newProducerId();
  }

  decode(key: Uint8Array, value: Uint8Array | null): TransactionRecord | undefined {
    return decodeTransaction(key, value);
  }

  encode(record: TransactionRecord): { key: Uint8Array; value: Uint8Array | null } {
    return encodeTransaction(record, this.config.transactionVersion);
  }

  replay({ transactionalId, metadata }: TransactionRecord): void {
    if (metadata === null) this.transactions.delete(transactionalId);
    else this.transactions.set(transactionalId, metadata);
    if (metadata === null || !isPrepared(metadata.state)) this.unanswered.delete(transactionalId);
  }

  /** Nobody writes to this topic in a transaction. */
  replayInTransaction(record: TransactionRecord): void {
    this.replay(record);
  }

  replayTransactionEnd(): void {}

  loaded(step: TransactionStep): void {
    for (const [transactionalId, { state }] of this.transactions) {
      if (isPrepared(state)) sendMarkers(this, transactionalId, step);
    }
    this.#armFindTimedOut(step);
    this.#armExpireIds(step);
  }

  expired(timer: TransactionTimer, step: TransactionStep): void {
    switch (timer.kind) {
      case "find-timed-out":
        findTimedOut(this, step);
        this.#armFindTimedOut(step);
        break;
      case "abort-timed-out":
        abortTimedOut(this, timer, step);
        break;
      case "send-markers":
        sendMarkersAgain(this, timer.transactionalId, step);
        break;
      case "expire-ids": {
        const { hasMore } = expireIds(this, step);
        this.#armExpireIds(step, hasMore ? 0 : undefined);
        break;
      }
    }
  }

  #armFindTimedOut(step: TransactionStep): void {
    const delayMs = this.config.abortTimedOutIntervalMs;
    step.arm(timerKeys.findTimedOut, delayMs, { kind: "find-timed-out" });
  }

  #armExpireIds(step: TransactionStep, delayMs = this.config.removeExpiredIntervalMs): void {
    step.arm(timerKeys.expireIds, delayMs, { kind: "expire-ids" });
  }
}
