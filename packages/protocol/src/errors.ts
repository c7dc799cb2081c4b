import type { ErrorDefinition } from "./errors-definition.ts";
import { groupErrors } from "./errors-of-groups.ts";
import { partitionErrors } from "./errors-of-partitions.ts";
import { clusterErrors } from "./errors-of-the-cluster.ts";
import { transactionErrors } from "./errors-of-transactions.ts";

export type { ErrorDefinition } from "./errors-definition.ts";

/** Every error that can cross the wire. `docs/reference/errors.md` is written from this table. */
export const errors = {
  ...clusterErrors,
  ...partitionErrors,
  ...groupErrors,
  ...transactionErrors,
} as const satisfies Record<string, ErrorDefinition>;

/** The name of a wire error, as Kafka spells it. */
export type ErrorName = keyof typeof errors;
/** The number of a wire error. */
export type ErrorCode = (typeof errors)[ErrorName]["code"];

const namesByCode = new Map<number, ErrorName>(
  (Object.keys(errors) as ErrorName[]).map((name) => [errors[name].code, name]),
);

/** The number of an error. */
export function codeOf(name: ErrorName): ErrorCode {
  return errors[name].code;
}

/** The error of a number. A number from a newer server than we know is UNKNOWN_SERVER_ERROR. */
export function errorByCode(code: number): ErrorName {
  return namesByCode.get(code) ?? "UNKNOWN_SERVER_ERROR";
}

/** Whether the same request may succeed later. */
export function isRetriable(name: ErrorName): boolean {
  return errors[name].retriable;
}
