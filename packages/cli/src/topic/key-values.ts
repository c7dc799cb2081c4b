/** `key=value` words as pairs; the first that is none otherwise. */
export function keyValues(
  words: readonly string[],
): { pairs: Record<string, string> } | { wrong: string } {
  const pairs: Record<string, string> = {};
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 1) return { wrong: word };
    pairs[word.slice(0, equals).trim()] = word.slice(equals + 1);
  }
  return { pairs };
}
