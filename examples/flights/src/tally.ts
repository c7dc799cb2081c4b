import { createHash } from "node:crypto";

/** How many records of a key a partition holds. */
type KeyCounts = Map<string, number>;

/** Counts records by partition and key, and sums up what they say. */
export class Tally {
  readonly partitions: KeyCounts[];
  count = 0;
  /** A sum over hashes of key and value: the same records give the same, in any order. */
  fingerprint = 0n;

  constructor(partitionCount: number) {
    this.partitions = Array.from({ length: partitionCount }, () => new Map());
  }

  add(partition: number, key: string, value: string): void {
    const keys = this.partitions[partition];
    if (keys === undefined) throw new Error(`partition ${partition} was not expected.`);
    keys.set(key, (keys.get(key) ?? 0) + 1);
    this.count += 1;
    const hash = createHash("md5").update(`${key}\0${value}`).digest();
    this.fingerprint = BigInt.asUintN(64, this.fingerprint + hash.readBigUInt64BE());
  }

  /** Records in one partition. */
  sizeOf(partition: number): number {
    return [...this.partitions[partition]!.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** Every difference between what was expected and what was read, in words. */
export function differences(topic: string, expected: Tally, found: Tally): string[] {
  const lines: string[] = [];
  if (found.count !== expected.count) {
    lines.push(`${topic}: ${found.count} records read, expected ${expected.count}.`);
  }
  for (const [partition, keys] of expected.partitions.entries()) {
    const read = found.partitions[partition]!;
    for (const key of new Set([...keys.keys(), ...read.keys()])) {
      const [wanted, got] = [keys.get(key) ?? 0, read.get(key) ?? 0];
      if (wanted !== got) {
        lines.push(`${topic}-${partition}: ${got} records of ${key}, expected ${wanted}.`);
      }
    }
  }
  if (lines.length === 0 && found.fingerprint !== expected.fingerprint) {
    lines.push(`${topic}: the counts are right, and some record is not as it was in the file.`);
  }
  return lines;
}
