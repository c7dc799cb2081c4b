import { apis } from "@naru/protocol";
import { decodeEndTxnResponse, encodeEndTxnRequest } from "@naru/protocol/messages/end-txn";
import { call, calls } from "../../../conformance/src/wire/calls.ts";
import { type Address, WireConnection } from "../../../conformance/src/wire/connection.ts";
import { batchOf, nameOf } from "../../../conformance/src/wire/topic.ts";
import { transactionalProducer } from "../../../conformance/src/wire/transactions.ts";

/** Those of transaction.version 2: Produce adds the partition, EndTxn brings the next epoch. */
const PRODUCE_VERSION = 12;
const END_VERSION = 5;
const TIMEOUT_MS = 10_000;
const ACKS_ALL = -1;

const retriable: ReadonlySet<string> = new Set([
  "CONCURRENT_TRANSACTIONS",
  "NOT_LEADER_OR_FOLLOWER",
  "UNKNOWN_TOPIC_OR_PARTITION",
]);

const endTxn = call(apis.EndTxn, encodeEndTxnRequest, decodeEndTxnResponse);

export interface SmallTransactions {
  readonly topic: string;
  readonly recordBytes: number;
  readonly producers: number;
  /** Of each producer. */
  readonly transactions: number;
}

export interface SmallTransactionFigures {
  readonly seconds: number;
  /** From EndTxn to its answer. */
  readonly commitMs: readonly number[];
  /** From the first Produce to the answer to EndTxn. */
  readonly wholeMs: readonly number[];
}

/** Producers that write one record and commit, over and over, each to a partition of its own. */
export async function smallTransactions(
  address: Address,
  load: SmallTransactions,
): Promise<SmallTransactionFigures> {
  const producers: SmallProducer[] = [];
  for (let at = 0; at < load.producers; at += 1) {
    producers.push(await SmallProducer.open(address, load, at));
  }
  const startMs = performance.now();
  await Promise.all(producers.map((producer) => producer.run(load.transactions)));
  return {
    seconds: (performance.now() - startMs) / 1000,
    commitMs: producers.flatMap(({ commitMs }) => commitMs),
    wholeMs: producers.flatMap(({ wholeMs }) => wholeMs),
  };
}

interface ProducerIdentity {
  readonly producerId: number;
  readonly producerEpoch: number;
}

class SmallProducer {
  readonly commitMs: number[] = [];
  readonly wholeMs: number[] = [];
  readonly #connection: WireConnection;
  readonly #load: SmallTransactions;
  readonly #partition: number;
  readonly #value: Uint8Array;
  #who: ProducerIdentity;

  private constructor(
    connection: WireConnection,
    what: { load: SmallTransactions; partition: number; who: ProducerIdentity },
  ) {
    this.#connection = connection;
    this.#load = what.load;
    this.#partition = what.partition;
    this.#who = what.who;
    this.#value = new Uint8Array(what.load.recordBytes);
  }

  static async open(
    address: Address,
    load: SmallTransactions,
    partition: number,
  ): Promise<SmallProducer> {
    const connection = await WireConnection.open(address);
    const { producerId, producerEpoch } = await transactionalProducer(connection, idOf(partition));
    const who = { producerId, producerEpoch };
    return new SmallProducer(connection, { load, partition, who });
  }

  async run(transactions: number): Promise<void> {
    for (let count = 0; count < transactions; count += 1) {
      const startMs = performance.now();
      await this.#write();
      const writtenMs = performance.now();
      await this.#commit();
      const committedMs = performance.now();
      this.commitMs.push(committedMs - writtenMs);
      this.wholeMs.push(committedMs - startMs);
    }
    this.#connection[Symbol.dispose]();
  }

  /** Again for as long as the transaction before is not complete, or the topic too new. */
  async #write(): Promise<void> {
    const header = { ...this.#who, baseSequence: 0, isTransactional: true };
    const records = batchOf([{ timestamp: Date.now(), key: null, value: this.#value }], header);
    for (;;) {
      const response = await this.#connection.answer(calls.produce, PRODUCE_VERSION, {
        transactionalId: idOf(this.#partition),
        acks: ACKS_ALL,
        timeoutMs: TIMEOUT_MS,
        topicData: [
          { name: this.#load.topic, partitionData: [{ index: this.#partition, records }] },
        ],
      });
      const error = nameOf(response.responses[0]!.partitionResponses[0]!.errorCode);
      if (error === "NONE") return;
      if (!retriable.has(error)) throw new Error(`Produce: ${error}, expected NONE.`);
    }
  }

  async #commit(): Promise<void> {
    const transactionalId = idOf(this.#partition);
    const draft = { transactionalId, ...this.#who, committed: true };
    const { errorCode, producerId, producerEpoch } = await this.#connection.answer(
      endTxn,
      END_VERSION,
      draft,
    );
    if (errorCode !== 0) throw new Error(`EndTxn: ${nameOf(errorCode)}, expected NONE.`);
    this.#who = { producerId, producerEpoch };
  }
}

function idOf(partition: number): string {
  return `small-${partition}`;
}
