import type { ErrorName } from "@naru/protocol";
import { NO_EPOCH, NO_PRODUCER_ID, type TransactionMetadata } from "./transaction-metadata.ts";

/** What InitProducerId and EndTxn answer: the producer's id and epoch from now on, or an error. */
export interface ProducerIdentity {
  readonly error: ErrorName;
  readonly producerId: number;
  readonly producerEpoch: number;
}

export function identityOf({ producerId, producerEpoch }: TransactionMetadata): ProducerIdentity {
  return { error: "NONE", producerId, producerEpoch };
}

/** Also the answer to an end by the older rules, which leave the producer what it has. */
export function noIdentity(error: ErrorName): ProducerIdentity {
  return { error, producerId: NO_PRODUCER_ID, producerEpoch: NO_EPOCH };
}
