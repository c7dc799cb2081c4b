import { PartitionReader, type FetchedRecord } from "@naru/client";
import type { Io } from "../io.ts";
import { Progress } from "../progress.ts";
import { withCluster, type Services } from "../services.ts";
import type { ConsumeOptions } from "./consume-options.ts";
import { jsonRecord } from "./json-record.ts";
import { recordFormat, type RecordFormat } from "./record-format.ts";
import { planOf, type Plan } from "./starting-points.ts";

/** How long one wait for records lasts, before the ends are looked at again. */
const POLL_MS = 200;
const POLL_COUNT_MAX = 5_000;

/** `consume`: 0 at its end, whichever it was; 1 when it could not read. */
export async function consume(
  options: ConsumeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const format = options.json ? jsonRecord : recordFormat(options.format, options.encoding);
  if (typeof format === "string") {
    io.err(format);
    return 1;
  }
  const progress = new Progress(io, services.runtime.clock, "Read");
  const problem = await withCluster(services, options, async (cluster) => {
    const plan = await planOf(cluster, options);
    if (typeof plan === "string") return plan;
    for (const note of plan.notes) io.err(note);
    const reader = new PartitionReader(cluster, plan.start, {
      isolationLevel: options.isolation,
      maxPollRecords: POLL_COUNT_MAX,
    });
    services.stop.addEventListener("abort", () => reader.close());
    try {
      await new Consumption({ options, services, io, plan, reader, format, progress }).run();
    } catch (error) {
      if (!services.stop.aborted) throw error;
    } finally {
      reader.close();
    }
    return undefined;
  });
  if (problem !== undefined) {
    io.err(problem);
    return 1;
  }
  progress.finish(options.topic);
  return 0;
}

interface Parts {
  readonly options: ConsumeOptions;
  readonly services: Services;
  readonly io: Io;
  readonly plan: Plan;
  readonly reader: PartitionReader;
  readonly format: RecordFormat;
  readonly progress: Progress;
}

/** One run: what is read is written, until an end that was asked for. */
class Consumption {
  readonly #parts: Parts;
  readonly #ends: ReadonlyMap<number, number>;
  #lastRecordMs: number;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { start, ends } = parts.plan;
    this.#ends = new Map(start.map(({ partition }, index) => [partition, ends[index] ?? 0]));
    this.#lastRecordMs = parts.services.runtime.clock.monotonicMs();
  }

  async run(): Promise<void> {
    const { reader, services } = this.#parts;
    while (!services.stop.aborted && !this.#isAtEnd()) {
      const records = await reader.poll({ timeoutMs: POLL_MS });
      if (records.length > 0) await this.#write(records);
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
