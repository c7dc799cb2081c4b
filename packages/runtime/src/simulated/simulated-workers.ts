import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Job, Workers } from "../workers.ts";

/** How long a job takes at most, in simulated time. */
const JOB_MS_MAX = 20;

/** Runs jobs in turn with everything else, after a time that the seed decides. */
export class SimulatedWorkers implements Workers {
  readonly #clock: Clock;
  readonly #random: Random;
  #isClosed = false;

  constructor(options: { clock: Clock; random: Random }) {
    this.#clock = options.clock;
    this.#random = options.random;
  }

  run<Input, Output>(
    job: Job<Input, Output>,
    input: Input,
    transfer: ArrayBuffer[] = [],
  ): Promise<Output> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new Error("workers: closed, so no job can run.");
      // Input and output cross as between threads: nothing is shared, and what was moved is gone.
      const arrived = structuredClone(input, { transfer });
      this.#clock.schedule(this.#random.next() * JOB_MS_MAX, () => {
        if (this.#isClosed) {
          reject(new Error("workers: closed before the job was done."));
          return;
        }
        try {
          resolve(structuredClone(job.run(arrived)));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }
}
