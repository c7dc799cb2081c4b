import type { SegmentList } from "./segment-list.ts";
import type { AbortedTransaction } from "./transaction-index.ts";

/** The aborted transactions with records in this range of offsets, `endOffset` exclusive. */
export function abortedTransactions(
  segments: SegmentList,
  { startOffset, endOffset }: { startOffset: number; endOffset: number },
): AbortedTransaction[] {
  const aborted: AbortedTransaction[] = [];
  for (let index = segments.indexAt(startOffset); index < segments.count; index += 1) {
    for (const entry of segments.all[index]!.transactionIndex.entries) {
      if (entry.lastOffset >= startOffset && entry.firstOffset < endOffset) aborted.push(entry);
      // No transaction that was open below the end can come after this one.
      if (entry.lastStableOffset >= endOffset) return aborted;
    }
  }
  return aborted;
}
