import type { TopicsView } from "../topics-view.ts";
import type { ResolvedPattern } from "./consumer-group.ts";
import { compilePattern, type NamePattern } from "../../name-pattern.ts";

/**
 * How much is done in one go, in characters of patterns: RE2 takes time by the length of a pattern
 * for reading it, and again for each name. It is some milliseconds for common patterns; heartbeats
 * and produced records come in between.
 */
const CHARACTERS_A_TURN = 50_000;
/** For each pattern, however short it is. */
const CHARACTERS_AT_LEAST = 20;

/** All topics of one moment, looked through for the patterns of a group, a part at a time. */
export class PatternSearch {
  readonly #startMs: number;
  readonly #version: number;
  readonly #names: Iterator<string>;
  /** Patterns that are not read yet, the next one last. */
  readonly #unread: string[];
  readonly #found: {
    readonly pattern: string;
    /** undefined for one that an older version took, and this one does not. */
    readonly compiled: NamePattern | undefined;
    readonly topics: string[];
  }[] = [];
  /** What a name takes. */
  #characters = 0;

  constructor(patterns: Iterable<string>, topics: TopicsView, nowMs: number) {
    this.#startMs = nowMs;
    this.#version = topics.version;
    this.#names = topics.names()[Symbol.iterator]();
    this.#unread = [...patterns].toReversed();
  }

  /** Reads patterns, then looks at the next topics; true when it was at the last. */
  goOn(): boolean {
    let left = CHARACTERS_A_TURN;
    while (left > 0) {
      const pattern = this.#unread.pop();
      if (pattern !== undefined) {
        left -= this.#read(pattern);
        continue;
      }
      left -= Math.max(this.#characters, CHARACTERS_AT_LEAST);
      const { done, value: name } = this.#names.next();
      if (done === true) return true;
      for (const { compiled, topics } of this.#found) {
        if (compiled?.matches(name) === true) topics.push(name);
      }
    }
    return false;
  }

  #read(pattern: string): number {
    const compiled = compilePattern(pattern);
    const isOne = !("problem" in compiled);
    this.#found.push({ pattern, compiled: isOne ? compiled : undefined, topics: [] });
    const characters = Math.max(pattern.length, CHARACTERS_AT_LEAST);
    this.#characters += characters;
    return characters;
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
