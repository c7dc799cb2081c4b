import type { Runtime } from "../runtime.ts";
import { SimulatedDisk } from "../simulated/simulated-disk.ts";
import { nodeRuntime } from "./node-runtime.ts";
import type { NodeRuntimeOptions } from "./node-runtime.ts";

/** The real outside world, but for a disk in memory: nothing is left at the end of the process. */
export function memoryRuntime(options: NodeRuntimeOptions = {}): Runtime {
  const runtime = nodeRuntime(options);
  return { ...runtime, disk: new SimulatedDisk({ clock: runtime.clock, isVolatile: true }) };
}
