// ListPartitionReassignments, api key 46, version 0 (KIP-455).
// Reassignments cannot be asked for yet (AlterPartitionReassignments), so there is none to list.
import { codeOf } from "@naru/protocol";
import {
  decodeListPartitionReassignmentsRequest,
  encodeListPartitionReassignmentsResponse,
  type ListPartitionReassignmentsRequest,
  type ListPartitionReassignmentsResponseDraft,
} from "@naru/protocol/messages/list-partition-reassignments";

import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

/** Asks the controller which partitions are moving: `kafka-topics --describe` does. */
export function listPartitionReassignmentsApi(
  broker: ApiBroker,
): Api<ListPartitionReassignmentsRequest, ListPartitionReassignmentsResponseDraft> {
  return {
    key: 46,
    name: "ListPartitionReassignments",
    minVersion: 0,
    maxVersion: 0,
    decode: decodeListPartitionReassignmentsRequest,
    handle: (request) => broker.controller.listPartitionReassignments(request),
    encode: encodeListPartitionReassignmentsResponse,
    failed: (_request, error, errorMessage) => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      errorMessage,
      topics: [],
    }),
  };
}
