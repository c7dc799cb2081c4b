import * as fs from "node:fs";

/** Linux counts processor time in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;
const USER_TIME_AT = 11;

/** User and system seconds that a process has used, all its threads together. */
export function cpuSecondsOf(pid: number): number {
  const { user, system } = cpuPartsOf(pid);
  return user + system;
}

export function cpuPartsOf(pid: number): { user: number; system: number } {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in brackets may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const seconds = (at: number): number => Number(fields[at]) / TICKS_PER_SECOND;
  return { user: seconds(USER_TIME_AT), system: seconds(USER_TIME_AT + 1) };
}

/** Memory that a process holds now, and the most it ever held, in MB. */
export function memoryOf(pid: number): { nowMb: number; peakMb: number } {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { nowMb: megabytes("VmRSS"), peakMb: megabytes("VmHWM") };
}
