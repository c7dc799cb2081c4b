import type { TopicsView } from "../topics-view.ts";
import type { ResolvedPattern } from "./consumer-group.ts";
import { compilePattern, type NamePattern } from "../../name-pattern.ts";

/**
 * Topics looked at in one go, each for all patterns; about a millisecond a thousand and pattern at
 * the worst. Heartbeats and produced records come in between.
 */
const TOPICS_A_TURN = 2_000;

/** All topics of one moment, looked through for the patterns of a group, a part at a time. */
export class PatternSearch {
  readonly #startMs: number;
  readonly #version: number;
  readonly #names: Iterator<string>;
  readonly #found: readonly {
    readonly pattern: string;
    /** undefined for one that an older version took, and this one does not. */
    readonly compiled: NamePattern | undefined;
    readonly topics: string[];
  }[];

  constructor(patterns: Iterable<string>, topics: TopicsView, nowMs: number) {
    this.#startMs = nowMs;
    this.#version = topics.version;
    this.#names = topics.names()[Symbol.iterator]();
    this.#found = Array.from(patterns, (pattern) => {
      const compiled = compilePattern(pattern);
      return { pattern, compiled: "problem" in compiled ? undefined : compiled, topics: [] };
    });
  }

  /** Looks at the next topics; true when it was at the last. */
  goOn(): boolean {
    for (let count = 0; count < TOPICS_A_TURN; count += 1) {
      const { done, value: name } = this.#names.next();
      if (done === true) return true;
      for (const { compiled, topics } of this.#found) {
        if (compiled?.matches(name) === true) topics.push(name);
      }
    }
    return false;
  }

  get results(): ReadonlyMap<string, ResolvedPattern> {
    return new Map(
      this.#found.map(({ pattern, topics }) => [
        pattern,
        { topics: topics.toSorted(), version: this.#version, timestampMs: this.#startMs },
      ]),
    );
  }
}
