import type { Clock, Timer } from "../clock.ts";
import type { Network } from "../network.ts";
import type { Random } from "../random.ts";
import type { Runtime } from "../runtime.ts";
import type { Workers } from "../workers.ts";
import { CrashError } from "./disk-faults.ts";
import type { SimulatedDisk } from "./simulated-disk.ts";
import type { SimulatedNetwork } from "./simulated-network.ts";
import { SimulatedWorkers } from "./simulated-workers.ts";

export interface SimulatedNodeParts {
  readonly name: string;
  readonly clock: Clock;
  readonly network: SimulatedNetwork;
  readonly disk: SimulatedDisk;
  readonly random: Random;
}

/** One machine of a simulation: the world as the programs on it see it. */
export class SimulatedNode implements Runtime {
  readonly name: string;
  readonly clock: Clock;
  readonly disk: SimulatedDisk;
  readonly network: Network;
  readonly random: Random;
  readonly workers: Workers;
  readonly #parts: SimulatedNodeParts;
  #isOn = true;

  constructor(parts: SimulatedNodeParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.disk = parts.disk;
    this.random = parts.random;
    const isOn = (): boolean => this.#isOn;
    this.clock = new NodeClockView(parts.clock, isOn);
    this.network = networkWhile(isOn, parts);
    this.workers = new SimulatedWorkers({
      clock: this.clock,
      random: parts.random.fork("workers"),
    });
  }

  /**
   * Turns the machine off: its timers never fire, its peers see resets, every disk call fails.
   * Returns the same machine when it is on again, with what its disk kept.
   */
  crash(): SimulatedNode {
    this.#isOn = false;
    this.#parts.network.crash(this.name);
    const random = this.random.fork("after a crash");
    return new SimulatedNode({ ...this.#parts, disk: this.disk.crash(), random });
  }
}

/** The common clock; what a machine that is off had scheduled does not happen. */
class NodeClockView implements Clock {
  readonly #clock: Clock;
  readonly #isOn: () => boolean;

  constructor(clock: Clock, isOn: () => boolean) {
    this.#clock = clock;
    this.#isOn = isOn;
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  monotonicMs(): number {
    return this.#clock.monotonicMs();
  }

  schedule(delayMs: number, callback: () => void): Timer {
    return this.#clock.schedule(delayMs, this.#whileOn(callback));
  }

  after(delayMs: number, signal?: AbortSignal): Promise<void> {
    // On a machine that is off, what waits waits for ever: nobody is there to go on.
    return this.#clock
      .after(delayMs, signal)
      .then(() => (this.#isOn() ? undefined : new Promise<never>(() => {})));
  }

  atEndOfTurn(callback: () => void): void {
    this.#clock.atEndOfTurn(this.#whileOn(callback));
  }

  #whileOn(callback: () => void): () => void {
    return () => {
      if (this.#isOn()) callback();
    };
  }
}

function networkWhile(isOn: () => boolean, parts: SimulatedNodeParts): Network {
  const network = parts.network.host(parts.name);
  const check = (): void => {
    if (!isOn()) throw new CrashError(`${parts.name}: the simulated machine is off.`);
  };
  return {
    async listen(address, accept) {
      check();
      return network.listen(address, accept);
    },
    async connect(address, receiver) {
      check();
      return network.connect(address, receiver);
    },
  };
}
