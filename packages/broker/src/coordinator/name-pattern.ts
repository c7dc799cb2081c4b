import { RE2JS, RE2JSException, RE2JSSyntaxException } from "re2js";

/**
 * A regular expression over names of topics or transactional ids, by RE2's rules: its time is
 * linear in the name.
 */
export interface NamePattern {
  /** Whether the whole name matches. */
  matches(name: string): boolean;
}

/** Longer than a thousand names of topics: what takes that long to read is refused. */
const PATTERN_LENGTH_MAX = 32_768;

/** Where RE2/J, which Kafka uses, says it otherwise. */
const wordsOfRe2j: Readonly<Record<string, string>> = {
  "unexpected )": "regexp/syntax: internal error",
};

/** The pattern, or what is wrong with it in RE2/J's words. */
export function compilePattern(pattern: string): NamePattern | { readonly problem: string } {
  if (pattern.length > PATTERN_LENGTH_MAX) return { problem: "expression too large" };
  try {
    const compiled = RE2JS.compile(pattern);
    return { matches: (name) => compiled.testExact(name) };
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      const description = error.getDescription();
      return { problem: wordsOfRe2j[description] ?? description };
    }
    if (error instanceof RE2JSException) return { problem: error.message };
    throw error;
  }
}
