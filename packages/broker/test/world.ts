// A broker on a simulated machine and a client on another, for one test.
import type { ErrorName } from "@naru/protocol";
import {
  simulatedRuntime,
  type DiskCall,
  type SimulatedDisk,
  type SimulatedNode,
  type SimulatedRuntime,
} from "@naru/runtime/simulated";
import type { BrokerOptions } from "../src/server/broker-options.ts";
import type { Broker } from "../src/server/broker.ts";
import { startBroker } from "../src/server/start-broker.ts";
import { DATA_DIR, connect, machineOf } from "./broker-life.ts";
import { loggerInto } from "./kept-promises-rig.test.ts";
import { batchOf, type Place, type TestClient } from "./test-client.ts";

export interface World {
  readonly sim: SimulatedRuntime;
  readonly machine: SimulatedNode;
  readonly broker: Broker;
  readonly client: TestClient;
  readonly lines: string[];
  /** All events so far: disk calls, deliveries, turns. */
  readonly trace: string[];
  readonly send: (
    place: Place,
    value: string,
    acks?: -1 | 1,
  ) => Promise<{ error: ErrorName; baseOffset: number }>;
  /** Another process on this disk, or on what a crash has made of it. */
  readonly restart: (disk?: SimulatedDisk) => Promise<World>;
}

/** Runs `script` in a world of its own, and lets its time pass. */
export function inWorld(
  script: (world: World) => Promise<void>,
  options: { seed?: number; config?: NonNullable<BrokerOptions["config"]> } = {},
): Promise<void> {
  const trace: string[] = [];
  const sim = simulatedRuntime({ seed: options.seed ?? 1, onEvent: (event) => trace.push(event) });
  const machine = machineOf(sim, sim.node("broker").disk, "life 0");
  const config = options.config ?? {};
  return sim.run(startWorld({ sim, machine, trace, config, lives: 0 }).then(script));
}

async function startWorld(parts: {
  sim: SimulatedRuntime;
  machine: SimulatedNode;
  trace: string[];
  config: NonNullable<BrokerOptions["config"]>;
  lives: number;
}): Promise<World> {
  const { sim, machine, trace, config, lives } = parts;
  const lines: string[] = [];
  const broker = await startBroker({
    runtime: machine,
    dataDir: DATA_DIR,
    host: machine.name,
    insecureListen: true,
    logger: loggerInto(lines),
    config,
  });
  const client = await connect(sim, broker);
  return {
    sim,
    machine,
    broker,
    client,
    lines,
    trace,
    send: (place, value, acks = -1) =>
      client.produce(place, batchOf([value], { timestamp: sim.clock.nowMs() }), acks),
    restart: (disk = machine.disk) => {
      const again = machineOf(sim, disk, `life ${lives + 1}`);
      return startWorld({ ...parts, machine: again, lives: lives + 1 });
    },
  };
}

/** The calls of the segments of a partition. */
export function isOfLog(name: string, kind: DiskCall["kind"]): (call: DiskCall) => boolean {
  return (call) =>
    call.kind === kind && call.path.includes(`/${name}/`) && call.path.endsWith(".log");
}
