import type { FetchedRecord, PartitionReader } from "@naru/client";
import type { Io } from "../io.ts";
import type { Progress } from "../progress.ts";
import type { Services } from "../services.ts";
import type { ConsumeOptions } from "./consume-options.ts";
import type { RecordFormat } from "./record-format.ts";
import type { Plan } from "./starting-points.ts";

/** How long one wait for records lasts, before the ends are looked at again. */
const POLL_MS = 200;
export const POLL_COUNT_MAX = 5_000;

export interface ConsumptionParts {
  readonly options: ConsumeOptions;
  readonly services: Services;
  readonly io: Io;
  readonly plan: Plan;
  readonly reader: PartitionReader;
  readonly format: RecordFormat;
  readonly progress: Progress;
  /** Runs after each poll; says whether reading goes on. */
  readonly between?: (written: ReadonlyMap<number, number>) => Promise<boolean>;
}

/** One run: what is read is written, until an end that was asked for. */
export class Consumption {
  /** By partition: the offset after the last record that was written. */
  readonly written = new Map<number, number>();
  readonly #parts: ConsumptionParts;
  readonly #ends: ReadonlyMap<number, number>;
  #lastRecordMs: number;

  constructor(parts: ConsumptionParts) {
    this.#parts = parts;
    const { start, ends } = parts.plan;
    this.#ends = new Map(start.map(({ partition }, index) => [partition, ends[index] ?? 0]));
    this.#lastRecordMs = parts.services.runtime.clock.monotonicMs();
  }

  async run(): Promise<void> {
    const { reader, services, io } = this.#parts;
    while (!services.stop.aborted && !io.outputEnded.aborted && !this.#isAtEnd()) {
      const records = await reader.poll({ timeoutMs: POLL_MS });
      if (records.length > 0) await this.#write(records);
      if ((await this.#parts.between?.(this.written)) === false) return;
    }
  }

  async #write(records: readonly FetchedRecord[]): Promise<void> {
    const { options, services, io, format, progress } = this.#parts;
    const max = options.maxMessages ?? Number.POSITIVE_INFINITY;
    const parts: Uint8Array[] = [];
    for (const record of records) {
      if (progress.records >= max) break;
      if (options.exitAtEnd && record.offset >= (this.#ends.get(record.partition) ?? 0)) continue;
      parts.push(format(record));
      this.written.set(record.partition, record.offset + 1);
      progress.count(record.partition, (record.key?.length ?? 0) + (record.value?.length ?? 0));
    }
    this.#lastRecordMs = services.runtime.clock.monotonicMs();
    await io.write(Buffer.concat(parts));
  }

  #isAtEnd(): boolean {
    const { options, services, plan, reader, progress } = this.#parts;
    if (progress.records >= (options.maxMessages ?? Number.POSITIVE_INFINITY)) return true;
    const { clock } = services.runtime;
    if (
      options.timeout !== undefined &&
      clock.monotonicMs() - this.#lastRecordMs >= options.timeout
    ) {
      return true;
    }
    if (!options.exitAtEnd) return false;
    return plan.start.every(
      (where) => reader.position(where) >= (this.#ends.get(where.partition) ?? 0),
    );
  }
}
