import type { Runtime } from "../runtime.ts";
import { NodeClock } from "./node-clock.ts";
import { NodeDisk } from "./node-disk.ts";
import { NodeNetwork } from "./node-network.ts";
import { NodeRandom } from "./node-random.ts";
import { NodeWorkers } from "./node-workers.ts";

export interface NodeRuntimeOptions {
  /** Threads for work off the event loop; they start when there is work. */
  readonly workerThreadCountMax?: number;
  /** How sockets are read: see `NodeNetwork`. */
  readonly receiveBy?: "onread" | "data";
}

/** The real outside world. */
export function nodeRuntime(options: NodeRuntimeOptions = {}): Runtime {
  return {
    clock: new NodeClock(),
    disk: new NodeDisk(),
    network: new NodeNetwork({ receiveBy: options.receiveBy ?? "onread" }),
    random: new NodeRandom(),
    // One: the event loop needs the other core of a small machine.
    workers: new NodeWorkers(options.workerThreadCountMax ?? 1),
  };
}
