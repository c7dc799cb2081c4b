/**
 * IncrementalAlterConfigs and AlterConfigs, as the controller decides them. Each resource stands or
 * falls as a whole; what changes nothing is not written. What is judged here is what the records
 * must be like wherever they come from; a broker judges its own values before, as only it knows its
 * file.
 */
import { codeOf } from "@naru/protocol";
import type {
  AlterConfigsRequestDraft,
  AlterConfigsResponse,
} from "@naru/protocol/messages/alter-configs";
import type {
  IncrementalAlterConfigsRequestDraft,
  IncrementalAlterConfigsResponse,
} from "@naru/protocol/messages/incremental-alter-configs";
import {
  alterBrokerConfigs,
  replaceBrokerConfigs,
} from "../metadata/config/alter-broker-configs.ts";
import type { BrokerConfigScope } from "../metadata/config/alter-broker-configs.ts";
import type { BrokerConfigLayers } from "../metadata/config/config-layers.ts";
import type { AlterResult, ConfigChange } from "../metadata/config/alter-configs.ts";
import { alterOperations } from "../metadata/config/alter-configs.ts";
import {
  alterGroupConfigs,
  replaceGroupConfigs,
  type ConfiguredGroup,
} from "../metadata/config/alter-group-configs.ts";
import { alterTopicConfigs, replaceTopicConfigs } from "../metadata/config/alter-topic-configs.ts";
import type { ConfigResource } from "../metadata/configs-image.ts";
import { configResourceTypes } from "../metadata/configs-image.ts";
import { elrEnabled } from "../metadata/features-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerStep, ControllerView, ItemError } from "./controller-step.ts";
import { layersOf } from "./controller-step.ts";
import { invalidTopicName } from "./topic-names.ts";

/** One resource of a request, with the answer that its changes would have by themselves. */
interface ResourceChange {
  readonly resource: ConfigResource;
  readonly outcome: (view: ControllerView) => AlterResult | ItemError;
}

/** Sets, removes, appends and subtracts single values; each resource stands or falls by itself. */
export function incrementalAlterConfigs(
  view: ControllerView,
  request: IncrementalAlterConfigsRequestDraft,
): ControllerStep<IncrementalAlterConfigsResponse> {
  const changes = request.resources.map(({ resourceType, resourceName, configs }) => {
    const resource = { type: resourceType, name: resourceName };
    const outcome = (at: ControllerView): AlterResult | ItemError => {
      const changes: ConfigChange[] = [];
      for (const { name, configOperation, value } of configs) {
        const operation = alterOperations[configOperation];
        if (operation === undefined) {
          const message = `Unknown operations type ${configOperation}`;
          return { error: "INVALID_REQUEST", message };
        }
        changes.push({ name, operation, value });
      }
      return alterResource(at, resource, {
        topic: (current) => alterTopicConfigs(current, changes, invalidTopicName(resourceName)),
        group: (group) => alterGroupConfigs(group, changes),
        broker: (layers, scope) => alterBrokerConfigs(layers, scope, changes),
      });
    };
    return { resource, outcome };
  });
  return alterAll(view, changes, { validateOnly: request.validateOnly });
}

/** The older request: the values given replace all that were set. */
export function replaceConfigs(
  view: ControllerView,
  request: AlterConfigsRequestDraft,
): ControllerStep<AlterConfigsResponse> {
  const changes = request.resources.map(({ resourceType, resourceName, configs }) => {
    const resource = { type: resourceType, name: resourceName };
    const outcome = (at: ControllerView): AlterResult | ItemError =>
      alterResource(at, resource, {
        topic: (current) => replaceTopicConfigs(current, configs, invalidTopicName(resourceName)),
        group: (group) => replaceGroupConfigs(group, configs),
        broker: (layers, scope) => replaceBrokerConfigs(layers, scope, configs),
      });
    return { resource, outcome };
  });
  return alterAll(view, changes, { validateOnly: request.validateOnly });
}

function alterAll(
  view: ControllerView,
  changes: readonly ResourceChange[],
  { validateOnly }: { readonly validateOnly: boolean },
): ControllerStep<IncrementalAlterConfigsResponse> {
  const records: MetadataRecordDraft[] = [];
  const keys = changes.map(({ resource }) => `${resource.type}:${resource.name}`);
  const responses = changes.map(({ resource, outcome }, index) => {
    const isRepeated = keys.indexOf(keys[index]!) !== keys.lastIndexOf(keys[index]!);
    const result: AlterResult | ItemError = isRepeated
      ? { error: "INVALID_REQUEST", message: "Each resource must appear at most once." }
      : outcome(view);
    if (result.error === undefined) records.push(...configRecords(view, resource, result.updates));
    return {
      errorCode: codeOf(result.error ?? "NONE"),
      errorMessage: result.error === undefined ? null : result.message,
      resourceType: resource.type,
      resourceName: resource.name,
    };
  });
  return { records: validateOnly ? [] : records, response: { throttleTimeMs: 0, responses } };
}

function alterResource(
  view: ControllerView,
  resource: ConfigResource,
  alter: {
    readonly topic: (current: ReadonlyMap<string, string>) => AlterResult;
    readonly group: (group: ConfiguredGroup) => AlterResult;
    readonly broker: (layers: BrokerConfigLayers, scope: BrokerConfigScope) => AlterResult;
  },
): AlterResult | ItemError {
  const { image } = view;
  const { type, name } = resource;
  if (type === configResourceTypes.TOPIC) {
    const result = alter.topic(image.configs.of(type, name));
    if (result.error !== undefined || image.topics.byName(name) !== undefined) return result;
    return {
      error: "UNKNOWN_TOPIC_OR_PARTITION",
      message: `The topic '${name}' does not exist.`,
    };
  }
  if (type === configResourceTypes.GROUP) {
    const current = image.configs.of(type, name);
    return alter.group({ groupId: name, current, layers: layersOf(view) });
  }
  if (type !== configResourceTypes.BROKER) {
    return { error: "INVALID_REQUEST", message: `Unexpected resource type ${type}.` };
  }
  // The layers are those of the broker that is named, wherever the controller runs.
  const layers = { ...layersOf(view), broker: image.configs.of(type, name) };
  const result = alter.broker(layers, name === "" ? "clusterDefault" : "broker");
  if (result.error !== undefined || name === "" || image.brokers.has(Number(name))) return result;
  return { error: "BROKER_ID_NOT_REGISTERED", message: `No broker with id ${name} found.` };
}

function configRecords(
  { image }: ControllerView,
  resource: ConfigResource,
  updates: readonly { readonly name: string; readonly value: string | null }[],
): MetadataRecordDraft[] {
  const { type: resourceType, name: resourceName } = resource;
  const records = updates.map(({ name, value }) =>
    draftRecord("ConfigRecord", 0, { resourceType, resourceName, name, value }),
  );
  // KIP-966: who was eligible under another minimum may not be under this one.
  const changesMinIsr = updates.some(({ name }) => name === "min.insync.replicas");
  if (changesMinIsr && elrEnabled(image.features)) {
    const topicName = resourceType === configResourceTypes.TOPIC ? resourceName : "";
    records.push(draftRecord("ClearElrRecord", 0, { topicName }));
  }
  return records;
}
