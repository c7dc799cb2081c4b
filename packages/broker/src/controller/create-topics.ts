/**
 * CreateTopics, as the controller decides it.
 *
 *   the request   more than 10,000 partitions, or records: everything is refused, no topic is made
 *   each topic    its name, a topic of that name, one that collides ('a.b' and 'a_b' are one
 *                 metric), its configuration, its replicas: the first that is wrong is the answer
 *
 * The order and the words are Kafka's: its clients and their users read them. `validateOnly` goes
 * the whole way, and then nothing is written.
 */
import { ZERO_UUID, codeOf, randomUuid } from "@naru/protocol";
import type {
  CreateTopicsRequestCreatableTopicDraft,
  CreateTopicsRequestDraft,
  CreateTopicsResponse,
  CreateTopicsResponseCreatableTopicResult,
} from "@naru/protocol/messages/create-topics";
import { describeTopicConfigs } from "../metadata/config/describe-configs.ts";
import { validateTopicConfigs } from "../metadata/config/validate-topic-configs.ts";
import { configResourceTypes } from "../metadata/configs-image.ts";
import { isInternalTopic } from "../metadata/internal-topics.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerStep, ControllerView, ItemError } from "./controller-step.ts";
import { RECORDS_PER_REQUEST_MAX, layersOf } from "./controller-step.ts";
import type { Assignment } from "./new-partitions.ts";
import {
  automaticAssignment,
  manualAssignmentError,
  newPartitionRecords,
} from "./new-partitions.ts";
import { repeatedIn } from "./repeated.ts";
import { collidingTopic, invalidTopicName } from "./topic-names.ts";

type TopicDraft = CreateTopicsRequestCreatableTopicDraft;
type TopicResult = CreateTopicsResponseCreatableTopicResult;

/** Not an ordinary topic: it exists without being in the metadata that it holds. */
export const CLUSTER_METADATA_TOPIC = "__cluster_metadata";

/** Each topic stands or falls by itself, in Kafka's order of checks and with its words. */
export function createTopics(
  view: ControllerView,
  request: CreateTopicsRequestDraft,
): ControllerStep<CreateTopicsResponse> {
  const repeated = repeatedIn(request.topics.map((topic) => topic.name));
  const single = request.topics.filter((topic) => !repeated.has(topic.name));
  const partitions = single.reduce((sum, topic) => sum + partitionCount(view, topic), 0);
  const records: MetadataRecordDraft[] = [];
  const topics: TopicResult[] = [];
  for (const topic of single) {
    const error: ItemError | undefined =
      partitions > RECORDS_PER_REQUEST_MAX
        ? {
            error: "POLICY_VIOLATION",
            message: "Excessively large number of partitions per request.",
          }
        : topicError(view, topic);
    const assignment = error ?? assignmentFor(view, topic);
    if ("error" in assignment) topics.push(failed(topic.name, assignment));
    else topics.push(created(view, topic, { assignment, records }));
  }
  for (const name of repeated) {
    topics.push(failed(name, { error: "INVALID_REQUEST", message: "Duplicate topic name." }));
  }
  if (records.length > RECORDS_PER_REQUEST_MAX) {
    const names = request.topics.map(({ name }) => name);
    return { records: [], response: { throttleTimeMs: 0, topics: names.map(tooManyRecords) } };
  }
  return {
    records: request.validateOnly === true ? [] : records,
    response: { throttleTimeMs: 0, topics },
  };
}

/** Topics and configurations are records, too: a topic of 10,000 partitions is one too many. */
function tooManyRecords(name: string): TopicResult {
  const message = "Unable to perform excessively large batch operation.";
  return failed(name, { error: "POLICY_VIOLATION", message });
}

function partitionCount({ config }: ControllerView, topic: TopicDraft): number {
  if (topic.assignments.length > 0) return topic.assignments.length;
  return topic.numPartitions === -1 ? config.defaultPartitions : Math.max(0, topic.numPartitions);
}

/** What is wrong with the topic itself: its name, and its configuration. */
function topicError({ image }: ControllerView, topic: TopicDraft): ItemError | undefined {
  const { name } = topic;
  if (name === CLUSTER_METADATA_TOPIC) {
    const message = `Creation of internal topic ${name} is prohibited.`;
    return { error: "INVALID_REQUEST", message };
  }
  if (image.topics.byName(name) !== undefined) {
    return { error: "TOPIC_ALREADY_EXISTS", message: `Topic '${name}' already exists.` };
  }
  const invalid = invalidTopicName(name);
  if (invalid !== undefined) return { error: "INVALID_TOPIC_EXCEPTION", message: invalid };
  const other = collidingTopic(name, image.topics);
  if (other !== undefined) {
    const message = `Topic '${name}' collides with existing topic: ${other}`;
    return { error: "INVALID_TOPIC_EXCEPTION", message };
  }
  const withoutValue = topic.configs.filter((config) => config.value === null);
  const message =
    withoutValue.length > 0
      ? `Null value not supported for topic configs: ${withoutValue.map((config) => config.name).join(",")}`
      : validateTopicConfigs(configsOf(topic), valuesToServe(topic))[0];
  return message === undefined ? undefined : { error: "INVALID_CONFIG", message };
}

