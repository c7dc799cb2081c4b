import type { FetchedRecord } from "@naru/client";
import type { Io } from "../io.ts";
import { bareFailure } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import type { MessageFormatter } from "./formatters.ts";
import type { RecordSource } from "./record-source.ts";

export interface ConsumptionOptions {
  readonly source: RecordSource;
  readonly formatter: MessageFormatter;
  /** -1: no end. */
  readonly maxMessages: number;
  /** Infinity: for ever. */
  readonly timeoutMs: number;
  readonly skipsFaults: boolean;
  readonly services: Services;
  readonly io: Io;
}

/** One wait for records; between two of them a group is kept alive. */
const POLL_MS = 200;
/** After a failure that may pass. */
const RETRY_MS = 1_000;
/** Kafka's consumer takes that long to say goodbye, at most. */
const CLOSE_MS = 30_000;

/** One run: what is read is written, until an end that was asked for, a stop, or a failure. */
export class Consumption {
  readonly #options: ConsumptionOptions;
  #count = 0;
  #left: readonly FetchedRecord[] = [];
  #hasFailed = false;

  constructor(options: ConsumptionOptions) {
    this.#options = options;
  }

  /** Throws only what a record did that cannot be written; all else is told and ends it well. */
  async run(): Promise<void> {
    const { source, services, io } = this.#options;
    try {
      while (this.#wantsMore()) {
        const records = await this.#receive();
        if (records === undefined) return;
        await this.#write(records);
      }
    } finally {
      if (io.outputEnded.aborted) io.err("Unable to write to standard out, closing consumer.");
      const closed = source.close(this.#left).catch((error: unknown) => {
        io.err(bareFailure(error));
      });
      await Promise.race([closed, services.runtime.clock.after(CLOSE_MS)]);
      io.err(`Processed a total of ${this.#count} messages`);
    }
  }

  #wantsMore(): boolean {
    const { maxMessages, services, io } = this.#options;
    if (services.stop.aborted || io.outputEnded.aborted) return false;
    return maxMessages === -1 || this.#count < maxMessages;
  }

  /** The next records; undefined at the end: nothing came in time, it was stopped, or it failed. */
  async #receive(): Promise<readonly FetchedRecord[] | undefined> {
    const { services, timeoutMs, io } = this.#options;
    const over = new AbortController();
    const ends: Promise<"stopped" | "timeout">[] = [
      onAbort(services.stop, over.signal),
      onAbort(io.outputEnded, over.signal),
    ];
    if (Number.isFinite(timeoutMs)) {
      const timer = services.runtime.clock.after(timeoutMs, over.signal);
      ends.push(timer.then(() => "timeout" as const).catch(() => "stopped" as const));
    }
    try {
      const outcome = await Promise.race([this.#pollUntilRecords(over.signal), ...ends]);
      if (outcome === "stopped") return undefined;
      if (outcome !== "timeout") return outcome;
      io.err(
        "Error processing message, terminating consumer process: " +
          "org.apache.kafka.common.errors.TimeoutException",
      );
    } catch (error) {
      const reason = bareFailure(error);
      io.err(`Error processing message, terminating consumer process: ${reason}`);
    } finally {
      over.abort();
    }
    return undefined;
  }

  async #pollUntilRecords(over: AbortSignal): Promise<readonly FetchedRecord[] | "stopped"> {
    const { source, services, io } = this.#options;
    while (!over.aborted) {
      try {
        const records = await source.poll(POLL_MS);
        this.#hasFailed = false;
        if (records.length > 0) return records;
      } catch (error) {
        if (over.aborted) break;
        if (!mayPass(error)) throw error;
        if (!this.#hasFailed) io.err(`${bareFailure(error)} It is tried again.`);
        this.#hasFailed = true;
        await services.runtime.clock.after(RETRY_MS);
      }
    }
    return "stopped";
  }

  async #write(records: readonly FetchedRecord[]): Promise<void> {
    const { formatter, skipsFaults, io } = this.#options;
    const parts: Uint8Array[] = [];
    let used = 0;
    try {
      for (const record of records) {
        if (!this.#wantsMore()) break;
        this.#count += 1;
        used += 1;
        try {
          parts.push(formatter(record));
        } catch (error) {
          if (!skipsFaults) throw error;
          io.err(`Error processing message, skipping this message: ${bareFailure(error)}`);
        }
      }
    } finally {
      this.#left = records.slice(used);
      await io.write(Buffer.concat(parts));
    }
  }
}

/** An end that comes from outside, until `over`. */
function onAbort(stop: AbortSignal, over: AbortSignal): Promise<"stopped"> {
  return new Promise((resolve) => {
    stop.addEventListener("abort", () => resolve("stopped"), { signal: over });
  });
}

/** What Kafka's consumer waits out: brokers that are away, and topics that are not there yet. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isRetriable = "retriable" in error && error.retriable === true;
  return isRetriable || ("code" in error && error.code === "UNKNOWN_TOPIC_OR_PARTITION");
}
