// What the tests of the log share: a log on a simulated disk, and batches to append.
import { RecordBatchBuilder, batchesIn, buildEndTransactionBatch } from "@naru/protocol";
import type { RecordBatch } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import type { DiskError, Logger, Runtime } from "@naru/runtime";
import {
  SimulatedClock,
  SimulatedDisk,
  SimulatedNetwork,
  SimulatedRandom,
  SimulatedWorkers,
} from "@naru/runtime/simulated";

import { HotTail, Log, WriteTurn, defaultLogConfig } from "./log.ts";
import type { AppendOptions, AppendResult, LogConfig, WriteOutcome } from "./log.ts";

export const FOLDER = "/data/orders-0";
export const TOPIC_ID = "f5XKxW2bQMq5MayxYx2wnw";

export interface RigOptions {
  readonly disk?: SimulatedDisk;
  readonly config?: Partial<LogConfig>;
  readonly tailBytes?: number;
  readonly decompressedBatchBytesMax?: number;
  readonly cleanShutdown?: boolean;
  readonly recoveryPoint?: number;
  readonly logStartOffset?: number;
  readonly cleanedOffset?: number | undefined;
  readonly folder?: string;
  readonly logger?: Logger;
  readonly clock?: SimulatedClock;
  /** Of several logs. */
  readonly turn?: WriteTurn;
  readonly topicId?: string;
}

/** A log whose disk answers at once, so that a test needs no time to pass. */
export class LogRig {
  readonly log: Log;
  readonly disk: SimulatedDisk;
  readonly clock: SimulatedClock;
  readonly failures: DiskError[];

  private constructor(
    log: Log,
    world: { disk: SimulatedDisk; clock: SimulatedClock; failures: DiskError[] },
  ) {
    this.log = log;
    this.disk = world.disk;
    this.clock = world.clock;
    this.failures = world.failures;
  }

  static async open(options: RigOptions = {}): Promise<LogRig> {
    const { disk = new SimulatedDisk(), clock = new SimulatedClock() } = options;
    const { recoveryPoint, logStartOffset } = { recoveryPoint: 0, logStartOffset: 0, ...options };
    const failures: DiskError[] = [];
    const log = await Log.open({
      runtime: runtimeOf(disk, clock),
      logger: options.logger ?? silentLogger,
      folder: options.folder ?? FOLDER,
      topic: "orders",
      partition: 0,
      topicId: options.topicId ?? TOPIC_ID,
      config: { ...defaultLogConfig, ...options.config },
      recoveryPoint,
      logStartOffset,
      cleanedOffset: options.cleanedOffset,
      cleanShutdown: options.cleanShutdown ?? false,
      tail: new HotTail(options.tailBytes ?? 1_048_576),
      turn: options.turn ?? new WriteTurn(clock),
      decompressedBatchBytesMax: options.decompressedBatchBytesMax ?? 67_108_864,
      onDiskFailure: (error) => failures.push(error),
    });
    return new LogRig(log, { disk, clock, failures });
  }

  /** Stages a batch; what became of it is in `outcomes` after `turn`. */
  stage(
    records: Uint8Array,
    options: Partial<Omit<AppendOptions, "onWritten">> = {},
    onWritten: (outcome: WriteOutcome) => void = () => {},
  ): AppendResult {
    return this.log.append(records, { leaderEpoch: 0, origin: "client", ...options, onWritten });
  }

  /** The end of the turn: what is staged is written and its callers are told. */
  async turn(): Promise<void> {
    await this.clock.settle();
  }

  async append(
    records: Uint8Array,
    options: Partial<Omit<AppendOptions, "onWritten">> = {},
  ): Promise<AppendResult & { outcome: WriteOutcome | undefined }> {
    let outcome: WriteOutcome | undefined;
    const result = this.stage(records, options, (told) => {
      outcome = told;
    });
    await this.turn();
    return { ...result, outcome };
  }

  /** Every batch from `startOffset` to the end of what is written, copied. */
  async readAll(startOffset = this.log.logStartOffset, maxBytes = 1_048_576): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let offset = startOffset; offset < this.log.writtenEndOffset;) {
      const maxOffset = this.log.writtenEndOffset;
      const read = await this.log.read({
        startOffset: offset,
        maxOffset,
        maxBytes,
        minOneBatch: true,
      });
      const bytes = Buffer.concat(read.chunks);
      read.release();
      const batches = [...batchesIn(bytes)];
      if (batches.length === 0) break;
      parts.push(bytes);
      offset = batches.at(-1)!.nextOffset;
    }
    return Buffer.concat(parts);
  }

  async batches(startOffset?: number): Promise<RecordBatch[]> {
    return [...batchesIn(await this.readAll(startOffset))];
  }
}

export function runtimeOf(disk: SimulatedDisk, clock: SimulatedClock): Runtime {
  const random = new SimulatedRandom("log rig");
  const network = new SimulatedNetwork({ clock, random }).host("localhost");
  return { clock, disk, network, random, workers: new SimulatedWorkers({ clock, random }) };
}

export interface BatchShape {
  readonly records?: number;
  readonly valueBytes?: number;
  readonly text?: string;
  readonly timestamp?: number;
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly sequence?: number;
  readonly isTransactional?: boolean;
  readonly compression?: "none" | "gzip" | "zstd";
}

const plainBatch = {
  records: 1,
  valueBytes: 10,
  text: "v",
  timestamp: 1_767_225_600_000,
  producerId: -1,
  sequence: -1,
  isTransactional: false,
  compression: "none",
} as const satisfies BatchShape;

/** A batch as a producer sends it. */
export function batch(shape: BatchShape = {}): Uint8Array {
  const given = { ...plainBatch, ...shape };
  const builder = new RecordBatchBuilder().begin({
    compression: given.compression,
    producerId: given.producerId,
    producerEpoch: given.producerEpoch ?? (given.producerId === -1 ? -1 : 0),
    baseSequence: given.sequence,
    isTransactional: given.isTransactional,
  });
  for (let index = 0; index < given.records; index += 1) {
    const value = Buffer.alloc(given.valueBytes, `${given.text}${index} `);
    builder.append({ timestamp: given.timestamp + index, key: Buffer.from(`k${index}`), value });
  }
  return builder.build();
}

/** The marker that ends a producer's transaction. */
export function marker(
  type: "COMMIT" | "ABORT",
  producer: { producerId: number; producerEpoch?: number; coordinatorEpoch?: number },
): Uint8Array {
  const { producerId, producerEpoch = 0, coordinatorEpoch = 0 } = producer;
  return buildEndTransactionBatch({ type, coordinatorEpoch }, 1_767_225_600_000, {
    producerId,
    producerEpoch,
  });
}