/**
 * What coordinators write is never compressed: on their topics there is nothing to do for this
 * value, which Kafka gives `__transaction_state`.
 */
function valuesToServe({ name, configs }: TopicDraft): string[] {
  const asOthers = configs.filter(
    (config) =>
      !(
        isInternalTopic(name) &&
        config.name === "compression.type" &&
        config.value === "uncompressed"
      ),
  );
  return asOthers.map((config) => config.name);
}

/** The last of several values for a key counts. */
function configsOf(topic: TopicDraft): Map<string, string> {
  return new Map(topic.configs.map(({ name, value }) => [name, value ?? ""]));
}

function assignmentFor(view: ControllerView, topic: TopicDraft): Assignment | ItemError {
  if (topic.assignments.length > 0) return manualAssignment(view, topic);
  const { numPartitions, replicationFactor } = topic;
  if (replicationFactor < -1 || replicationFactor === 0) {
    const message = "Replication factor must be larger than 0, or -1 to use the default value.";
    return { error: "INVALID_REPLICATION_FACTOR", message };
  }
  if (numPartitions < -1 || numPartitions === 0) {
    const message = "Number of partitions was set to an invalid non-positive value.";
    return { error: "INVALID_PARTITIONS", message };
  }
  const { defaultReplicationFactor } = view.config;
  return automaticAssignment(view, {
    partitions: partitionCount(view, topic),
    replicationFactor: replicationFactor === -1 ? defaultReplicationFactor : replicationFactor,
  });
}

function manualAssignment({ image }: ControllerView, topic: TopicDraft): Assignment | ItemError {
  const but = "A manual partition assignment was specified, but";
  if (topic.replicationFactor !== -1) {
    return { error: "INVALID_REQUEST", message: `${but} replication factor was not set to -1.` };
  }
  if (topic.numPartitions !== -1) {
    return { error: "INVALID_REQUEST", message: `${but} numPartitions was not set to -1.` };
  }
  const assigned = new Map<number, readonly number[]>();
  let replicationFactor: number | undefined;
  for (const { partitionIndex: partition, brokerIds } of topic.assignments) {
    if (assigned.has(partition)) {
      const message = `Found multiple manual partition assignments for partition ${partition}`;
      return { error: "INVALID_REPLICA_ASSIGNMENT", message };
    }
    const error = manualAssignmentError(image, brokerIds, { partition, replicationFactor });
    if (error !== undefined) return error;
    replicationFactor = brokerIds.length;
    assigned.set(partition, brokerIds);
  }
  const assignment = Array.from(assigned.keys(), (_, partition) => assigned.get(partition));
  if (assignment.every((replicas) => replicas !== undefined)) return assignment;
  const message = "partitions should be a consecutive 0-based integer sequence";
  return { error: "INVALID_REPLICA_ASSIGNMENT", message };
}

function created(
  view: ControllerView,
  topic: TopicDraft,
  into: { readonly assignment: Assignment; readonly records: MetadataRecordDraft[] },
): TopicResult {
  const { name } = topic;
  const { assignment, records } = into;
  const topicId = randomUuid(view.random);
  const configs = configsOf(topic);
  records.push(draftRecord("TopicRecord", 0, { name, topicId }));
  for (const [key, value] of configs) {
    const resource = { resourceType: configResourceTypes.TOPIC, resourceName: name };
    records.push(draftRecord("ConfigRecord", 0, { ...resource, name: key, value }));
  }
  // One at a time: a request may make 10,000, more than a call takes arguments.
  for (const record of newPartitionRecords(view.image, topicId, { first: 0, assignment })) {
    records.push(record);
  }
  const described = describeTopicConfigs(configs, layersOf(view));
  return {
    name,
    topicId,
    errorCode: codeOf("NONE"),
    errorMessage: null,
    topicConfigErrorCode: codeOf("NONE"),
    numPartitions: assignment.length,
    replicationFactor: assignment[0]!.length,
    configs: described
      .map(({ name, value, readOnly, configSource, isSensitive }) => ({
        name,
        // Unlike DescribeConfigs, Kafka says here what was set as it was written.
        value: isSensitive ? null : (configs.get(name) ?? value),
        readOnly,
        configSource,
        isSensitive,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function failed(name: string, { error, message }: ItemError): TopicResult {
  return {
    name,
    topicId: ZERO_UUID,
    errorCode: codeOf(error),
    errorMessage: message,
    topicConfigErrorCode: codeOf("NONE"),
    numPartitions: -1,
    replicationFactor: -1,
    configs: [],
  };
}
