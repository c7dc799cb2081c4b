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
}

export const nothingKept: KeptRecords = {
  controllers: SortedMap.empty(),
  clientQuotas: SortedMap.empty(),
  acls: SortedMap.empty(),
  scramCredentials: SortedMap.empty(),
  delegationTokens: SortedMap.empty(),
};

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
