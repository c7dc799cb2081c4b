/**
 * DeleteTopics, as the controller decides it. One RemoveTopicRecord takes the topic, its partitions
 * and its configurations out of the image; brokers then remove the logs. A topic of the same name
 * that is created afterwards has another id, and so never meets what is left of the old one.
 */
import { ZERO_UUID, codeOf } from "@naru/protocol";
import type {
  DeleteTopicsRequestDraft,
  DeleteTopicsResponse,
  DeleteTopicsResponseDeletableTopicResult,
} from "@naru/protocol/messages/delete-topics";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerStep, ControllerView, ItemError } from "./controller-step.ts";
import { repeatedIn } from "./repeated.ts";

/** A topic as a request names it: by name, or by id with the name null. */
interface Named {
  readonly name: string | null;
  readonly topicId: string;
}

/** Deletes topics by name or by id; each stands or falls by itself. */
export function deleteTopics(
  view: ControllerView,
  request: DeleteTopicsRequestDraft,
): ControllerStep<DeleteTopicsResponse> {
  const named = namedIn(request);
  const repeatedNames = repeatedIn(named.flatMap(({ name }) => name ?? []));
  const ids = named.filter(({ name, topicId }) => name === null && topicId !== ZERO_UUID);
  const repeatedIds = repeatedIn(ids.map(({ topicId }) => topicId));
  const records: MetadataRecordDraft[] = [];
  const responses: DeleteTopicsResponseDeletableTopicResult[] = [];
  const answered = new Set<string>();
  const deleted = new Set<string>();
  for (const topic of named) {
    // What is named twice is answered once, with an error.
    const key = topic.name === null ? `id ${topic.topicId}` : `name ${topic.name}`;
    const isRepeated =
      topic.name === null ? repeatedIds.has(topic.topicId) : repeatedNames.has(topic.name);
    if (isRepeated && answered.has(key)) continue;
    answered.add(key);
    const found = isRepeated ? duplicate(topic) : find(view, topic);
    if ("error" in found) {
      responses.push({ ...topic, errorCode: codeOf(found.error), errorMessage: found.message });
      continue;
    }
    responses.push({ ...found, errorCode: codeOf("NONE"), errorMessage: null });
    // The same topic, once by name and once by id, goes once.
    if (deleted.has(found.topicId)) continue;
    deleted.add(found.topicId);
    records.push(draftRecord("RemoveTopicRecord", 0, { topicId: found.topicId }));
  }
  return { records, response: { throttleTimeMs: 0, responses } };
}

/** Versions up to 5 have a list of names, later ones a list of either. */
function namedIn(request: DeleteTopicsRequestDraft): Named[] {
  const { topics = [], topicNames = [] } = request;
  return [
    ...topics.map(({ name = null, topicId }) => ({ name, topicId })),
    ...topicNames.map((name) => ({ name, topicId: ZERO_UUID })),
  ];
}

function duplicate({ name }: Named): ItemError {
  const what = name === null ? "id" : "name";
  return { error: "INVALID_REQUEST", message: `Duplicate topic ${what}.` };
}

function find(
  { image, config }: ControllerView,
  { name, topicId }: Named,
): { readonly name: string; readonly topicId: string } | ItemError {
  if (!config.deleteTopicEnable) {
    return { error: "TOPIC_DELETION_DISABLED", message: "Topic deletion is disabled." };
  }
  if (name !== null && topicId !== ZERO_UUID) {
    const message = "You may not specify both topic name and topic id.";
    return { error: "INVALID_REQUEST", message };
  }
  if (name === null && topicId === ZERO_UUID) {
    return { error: "INVALID_REQUEST", message: "Neither topic name nor id were specified." };
  }
  const topic = name === null ? image.topics.byId(topicId) : image.topics.byName(name);
  if (topic !== undefined) return { name: topic.name, topicId: topic.id };
  return name === null
    ? { error: "UNKNOWN_TOPIC_ID", message: "This server does not host this topic ID." }
    : {
        error: "UNKNOWN_TOPIC_OR_PARTITION",
        message: "This server does not host this topic-partition.",
      };
}
