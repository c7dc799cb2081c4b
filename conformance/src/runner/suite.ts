import type { Target, TargetName } from "./target.ts";

/** Something that must be on the machine; the answer is undefined, or why a suite is skipped. */
export interface Need {
  readonly missing: () => Promise<string | undefined>;
}

/** One named statement of behaviour, in a time limit. A failure ends it, not the suite. */
export type Check = (name: string, body: () => Promise<void> | void) => Promise<void>;

export interface SuiteContext {
  readonly target: Target;
  readonly check: Check;
  /** A folder of the suite's own; it is removed at the end. */
  readonly folder: string;
  /** Prints a line of what was measured. */
  readonly note: (text: string) => void;
  /** Whether a suite that has a long form shall take it. */
  readonly isLong: boolean;
}

/** One subject that other people's software judges. */
export interface Suite {
  readonly name: string;
  readonly about: string;
  /** What it can be held against: Apache Kafka itself tells failures of the suite from ours. */
  readonly targets: readonly TargetName[];
  readonly needs: readonly Need[];
  /** How long all of it may take. */
  readonly limitMs?: number;
  /** How long one check may take. */
  readonly checkLimitMs?: number;
  run(context: SuiteContext): Promise<void>;
}

/** Thrown where something turns out to be impossible on this machine. */
export class SkipError extends Error {}

export const bothTargets: readonly TargetName[] = ["naru", "apache-kafka"];
