import { calls } from "../wire/calls.ts";
import { fetchBytes, type PartitionName } from "../wire/topic.ts";
import { RecordBatch, batchFrameAt } from "@naru/protocol";
import type { BrokerSide } from "./broker-side.ts";
import type { Pair } from "./pair.ts";
import { batchLine } from "./plain-answer.ts";

const LATEST = -1;
const EARLIEST = -2;

/**
 * Compares all batches of a partition. One answer would not do: Kafka's ends with the segment, ours
 * with what is in memory.
 */
export async function compareBatches(pair: Pair, at: PartitionName): Promise<void> {
  const [ours, theirs] = [await batchesOf(pair.naru, at), await batchesOf(pair.kafka, at)];
  const count = Math.max(ours.length, theirs.length);
  for (let index = 0; index < count; index += 1) {
    pair.compare(`batches of ${at.topic}-${at.partition}`, ours[index], theirs[index]);
  }
  for (const timestamp of [EARLIEST, LATEST]) {
    const partitions = [{ partitionIndex: at.partition, timestamp }];
    const topics = [{ name: at.topic, partitions }];
    await pair.ask(calls.listOffsets, 5, { replicaId: -1, topics });
  }
}

async function batchesOf(side: BrokerSide, at: PartitionName): Promise<string[]> {
  const lines: string[] = [];
  if (side.connection.isClosed) await side.reconnect();
  for (let next = await startOf(side, at); ;) {
    const before = next;
    const { bytes, highWatermark } = await fetchBytes(side.connection, at, next);
    for (let position = 0; batchFrameAt(bytes, position) === "whole";) {
      const batch = RecordBatch.at(bytes, position);
      lines.push(batchLine(batch, side));
      next = batch.nextOffset;
      position = batch.endPosition;
    }
    if (next >= highWatermark) return lines;
    if (next === before) return [...lines, `no batch at ${next}`];
  }
}

async function startOf(side: BrokerSide, at: PartitionName): Promise<number> {
  const partitions = [{ partitionIndex: at.partition, timestamp: EARLIEST }];
  const topics = [{ name: at.topic, partitions }];
  const answer = await side.connection.answer(calls.listOffsets, 5, { replicaId: -1, topics });
  return answer.topics[0]!.partitions[0]!.offset;
}
