import { Producer } from "@naru/client";
import type { Io } from "../io.ts";
import { Progress } from "../progress.ts";
import { withCluster, type Services } from "../services.ts";
import { lines } from "./lines.ts";
import type { ProduceOptions } from "./produce-options.ts";
import { recordOfLine } from "./record-of-line.ts";
import { untilStopped } from "./until-stopped.ts";

/** Records on their way at most: more would only wait in memory. */
const OUTSTANDING_COUNT_MAX = 50_000;

/** `produce`: 0 when every line was written. */
export async function produce(
  options: ProduceOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const input = options.file === undefined ? io.input : services.readFile(options.file);
  const progress = new Progress(io, services.runtime.clock, "Wrote");
  const toRecord = recordOfLine(options);
  const failure = await withCluster(services, options, async (cluster) => {
    const producer = new Producer(cluster, {
      acks: options.acks === "all" ? "all" : options.acks === "1" ? 1 : 0,
      compressionType: options.compression,
      batchSize: options.batchSize,
      lingerMs: options.lingerMs,
    });
    const delivery = new Delivery(producer, progress);
    try {
      for await (const chunk of lines(untilStopped(input, services.stop))) {
        for (const line of chunk) {
          if (delivery.outstanding >= OUTSTANDING_COUNT_MAX) await delivery.room();
          if (delivery.failure !== undefined) break;
          delivery.send(toRecord(line));
        }
        if (delivery.failure !== undefined) break;
      }
    } finally {
      // What was read before a faulty line is written.
      await producer.close();
    }
    return delivery.failure;
  });
  progress.finish(options.topic);
  if (options.json) io.out(JSON.stringify(progress.totals(options.topic)));
  if (failure === undefined) return 0;
  io.err(`${failure.message} ${progress.records} records were written.`);
  return 1;
}

/** Records on their way, and the first failure among them. */
class Delivery {
  readonly #producer: Producer;
  readonly #progress: Progress;
  #room: PromiseWithResolvers<void> | undefined;
  outstanding = 0;
  failure: Error | undefined;

  constructor(producer: Producer, progress: Progress) {
    this.#producer = producer;
    this.#progress = progress;
  }

  send(record: Parameters<Producer["send"]>[0]): void {
    this.outstanding += 1;
    const bytes = (record.key?.length ?? 0) + (record.value?.length ?? 0);
    this.#producer.send(record).then(
      ({ partition }) => {
        this.#progress.count(partition, bytes);
        this.#settled();
      },
      (error: Error) => {
        this.failure ??= error;
        this.#settled();
      },
    );
  }

  /** Resolves when half of what was on its way has arrived. */
  room(): Promise<void> {
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }

  #settled(): void {
    this.outstanding -= 1;
    if (this.#room === undefined || this.outstanding > OUTSTANDING_COUNT_MAX / 2) return;
    this.#room.resolve();
    this.#room = undefined;
  }
}
