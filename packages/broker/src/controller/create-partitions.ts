/**
 * CreatePartitions, as the controller decides it. Partitions are only ever added, at the end: keys
 * are hashed to partitions by count, and the records that lie in one are found nowhere else. A
 * topic that is being reassigned takes new ones as well, with as many replicas as partition 0 has
 * now.
 */
import { codeOf } from "@naru/protocol";
import type {
  CreatePartitionsRequestCreatePartitionsTopicDraft,
  CreatePartitionsRequestDraft,
  CreatePartitionsResponse,
} from "@naru/protocol/messages/create-partitions";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import type { ControllerStep, ControllerView, ItemError } from "./controller-step.ts";
import { RECORDS_PER_REQUEST_MAX } from "./controller-step.ts";
import type { Assignment } from "./new-partitions.ts";
import {
  automaticAssignment,
  manualAssignmentError,
  newPartitionRecords,
} from "./new-partitions.ts";
import { repeatedIn } from "./repeated.ts";

type TopicDraft = CreatePartitionsRequestCreatePartitionsTopicDraft;

/** Adds partitions to topics, behind those that there are. */
export function createPartitions(
  view: ControllerView,
  request: CreatePartitionsRequestDraft,
): ControllerStep<CreatePartitionsResponse> {
  const repeated = repeatedIn(request.topics.map((topic) => topic.name));
  const records: MetadataRecordDraft[] = [];
  const results: CreatePartitionsResponse["results"] = [];
  const result = (name: string, error: ItemError | undefined): void => {
    const errorMessage = error?.message ?? null;
    results.push({ name, errorCode: codeOf(error?.error ?? "NONE"), errorMessage });
  };
  for (const name of repeated) {
    result(name, { error: "INVALID_REQUEST", message: "Duplicate topic name." });
  }
  for (const wanted of request.topics) {
    if (repeated.has(wanted.name)) continue;
    const topic = view.image.topics.byName(wanted.name);
    const assignment = topic === undefined ? unknownTopic : assignmentFor(view, topic, wanted);
    const isTooLarge =
      !("error" in assignment) && records.length + assignment.length > RECORDS_PER_REQUEST_MAX;
    if ("error" in assignment || isTooLarge) {
      result(wanted.name, "error" in assignment ? assignment : tooManyPartitions);
      continue;
    }
    const first = topic!.partitions.size;
    records.push(...newPartitionRecords(view.image, topic!.id, { first, assignment }));
    result(wanted.name, undefined);
  }
  return {
    records: request.validateOnly ? [] : records,
    response: { throttleTimeMs: 0, results },
  };
}

/** Kafka has no words for this one. */
const unknownTopic: ItemError = { error: "UNKNOWN_TOPIC_OR_PARTITION", message: null };

/** Kafka counts no further and answers UNKNOWN_SERVER_ERROR; these are its words for new topics. */
const tooManyPartitions: ItemError = {
  error: "POLICY_VIOLATION",
  message: "Excessively large number of partitions per request.",
};

function assignmentFor(
  view: ControllerView,
  topic: TopicImage,
  wanted: TopicDraft,
): Assignment | ItemError {
  const present = topic.partitions.size;
  const additional = wanted.count - present;
  if (additional === 0) {
    return {
      error: "INVALID_PARTITIONS",
      message: `Topic already has ${present} partition(s).`,
    };
  }
  if (additional < 0) {
    const message =
      `The topic ${topic.name} currently has ${present} partition(s); ` +
      `${wanted.count} would not be an increase.`;
    return { error: "INVALID_PARTITIONS", message };
  }
  const replicationFactor = topic.partitions.get(0)?.replicas.length ?? 1;
  const { assignments } = wanted;
  if (assignments === null) {
    if (additional > RECORDS_PER_REQUEST_MAX) return tooManyPartitions;
    return automaticAssignment(view, { partitions: additional, replicationFactor });
  }
  if (assignments.length !== additional) {
    const message =
      `Attempted to add ${additional} additional partition(s), but only ` +
      `${assignments.length} assignment(s) were specified.`;
    return { error: "INVALID_REPLICA_ASSIGNMENT", message };
  }
  for (const [index, { brokerIds }] of assignments.entries()) {
    const at = { partition: present + index, replicationFactor };
    const error = manualAssignmentError(view.image, brokerIds, at);
    if (error !== undefined) return error;
  }
  return assignments.map(({ brokerIds }) => brokerIds);
}
