const DIFFERENCES_SHOWN = 6;

/** The first lines that differ; "" when none does. */
export function differences(ours: readonly string[], theirs: readonly string[]): string {
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index)
    .filter((index) => ours[index] !== theirs[index])
    .slice(0, DIFFERENCES_SHOWN)
    .map((index) => `line ${index}\n  Kafka: ${theirs[index]}\n  Naru:  ${ours[index]}`)
    .join("\n");
}
