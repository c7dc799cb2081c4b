/**
 * BrokerRegistration: a broker process takes its place.
 *
 *   incarnation id   random for each process. The same one may register again (its registration
 *                    changed) and keeps its epoch; another one must wait until the session of
 *                    the earlier one is over, or two processes would both be broker 1
 *   broker epoch     the offset of the log at which it registered: grows with each life, so that
 *                    what an earlier life still has on its way is known for that
 *   previous epoch   what the broker found in .kafka_cleanshutdown. Only with it has the broker all
 *                    that it acknowledged; with ELR on (KIP-966) the controller acts upon that
 */
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
import type { BrokerImage } from "../metadata/brokers-image.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import { newIncarnationRecords } from "./broker-changes.ts";
import type { ControllerStep, ControllerView } from "./controller-step.ts";
import { isReservedDirectory } from "./directories.ts";

type RegistrationStep = ControllerStep<BrokerRegistrationResponse>;

/**
 * A broker process says that it is there. It gets the log's end as its epoch, and stays fenced
 * until a heartbeat says that it has caught up. The same process may register again, and keeps its
 * epoch.
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
  const same = existing?.incarnationId === incarnationId ? existing : undefined;
  const wasClean = !elrEnabled(image.features) || request.previousBrokerEpoch === existing?.epoch;
  const isSuccessor = existing !== undefined && same === undefined;
  const before = isSuccessor ? newIncarnationRecords(view, brokerId, { wasClean }) : [];
  const brokerEpoch = same?.epoch ?? nextOffset;
  const registration = registrationRecord(image, request, { brokerEpoch, same });
  sessions.registered(brokerId, { atOffset: nextOffset + before.length, nowMs });
  return {
    records: [...before, registration],
    response: { throttleTimeMs: 0, errorCode: codeOf("NONE"), brokerEpoch },
  };
}

function registrationRecord(
  image: MetadataImage,
  request: BrokerRegistrationRequestDraft,
  at: { readonly brokerEpoch: number; readonly same: BrokerImage | undefined },
): MetadataRecordDraft {
  const version = registerBrokerRecordVersion(image.features.metadataVersion);
  return draftRecord("RegisterBrokerRecord", version, {
    brokerId: request.brokerId,
    incarnationId: request.incarnationId,
    brokerEpoch: at.brokerEpoch,
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
    fenced: at.same?.fenced ?? true,
    inControlledShutdown: at.same?.inControlledShutdown ?? false,
    logDirs: request.logDirs ?? [],
  });
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
  const isOther = existing?.incarnationId !== incarnationId;
  if (isOther && sessions.isAlive(image, brokerId, nowMs)) return "DUPLICATE_BROKER_REGISTRATION";
  if (request.isMigratingZkBroker === true) return "BROKER_ID_NOT_REGISTERED";
  if (!directoriesFit(image, brokerId, logDirs)) return "INVALID_REGISTRATION";
  return featuresFit(request, { image, config }) ? undefined : "UNSUPPORTED_VERSION";
}

/** Directories have ids of their own in the whole cluster. */
function directoriesFit(
  image: MetadataImage,
  brokerId: number,
  directories: readonly string[],
): boolean {
  if (directories.length === 0 || directories.some(isReservedDirectory)) return false;
  if (new Set(directories).size !== directories.length) return false;
  for (const other of image.brokers.values()) {
    const isTaken = other.directories.some((directory) => directories.includes(directory));
    if (other.id !== brokerId && isTaken) return false;
  }
  return true;
}

/**
 * A broker must be able to run at every finalized level. The broker inside this process is excused
 * from features that Naru does not serve: a folder that Kafka made opens here, what belongs to
 * those features is kept untouched, and no range is registered that we do not have.
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
