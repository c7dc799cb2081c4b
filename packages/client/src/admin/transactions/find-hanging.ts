import { ProtocolError } from "@naru/protocol";
import type { Cluster } from "../../cluster/cluster.ts";
import type { TopicPartition } from "../../consumer/fetched-record.ts";
import { describeProducers, type ProducerState } from "./describe-producers.ts";
import { describeTransaction } from "./describe-transaction.ts";
import { listTransactions } from "./list-transactions.ts";

/** Where to look, and how old a transaction must be. */
export interface HangingSearch {
  /** All but Kafka's own without it. */
  readonly topic?: string | undefined;
  readonly partition?: number | undefined;
  /** Its replicas are asked, not the leaders. */
  readonly brokerId?: number | undefined;
  /** No transaction that its coordinator still minds is older. */
  readonly maxTimeoutMs: number;
}

/** A transaction that is open in a partition, by the producer that the partition remembers. */
export interface OpenTransaction extends TopicPartition {
  readonly producer: ProducerState;
}

/** Partitions asked for at once, as Kafka's tool does. */
const PARTITION_COUNT_MAX = 500;

/**
 * Transactions that no coordinator will end: open for longer than any may be, and of an id that is
 * not known, or whose coordinator does not count the partition among its own.
 */
export async function findHangingTransactions(
  cluster: Cluster,
  search: HangingSearch,
): Promise<OpenTransaction[]> {
  const partitions = await partitionsOf(cluster, search);
  const old: OpenTransaction[] = [];
  for (let at = 0; at < partitions.length; at += PARTITION_COUNT_MAX) {
    const some = partitions.slice(at, at + PARTITION_COUNT_MAX);
    old.push(...(await openAndOld(cluster, some, search)));
  }
  if (old.length === 0) return [];
  const producerIds = [...new Set(old.map(({ producer }) => producer.producerId))];
  const listed = await listTransactions(cluster, { producerIds });
  const minded = new Map<number, ReadonlySet<string>>();
  for (const { producerId, transactionalId } of listed) {
    minded.set(producerId, await partitionsMinded(cluster, transactionalId));
  }
  return old.filter((each) => minded.get(each.producer.producerId)?.has(nameOf(each)) !== true);
}

async function partitionsOf(
  cluster: Cluster,
  { topic, partition, brokerId }: HangingSearch,
): Promise<TopicPartition[]> {
  if (topic !== undefined && partition !== undefined) return [{ topic, partition }];
  const { topics } = await cluster.refresh(topic === undefined ? null : [topic]);
  const views = [...topics.values()].filter((view) => topic !== undefined || !view.isInternal);
  const missing = views.find(({ error }) => error !== "NONE");
  if (missing !== undefined) throw new ProtocolError(missing.error, `topic ${missing.name}`);
  return views.flatMap(({ name, partitions }) =>
    partitions
      .filter(({ replicas }) => brokerId === undefined || replicas.includes(brokerId))
      .map(({ index }) => ({ topic: name, partition: index })),
  );
}

async function openAndOld(
  cluster: Cluster,
  partitions: readonly TopicPartition[],
  { brokerId, maxTimeoutMs }: HangingSearch,
): Promise<OpenTransaction[]> {
  const found = await describeProducers(cluster, partitions, brokerId);
  const nowMs = cluster.runtime.clock.nowMs();
  return found.flatMap(({ topic, partition, producers }) =>
    producers
      .filter(({ transactionStartOffset }) => transactionStartOffset !== undefined)
      .filter(({ lastTimestamp }) => nowMs - lastTimestamp > maxTimeoutMs)
      .map((producer) => ({ topic, partition, producer })),
  );
}

/** Where the coordinator still has a marker to write. */
async function partitionsMinded(
  cluster: Cluster,
  transactionalId: string,
): Promise<ReadonlySet<string>> {
  try {
    const { partitions } = await describeTransaction(cluster, transactionalId);
    return new Set(partitions.map(nameOf));
  } catch (error) {
    if (error instanceof ProtocolError && error.code === "TRANSACTIONAL_ID_NOT_FOUND") {
      return new Set();
    }
    throw error;
  }
}

function nameOf({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}
