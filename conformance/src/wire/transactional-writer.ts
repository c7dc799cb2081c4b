import { errorByCode } from "@naru/protocol";
import { transactionCalls } from "../differential/transaction-calls.ts";
import { until } from "../runner/waiting.ts";
import { calls } from "./calls.ts";
import type { WireConnection } from "./connection.ts";
import { batchOf, textRecord, type PartitionName } from "./topic.ts";

const GROUP = 0;
const TRANSACTION = 1;
const READY_LIMIT_MS = 30_000;
const TIMEOUT_MS = 10_000;

/** A producer of a transactional id that leaves enrolment to the broker (KIP-890). */
export class TransactionalWriter {
  readonly #connection: WireConnection;
  readonly transactionalId: string;
  readonly #sequences = new Map<string, number>();
  #who = { producerId: -1, producerEpoch: -1 };

  constructor(connection: WireConnection, transactionalId: string) {
    this.#connection = connection;
    this.transactionalId = transactionalId;
  }

  /** Whatever was open before is aborted. */
  async init(transactionTimeoutMs: number): Promise<void> {
    const { transactionalId } = this;
    await findCoordinator(this.#connection, TRANSACTION, transactionalId);
    const request = { transactionalId, transactionTimeoutMs };
    this.#who = await until(`a producer for ${transactionalId}`, READY_LIMIT_MS, async () => {
      const answer = await this.#connection.answer(calls.initProducerId, 5, request);
      return answer.errorCode === 0 ? answer : undefined;
    });
  }

  async write(at: PartitionName, value: string): Promise<void> {
    const key = `${at.topic}-${at.partition}`;
    const baseSequence = this.#sequences.get(key) ?? 0;
    const { producerId, producerEpoch } = this.#who;
    const who = { producerId, producerEpoch, baseSequence, isTransactional: true };
    const records = batchOf([textRecord(null, value, Date.now())], who);
    const { transactionalId } = this;
    await until(`${value} is written`, READY_LIMIT_MS, async () => {
      const partitionData = [{ index: at.partition, records }];
      const topicData = [{ name: at.topic, partitionData }];
      const request = { transactionalId, acks: -1, timeoutMs: TIMEOUT_MS, topicData };
      const answer = await this.#connection.answer(calls.produce, 12, request);
      return answer.responses[0]!.partitionResponses[0]!.errorCode === 0 ? true : undefined;
    });
    this.#sequences.set(key, baseSequence + 1);
  }

  async commitOffset(
    groupId: string,
    { topic, partition }: PartitionName,
    committedOffset: number,
  ): Promise<void> {
    await findCoordinator(this.#connection, GROUP, groupId);
    const { transactionalId } = this;
    await until(`an offset of ${groupId} is written`, READY_LIMIT_MS, async () => {
      const partitions = [{ partitionIndex: partition, committedOffset, committedMetadata: "" }];
      const topics = [{ name: topic, partitions }];
      const request = { transactionalId, groupId, ...this.#who, topics };
      const answer = await this.#connection.answer(transactionCalls.commitOffsets, 5, request);
      return answer.topics[0]!.partitions[0]!.errorCode === 0 ? true : undefined;
    });
  }

  async commit(): Promise<void> {
    const { transactionalId } = this;
    const request = { transactionalId, ...this.#who, committed: true };
    const { errorCode } = await this.#connection.answer(transactionCalls.end, 5, request);
    if (errorCode !== 0) throw new Error(`commit of ${transactionalId}: ${errorByCode(errorCode)}`);
  }
}

/** The first who asks has the coordinator's topic made. */
export async function findCoordinator(
  connection: WireConnection,
  keyType: number,
  key: string,
): Promise<void> {
  await until(`${key} is coordinated`, READY_LIMIT_MS, async () => {
    const request = { keyType, coordinatorKeys: [key] };
    const answer = await connection.answer(calls.findCoordinator, 4, request);
    return answer.coordinators[0]!.errorCode === 0 ? true : undefined;
  });
}

/** undefined while a transaction holds it, or the coordinator is not ready. */
export async function stableOffset(
  connection: WireConnection,
  groupId: string,
  { topic, partition }: PartitionName,
): Promise<number | undefined> {
  const topics = [{ name: topic, partitionIndexes: [partition] }];
  const request = { groups: [{ groupId, topics }], requireStable: true };
  const answer = await connection.answer(calls.offsetFetch, 8, request);
  const group = answer.groups[0]!;
  const found = group.topics[0]?.partitions[0];
  return group.errorCode === 0 && found?.errorCode === 0 ? found.committedOffset : undefined;
}

/** Kafka's name of the state that an id's transaction is in. */
export async function transactionState(
  connection: WireConnection,
  transactionalId: string,
): Promise<string> {
  const request = { transactionalIds: [transactionalId] };
  const answer = await connection.answer(transactionCalls.describe, 0, request);
  const { errorCode, transactionState: state } = answer.transactionStates[0]!;
  return errorCode === 0 ? state : errorByCode(errorCode);
}
