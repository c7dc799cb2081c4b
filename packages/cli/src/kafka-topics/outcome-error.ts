import { errors } from "@naru/protocol";
import type { Outcome } from "@naru/client";

/** A failed outcome as an error, in the broker's words where it gave some. */
export function outcomeError({ error, message }: Outcome): Error {
  return new Error(message ?? errors[error].description);
}
