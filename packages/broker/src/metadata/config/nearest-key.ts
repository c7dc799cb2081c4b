/** A known key that a misspelt one may have meant; undefined when none is close. */
export function nearestKey(key: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  // One slip in five letters is a typing error; more is another word.
  let allowed = Math.min(4, Math.floor(key.length / 5)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - key.length) >= allowed) continue;
    const distance = editDistance(key.toLowerCase(), candidate);
    if (distance >= allowed) continue;
    nearest = candidate;
    allowed = distance;
  }
  return nearest;
}

/** How many letters must be changed, added or left out to make one text of the other. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const replaced = (previous[column - 1] ?? 0) + same;
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
