import type { ErrorName } from "@naru/protocol";
import type { Clock } from "@naru/runtime";

import type { AppendClaim, MarkerHeader, ProducerState } from "./producer-state.ts";
import type { TransactionBegin } from "./verification-states.ts";

/** In whose name a coordinator writes records that a transaction's end decides on. */
export interface TransactionalProducer {
  readonly producerId: number;
  readonly producerEpoch: number;
}

/** What a partition says of a transaction before anything of it is written. */
export class TransactionChecks {
  readonly #producers: ProducerState;
  readonly #clock: Clock;

  constructor(producers: ProducerState, clock: Clock) {
    this.#producers = producers;
    this.#clock = clock;
  }

  /**
   * The guard with which the first batch of a transaction may be appended, once the coordinator
   * agrees; 0 when the transaction is open here already.
   */
  begin(begin: TransactionBegin): number | ErrorName {
    return this.#producers.beginTransaction(begin, this.#clock.nowMs());
  }

  /** The error with which a marker would be refused now, or NONE. */
  markerError(marker: MarkerHeader, claim: AppendClaim): ErrorName {
    const verdict = this.#producers.checkMarker(marker, claim);
    return verdict.kind === "refused" ? verdict.error : "NONE";
  }

  /** The same for records that a coordinator is about to write in a producer's transaction. */
  recordsError(producer: TransactionalProducer, claim: AppendClaim): ErrorName {
    const header = { ...producer, baseSequence: 0, lastSequence: 0, isTransactional: true };
    const verdict = this.#producers.checkData(header, claim);
    return verdict.kind === "refused" ? verdict.error : "NONE";
  }
}
