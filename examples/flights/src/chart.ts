import type { Tally } from "./tally.ts";

const BAR_COLUMNS = 40;

/** A bar for each partition, with its share and its largest key. */
export function chartOf(title: string, tally: Tally): string {
  const sizes = tally.partitions.map((_, partition) => tally.sizeOf(partition));
  const largest = Math.max(...sizes);
  const even = tally.count / sizes.length;
  const rows = sizes.map((size, partition) => {
    const bar = "█".repeat(Math.round((size / largest) * BAR_COLUMNS)).padEnd(BAR_COLUMNS);
    const keys = [...tally.partitions[partition]!].toSorted(([, a], [, b]) => b - a);
    const [key, count] = keys[0] ?? ["-", 0];
    const share = ((size / tally.count) * 100).toFixed(1).padStart(4);
    return (
      `  ${partition} ${bar} ${grouped(size).padStart(9)} ${share} %` +
      `  ${String(keys.length).padStart(3)} airports, most from ${key} (${grouped(count)})`
    );
  });
  const skew = ((largest / even) * 100 - 100).toFixed(0);
  return `${title}\n${rows.join("\n")}\n  The fullest partition has ${skew} % more than an even share.`;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}
