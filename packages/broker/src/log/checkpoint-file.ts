/**
 * Kafka's checkpoint files: text, one entry a line.
 *
 *   0                       version
 *   2                       how many entries follow
 *   orders 0 4711           <topic> <partition> <offset>  (offset checkpoints of a data folder)
 *   orders 1 0
 *
 * `leader-epoch-checkpoint` has `<epoch> <startOffset>` a line instead.
 *
 * There is no checksum. A file is replaced whole: written beside, synced, renamed, and its folder
 * synced, so that a crash leaves the old one or the new one. One that cannot be read is no reason
 * to stop: every offset in it can be found again, from the log or by starting lower.
 */
import { DiskError } from "@naru/runtime";
import type { Disk } from "@naru/runtime";

const VERSION = "0";
/** 64 MiB: about a million partitions. */
const FILE_BYTES_MAX = 67_108_864;

/** An offset of a partition, as offset checkpoints hold them. */
export interface PartitionOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/**
 * What a checkpoint file holds; `damage` says why it could not be read, and then there are no
 * lines.
 */
export interface CheckpointLines {
  readonly lines: readonly (readonly string[])[];
  readonly damage: string | undefined;
}

/** Reads the text of a checkpoint whose lines have `columns` words. */
export function parseCheckpoint(text: string, columns: number): CheckpointLines {
  const [version, count, ...rest] = text.split("\n");
  const lines = rest.filter((line) => line !== "").map((line) => line.split(/\s+/));
  let damage: string | undefined;
  if (version !== VERSION) damage = `has version ${JSON.stringify(version)}, expected 0`;
  else if (String(lines.length) !== count) {
    damage = `has ${lines.length} entries, expected ${JSON.stringify(count)}`;
  } else if (lines.some((words) => words.length !== columns)) {
    damage = `has a line that is not ${columns} words`;
  } else if (lines.some((words) => words.slice(-1).some((word) => !isWholeNumber(word)))) {
    damage = "has a line that does not end with a whole number";
  }
  return damage === undefined ? { lines, damage } : { lines: [], damage };
}

export function formatCheckpoint(lines: readonly (readonly (string | number)[])[]): string {
  const body = lines.map((words) => `${words.join(" ")}\n`).join("");
  return `${VERSION}\n${lines.length}\n${body}`;
}

/**
 * The offsets in a checkpoint of a data folder; none when there is no file, or when nothing is in
 * it: Kafka makes the files empty, and writes to them a minute later.
 */
export function readOffsetCheckpoint(
  disk: Disk,
  path: string,
): { offsets: PartitionOffset[]; damage: string | undefined } {
  if (disk.stat(path)?.bytes === 0) return { offsets: [], damage: undefined };
  const { lines, damage } = readCheckpointLines(disk, path, 3);
  const offsets = lines.map(([topic, partition, offset]) => ({
    topic: topic!,
    partition: Number(partition),
    offset: Number(offset),
  }));
  return { offsets, damage };
}

/** Replaces an offset checkpoint; once resolved it outlives a crash. */
export async function writeOffsetCheckpoint(
  disk: Disk,
  path: string,
  offsets: Iterable<PartitionOffset>,
): Promise<void> {
  const lines = Array.from(offsets, ({ topic, partition, offset }) => [topic, partition, offset]);
  await replaceFile(disk, path, Buffer.from(formatCheckpoint(lines)));
}

export function readCheckpointLines(disk: Disk, path: string, columns: number): CheckpointLines {
  const bytes = readIfThere(disk, path, FILE_BYTES_MAX);
  if (bytes === undefined) return { lines: [], damage: undefined };
  return parseCheckpoint(Buffer.from(bytes).toString("utf8"), columns);
}

/** The whole file, or undefined where there is none. */
export function readIfThere(disk: Disk, path: string, maxBytes: number): Uint8Array | undefined {
  try {
    return disk.readWhole(path, maxBytes);
  } catch (error) {
    if (error instanceof DiskError && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes beside, syncs, renames, syncs the folder. */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = disk.open(temporary, { mode: "any" });
  try {
    file.truncate(0);
    file.append([bytes]);
    await file.sync();
  } finally {
    file.close();
  }
  disk.rename(temporary, path);
  await disk.syncFolder(path.slice(0, path.lastIndexOf("/")));
}

function isWholeNumber(word: string): boolean {
  return /^-?\d+$/.test(word) && Number.isSafeInteger(Number(word));
}
