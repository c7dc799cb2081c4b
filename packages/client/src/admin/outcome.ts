import { ProtocolError, errorByCode, type ErrorName } from "@naru/protocol";

/** What became of one resource in a request for many. */
export interface Outcome {
  readonly name: string;
  readonly error: ErrorName;
  /** The broker's own words; null when it had none. */
  readonly message: string | null;
}

export function outcomeOf(name: string, errorCode: number, message: string | null): Outcome {
  return { name, error: errorByCode(errorCode), message };
}

/** Throws when something failed, in the broker's words where it gave some. */
export function throwIfFailed(what: string, { error, message }: Outcome): void {
  if (error === "NONE") return;
  throw new ProtocolError(error, message ?? `${what}: the broker answered ${error}.`);
}
