import type { ErrorName } from "@naru/protocol";

/** Why a request is not done, in the words that Kafka's tools print. */
export interface Refusal {
  readonly error: ErrorName;
  readonly message: string;
}

export function refusal(error: ErrorName, message: string): Refusal {
  return { error, message };
}

/** Tells a refusal from any outcome that has no `error` of its own. */
export function isRefusal(outcome: object): outcome is Refusal {
  return "error" in outcome;
}
