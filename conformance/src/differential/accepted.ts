import type { Difference } from "./difference.ts";

/** A difference that is meant, and why. All that is given must match. */
export interface Accepted {
  readonly api: string;
  readonly path: RegExp;
  readonly naru: RegExp;
  readonly kafka: RegExp;
  readonly because: string;
}

export const accepted: readonly Accepted[] = [];

/** The rule that accepts a difference; undefined when it is a failure. */
export function acceptedBy(difference: Difference): Accepted | undefined {
  return accepted.find(
    ({ api, path, naru, kafka }) =>
      api === difference.api &&
      path.test(difference.path) &&
      naru.test(difference.naru) &&
      kafka.test(difference.kafka),
  );
}
