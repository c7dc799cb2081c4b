/**
 * Producer ids in blocks. The block is committed before it is handed out, so an id is never given
 * twice; what a broker has not used of its block when it stops is never given at all.
 */
import { codeOf } from "@naru/protocol";
import type {
  AllocateProducerIdsRequestDraft,
  AllocateProducerIdsResponse,
} from "@naru/protocol/messages/allocate-producer-ids";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerStep, ControllerView } from "./controller-step.ts";

/** Kafka's block. */
const PRODUCER_IDS_PER_BLOCK = 1000;

/** Gives a broker a block of producer ids that nobody else was or will be given. */
export function allocateProducerIds(
  { image }: ControllerView,
  { brokerId, brokerEpoch }: AllocateProducerIdsRequestDraft,
): ControllerStep<AllocateProducerIdsResponse> {
  const none = { throttleTimeMs: 0, producerIdStart: 0, producerIdLen: 0 };
  if (image.brokers.get(brokerId)?.epoch !== brokerEpoch) {
    return { records: [], response: { ...none, errorCode: codeOf("STALE_BROKER_EPOCH") } };
  }
  const producerIdStart = image.nextProducerId;
  const nextProducerId = producerIdStart + PRODUCER_IDS_PER_BLOCK;
  return {
    records: [draftRecord("ProducerIdsRecord", 0, { brokerId, brokerEpoch, nextProducerId })],
    response: {
      throttleTimeMs: 0,
      errorCode: codeOf("NONE"),
      producerIdStart,
      producerIdLen: PRODUCER_IDS_PER_BLOCK,
    },
  };
}
