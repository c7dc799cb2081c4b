import type { UnknownTaggedField } from "@naru/protocol";
import type { MetadataRecord, MetadataRecordOf } from "./metadata-record.ts";
import { SortedMap } from "./sorted-map.ts";

/**
 * What belongs to the folder and not yet to us: the newest record of each thing, as it was read. A
 * snapshot writes it again as it is, so that nothing is lost on the way back to Apache Kafka.
 */
export interface KeptRecords {
  readonly controllers: SortedMap<number, MetadataRecord>;
  readonly clientQuotas: SortedMap<string, MetadataRecord>;
  readonly acls: SortedMap<string, MetadataRecord>;
  readonly scramCredentials: SortedMap<string, MetadataRecord>;
  readonly delegationTokens: SortedMap<string, MetadataRecord>;
  /**
   * Tagged fields that a newer Kafka put into records which the image takes apart; see `TagOwner`.
   */
  readonly unknownTags: SortedMap<string, readonly UnknownTaggedField[]>;
}

/**
 * Whose unknown tagged fields: a configuration value's, a feature's, or those of the producer ids.
 * (Brokers, topics and partitions hold theirs themselves. Those of change records are not kept: the
 * snapshot has no change records, and a tag means another field in the record that it does have.)
 */
export type TagOwner =
  | { readonly of: "config"; readonly type: number; readonly name: string; readonly key: string }
  | { readonly of: "feature"; readonly name: string }
  | { readonly of: "producer ids" };

export const nothingKept: KeptRecords = {
  controllers: SortedMap.empty(),
  clientQuotas: SortedMap.empty(),
  acls: SortedMap.empty(),
  scramCredentials: SortedMap.empty(),
  delegationTokens: SortedMap.empty(),
  unknownTags: SortedMap.empty(),
};

/** Keeps what the newest record of its owner has, which nearly always is nothing. */
export function keepTags(
  kept: KeptRecords,
  owner: TagOwner,
  tags: readonly UnknownTaggedField[],
): KeptRecords {
  const id = tagOwnerId(owner);
  if (tags.length > 0) return { ...kept, unknownTags: kept.unknownTags.set(id, tags) };
  if (kept.unknownTags.get(id) === undefined) return kept;
  return { ...kept, unknownTags: kept.unknownTags.delete(id) };
}

export function tagsOf(kept: KeptRecords, owner: TagOwner): readonly UnknownTaggedField[] {
  return kept.unknownTags.size === 0 ? [] : (kept.unknownTags.get(tagOwnerId(owner)) ?? []);
}

/** Of all values of one resource, which is gone. */
export function forgetConfigTags(
  kept: KeptRecords,
  resource: { readonly type: number; readonly name: string },
): KeptRecords {
  const prefix = configTagPrefix(resource);
  let { unknownTags } = kept;
  for (const id of kept.unknownTags.keys()) {
    if (id.startsWith(prefix)) unknownTags = unknownTags.delete(id);
  }
  return unknownTags === kept.unknownTags ? kept : { ...kept, unknownTags };
}

function tagOwnerId(owner: TagOwner): string {
  if (owner.of === "config") return configTagPrefix(owner) + owner.key;
  return owner.of === "feature" ? `feature ${owner.name}` : owner.of;
}

/** A zero byte ends the name: no name of a resource has one. */
function configTagPrefix({ type, name }: { type: number; name: string }): string {
  return `config ${type} ${name}\0`;
}

export function keepController(
  kept: KeptRecords,
  record: MetadataRecordOf<"RegisterControllerRecord">,
): KeptRecords {
  return { ...kept, controllers: kept.controllers.set(record.record.controllerId, record) };
}

export function keepClientQuota(
  kept: KeptRecords,
  record: MetadataRecordOf<"ClientQuotaRecord">,
): KeptRecords {
  const { entity, key, remove } = record.record;
  // The parts of an entity come in any order.
  const parts = entity.map((part) => [part.entityType, part.entityName]);
  const id = JSON.stringify([parts.sort(([a], [b]) => (a! < b! ? -1 : 1)), key]);
  const clientQuotas = remove ? kept.clientQuotas.delete(id) : kept.clientQuotas.set(id, record);
  return { ...kept, clientQuotas };
}

export function keepAcl(
  kept: KeptRecords,
  record: MetadataRecordOf<"AccessControlEntryRecord">,
): KeptRecords {
  return { ...kept, acls: kept.acls.set(record.record.id, record) };
}

export function forgetAcl(kept: KeptRecords, id: string): KeptRecords {
  return { ...kept, acls: kept.acls.delete(id) };
}

export function keepScramCredential(
  kept: KeptRecords,
  record: MetadataRecordOf<"UserScramCredentialRecord">,
): KeptRecords {
  const scramCredentials = kept.scramCredentials.set(scramId(record.record), record);
  return { ...kept, scramCredentials };
}

export function forgetScramCredential(
  kept: KeptRecords,
  credential: { readonly name: string; readonly mechanism: number },
): KeptRecords {
  return { ...kept, scramCredentials: kept.scramCredentials.delete(scramId(credential)) };
}

export function keepDelegationToken(
  kept: KeptRecords,
  record: MetadataRecordOf<"DelegationTokenRecord">,
): KeptRecords {
  const delegationTokens = kept.delegationTokens.set(record.record.tokenId, record);
  return { ...kept, delegationTokens };
}

export function forgetDelegationToken(kept: KeptRecords, tokenId: string): KeptRecords {
  return { ...kept, delegationTokens: kept.delegationTokens.delete(tokenId) };
}

function scramId({
  name,
  mechanism,
}: {
  readonly name: string;
  readonly mechanism: number;
}): string {
  return `${mechanism}:${name}`;
}
