import type { ErrorDefinition } from "./errors-definition.ts";

/** Errors about idempotent and transactional producers. */
export const transactionErrors = {
  OUT_OF_ORDER_SEQUENCE_NUMBER: {
    code: 45,
    retriable: false,
    description: "A batch of an idempotent producer does not follow the last one.",
  },
  DUPLICATE_SEQUENCE_NUMBER: {
    code: 46,
    retriable: false,
    description: "A batch of an idempotent producer was written before.",
  },
  INVALID_PRODUCER_EPOCH: {
    code: 47,
    retriable: false,
    description: "The producer's epoch is older than the newest one known.",
  },
  INVALID_TXN_STATE: {
    code: 48,
    retriable: false,
    description: "The transaction's state does not allow this operation.",
  },
  INVALID_PRODUCER_ID_MAPPING: {
    code: 49,
    retriable: false,
    description: "The producer id does not belong to this transactional id now.",
  },
  INVALID_TRANSACTION_TIMEOUT: {
    code: 50,
    retriable: false,
    description: "The transaction time-out is above the broker's transaction.max.timeout.ms.",
  },
  CONCURRENT_TRANSACTIONS: {
    code: 51,
    retriable: true,
    description: "An earlier operation on the same transactional id has not finished.",
  },
  TRANSACTION_COORDINATOR_FENCED: {
    code: 52,
    retriable: false,
    description: "A transaction marker comes from a coordinator that another has replaced.",
  },
  UNKNOWN_PRODUCER_ID: {
    code: 59,
    retriable: false,
    description: "The broker has no state of this producer any more.",
  },
  PRODUCER_FENCED: {
    code: 90,
    retriable: false,
    description: "A newer producer with the same transactional id has taken over.",
  },
  TRANSACTIONAL_ID_NOT_FOUND: {
    code: 105,
    retriable: false,
    description: "There is no such transactional id.",
  },
  TRANSACTION_ABORTABLE: {
    code: 120,
    retriable: false,
    description: "The transaction cannot go on; once aborted, the producer can.",
  },
} as const satisfies Record<string, ErrorDefinition>;
