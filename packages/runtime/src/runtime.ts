import type { Clock } from "./clock.ts";
import type { Disk } from "./disk.ts";
import type { Network } from "./network.ts";
import type { Random } from "./random.ts";
import type { Workers } from "./workers.ts";

/** The outside world. Nothing else in Naru reaches a clock, a file, a socket or a random number. */
export interface Runtime {
  readonly clock: Clock;
  readonly disk: Disk;
  readonly network: Network;
  readonly random: Random;
  readonly workers: Workers;
}
