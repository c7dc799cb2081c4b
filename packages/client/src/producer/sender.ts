import type { Timer } from "@naru/runtime";
import { apis, codeOf, ProtocolError, TimeoutError } from "@naru/protocol";
import { decodeMetadataResponse, encodeMetadataRequest } from "@naru/protocol/messages/metadata";
import type { ProduceResponse } from "@naru/protocol/messages/produce";
import type { Cluster } from "../cluster/cluster.ts";
import { apiCall } from "../network/api-call.ts";
import { Trouble } from "../trouble.ts";
import {
  answerError,
  answerFor,
  produceCall,
  produceRequest,
  recordErrorOf,
} from "./produce-request.ts";
import type { ProducerBatch } from "./producer-batch.ts";
import type { ProducerMetadata } from "./producer-metadata.ts";
import type { ProducerSettings } from "./producer-options.ts";
import type { PartitionQueue, RecordAccumulator } from "./record-accumulator.ts";

const metadataCall = apiCall(apis.Metadata, encodeMetadataRequest, decodeMetadataResponse);

export interface SenderOptions {
  readonly cluster: Cluster;
  readonly settings: ProducerSettings;
  readonly accumulator: RecordAccumulator;
  readonly metadata: ProducerMetadata;
  /** Called when batches are done, so that there is room. */
  readonly onRoom: () => void;
}

