import * as fs from "node:fs";

/**
 * Who holds a lock file, for people to read: this process, or "process 4711 (java)". Linux only.
 */
export function findOpener(descriptor: number): string | undefined {
  const file = fs.fstatSync(descriptor, { bigint: true });
  const pids = entries("/proc").filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    if (pid !== String(process.pid) && hasOpen(pid, file)) return describe(pid);
  }
  // We have it open ourselves in any case, so this is left when nobody else has.
  return hasOpenTwice(file) ? `this process (${process.pid})` : undefined;
}

/**
 * The process that holds a POSIX record lock on the file, as Apache Kafka does. A line reads
 *
 *   2: POSIX  ADVISORY  WRITE 5494 fe:00:9978076 0 EOF
 */
export function findJavaHolder(descriptor: number): string | undefined {
  const file = fs.fstatSync(descriptor, { bigint: true });
  for (const line of readText("/proc/locks").split("\n")) {
    const [, kind, , , pid, place] = line.trim().split(/\s+/);
    if (kind !== "POSIX" || pid === undefined || place === undefined) continue;
    const [major, minor, inode] = place.split(":");
    if (inode !== String(file.ino)) continue;
    // Overlay and btrfs show another device here than to stat. Then the descriptors tell.
    const isSameDevice = `${major}:${minor}` === deviceName(file.dev);
    if (isSameDevice || hasOpen(pid, file)) return describe(pid);
  }
  return undefined;
}

/** Major and minor number as /proc/locks prints them: glibc's layout of a device number. */
function deviceName(device: bigint): string {
  const major = ((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n);
  const minor = (device & 0xffn) | ((device >> 12n) & 0xffffff00n);
  return `${hex(major)}:${hex(minor)}`;
}

function hex(number: bigint): string {
  return number.toString(16).padStart(2, "0");
}

function describe(pid: string): string {
  const command = readText(`/proc/${pid}/comm`).trim();
  return command === "" ? `process ${pid}` : `process ${pid} (${command})`;
}

function hasOpen(pid: string, file: fs.BigIntStats): boolean {
  return countOpen(pid, file) > 0;
}

function hasOpenTwice(file: fs.BigIntStats): boolean {
  return countOpen("self", file) > 1;
}

function countOpen(pid: string, file: fs.BigIntStats): number {
  const folder = `/proc/${pid}/fd`;
  let count = 0;
  for (const name of entries(folder)) {
    try {
      const open = fs.statSync(`${folder}/${name}`, { bigint: true });
      if (open.ino === file.ino && open.dev === file.dev) count += 1;
    } catch {
      // Closed since it was listed.
    }
  }
  return count;
}

/** Processes of other users may not be looked into, and any may end meanwhile: then nothing. */
function entries(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
