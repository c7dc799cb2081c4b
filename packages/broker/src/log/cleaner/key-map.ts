import type { Workers } from "@naru/runtime";

import { copyMapJob, indexKeysJob } from "./clean.job.ts";
import { OffsetMap, SLOT_BYTES } from "./offset-map.ts";
import type { OffsetMapState } from "./offset-map.ts";

/** 96 KiB: what a log with few keys needs. */
const FIRST_SLOTS = 4096;

export interface KeyMapLimits {
  /** `log.cleaner.dedupe.buffer.size`. */
  readonly memoryBytes: number;
  /** `log.cleaner.io.buffer.load.factor`. */
  readonly loadFactor: number;
  readonly decompressedBatchBytesMax: number;
}

/**
 * The map of a pass: begins small and grows up to its limit, so that a broker with a few thousand
 * keys does not hold Kafka's 128 MiB. While it grows, the smaller one is there as well.
 */
export class KeyMap {
  readonly #workers: Workers;
  readonly #limits: KeyMapLimits;
  readonly #slotsMax: number;
  #state: OffsetMapState;
  latestOffset = -1;
  /** There was no room for the keys behind `latestOffset`. */
  isFull = false;

  constructor(workers: Workers, limits: KeyMapLimits) {
    this.#workers = workers;
    this.#limits = limits;
    this.#slotsMax = Math.max(2, Math.floor(limits.memoryBytes / SLOT_BYTES));
    this.#state = OffsetMap.empty(Math.min(FIRST_SLOTS, this.#slotsMax));
  }

  get state(): OffsetMapState {
    return this.#state;
  }

  /** Puts the keys of whole batches in; returns why they cannot be read. */
  async add(
    bytes: Uint8Array<ArrayBuffer>,
    which: { counts: Uint8Array; records: number; startOffset: number },
  ): Promise<string | undefined> {
    await this.#makeRoom(which.records);
    const { counts, startOffset } = which;
    const { decompressedBatchBytesMax } = this.#limits;
    const map = this.#state;
    const keysMax = this.#keysMax(slotsOf(map));
    const input = { bytes, counts, map, startOffset, keysMax, decompressedBatchBytesMax };
    const indexed = await this.#workers.run(indexKeysJob, input, [bytes.buffer]);
    this.#state = { memory: map.memory, count: indexed.count };
    this.latestOffset = Math.max(this.latestOffset, indexed.latestOffset);
    this.isFull = indexed.isFull;
    return indexed.fault;
  }

  /** For as many keys more, were they all new. */
  async #makeRoom(keys: number): Promise<void> {
    const from = this.#state;
    const slots = slotsOf(from);
    const needed = from.count + keys;
    if (needed <= this.#keysMax(slots) || slots === this.#slotsMax) return;
    const wanted = Math.max(slots * 2, Math.ceil(needed / this.#limits.loadFactor) + 1);
    const to = OffsetMap.empty(Math.min(wanted, this.#slotsMax));
    const count = await this.#workers.run(copyMapJob, { from, to });
    this.#state = { memory: to.memory, count };
  }

  #keysMax(slots: number): number {
    return Math.max(1, Math.min(slots - 1, Math.floor(slots * this.#limits.loadFactor)));
  }
}

function slotsOf({ memory }: OffsetMapState): number {
  return memory.byteLength / SLOT_BYTES;
}
