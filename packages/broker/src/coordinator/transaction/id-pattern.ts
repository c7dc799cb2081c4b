/** What a `transactionalIdPattern` may hold as long as no regular expressions are served. */
const LITERAL = /^[\w\-/:@ ]*$/;

/**
 * A filter of ListTransactions 2 (KIP-1152): the whole id must match the pattern by RE2's rules.
 * undefined for one that is no such pattern. Only patterns without any special character are
 * served: JavaScript's own expressions are others, and their time is not bounded.
 */
export function compileIdPattern(pattern: string): ((id: string) => boolean) | undefined {
  return LITERAL.test(pattern) ? (id) => id === pattern : undefined;
}
