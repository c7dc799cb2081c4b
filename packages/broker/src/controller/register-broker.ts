import type { ErrorName } from "@naru/protocol";
import { codeOf } from "@naru/protocol";
import type {
  BrokerRegistrationRequestDraft,
  BrokerRegistrationResponse,
} from "@naru/protocol/messages/broker-registration";
import {
  METADATA_VERSION,
  registerBrokerRecordVersion,
  servedFeatures,
} from "../metadata/feature-levels.ts";
import { elrEnabled } from "../metadata/features-image.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import { newIncarnationRecords } from "./broker-changes.ts";
import type { ControllerStep, ControllerView } from "./controller-step.ts";
import { isReservedDirectory } from "./directories.ts";

type RegistrationStep = ControllerStep<BrokerRegistrationResponse>;

/**
 * A broker process says that it is there. It gets the log's end as its epoch, and stays fenced until
 * a heartbeat says that it has caught up. The same process may register again, and keeps its epoch.
 */
export function registerBroker(
  view: ControllerView,
  request: BrokerRegistrationRequestDraft,
): RegistrationStep {
  const { image, nextOffset, nowMs, sessions } = view;
  const { brokerId, incarnationId } = request;
  const existing = image.brokers.get(brokerId);
  const refusal = refusalOf(view, request);
  if (refusal !== undefined) return refused(refusal);
  const isNewIncarnation = existing?.incarnationId !== incarnationId;
  const wasClean = !elrEnabled(image.features) || request.previousBrokerEpoch === existing?.epoch;
  const before =
    existing !== undefined && isNewIncarnation
      ? newIncarnationRecords(view, brokerId, { wasClean })
      : [];
  const brokerEpoch = isNewIncarnation || existing === undefined ? nextOffset : existing.epoch;
  const version = registerBrokerRecordVersion(image.features.metadataVersion);
  const registration = draftRecord("RegisterBrokerRecord", version, {
    brokerId,
    incarnationId,
    brokerEpoch,
    endPoints: request.listeners.map(({ name, host, port, securityProtocol }) => ({
      name,
      host,
      port,
      securityProtocol,
    })),
    features: request.features.map(({ name, minSupportedVersion, maxSupportedVersion }) => ({
      name,
      minSupportedVersion,
      maxSupportedVersion,
    })),
    rack: request.rack,
    fenced: isNewIncarnation ? true : (existing?.fenced ?? true),
    inControlledShutdown: isNewIncarnation ? false : (existing?.inControlledShutdown ?? false),
    logDirs: request.logDirs ?? [],
  });
  sessions.registered(brokerId, { atOffset: nextOffset + before.length, nowMs });
  return {
    records: [...before, registration],
    response: { throttleTimeMs: 0, errorCode: codeOf("NONE"), brokerEpoch },
  };
}

function refused(error: ErrorName): RegistrationStep {
  return {
    records: [],
    response: { throttleTimeMs: 0, errorCode: codeOf(error), brokerEpoch: -1 },
  };
}

function refusalOf(
  { image, nowMs, sessions, config }: ControllerView,
  request: BrokerRegistrationRequestDraft,
): ErrorName | undefined {
  const { brokerId, incarnationId, logDirs = [] } = request;
  if (request.clusterId !== config.clusterId) return "INCONSISTENT_CLUSTER_ID";
  const existing = image.brokers.get(brokerId);
  const isOther = existing !== undefined && existing.incarnationId !== incarnationId;
  if (isOther && sessions.isAlive(image, brokerId, nowMs)) return "DUPLICATE_BROKER_REGISTRATION";
  if (request.isMigratingZkBroker === true) return "BROKER_ID_NOT_REGISTERED";
  const isUnique = new Set(logDirs).size === logDirs.length;
  if (logDirs.length === 0 || logDirs.some(isReservedDirectory) || !isUnique) {
    return "INVALID_REGISTRATION";
  }
  for (const other of image.brokers.values()) {
    const isTaken = other.directories.some((directory) => logDirs.includes(directory));
    if (other.id !== brokerId && isTaken) return "INVALID_REGISTRATION";
  }
  return featuresFit(request, { image, config }) ? undefined : "UNSUPPORTED_VERSION";
}

/**
 * A broker must be able to run at every finalized level. The broker inside this process is excused
 * from features that Naru does not serve: a folder that Kafka made opens here, what belongs to those
 * features is kept untouched, and no range is registered that we do not have.
 */
function featuresFit(
  request: BrokerRegistrationRequestDraft,
  { image, config }: Pick<ControllerView, "image" | "config">,
): boolean {
  const isOwn = request.brokerId === config.nodeId;
  const finalized = new Map(image.features.levels).set(
    METADATA_VERSION,
    image.features.metadataVersion,
  );
  for (const [name, level] of finalized) {
    if (isOwn && !servedFeatures.has(name)) continue;
    const range = request.features.find((feature) => feature.name === name);
    if (level < (range?.minSupportedVersion ?? 0) || level > (range?.maxSupportedVersion ?? 0)) {
      return false;
    }
  }
  return true;
}
