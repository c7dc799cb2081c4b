// OffsetFetch, api key 9, versions 1-10.
//   v2   null topics ask for everything; an error of the whole answer
//   v5   committedLeaderEpoch
//   v6   flexible versions
//   v7   requireStable: offsets of open transactions are not passed over in silence (KIP-447)
//   v8   several groups in one request
//   v9   member id and epoch, for the consumer protocol (KIP-848)
//   v10  topic ids instead of names
import { ZERO_UUID, codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeOffsetFetchRequest,
  encodeOffsetFetchResponse,
  type OffsetFetchRequest,
  type OffsetFetchRequestOffsetFetchRequestGroup as AskedGroup,
  type OffsetFetchResponseDraft,
  type OffsetFetchResponseOffsetFetchResponseGroupDraft as GroupAnswer,
  type OffsetFetchResponseOffsetFetchResponseTopicsDraft as TopicAnswer,
} from "@naru/protocol/messages/offset-fetch";
import { fetchError, fetchOffsets, noOffset } from "../coordinator/group/offsets/fetch-offsets.ts";
import type { Api, RequestContext } from "./api.ts";
import { askGroup, type GroupBroker } from "./group-broker.ts";

const GROUPS_SINCE_VERSION = 8;
const WHOLE_ERROR_SINCE_VERSION = 2;
const TOPIC_IDS_SINCE_VERSION = 10;

/** How far groups have come. */
export function offsetFetchApi(
  broker: GroupBroker,
): Api<OffsetFetchRequest, OffsetFetchResponseDraft> {
  return {
    key: 9,
    name: "OffsetFetch",
    minVersion: 1,
    maxVersion: 10,
    decode: decodeOffsetFetchRequest,
    handle: (request, context) => handleOffsetFetch(broker, request, context),
    encode: (writer, response, version) => encodeOffsetFetchResponse(writer, response, version),
    failed: (request, error) => ({
      errorCode: codeOf(error),
      topics: [],
      groups: request.groups.map(({ groupId }) => failedGroup(groupId, error)),
    }),
  };
}

async function handleOffsetFetch(
  broker: GroupBroker,
  request: OffsetFetchRequest,
  { apiVersion }: RequestContext,
): Promise<OffsetFetchResponseDraft> {
  const { requireStable } = request;
  if (apiVersion >= GROUPS_SINCE_VERSION) {
    const groups = await Promise.all(
      request.groups.map((group) => fetchGroup(broker, group, { apiVersion, requireStable })),
    );
    return { groups };
  }
  const topics =
    request.topics?.map(({ name, partitionIndexes }) => ({
      name,
      topicId: ZERO_UUID,
      partitionIndexes,
    })) ?? null;
  const group = { groupId: request.groupId, memberId: null, memberEpoch: -1, topics };
  return single(
    request,
    await fetchGroup(broker, group, { apiVersion, requireStable }),
    apiVersion,
  );
}

/** Before version 8 there is one group, and before 2 its error stands at each partition. */
function single(
  request: OffsetFetchRequest,
  { topics, errorCode = 0 }: GroupAnswer,
  apiVersion: number,
): OffsetFetchResponseDraft {
  if (errorCode !== 0 && apiVersion < WHOLE_ERROR_SINCE_VERSION) {
    return {
      topics: (request.topics ?? []).map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionIndexes.map((index) => ({ ...noOffset(index), errorCode })),
      })),
    };
  }
  return { errorCode, topics: topics.map(({ name = "", partitions }) => ({ name, partitions })) };
}

async function fetchGroup(
  broker: GroupBroker,
  asked: AskedGroup,
  how: { readonly apiVersion: number; readonly requireStable: boolean },
): Promise<GroupAnswer> {
  const { groupId } = asked;
  const { requireStable } = how;
  const isById = how.apiVersion >= TOPIC_IDS_SINCE_VERSION;
  const { topics: images } = broker.image();
  const nameOf = (topic: { name: string; topicId: string }): string | undefined =>
    isById ? images.byId(topic.topicId)?.name : topic.name;
  const wanted =
    asked.topics?.flatMap((topic) => {
      const name = nameOf(topic);
      return name === undefined ? [] : [{ name, partitionIndexes: topic.partitionIndexes }];
    }) ?? null;
  const answer = await askGroup<GroupAnswer>(broker, groupId, {
    run: (machine, step, to) => {
      const error = fetchError(machine, asked);
      if (error !== undefined) return step.reply(to, failedGroup(groupId, error));
      const topics = fetchOffsets(machine, { groupId, topics: wanted, requireStable });
      step.reply(to, { groupId, topics, errorCode: 0 });
    },
    failed: (error) => failedGroup(groupId, error),
  });
  const fetched = answer ?? failedGroup(groupId, "UNKNOWN_SERVER_ERROR");
  if (!isById || fetched.errorCode !== 0) return fetched;
  const withIds = fetched.topics.flatMap((topic): TopicAnswer[] => {
    // Offsets of a topic that is gone cannot be named by id.
    const id = images.byName(topic.name ?? "")?.id;
    return id === undefined ? [] : [{ ...topic, topicId: id }];
  });
  const unknown = (asked.topics ?? []).filter((topic) => nameOf(topic) === undefined);
  return { ...fetched, topics: [...withIds, ...unknown.map(unknownTopic)] };
}

function unknownTopic(topic: { topicId: string; partitionIndexes: number[] }): TopicAnswer {
  const errorCode = codeOf("UNKNOWN_TOPIC_ID");
  return {
    topicId: topic.topicId,
    partitions: topic.partitionIndexes.map((index) => ({ ...noOffset(index), errorCode })),
  };
}

function failedGroup(groupId: string, error: ErrorName): GroupAnswer {
  return { groupId, topics: [], errorCode: codeOf(error) };
}
