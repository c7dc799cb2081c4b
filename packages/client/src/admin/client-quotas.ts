import { apis } from "@naru/protocol";
import {
  decodeAlterClientQuotasResponse,
  encodeAlterClientQuotasRequest,
} from "@naru/protocol/messages/alter-client-quotas";
import {
  decodeDescribeClientQuotasResponse,
  encodeDescribeClientQuotasRequest,
} from "@naru/protocol/messages/describe-client-quotas";
import type { Cluster } from "../cluster/cluster.ts";
import { apiCall } from "../network/api-call.ts";
import { outcomeOf, throwIfFailed } from "./outcome.ts";

const describeCall = apiCall(
  apis.DescribeClientQuotas,
  encodeDescribeClientQuotasRequest,
  decodeDescribeClientQuotasResponse,
);
const alterCall = apiCall(
  apis.AlterClientQuotas,
  encodeAlterClientQuotasRequest,
  decodeAlterClientQuotasResponse,
);

/** Whom a quota limits: by `user`, `client-id` or `ip` the name, null for the default. */
export type QuotaEntity = ReadonlyMap<string, string | null>;

export interface QuotaDescription {
  readonly entity: QuotaEntity;
  /** By key, such as `producer_byte_rate`. */
  readonly values: ReadonlyMap<string, number>;
}

/** One part of whom to look for: a name, null for the default, undefined for any of that type. */
export interface QuotaFilter {
  readonly entityType: string;
  readonly name: string | null | undefined;
}

/** DescribeClientQuotas' numbers for how a part is matched. */
const EXACT = 0;
const DEFAULT = 1;
const ANY = 2;

/** The quotas of entities that have all these parts, and no other. */
export async function describeClientQuotas(
  cluster: Cluster,
  filters: readonly QuotaFilter[],
): Promise<QuotaDescription[]> {
  const response = await cluster.requestAny(describeCall, {
    components: filters.map(({ entityType, name }) => ({
      entityType,
      matchType: name === undefined ? ANY : name === null ? DEFAULT : EXACT,
      match: name ?? null,
    })),
    strict: true,
  });
  const { errorCode, errorMessage, entries } = response;
  throwIfFailed("quotas", outcomeOf("quotas", errorCode, errorMessage));
  return (entries ?? []).map(({ entity, values }) => ({
    entity: new Map(entity.map(({ entityType, entityName }) => [entityType, entityName])),
    values: new Map(values.map(({ key, value }) => [key, value])),
  }));
}

/** Sets quotas of one entity; null takes one away. */
export async function alterClientQuotas(
  cluster: Cluster,
  entity: QuotaEntity,
  changes: ReadonlyMap<string, number | null>,
): Promise<void> {
  const response = await cluster.requestAny(alterCall, {
    entries: [
      {
        entity: [...entity].map(([entityType, entityName]) => ({ entityType, entityName })),
        ops: [...changes].map(([key, value]) => ({
          key,
          value: value ?? 0,
          remove: value === null,
        })),
      },
    ],
    validateOnly: false,
  });
  for (const { errorCode, errorMessage } of response.entries) {
    throwIfFailed("quotas", outcomeOf("quotas", errorCode, errorMessage));
  }
}
