import type { ProducerEntry } from "./producer-entry.ts";

/** What DescribeProducers tells of a producer; -1 where there is nothing to tell. */
export interface ProducerView {
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly lastSequence: number;
  readonly lastTimestamp: number;
  readonly coordinatorEpoch: number;
  readonly currentTxnStartOffset: number;
}

/** What is told of an entry. */
export function producerView(entry: ProducerEntry): ProducerView {
  const { producerId, producerEpoch, lastSequence, lastTimestamp, coordinatorEpoch } = entry;
  const currentTxnStartOffset = entry.currentTxnFirstOffset;
  return {
    producerId,
    producerEpoch,
    lastSequence,
    lastTimestamp,
    coordinatorEpoch,
    currentTxnStartOffset,
  };
}
