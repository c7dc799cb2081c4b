import type { RunningBroker } from "../runner/target.ts";
import { until, within } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import { type Call, requestFrame, WireConnection } from "../wire/connection.ts";
import { newProducer, untilLed } from "../wire/topic.ts";
import { type Leaves, leavesOf, type OwnNames } from "./plain-answer.ts";

const METADATA_WITH_IDS = 12;
const LATEST = -1;
const ANSWER_LIMIT_MS = 3_000;
const LED_LIMIT_MS = 10_000;
const UNANSWERED = 0x7fff_0000;

export interface ProducerIdentity {
  readonly id: number;
  readonly epoch: number;
}

/** One of the two brokers, with what it calls things. */
export class BrokerSide implements OwnNames {
  readonly name: "naru" | "kafka";
  broker: RunningBroker;
  /** By order of their asking. */
  producers: ProducerIdentity[] = [];
  /** By the scenario's own names. */
  readonly sessions = new Map<string, number>();
  readonly #topicIds = new Map<string, string>();
  #connection: WireConnection;

  private constructor(name: "naru" | "kafka", broker: RunningBroker, connection: WireConnection) {
    this.name = name;
    this.broker = broker;
    this.#connection = connection;
  }

  static async open(name: "naru" | "kafka", broker: RunningBroker): Promise<BrokerSide> {
    return new BrokerSide(name, broker, await WireConnection.open(broker));
  }

  get connection(): WireConnection {
    return this.#connection;
  }

  async ask<Draft, Response>(
    call: Call<Draft, Response>,
    version: number,
    draft: Draft,
  ): Promise<Response | undefined | "no answer"> {
    if (this.#connection.isClosed) await this.reconnect();
    try {
      return await within("an answer", ANSWER_LIMIT_MS, this.#connection.ask(call, version, draft));
    } catch {
      if (this.#connection.isClosed) return undefined;
      await this.reconnect();
      return "no answer";
    }
  }

  /** Sends what is not answered. */
  async tell<Draft, Response>(
    call: Call<Draft, Response>,
    version: number,
    draft: Draft,
  ): Promise<void> {
    if (this.#connection.isClosed) await this.reconnect();
    this.#connection.send(requestFrame(call, version, draft, UNANSWERED));
  }

  async reconnect(): Promise<void> {
    this.#connection[Symbol.dispose]();
    this.#connection = await WireConnection.open(this.broker);
  }

  close(): void {
    this.#connection[Symbol.dispose]();
  }

  /** Learns the ids of topics that exist now. */
  async learnTopics(names: readonly string[]): Promise<void> {
    const topics = names.map((name) => ({ name }));
    if (this.#connection.isClosed) await this.reconnect();
    const response = await this.#connection.answer(calls.metadata, METADATA_WITH_IDS, {
      topics,
      allowAutoTopicCreation: false,
    });
    for (const { name, topicId, errorCode } of response.topics) {
      // The id of a topic that is gone is kept: it may be asked for.
      if (name !== null && errorCode === 0) this.#topicIds.set(name, topicId);
    }
  }

  async untilLed(name: string, partitions: number): Promise<void> {
    if (this.#connection.isClosed) await this.reconnect();
    await untilLed(this.#connection, name, partitions);
    await this.#untilServed(name, partitions);
    await this.learnTopics([name]);
  }

  /** Kafka's metadata names a leader a moment before it is one. */
  async #untilServed(name: string, partitions: number): Promise<void> {
    const asked = Array.from({ length: partitions }, (_, partitionIndex) => ({
      partitionIndex,
      timestamp: LATEST,
    }));
    await until(`${name} is served`, LED_LIMIT_MS, async () => {
      const topics = [{ name, partitions: asked }];
      const answer = await this.#connection.answer(calls.listOffsets, 5, { replicaId: -1, topics });
      const failed = answer.topics[0]!.partitions.some(({ errorCode }) => errorCode !== 0);
      return failed ? undefined : true;
    });
  }

  /** The id of a topic; one that no topic has when the topic is not known. */
  topicId(name: string): string {
    return this.#topicIds.get(name) ?? "AAAAAAAAAAAAAAAAAAAAAg";
  }

  /** What was made by one broker and is served by another now. */
  takeOver(other: BrokerSide): void {
    this.producers = [...other.producers];
    for (const [name, id] of other.#topicIds) this.#topicIds.set(name, id);
  }

  async addProducer(): Promise<void> {
    const { producerId, producerEpoch } = await newProducer(this.#connection);
    this.producers.push({ id: producerId, epoch: producerEpoch });
  }

  leaves(answer: unknown): Leaves {
    if (typeof answer === "object") return leavesOf(answer, this);
    return new Map([["", typeof answer === "string" ? answer : "closed"]]);
  }

  topicNameOf(topicId: string): string {
    for (const [name, id] of this.#topicIds) if (id === topicId) return `id of ${name}`;
    return "some id";
  }

  producerNameOf(producerId: number): string {
    if (producerId < 0) return String(producerId);
    const index = this.producers.findIndex(({ id }) => id === producerId);
    return index === -1 ? `producer ${producerId}` : `given ${index}`;
  }
}
