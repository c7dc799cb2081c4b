import { codeOf } from "@naru/protocol";

import {
  wrongBrokerName,
  type BrokerConfigScope,
} from "../metadata/config/alter-broker-configs.ts";
import type { AlterResult } from "../metadata/config/alter-configs.ts";
import type { BrokerConfigLayers } from "../metadata/config/config-layers.ts";
import { configResourceTypes } from "../metadata/configs-image.ts";
import type { ApiBroker } from "./api-broker.ts";
import {
  refuseResourceType,
  type ConfigResourceName,
  type ResourceRefusal,
} from "./config-resources.ts";

const { TOPIC, BROKER, GROUP } = configResourceTypes;

/** What AlterConfigs and IncrementalAlterConfigs answer for one resource. */
export interface AlteredAnswer extends ConfigResourceName {
  readonly errorCode: number;
  readonly errorMessage: string | null;
}

/** How one of the two requests looks at a broker's values. */
export type AlterBroker<Resource> = (
  layers: BrokerConfigLayers,
  scope: BrokerConfigScope,
  resource: Resource,
) => AlterResult;

/**
 * What a broker refuses by itself: a resource that stands twice, what cannot be configured, and
 * what only this broker can judge, its own values. Topics and groups are judged by the controller.
 */
export function checkAltered<Resource extends ConfigResourceName>(
  broker: ApiBroker,
  resources: readonly Resource[],
  alterBroker: AlterBroker<Resource>,
): ReadonlyMap<Resource, ResourceRefusal> {
  const counts = new Map<string, number>();
  for (const resource of resources) {
    counts.set(keyOf(resource), (counts.get(keyOf(resource)) ?? 0) + 1);
  }
  const refusals = new Map<Resource, ResourceRefusal>();
  for (const resource of resources) {
    const isRepeated = (counts.get(keyOf(resource)) ?? 0) > 1;
    const refusal = isRepeated ? repeated : refuse(broker, resource, alterBroker);
    if (refusal !== undefined) refusals.set(resource, refusal);
  }
  return refusals;
}

const repeated: ResourceRefusal = {
  error: "INVALID_REQUEST",
  message: "Each resource must appear at most once.",
};

function refuse<Resource extends ConfigResourceName>(
  broker: ApiBroker,
  resource: Resource,
  alterBroker: AlterBroker<Resource>,
): ResourceRefusal | undefined {
  const { resourceType, resourceName } = resource;
  if (resourceType === TOPIC) return resourceName === "" ? topicWithoutName : undefined;
  if (resourceType === GROUP) return undefined;
  if (resourceType !== BROKER)
    return refuseResourceType(resourceType, `Unknown resource type ${resourceType}`);
  const wrongName = wrongBrokerName(resourceName, broker.nodeId, "alter");
  if (wrongName !== undefined) return wrongName;
  const scope = resourceName === "" ? "clusterDefault" : "broker";
  const result = alterBroker(broker.configLayers(), scope, resource);
  if (result.error !== undefined) return result;
  for (const note of result.notes) broker.logger.info(note);
  return undefined;
}

const topicWithoutName: ResourceRefusal = {
  error: "INVALID_REQUEST",
  message: "Default topic resources are not allowed.",
};

/** Hands on what was not refused, and puts all answers into the order of the request. */
export async function forwardAltered<Resource extends ConfigResourceName>(
  resources: readonly Resource[],
  refusals: ReadonlyMap<Resource, ResourceRefusal>,
  forward: (accepted: Resource[]) => Promise<readonly AlteredAnswer[]>,
): Promise<{ throttleTimeMs: number; responses: AlteredAnswer[] }> {
  const accepted = resources.filter((resource) => !refusals.has(resource));
  const forwarded = accepted.length === 0 ? [] : await forward(accepted);
  const answers = new Map(forwarded.map((answer) => [keyOf(answer), answer]));
  const responses = resources.map((resource) => {
    const refusal = refusals.get(resource);
    if (refusal !== undefined) return answerOf(resource, refusal);
    return answers.get(keyOf(resource)) ?? answerOf(resource, missing);
  });
  return { throttleTimeMs: 0, responses };
}

const missing: ResourceRefusal = {
  error: "UNKNOWN_SERVER_ERROR",
  message: "The controller's answer does not name this resource.",
};

function answerOf(
  { resourceType, resourceName }: ConfigResourceName,
  { error, message }: ResourceRefusal,
): AlteredAnswer {
  return { errorCode: codeOf(error), errorMessage: message, resourceType, resourceName };
}

function keyOf({ resourceType, resourceName }: ConfigResourceName): string {
  return `${resourceType} ${resourceName}`;
}
