// OffsetDelete, api key 47, version 0 (KIP-496).
import { codeOf } from "@naru/protocol";
import {
  decodeOffsetDeleteRequest,
  encodeOffsetDeleteResponse,
  type OffsetDeleteRequest,
  type OffsetDeleteResponseDraft,
} from "@naru/protocol/messages/offset-delete";
import { deleteOffsets, failedOffsetDelete } from "../coordinator/group/offsets/delete-offsets.ts";
import type { Api } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

/** Forgets committed offsets of topics that no member of the group reads. */
export function offsetDeleteApi(
  broker: GroupBroker,
): Api<OffsetDeleteRequest, OffsetDeleteResponseDraft> {
  return {
    key: 47,
    name: "OffsetDelete",
    minVersion: 0,
    maxVersion: 0,
    decode: decodeOffsetDeleteRequest,
    handle: async (request) => {
      const { topics } = broker.image();
      const exists = ({ name }: { name: string }): boolean => topics.byName(name) !== undefined;
      const known = { ...request, topics: request.topics.filter(exists) };
      const answer = await askGroup<OffsetDeleteResponseDraft>(broker, request.groupId, {
        run: (machine, step, to) => deleteOffsets(machine, { request: known, to }, step),
        failed: failedOffsetDelete,
      });
      if (answer === undefined || answer.errorCode !== 0) return answer;
      const unknown = request.topics.filter((topic) => !exists(topic));
      return { ...answer, topics: [...answer.topics, ...unknown.map(unknownTopic)] };
    },
    encode: encodeOffsetDeleteResponse,
    failed: (_request, error) => failedOffsetDelete(error),
  };
}

function unknownTopic({
  name,
  partitions,
}: OffsetDeleteRequest["topics"][number]): OffsetDeleteResponseDraft["topics"][number] {
  const errorCode = codeOf("UNKNOWN_TOPIC_OR_PARTITION");
  return {
    name,
    partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
  };
}
