/** The width of columns stays: an id and a port are as long in every run. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/127\.0\.0\.1:\d{4,5}/g, "127.0.0.1:<port>"],
  [/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g, "<uuid>"],
  [/\b1[78]\d{11}\b/g, "<time>"],
  [/\[\d{4}-\d\d-\d\d [\d:,]+\]/g, "[<time>]"],
  [/\b[kn]-/g, "%-"],
];

/** What a tool printed, without what differs from run to run. */
export function plainly(text: string): string {
  return masks.reduce((plain, [pattern, mask]) => plain.replaceAll(pattern, mask), text);
}

/** For answers whose order is that of a hash table. */
export function inNoOrder(text: string): string {
  return text.split("\n").toSorted().join("\n");
}

/** Numbers that count what has happened so far, and the blanks that fill up their columns. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(/-?\d+ */g, "<n> ");
}

/** Ids of topics, directories and clusters. */
export function withoutIds(text: string): string {
  return text.replaceAll(/(?<![\w-])[\w-]{22}(?![\w-])/g, "<id>");
}
