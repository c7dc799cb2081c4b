import type { Producer, ProducerRecord } from "@naru/client";
import type { Io } from "../io.ts";
import { bareFailure } from "../kafka-tool/tool.ts";

/** What a record takes beside its key and value, about. */
const RECORD_BYTES = 64;

/** Records on their way. Sending waits while they take more than half of the producer's memory. */
export class Delivery {
  readonly #producer: Producer;
  readonly #io: Pick<Io, "err">;
  readonly #bytesMax: number;
  #bytes = 0;
  #room = Promise.withResolvers<void>();

  constructor(producer: Producer, bufferMemory: number, io: Pick<Io, "err">) {
    this.#producer = producer;
    this.#io = io;
    this.#bytesMax = bufferMemory / 2;
  }

  /** Sends, and tells of a failure when it comes: the next records go on. */
  async send(record: ProducerRecord): Promise<void> {
    while (this.#bytes > this.#bytesMax) await this.#room.promise;
    const bytes = sizeOf(record.key) + sizeOf(record.value) + RECORD_BYTES;
    this.#bytes += bytes;
    void this.#producer.send(record).then(
      () => this.#settled(bytes),
      (error: unknown) => {
        this.#io.err(
          `Error when sending message to topic ${record.topic} with key: ${size(record.key)}, ` +
            `value: ${size(record.value)} with error: ${bareFailure(error)}`,
        );
        this.#settled(bytes);
      },
    );
  }

  /** Sends one, and waits for it: throws when it fails. */
  async sendAndWait(record: ProducerRecord): Promise<void> {
    const sent = this.#producer.send(record);
    // Nothing comes after it until it is there: it need not wait for company.
    await Promise.all([sent, this.#producer.flush()]);
  }

  #settled(bytes: number): void {
    this.#bytes -= bytes;
    this.#room.resolve();
    this.#room = Promise.withResolvers();
  }
}

function sizeOf(payload: ProducerRecord["key"]): number {
  return payload === null || payload === undefined ? 0 : Buffer.byteLength(payload);
}

function size(payload: ProducerRecord["key"]): string {
  return payload === null || payload === undefined ? "null" : `${sizeOf(payload)} bytes`;
}
