/** The values that occur more than once, each once, in the order of their first repetition. */
export function repeatedIn<Value>(values: readonly Value[]): Set<Value> {
  const seen = new Set<Value>();
  const repeated = new Set<Value>();
  for (const value of values) {
    if (seen.has(value)) repeated.add(value);
    seen.add(value);
  }
  return repeated;
}
