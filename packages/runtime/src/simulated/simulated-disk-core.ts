import type { Clock } from "../clock.ts";
import { DiskError } from "../disk.ts";
import type { DiskErrorCode } from "../disk.ts";
import type { Random } from "../random.ts";
import { DiskFaults } from "./disk-faults.ts";
import type { DiskCallKind } from "./disk-faults.ts";
import type { SimulatedInode } from "./simulated-inode.ts";
import { SimulatedRandom } from "./simulated-random.ts";
import type { Trace } from "./trace.ts";

const reasons: Partial<Record<DiskErrorCode, string>> = {
  ENOSPC: "no space left on the device",
  EIO: "input/output error",
};

/** What a simulated disk and its open files share: faults, time, chance and room. */
export class SimulatedDiskCore {
  readonly faults = new DiskFaults();
  readonly random: Random;
  readonly #clock: Clock | undefined;
  readonly #trace: Trace | undefined;
  readonly #latencyMsMax: number;
  readonly #latency: Random;
  readonly #capacityBytes: number;
  #usedBytes = 0;

  constructor(options: {
    random?: Random;
    clock?: Clock;
    trace?: Trace;
    capacityBytes?: number;
    latencyMsMax?: number;
  }) {
    this.random = options.random ?? new SimulatedRandom("disk");
    this.#latency = this.random.fork("latency");
    this.#clock = options.clock;
    this.#trace = options.trace;
    this.#latencyMsMax = options.latencyMsMax ?? 0;
    this.#capacityBytes = options.capacityBytes ?? Infinity;
  }

  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** How many of `bytes` more still fit. */
  fitting(inode: SimulatedInode, bytes: number): number {
    return inode.isLinked ? Math.min(bytes, this.#capacityBytes - this.#usedBytes) : bytes;
  }

  use(inode: SimulatedInode, bytes: number): void {
    if (inode.isLinked) this.#usedBytes += bytes;
  }

  /** The file has no name any more, so its room is free. */
  unlinked(inode: SimulatedInode): void {
    this.use(inode, -inode.content.length);
    inode.isLinked = false;
  }

  nowMs(): number {
    return this.#clock?.nowMs() ?? 0;
  }

  note(event: string, path: string): void {
    this.#trace?.note(`disk ${event} ${path}`);
  }

  /** Counts the call; returns what it must fail with. */
  enter(kind: DiskCallKind, path: string): DiskError | undefined {
    const code = this.faults.next(kind, path);
    this.note(code === undefined ? kind : `${kind} ${code}`, path);
    return code === undefined ? undefined : injected(code, kind, path);
  }

  /**
   * A call that takes its time. `begin` runs at once and `effect` at the end; a machine that was
   * turned off meanwhile never comes to the end.
   */
  later<Result>(
    kind: DiskCallKind,
    path: string,
    effect: (failed: DiskError | undefined) => Result,
    begin: () => void = () => {},
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const failed = this.enter(kind, path);
      if (failed === undefined) begin();
      const finish = (): void => {
        try {
          this.faults.throwIfCrashed(path);
          this.note(`${kind} done`, path);
          resolve(effect(failed));
        } catch (error) {
          reject(error);
        }
      };
      if (this.#clock === undefined || this.#latencyMsMax === 0) finish();
      else this.#clock.schedule(this.#latency.next() * this.#latencyMsMax, finish);
    });
  }
}

function injected(code: DiskErrorCode, kind: DiskCallKind, path: string): DiskError {
  const reason = reasons[code] ?? code;
  return new DiskError(`${path}: ${kind} failed: ${reason}.`, { code, path });
}
