import type { Runtime } from "../runtime.ts";
import { SimulatedClock } from "./simulated-clock.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { SimulatedNetwork } from "./simulated-network.ts";
import { SimulatedNode } from "./simulated-node.ts";
import { SimulatedRandom } from "./simulated-random.ts";
import { Trace } from "./trace.ts";

export interface SimulatedRuntimeOptions {
  /** One seed, one history. Print it first, so that a failure can be run again. */
  readonly seed: number | string;
  /** Wall time at the start. */
  readonly startMs?: number;
  /** How long syncs, unlinks and cold reads take: between none and this. */
  readonly diskLatencyMsMax?: number;
  readonly diskCapacityBytes?: number;
  /** How long bytes travel: between none and this. */
  readonly networkLatencyMsMax?: number;
  /** Sees each event, to find the first one that differs between two runs. */
  readonly onEvent?: (event: string) => void;
}

/** A world that runs in one process on one seed. It is itself the machine named "localhost". */
export interface SimulatedRuntime extends Runtime {
  readonly clock: SimulatedClock;
  readonly disk: SimulatedDisk;
  readonly random: SimulatedRandom;
  /** All machines' network: partitions and cuts. */
  readonly links: SimulatedNetwork;
  readonly trace: Trace;
  /** A further machine, with a disk of its own, that others reach by its name. */
  node(name: string): SimulatedNode;
  /** Lets time pass until the promise has settled; says so when it never will. */
  run<Result>(promise: Promise<Result>): Promise<Result>;
}

/** The simulated outside world: `await sim.run(startSomething(sim))`. */
export function simulatedRuntime(options: SimulatedRuntimeOptions): SimulatedRuntime {
  const random = new SimulatedRandom(options.seed);
  const trace = new Trace(options.onEvent);
  const { startMs, networkLatencyMsMax, diskCapacityBytes, diskLatencyMsMax = 5 } = options;
  const clock = new SimulatedClock({
    random,
    trace,
    ...(startMs === undefined ? {} : { startMs }),
  });
  const links = new SimulatedNetwork({
    clock,
    random: random.fork("network"),
    trace,
    ...(networkLatencyMsMax === undefined ? {} : { latencyMsMax: networkLatencyMsMax }),
  });
  const node = (name: string): SimulatedNode => {
    const ownRandom = random.fork(`node ${name}`);
    const disk = new SimulatedDisk({
      random: ownRandom.fork("disk"),
      clock,
      trace,
      latencyMsMax: diskLatencyMsMax,
      ...(diskCapacityBytes === undefined ? {} : { capacityBytes: diskCapacityBytes }),
    });
    return new SimulatedNode({ name, clock, network: links, disk, random: ownRandom });
  };
  const { disk, network, workers } = node("localhost");
  return {
    clock,
    disk,
    network,
    random,
    workers,
    links,
    trace,
    node,
    run: (promise) => clock.run(promise),
  };
}
