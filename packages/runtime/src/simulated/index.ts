export { CrashError } from "./disk-faults.ts";
export type { DiskCall, DiskCallKind, DiskCallMatch } from "./disk-faults.ts";
export { SimulatedDisk } from "./simulated-disk.ts";
export type { SimulatedDiskOptions } from "./simulated-disk.ts";
export { SimulatedRandom } from "./simulated-random.ts";
export { Trace } from "./trace.ts";
