import { batchesIn } from "@naru/protocol";
import type { FetchResponsePartitionData } from "@naru/protocol/messages/fetch";
import { calls } from "../wire/calls.ts";
import type { WireConnection } from "../wire/connection.ts";
import { lineOf } from "../wire/filling.ts";
import { offsetAt, type PartitionName, readAll } from "../wire/topic.ts";

const EARLIEST = -2;
const FETCH_BYTES = 1_000_000;

/** All records of all topics but internal ones, and the aborted transactions, as lines of text. */
export async function contentsOf(connection: WireConnection): Promise<string[]> {
  const metadata = await connection.answer(calls.metadata, 8, { topics: null });
  const lines: string[] = [];
  for (const { name, isInternal, partitions } of metadata.topics) {
    if (isInternal) continue;
    for (const { partitionIndex: partition } of partitions) {
      const at = { topic: name!, partition };
      const start = await offsetAt(connection, at, EARLIEST);
      lines.push(`${name}-${partition} begins at ${start}`);
      for (const record of await readAll(connection, at, start)) {
        lines.push(`${name}-${partition} ${lineOf(record)}`);
      }
      lines.push(...(await transactionsOf(connection, at, start)));
    }
  }
  return lines.toSorted();
}

async function transactionsOf(
  connection: WireConnection,
  at: PartitionName,
  start: number,
): Promise<string[]> {
  const aborted = new Set<number>();
  for (let offset = start; ;) {
    // A fetch may end with a segment, and tells of no more than it holds.
    const fetched = await fetchCommitted(connection, at, offset);
    for (const { firstOffset } of fetched.abortedTransactions ?? []) aborted.add(firstOffset);
    const batches = [...batchesIn(fetched.records ?? new Uint8Array(0))];
    const next = batches.at(-1)?.nextOffset ?? offset;
    if (next === offset) {
      const { lastStableOffset, highWatermark } = fetched;
      const ends = `is stable up to ${lastStableOffset} and ends at ${highWatermark}`;
      const names = aborted.size === 0 ? "nothing" : [...aborted].join(", ");
      return [`${at.topic}-${at.partition} ${ends}; aborted: ${names}`];
    }
    offset = next;
  }
}

async function fetchCommitted(
  connection: WireConnection,
  { topic, partition }: PartitionName,
  fetchOffset: number,
): Promise<FetchResponsePartitionData> {
  const partitions = [{ partition, fetchOffset, partitionMaxBytes: FETCH_BYTES }];
  const response = await connection.answer(calls.fetch, 12, {
    maxWaitMs: 0,
    minBytes: 0,
    maxBytes: FETCH_BYTES,
    isolationLevel: 1,
    topics: [{ topic, partitions }],
  });
  return response.responses[0]!.partitions[0]!;
}
