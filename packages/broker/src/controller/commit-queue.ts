import type { ErrorName } from "@naru/protocol";
import { BATCH_HEADER_BYTES } from "@naru/protocol";
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
} from "@naru/protocol/messages/metadata-records";
import type { Clock } from "@naru/runtime";
import { assert } from "@naru/runtime";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import { MetadataReplay } from "../metadata/metadata-replay.ts";
import type { ControllerLog } from "./controller-log.ts";
import { METADATA_BATCH_BYTES_MAX, recordBytesAtMost } from "./controller-log.ts";
import type { ControllerStep } from "./controller-step.ts";

/** Operations that wait are written together up to here. */
const GROUP_BYTES_MAX = 4_194_304;

const OPERATION_BYTES_MAX = METADATA_BATCH_BYTES_MAX - BATCH_HEADER_BYTES;

interface Pending {
  readonly values: readonly Uint8Array[];
  readonly bytes: number;
  readonly delta: MetadataDelta | undefined;
  committed(): void;
  failed(error: ErrorName): void;
  broken(error: unknown): void;
}

export interface CommitQueueOptions {
  readonly clock: Clock;
  readonly log: ControllerLog;
  readonly image: MetadataImage;
  committed(delta: MetadataDelta): void;
  /** The log has failed, and nothing is known about it any more. */
  broken(error: unknown): void;
}

/**
 * Operations one after the other, commits many at a time.
 *
 *   step 1 -> records -> replayed into the working image -+
 *   step 2 (sees step 1) -> records -> replayed ----------+- end of turn: one batch, one sync
 *                                                         v
 *                       listeners hear of step 1, step 1 is answered, then step 2 ...
 *
 * What is answered is committed. An answer without records waits for those before it, too: it may
 * speak of what they did. When the disk is full all that wait are refused, and the working image
 * goes back to what is committed.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  #replay: MetadataReplay;
  #committed: MetadataImage;
  #nextOffset: number;
  #queue: Pending[] = [];
  #isWriting = false;
  #isScheduled = false;
  #broken: unknown;
  #idle: (() => void)[] = [];

  constructor(options: CommitQueueOptions) {
    this.#options = options;
    this.#replay = new MetadataReplay(options.image);
    this.#committed = options.image;
    this.#nextOffset = options.log.endOffset;
  }

  get committedImage(): MetadataImage {
    return this.#committed;
  }

  /** With all that is still to be committed. */
  get workingImage(): MetadataImage {
    return this.#replay.image;
  }

  /** Where the next record will land. */
  get nextOffset(): number {
    return this.#nextOffset;
  }

  /** Takes over what a step has decided; `failed` makes its answer when it cannot be committed. */
  commit<Response>(
    step: ControllerStep<Response>,
    failed: (error: ErrorName) => Response,
  ): Promise<Response> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const isFirst = this.#queue.length === 0 && !this.#isWriting;
    if (step.records.length === 0 && isFirst) return Promise.resolve(step.response);
    const values = step.records.map((record) => encodeMetadataRecord(record));
    const bytes = values.reduce((sum, value) => sum + recordBytesAtMost(value), 0);
    // An operation is in one batch, or a crash could leave a half of it.
    if (bytes > OPERATION_BYTES_MAX) return Promise.resolve(failed("RECORD_LIST_TOO_LARGE"));
    const delta = this.#stage(values);
    return new Promise((resolve, reject) => {
      this.#queue.push({
        values,
        bytes,
        delta,
        committed: () => resolve(step.response),
        failed: (error) => resolve(failed(error)),
        broken: reject,
      });
      this.#schedule();
    });
  }

  /** Resolves when nothing waits to be committed. */
  idle(): Promise<void> {
    if (this.#queue.length === 0 && !this.#isWriting) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Replayed from their bytes, so that live and at the next start the same is read. */
  #stage(values: readonly Uint8Array[]): MetadataDelta | undefined {
    if (values.length === 0) return undefined;
    this.#nextOffset += values.length;
    const delta = this.#replay.batch(
      values.map((value) => decodeMetadataRecord(value)),
      { lastOffset: this.#nextOffset - 1, epoch: this.#options.log.epoch },
    );
    assert(delta !== undefined, "the controller leaves no transaction open");
    return delta;
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isWriting) return;
    this.#isScheduled = true;
    this.#options.clock.atEndOfTurn(() => {
      this.#isScheduled = false;
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#queue.length > 0) {
      const group = this.#takeGroup();
      const values = group.flatMap((pending) => pending.values);
      try {
        const outcome = values.length === 0 ? "committed" : await this.#options.log.append(values);
        if (outcome === "committed") this.#publish(group);
        else this.#refuse(group);
      } catch (error) {
        this.#break(group, error);
      }
    }
    this.#isWriting = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #publish(group: readonly Pending[]): void {
    for (const pending of group) {
      if (pending.delta !== undefined) {
        this.#committed = pending.delta.image;
        this.#options.committed(pending.delta);
      }
      pending.committed();
    }
  }

  /** What came after was decided upon what is refused now, so it is refused, too. */
  #refuse(group: readonly Pending[]): void {
    this.#replay = new MetadataReplay(this.#committed);
    this.#nextOffset = this.#options.log.endOffset;
    for (const pending of [...group, ...this.#queue.splice(0)]) {
      pending.failed("KAFKA_STORAGE_ERROR");
    }
  }

  #takeGroup(): Pending[] {
    let count = 0;
    for (let bytes = 0; count < this.#queue.length; count += 1) {
      bytes += this.#queue[count]!.bytes;
      if (count > 0 && bytes > GROUP_BYTES_MAX) break;
    }
    return this.#queue.splice(0, count);
  }

  #break(group: readonly Pending[], error: unknown): void {
    this.#broken = error;
    for (const pending of [...group, ...this.#queue.splice(0)]) pending.broken(error);
    this.#options.broken(error);
  }
}
