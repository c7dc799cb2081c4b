// What the tests of a partition share: a replica over a real log, on a disk whose syncs take time.
import type { ErrorName } from "@naru/protocol";
import { SimulatedClock, SimulatedDisk, SimulatedRandom } from "@naru/runtime/simulated";
import type { LogConfig } from "../log/log.ts";
import { LogRig, TOPIC_ID } from "../log/log-rig.test.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { Partition, type AcksAllFlush } from "./partition.ts";

/** How long a sync takes at most; it takes some of it. */
export const SYNC_MS = 10;

/** What became of one append: undefined while it is not answered. */
export interface Sent {
  error: ErrorName | undefined;
  offset: number;
  answers: number;
}

export class PartitionRig {
  readonly partition: Partition;
  readonly disk: SimulatedDisk;
  readonly clock: SimulatedClock;
  /** What the broker was told of its disk. */
  readonly failures: unknown[];

  private constructor(rig: LogRig, flush: AcksAllFlush) {
    this.failures = rig.failures;
    this.disk = rig.disk;
    this.clock = rig.clock;
    this.partition = new Partition({
      topic: "orders",
      index: 0,
      topicId: TOPIC_ID,
      log: rig.log,
      nodeId: 1,
      acksAllFlush: flush,
      onDiskFailure: (error) => this.failures.push(error),
    });
    this.partition.become(image({}), 1);
  }

  static async open(
    options: {
      flush?: AcksAllFlush;
      seed?: number;
      config?: Partial<LogConfig>;
      tailBytes?: number;
    } = {},
  ): Promise<PartitionRig> {
    const random = new SimulatedRandom(options.seed ?? 1);
    const clock = new SimulatedClock({ random });
    const disk = new SimulatedDisk({ random, clock, latencyMsMax: SYNC_MS });
    const { config = {}, tailBytes = 1_048_576 } = options;
    const rig = await clock.run(LogRig.open({ disk, clock, config, tailBytes }));
    const partition = new PartitionRig(rig, options.flush ?? "disk");
    // The epoch is noted in a file of its own.
    await clock.advance(20 * SYNC_MS);
    return partition;
  }

  /** Appends; the answer comes when the turn has ended, or the sync. */
  send(bytes: Uint8Array, acks: -1 | 0 | 1 = -1): Sent {
    const sent: Sent = { error: undefined, offset: -1, answers: 0 };
    this.partition.append({
      bytes,
      requiredAcks: acks,
      origin: "client",
      done: (error, { firstOffset }) => {
        sent.error = error;
        sent.offset = firstOffset;
        sent.answers += 1;
      },
    });
    return sent;
  }

  /** The end of the turn: what was appended is in the file, and no time has passed. */
  turn(): Promise<void> {
    return this.clock.settle();
  }

  /** Long enough for every sync. */
  syncs(): Promise<void> {
    return this.clock.advance(20 * SYNC_MS);
  }
}

/** Partition 0 as the metadata has it: broker 1 alone, and leading. */
export function image(more: Partial<PartitionImage>): PartitionImage {
  return {
    replicas: [1],
    isr: [1],
    directories: ["AAAAAAAAAAAAAAAAAAAAAA"],
    removing: [],
    adding: [],
    leader: 1,
    leaderRecoveryState: "RECOVERED",
    leaderEpoch: 0,
    partitionEpoch: 0,
    elr: [],
    lastKnownElr: [],
    unknownTags: [],
    ...more,
  };
}
