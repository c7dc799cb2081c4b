/**
 * The registered brokers. A registration stands until another incarnation of the id replaces it or
 * it is unregistered; in between it is fenced or not.
 *
 *   fenced                  leads nothing, is in no ISR, is not told to clients
 *   in controlled shutdown  still serves what it leads, and is given nothing new
 */
import { CorruptMetadataError } from "./corrupt-metadata-error.ts";
import { registerBrokerRecordVersion } from "./feature-levels.ts";
import type { UnknownTaggedField } from "@naru/protocol";
import type { BrokerRegistrationChangeRecord } from "@naru/protocol/messages/broker-registration-change-record";
import type { RegisterBrokerRecord } from "@naru/protocol/messages/register-broker-record";
import type { MetadataRecordDraft } from "./metadata-record.ts";
import { draftRecord } from "./metadata-record.ts";
import { SortedMap } from "./sorted-map.ts";

export interface BrokerEndpoint {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** 0 PLAINTEXT, 1 SSL, 2 SASL_PLAINTEXT, 3 SASL_SSL. */
  readonly securityProtocol: number;
  readonly unknownTags?: readonly UnknownTaggedField[];
}

export interface BrokerFeature {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly unknownTags?: readonly UnknownTaggedField[];
}

/** One registered broker. */
export interface BrokerImage {
  readonly id: number;
  /** The offset of the log when it registered: says which of its lives is meant. */
  readonly epoch: number;
  /** Random for each process. */
  readonly incarnationId: string;
  readonly endpoints: readonly BrokerEndpoint[];
  readonly features: readonly BrokerFeature[];
  readonly rack: string | null;
  /** A fenced broker leads nothing and is shown to no client. */
  readonly fenced: boolean;
  readonly inControlledShutdown: boolean;
  readonly directories: readonly string[];
  /** null until the broker has said; metadata.version 30. */
  readonly cordonedDirectories: readonly string[] | null;
  readonly unknownTags: readonly UnknownTaggedField[];
}

export type BrokersImage = SortedMap<number, BrokerImage>;

export const noBrokers: BrokersImage = SortedMap.empty();

/** Whether a broker may lead and be in an ISR. */
export function isActive(brokers: BrokersImage, id: number): boolean {
  const broker = brokers.get(id);
  return broker !== undefined && !broker.fenced && !broker.inControlledShutdown;
}

export function replayRegisterBroker(
  brokers: BrokersImage,
  record: RegisterBrokerRecord,
): BrokersImage {
  return brokers.set(record.brokerId, {
    id: record.brokerId,
    epoch: record.brokerEpoch,
    incarnationId: record.incarnationId,
    endpoints: record.endPoints.map(({ unknownTaggedFields, ...endpoint }) => ({
      ...endpoint,
      unknownTags: unknownTaggedFields,
    })),
    features: record.features.map((feature) => ({
      name: feature.name,
      min: feature.minSupportedVersion,
      max: feature.maxSupportedVersion,
      unknownTags: feature.unknownTaggedFields,
    })),
    rack: record.rack,
    fenced: record.fenced,
    inControlledShutdown: record.inControlledShutdown,
    directories: record.logDirs,
    cordonedDirectories: record.cordonedLogDirs,
    unknownTags: record.unknownTaggedFields,
  });
}

/** What a fence, an unfence or a registration change names, which must be there as named. */
function registered(
  brokers: BrokersImage,
  { id, epoch }: { readonly id: number; readonly epoch: number },
): BrokerImage {
  const broker = brokers.get(id);
  if (broker === undefined || broker.epoch !== epoch) {
    throw new CorruptMetadataError(
      `a record names broker ${id} with epoch ${epoch}, but ` +
        (broker === undefined ? "no such broker is registered." : `its epoch is ${broker.epoch}.`),
    );
  }
  return broker;
}

export function replayUnregisterBroker(
  brokers: BrokersImage,
  named: { readonly id: number; readonly epoch: number },
): BrokersImage {
  return brokers.delete(registered(brokers, named).id);
}

/** FenceBrokerRecord and UnfenceBrokerRecord of old logs. */
export function replayFencing(
  brokers: BrokersImage,
  named: { readonly id: number; readonly epoch: number },
  { fenced }: { readonly fenced: boolean },
): BrokersImage {
  return brokers.set(named.id, { ...registered(brokers, named), fenced });
}

export function replayRegistrationChange(
  brokers: BrokersImage,
  record: BrokerRegistrationChangeRecord,
): BrokersImage {
  const broker = registered(brokers, { id: record.brokerId, epoch: record.brokerEpoch });
  return brokers.set(broker.id, {
    ...broker,
    // 1 fences and -1 unfences; 0 changes nothing.
    fenced: record.fenced === 0 ? broker.fenced : record.fenced === 1,
    inControlledShutdown: broker.inControlledShutdown || record.inControlledShutdown === 1,
    directories: record.logDirs.length === 0 ? broker.directories : record.logDirs,
    cordonedDirectories: record.cordonedLogDirs ?? broker.cordonedDirectories,
  });
}

export function* brokerRecords(
  brokers: BrokersImage,
  metadataVersion: number,
): Generator<MetadataRecordDraft> {
  for (const broker of brokers.values()) {
    yield draftRecord("RegisterBrokerRecord", registerBrokerRecordVersion(metadataVersion), {
      brokerId: broker.id,
      incarnationId: broker.incarnationId,
      brokerEpoch: broker.epoch,
      endPoints: broker.endpoints.map(({ unknownTags, ...endpoint }) => ({
        ...endpoint,
        unknownTaggedFields: unknownTags,
      })),
      features: broker.features.map(({ name, min, max, unknownTags }) => ({
        name,
        minSupportedVersion: min,
        maxSupportedVersion: max,
        unknownTaggedFields: unknownTags,
      })),
      rack: broker.rack,
      fenced: broker.fenced,
      inControlledShutdown: broker.inControlledShutdown,
      logDirs: [...broker.directories],
      cordonedLogDirs: broker.cordonedDirectories === null ? null : [...broker.cordonedDirectories],
      unknownTaggedFields: broker.unknownTags,
    });
  }
}
