import assert from "node:assert/strict";
import * as timers from "node:timers/promises";
import type { RecordToWrite } from "@naru/protocol";
import { type Address, WireConnection } from "./connection.ts";
import { batchOf, newProducer, type PartitionName, produce, readAll } from "./topic.ts";

const BATCH_RECORDS = 5;
const PAUSE_MS = 20;
const ATTEMPT_LIMIT_MS = 5_000;

/** A batch that the broker has acknowledged. */
interface Acknowledged {
  readonly firstValue: number;
  readonly baseOffset: number;
}

/**
 * An idempotent producer that writes numbers 0, 1, 2 ... with acks=all, one batch at a time, and
 * sends a batch again, on a new connection when need be, until it is acknowledged.
 *
 * So whatever becomes of the broker, the partition must in the end hold the numbers in order, each
 * once, and each acknowledged batch at the offset that was told.
 */
export class NumberWriter {
  readonly #at: PartitionName;
  readonly #address: () => Address | undefined;
  readonly #acknowledged: Acknowledged[] = [];
  readonly #errors = new Map<string, number>();
  #connection: WireConnection | undefined;
  #producer: { producerId: number; producerEpoch: number } | undefined;
  #isStopped = false;
  #running: Promise<void> | undefined;

  /** `address` says where the broker is now; undefined while there is none. */
  constructor(at: PartitionName, address: () => Address | undefined) {
    this.#at = at;
    this.#address = address;
  }

  /** Numbers acknowledged so far. */
  get count(): number {
    return this.#acknowledged.length * BATCH_RECORDS;
  }

  /** Errors that the broker answered, by name. */
  get errors(): ReadonlyMap<string, number> {
    return this.#errors;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the batch in hand is acknowledged. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
    this.#connection?.[Symbol.dispose]();
  }

  async #run(): Promise<void> {
    for (let next = 0; !this.#isStopped; next += BATCH_RECORDS) {
      const baseOffset = await this.#writeUntilAcknowledged(next);
      if (baseOffset === undefined) return;
      this.#acknowledged.push({ firstValue: next, baseOffset });
    }
  }

  async #writeUntilAcknowledged(first: number): Promise<number | undefined> {
    for (;;) {
      try {
        const baseOffset = await this.#write(first);
        if (baseOffset !== undefined) return baseOffset;
      } catch {
        // The connection is gone or was refused: a new one is tried below.
      }
      this.#connection?.[Symbol.dispose]();
      this.#connection = undefined;
      if (this.#isStopped && this.#address() === undefined) return undefined;
      await timers.setTimeout(PAUSE_MS);
    }
  }

  async #write(first: number): Promise<number | undefined> {
    const address = this.#address();
    if (address === undefined) return undefined;
    this.#connection ??= await WireConnection.open(address);
    this.#producer ??= await newProducer(this.#connection);
    const batch = batchOf(numbersFrom(first), { ...this.#producer, baseSequence: first });
    const answer = produce(this.#connection, this.#at, batch);
    const late = timers.setTimeout(ATTEMPT_LIMIT_MS, undefined, { ref: false });
    const appended = await Promise.race([answer, late]);
    if (appended === undefined) return undefined;
    if (appended.error === "NONE") return appended.baseOffset;
    this.#errors.set(appended.error, (this.#errors.get(appended.error) ?? 0) + 1);
    return undefined;
  }

  /** Reads the partition back and judges it. */
  async check(connection: WireConnection): Promise<void> {
    const records = await readAll(connection, this.#at);
    const values = records.map(({ value }) => Number(new TextDecoder().decode(value ?? undefined)));
    const place = `${this.#at.topic}-${this.#at.partition}`;
    for (const { firstValue, baseOffset } of this.#acknowledged) {
      const found = values[baseOffset];
      assert.equal(found, firstValue, `${place}: acknowledged ${firstValue} at ${baseOffset}`);
    }
    for (const [index, value] of values.entries()) {
      assert.equal(value, index, `${place}: offset ${index} holds ${value}`);
    }
    assert.ok(values.length >= this.count, `${place}: ${values.length} of ${this.count} numbers`);
  }
}

function numbersFrom(first: number): RecordToWrite[] {
  return Array.from({ length: BATCH_RECORDS }, (_, i) => ({
    // Of today: a producer whose last record is a day old is forgotten.
    timestamp: Date.now(),
    key: null,
    value: new TextEncoder().encode(String(first + i)),
  }));
}