/**
 * Takes batches that are ready, sends those of one leader together, and tries again what may
 * succeed later. One batch of a partition is on its way at a time: a retry cannot overtake.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #inFlight = new Map<number, number>();
  readonly #trouble: Trouble;
  #isWoken = false;
  #timer: Timer | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#trouble = new Trouble(options.cluster.logger, "producer");
  }

  /** Looks for ready batches at the end of this turn. */
  wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    this.#clock.atEndOfTurn(() => {
      this.#isWoken = false;
      this.#run();
    });
  }

  /** Looks again at that time, unless it does before. */
  wakeAt(atMs: number): void {
    if (atMs >= this.#timerAtMs) return;
    this.#timer?.cancel();
    this.#timerAtMs = atMs;
    this.#timer = this.#clock.schedule(atMs - this.#clock.monotonicMs(), () => {
      this.#timerAtMs = Number.POSITIVE_INFINITY;
      this.#run();
    });
  }

  /**
   * Ends. Batches without an answer (acks=0) may still be on their way, and are lost if their
   * connection closes now: a broker that answers a later request has read them all.
   */
  async stop(): Promise<void> {
    this.#timer?.cancel();
    const { cluster, settings } = this.#options;
    if (settings.acks !== 0) return;
    const asked = [...this.#inFlight.keys()].map((leaderId) =>
      // Whoever wants no answer hears of no failure either.
      cluster.requestNode(leaderId, metadataCall, { topics: [] }).catch(() => undefined),
    );
    await Promise.all(asked);
  }

  get #clock(): Cluster["runtime"]["clock"] {
    return this.#options.cluster.runtime.clock;
  }

  #run(): void {
    const nowMs = this.#clock.monotonicMs();
    this.#expire(nowMs);
    const ready = this.#readyByLeader(nowMs);
    const { maxInFlightRequestsPerConnection } = this.#options.settings;
    for (const [leaderId, queues] of ready) {
      while (queues.length > 0 && this.#inFlightTo(leaderId) < maxInFlightRequestsPerConnection) {
        void this.#send(leaderId, this.#drain(queues));
      }
    }
  }

  #readyByLeader(nowMs: number): Map<number, PartitionQueue[]> {
    const { accumulator, metadata, settings } = this.#options;
    const ready = new Map<number, PartitionQueue[]>();
    let isLeaderMissing = false;
    for (const queue of accumulator.waiting) {
      const readyAtMs = accumulator.readyAtMs(queue);
      const expiresMs = (queue.batches[0]?.createdMs ?? nowMs) + settings.deliveryTimeoutMs;
      this.wakeAt(readyAtMs > nowMs ? Math.min(readyAtMs, expiresMs) : expiresMs);
      if (readyAtMs > nowMs) continue;
      const leaderId = metadata.leaderOf(queue.topic, queue.partition);
      if (leaderId === undefined) {
        isLeaderMissing = true;
        continue;
      }
      const queues = ready.get(leaderId);
      if (queues === undefined) ready.set(leaderId, [queue]);
      else queues.push(queue);
    }
    if (isLeaderMissing) this.#refreshMetadata(settings.retryBackoffMs);
    return ready;
  }

  /** One batch of each partition, up to the size of a request; one larger batch goes alone. */
  #drain(queues: PartitionQueue[]): ProducerBatch[] {
    const { accumulator, settings } = this.#options;
    const batches: ProducerBatch[] = [];
    let bytes = 0;
    while (queues.length > 0) {
      bytes += queues[0]!.batches[0]?.sizeBytes ?? 0;
      if (batches.length > 0 && bytes > settings.maxRequestSize) break;
      batches.push(accumulator.take(queues.shift()!));
    }
    return batches;
  }

  async #send(leaderId: number, batches: readonly ProducerBatch[]): Promise<void> {
    const { cluster, metadata, settings } = this.#options;
    this.#inFlight.set(leaderId, this.#inFlightTo(leaderId) + 1);
    try {
      const request = produceRequest(batches, metadata, settings);
      const response = await cluster.requestNode(leaderId, produceCall, request, {
        timeoutMs: settings.requestTimeoutMs,
        isUnanswered: settings.acks === 0,
      });
      this.#trouble.worked();
      for (const batch of batches) this.#answered(batch, settings.acks === 0 ? "none" : response);
    } catch (error) {
      const failure = asError(error);
      if (isRetriable(failure)) this.#trouble.failed(failure);
      for (const batch of batches) this.#failed(batch, failure);
    }
    this.#inFlight.set(leaderId, this.#inFlightTo(leaderId) - 1);
    this.wake();
  }

  #answered(batch: ProducerBatch, response: ProduceResponse | "none"): void {
    const answer =
      response === "none" ? undefined : answerFor(batch, response, this.#options.metadata);
    if (response === "none") {
      this.#done(batch, () => batch.complete(-1, -1));
    } else if (answer === undefined) {
      const where = `${batch.topic}-${batch.partition}`;
      this.#failed(
        batch,
        new ProtocolError("UNKNOWN_SERVER_ERROR", `${where}: the broker's answer leaves it out.`),
      );
    } else if (answer.errorCode === codeOf("NONE")) {
      this.#done(batch, () => batch.complete(answer.baseOffset, answer.logAppendTimeMs));
    } else {
      this.#failed(batch, answerError(batch, answer), recordErrorOf(batch, answer));
    }
  }

  #failed(
    batch: ProducerBatch,
    error: Error,
    errorOf?: (index: number) => Error | undefined,
  ): void {
    const { accumulator, settings } = this.#options;
    const nowMs = this.#clock.monotonicMs();
    if (codeOfError(error) === "MESSAGE_TOO_LARGE" && batch.count > 1) {
      accumulator.split(batch);
      accumulator.unmute(batch);
      return;
    }
    const isLate = nowMs - batch.createdMs >= settings.deliveryTimeoutMs;
    const isLast = isLate || batch.attempts >= settings.retries || settings.acks === 0;
    if (!isRetriable(error) || isLast) {
      this.#done(batch, () => batch.fail(error, errorOf));
      return;
    }
    batch.attempts += 1;
    batch.retryAtMs = nowMs + this.#backoffMs(batch.attempts);
    accumulator.putBack(batch);
    accumulator.unmute(batch);
    void this.#options.metadata.refresh().then(() => this.wake());
  }

  #done(batch: ProducerBatch, settle: () => void): void {
    this.#options.accumulator.unmute(batch);
    this.#options.accumulator.release(batch);
    settle();
    this.#options.onRoom();
  }

  #expire(nowMs: number): void {
    const { accumulator, settings } = this.#options;
    for (const batch of accumulator.takeExpired(nowMs - settings.deliveryTimeoutMs)) {
      const message =
        `${batch.topic}-${batch.partition}: ${batch.count} records were not delivered within ` +
        `${settings.deliveryTimeoutMs} ms (delivery.timeout.ms), in ${batch.attempts} attempts. ` +
        `They are given up.`;
      accumulator.release(batch);
      batch.fail(new TimeoutError(message));
      this.#options.onRoom();
    }
  }

  #refreshMetadata(backoffMs: number): void {
    const { metadata } = this.#options;
    void metadata.refresh().then(() => this.wakeAt(this.#clock.monotonicMs() + backoffMs));
  }

  #backoffMs(attempts: number): number {
    const { retryBackoffMs, retryBackoffMaxMs } = this.#options.settings;
    const ceilingMs = Math.min(retryBackoffMaxMs, retryBackoffMs * 2 ** (attempts - 1));
    // Within a fifth: producers that failed together must not come back together.
    return ceilingMs * (0.8 + 0.4 * this.#options.cluster.runtime.random.next());
  }

  #inFlightTo(leaderId: number): number {
    return this.#inFlight.get(leaderId) ?? 0;
  }
}

function isRetriable(error: Error): boolean {
  return "retriable" in error && error.retriable === true;
}

function codeOfError(error: Error): unknown {
  return "code" in error ? error.code : undefined;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
