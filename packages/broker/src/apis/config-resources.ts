import type { ErrorName } from "@naru/protocol";

import { configResourceTypes } from "../metadata/configs-image.ts";

/** What a configuration belongs to, as requests name it. */
export interface ConfigResourceName {
  readonly resourceType: number;
  readonly resourceName: string;
}

/** Why a resource is answered with an error. */
export interface ResourceRefusal {
  readonly error: ErrorName;
  readonly message: string | null;
}

const { BROKER_LOGGER, CLIENT_METRICS } = configResourceTypes;

const notServedYet: ReadonlyMap<number, string> = new Map([
  [BROKER_LOGGER, "Log levels of single loggers are not served yet."],
  [CLIENT_METRICS, "Client metrics are not served yet."],
]);

/**
 * For a type that is neither topic, broker nor group: that it is not served, or that there is no
 * such type.
 */
export function refuseResourceType(resourceType: number, unknown: string): ResourceRefusal {
  return { error: "INVALID_REQUEST", message: notServedYet.get(resourceType) ?? unknown };
}
