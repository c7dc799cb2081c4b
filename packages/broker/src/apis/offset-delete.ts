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
      const exists = (name: string, partition: number): boolean =>
        topics.byName(name)?.partitions.has(partition) === true;
      const known = request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.filter(({ partitionIndex }) => exists(name, partitionIndex)),
      }));
      const asked = { ...request, topics: known.filter(({ partitions }) => partitions.length > 0) };
      const answer = await askGroup<OffsetDeleteResponseDraft>(broker, request.groupId, {
        run: (machine, step, to) => deleteOffsets(machine, { request: asked, to }, step),
        failed: failedOffsetDelete,
      });
      if (answer === undefined || answer.errorCode !== 0) return answer;
      return { ...answer, topics: request.topics.map((topic) => answerOf(topic, answer)) };
    },
    encode: encodeOffsetDeleteResponse,
    failed: (_request, error) => failedOffsetDelete(error),
  };
}

type AnsweredTopic = OffsetDeleteResponseDraft["topics"][number];

/** What became of each partition: those that the group was not asked about do not exist. */
function answerOf(
  { name, partitions }: OffsetDeleteRequest["topics"][number],
  answer: OffsetDeleteResponseDraft,
): AnsweredTopic {
  const told = answer.topics.find((topic) => topic.name === name)?.partitions ?? [];
  const isTold = new Set(told.map(({ partitionIndex }) => partitionIndex));
  const errorCode = codeOf("UNKNOWN_TOPIC_OR_PARTITION");
  const unknown = partitions
    .filter(({ partitionIndex }) => !isTold.has(partitionIndex))
    .map(({ partitionIndex }) => ({ partitionIndex, errorCode }));
  return { name, partitions: [...unknown, ...told] };
}
