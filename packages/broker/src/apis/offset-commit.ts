// OffsetCommit, api key 8, versions 2-10.
//   v5   no retention time of the client's own any longer
//   v6   committedLeaderEpoch
//   v7   groupInstanceId, for static members (KIP-345)
//   v8   flexible versions
//   v9   GROUP_ID_NOT_FOUND and the errors of the consumer protocol (KIP-848)
//   v10  topic ids instead of names
import { ZERO_UUID, codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeOffsetCommitRequest,
  encodeOffsetCommitResponse,
  type OffsetCommitRequest,
  type OffsetCommitRequestOffsetCommitRequestTopic as TopicToCommit,
  type OffsetCommitResponseDraft,
  type OffsetCommitResponseOffsetCommitResponseTopicDraft as TopicAnswer,
} from "@naru/protocol/messages/offset-commit";
import { commitOffsets, failedCommit } from "../coordinator/group/offsets/commit-offsets.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Api, RequestContext } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

const TOPIC_IDS_SINCE_VERSION = 10;

/** Writes down how far a group has come. */
export function offsetCommitApi(
  broker: GroupBroker,
): Api<OffsetCommitRequest, OffsetCommitResponseDraft> {
  return {
    key: 8,
    name: "OffsetCommit",
    minVersion: 2,
    maxVersion: 10,
    decode: decodeOffsetCommitRequest,
    handle: (request, context) => handleOffsetCommit(broker, request, context),
    encode: encodeOffsetCommitResponse,
    failed: failedCommit,
  };
}

function handleOffsetCommit(
  broker: GroupBroker,
  request: OffsetCommitRequest,
  { apiVersion }: RequestContext,
): OffsetCommitResponseDraft | LaterAnswer<OffsetCommitResponseDraft> {
  const plan = planOf(broker, request, apiVersion);
  if (plan.known.length === 0) return { topics: plan.answers(new Map()) };
  const known = { ...request, topics: plan.known };
  const answer = new LaterAnswer<OffsetCommitResponseDraft>();
  askGroup<OffsetCommitResponseDraft>(broker, request.groupId, {
    run: (machine, step, to) => commitOffsets(machine, { request: known, apiVersion, to }, step),
    failed: (error) => failedCommit(known, error),
  }).whenSettled(
    (response) => {
      answer.resolve({ topics: plan.answers(codesOf(response?.topics ?? [])) });
    },
    (error) => answer.reject(error),
  );
  return answer;
}

type ErrorCodes = ReadonlyMap<string, ReadonlyMap<number, number>>;

interface Plan {
  /** What exists here, by name and id. */
  readonly known: TopicToCommit[];
  /** All that was asked, in its order, with what became of the known. */
  answers(codes: ErrorCodes): TopicAnswer[];
}

/** A request may name a topic more than once. */
function codesOf(topics: readonly TopicAnswer[]): ErrorCodes {
  const codes = new Map<string, Map<number, number>>();
  for (const { name = "", partitions } of topics) {
    const ofTopic = codes.get(name) ?? new Map<number, number>();
    codes.set(name, ofTopic);
    for (const { partitionIndex, errorCode } of partitions) ofTopic.set(partitionIndex, errorCode);
  }
  return codes;
}

function planOf(broker: GroupBroker, request: OffsetCommitRequest, apiVersion: number): Plan {
  const { topics } = broker.image();
  const isById = apiVersion >= TOPIC_IDS_SINCE_VERSION;
  const unknown: ErrorName = isById ? "UNKNOWN_TOPIC_ID" : "UNKNOWN_TOPIC_OR_PARTITION";
  const found = request.topics.map((topic) => ({
    topic,
    image: isById ? topics.byId(topic.topicId) : topics.byName(topic.name),
  }));
  const exists = (image: TopicImage, index: number): boolean => image.partitions.has(index);
  return {
    known: found.flatMap(({ topic, image }) => {
      if (image === undefined) return [];
      const partitions = topic.partitions.filter((one) => exists(image, one.partitionIndex));
      const { name, id: topicId } = image;
      return partitions.length === 0 ? [] : [{ ...topic, name, topicId, partitions }];
    }),
    answers: (codes) =>
      found.map(({ topic, image }) => ({
        name: topic.name,
        topicId: isById ? topic.topicId : ZERO_UUID,
        partitions: topic.partitions.map(({ partitionIndex }) => ({
          partitionIndex,
          errorCode:
            image === undefined
              ? codeOf(unknown)
              : (codes.get(image.name)?.get(partitionIndex) ??
                codeOf("UNKNOWN_TOPIC_OR_PARTITION")),
        })),
      })),
  };
}
