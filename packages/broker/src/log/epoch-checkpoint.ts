import { DiskError } from "@naru/runtime";
import type { Disk } from "@naru/runtime";

import { formatCheckpoint, readCheckpointLines, replaceFile } from "./checkpoint-file.ts";
import type { EpochEntry, LeaderEpochCache } from "./leader-epoch-cache.ts";

const FILE_NAME = "leader-epoch-checkpoint";

/** Keeps `leader-epoch-checkpoint` as the cache is; one write at a time, the newest state wins. */
export class EpochCheckpoint {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #cache: LeaderEpochCache;
  readonly #warn: (message: string) => void;
  #writtenVersion: number;
  #underWay: Promise<void> | undefined;

  constructor(options: {
    disk: Disk;
    folder: string;
    cache: LeaderEpochCache;
    warn: (message: string) => void;
  }) {
    this.#disk = options.disk;
    this.#path = `${options.folder}/${FILE_NAME}`;
    this.#cache = options.cache;
    this.#warn = options.warn;
    this.#writtenVersion = options.cache.version;
  }

  /** Whether the file on the disk says what the cache says. */
  get isCurrent(): boolean {
    return this.#writtenVersion === this.#cache.version;
  }

  /** What the file holds; undefined when it is missing or damaged and the log must be asked. */
  read(): EpochEntry[] | undefined {
    const { lines, damage } = readCheckpointLines(this.#disk, this.#path, 2);
    const isMissing = lines.length === 0 && this.#disk.stat(this.#path) === undefined;
    if (damage !== undefined)
      this.#warn(`${this.#path}: ${damage}. The epochs are read from the log.`);
    if (isMissing || damage !== undefined) return undefined;
    return lines.map(([epoch, startOffset]) => ({
      epoch: Number(epoch),
      startOffset: Number(startOffset),
    }));
  }

  /** Resolves when the file says what the cache says, or when the disk has no room for it. */
  async write(): Promise<void> {
    this.#underWay ??= this.#writeUntilCurrent().finally(() => {
      this.#underWay = undefined;
    });
    await this.#underWay;
  }

  /** Resolves when no write is under way, however it went. */
  async settled(): Promise<void> {
    await this.#underWay?.catch(() => {});
  }

  async #writeUntilCurrent(): Promise<void> {
    while (!this.isCurrent) {
      const { version } = this.#cache;
      const lines = this.#cache.entries.map(({ epoch, startOffset }) => [epoch, startOffset]);
      try {
        await replaceFile(this.#disk, this.#path, Buffer.from(formatCheckpoint(lines)));
      } catch (error) {
        if (!(error instanceof DiskError) || error.code !== "ENOSPC") throw error;
        this.#warn(
          `${this.#path}: no room to write it. It will be tried again with the next sync.`,
        );
        return;
      }
      this.#writtenVersion = version;
    }
  }
}
