import { batchesIn, type ErrorName } from "@naru/protocol";
import type { Clock } from "@naru/runtime";
import type {
  CoordinatorLog,
  LoadListener,
  TransactionalWrite,
} from "../coordinator/runtime/coordinator-log.ts";
import type { AppendClaim } from "../log/log.ts";
import type { Partition } from "../partition/partition.ts";

/** How long a load may hold up the event loop at a time. */
const LOAD_SLICE_MS = 5;
const ACKS_ALL = -1;

const ownRecords = { origin: "coordinator" } as const;

/** A partition of a coordinator's topic, as its shard needs it. */
export class PartitionCoordinatorLog implements CoordinatorLog {
  readonly #partition: Partition;
  readonly #clock: Clock;
  readonly #loadBytes: () => number;

  constructor(options: { partition: Partition; clock: Clock; loadBytes: () => number }) {
    this.#partition = options.partition;
    this.#clock = options.clock;
    this.#loadBytes = options.loadBytes;
  }

  get batchBytesMax(): number {
    const { maxMessageBytes, segmentBytes } = this.#partition.log.config;
    return Math.min(maxMessageBytes, segmentBytes);
  }

  load(listener: LoadListener): () => void {
    const { logStartOffset, logEndOffset } = this.#partition.log;
    let isEnded = false;
    const wanted = (): boolean => !isEnded;
    if (logStartOffset >= logEndOffset) {
      listener.end();
    } else {
      this.#read({ from: logStartOffset, to: logEndOffset }, listener, wanted)
        .then(() => {
          if (wanted()) listener.end();
        })
        // Also of what the end has begun: nobody else would hear of it.
        .catch((error: unknown) => {
          if (wanted()) listener.failed(error);
        });
    }
    return () => {
      isEnded = true;
    };
  }

  refusalOf(write: TransactionalWrite): ErrorName {
    const partition = this.#partition;
    // Both are as if they had been refused on append, but that nothing must be loaded again.
    if (!partition.isLeader) return "NOT_COORDINATOR";
    const { transactions } = partition.log;
    return write.kind === "marker"
      ? transactions.markerError(write.marker, claimOf(write))
      : transactions.recordsError(write.transaction, claimOf(write));
  }

  append(bytes: Uint8Array, done: (error: ErrorName) => void, write?: TransactionalWrite): void {
    const partition = this.#partition;
    if (!partition.isLeader) return done("NOT_LEADER_OR_FOLLOWER");
    const error = partition.checkInsync();
    if (error !== "NONE") return done(error);
    partition.append({
      bytes,
      requiredAcks: ACKS_ALL,
      ...(write === undefined ? ownRecords : claimOf(write)),
      done: (outcome) => done(outcome),
    });
  }

  async #read(
    range: { readonly from: number; readonly to: number },
    listener: LoadListener,
    wanted: () => boolean,
  ): Promise<void> {
    const clock = this.#clock;
    const { log } = this.#partition;
    // What an earlier life of the shard has on its way is state once it cannot be lost any more.
    if (log.syncedEndOffset < range.to) await log.sync();
    let offset = range.from;
    let sliceMs = clock.monotonicMs();
    while (offset < range.to) {
      const before = offset;
      const read = await this.#partition.read({
        startOffset: offset,
        maxOffset: range.to,
        maxBytes: this.#loadBytes(),
        minOneBatch: true,
      });
      try {
        for (const chunk of read.chunks) {
          for (const batch of batchesIn(chunk)) {
            if (!wanted()) return;
            offset = batch.nextOffset;
            listener.batches(batch.batchBytes);
            if (clock.monotonicMs() - sliceMs < LOAD_SLICE_MS) continue;
            await clock.after(0);
            sliceMs = clock.monotonicMs();
          }
        }
      } finally {
        read.release();
      }
      // What is not there any more (the log was cut at its start meanwhile) is nobody's state.
      if (offset === before) return;
    }
  }
}

/** What the partition must know of it besides the bytes. */
function claimOf(write: TransactionalWrite): AppendClaim & { readonly origin: "coordinator" } {
  return write.kind === "marker"
    ? { ...ownRecords, transactionVersion: write.marker.transactionVersion }
    : { ...ownRecords, verificationGuard: write.transaction.verificationGuard };
}
