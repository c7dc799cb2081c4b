// WriteTxnMarkers, api key 27, versions 1-2.
//   v1  flexible versions
//   v2  transactionVersion: whether the markers raise the producer's epoch (KIP-890)
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeWriteTxnMarkersRequest,
  encodeWriteTxnMarkersResponse,
  type WriteTxnMarkersRequest,
  type WriteTxnMarkersRequestWritableTxnMarker as AskedMarker,
  type WriteTxnMarkersResponseDraft,
} from "@naru/protocol/messages/write-txn-markers";
import type { EndMarker, MarkerWriter } from "../coordinator/transaction/marker-writer.ts";
import type { TopicPartition } from "../coordinator/transaction/topic-partition.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Answer, Api } from "./api.ts";

/** What WriteTxnMarkers needs of the broker. */
export interface MarkerBroker {
  readonly markers: MarkerWriter;
}

/**
 * Ends transactions in partitions that this broker leads: asked by a coordinator, or by an operator
 * who ends one that no coordinator knows of.
 */
export function writeTxnMarkersApi(
  broker: MarkerBroker,
): Api<WriteTxnMarkersRequest, WriteTxnMarkersResponseDraft> {
  return {
    key: 27,
    name: "WriteTxnMarkers",
    minVersion: 1,
    maxVersion: 2,
    decode: decodeWriteTxnMarkersRequest,
    handle: (request) => {
      const isNobodys = request.markers.some((one) => one.producerId < 0 || one.producerEpoch < 0);
      return isNobodys
        ? failedMarkers(request, "UNKNOWN_SERVER_ERROR")
        : new MarkersCall(request).start(broker.markers);
    },
    encode: encodeWriteTxnMarkersResponse,
    failed: failedMarkers,
  };
}

function failedMarkers(
  request: WriteTxnMarkersRequest,
  error: ErrorName,
): WriteTxnMarkersResponseDraft {
  const call = new MarkersCall(request);
  for (const { marker, partitions } of call.asked) {
    for (const partition of partitions) call.answered(marker.producerId, partition, error);
  }
  return call.response();
}

type ErrorCodes = Map<string, Map<number, number>>;

/** One request on its way. A producer that is named twice has one answer, as Kafka's have. */
class MarkersCall {
  readonly asked: readonly { marker: EndMarker; partitions: readonly TopicPartition[] }[];
  readonly #codes = new Map<number, ErrorCodes>();
  #open = 1;

  constructor({ markers }: WriteTxnMarkersRequest) {
    this.asked = markers.map((marker) => ({
      marker: endMarkerOf(marker),
      partitions: marker.topics.flatMap(({ name: topic, partitionIndexes }) =>
        partitionIndexes.map((partition) => ({ topic, partition })),
      ),
    }));
  }

  start(writer: MarkerWriter): Answer<WriteTxnMarkersResponseDraft> {
    const later = new LaterAnswer<WriteTxnMarkersResponseDraft>();
    const close = (): void => {
      this.#open -= 1;
      if (this.#open === 0) later.resolve(this.response());
    };
    // First all places, in the order in which they were asked for.
    for (const { marker, partitions } of this.asked) {
      for (const each of partitions) this.answered(marker.producerId, each, "NONE");
    }
    for (const { marker, partitions } of this.asked) {
      for (const partition of partitions) {
        this.#open += 1;
        writer.write(marker, partition, (error) => {
          this.answered(marker.producerId, partition, error);
          close();
        });
      }
    }
    close();
    return later;
  }

  answered(producerId: number, { topic, partition }: TopicPartition, error: ErrorName): void {
    const topics: ErrorCodes = this.#codes.get(producerId) ?? new Map();
    this.#codes.set(producerId, topics);
    const partitions = topics.get(topic) ?? new Map<number, number>();
    topics.set(topic, partitions.set(partition, codeOf(error)));
  }

  response(): WriteTxnMarkersResponseDraft {
    return {
      markers: Array.from(this.#codes, ([producerId, topics]) => ({
        producerId,
        topics: Array.from(topics, ([name, partitions]) => ({
          name,
          partitions: Array.from(partitions, ([partitionIndex, errorCode]) => ({
            partitionIndex,
            errorCode,
          })),
        })),
      })),
    };
  }
}

function endMarkerOf(asked: AskedMarker): EndMarker {
  return {
    producerId: asked.producerId,
    producerEpoch: asked.producerEpoch,
    coordinatorEpoch: asked.coordinatorEpoch,
    outcome: asked.transactionResult ? "COMMIT" : "ABORT",
    transactionVersion: asked.transactionVersion,
  };
}
