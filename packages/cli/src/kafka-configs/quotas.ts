import type { Admin, QuotaDescription, QuotaEntity, QuotaFilter } from "@naru/client";
import { javaStringHash } from "@naru/protocol";
import { formatDouble } from "@naru/runtime";
import type { Io } from "../io.ts";
import { hashMapOrder } from "../kafka-tool/java-order.ts";
import { naming } from "./broker-answer.ts";
import type { ChangedConfigs } from "./changed-configs.ts";
import type { EntityType } from "./entities.ts";

/** Whom quotas are for: the types of users, clients and ips, and their names as given. */
export interface QuotaOwner {
  readonly types: readonly EntityType[];
  readonly names: readonly string[];
}

/** The parts of a quota's entity: their wire names, and how Kafka's tool calls them. */
const parts = { users: "user", clients: "client-id", ips: "ip" } as const;
const titles = [
  ["user", "user-principal"],
  ["client-id", "client-id"],
  ["ip", "ip"],
] as const;

const clientKeys: ReadonlySet<string> = new Set([
  "producer_byte_rate",
  "consumer_byte_rate",
  "request_percentage",
  "controller_mutation_rate",
]);
const ipKeys: ReadonlySet<string> = new Set(["connection_creation_rate"]);

/** Whether a key is a quota of users and clients. */
export function isClientQuota(key: string): boolean {
  return clientKeys.has(key);
}

/** Whether a key is a quota of addresses. */
export function isIpQuota(key: string): boolean {
  return ipKeys.has(key);
}

/** --describe of users, clients and ips: a line for each that has quotas. */
export async function describeQuotas(admin: Admin, owner: QuotaOwner, io: Io): Promise<void> {
  for (const { entity, values } of await quotasOf(admin, owner)) {
    const who = titles.flatMap(([part, title]) => {
      const name = entity.get(part);
      if (name === undefined) return [];
      return [name === null ? `the default ${title}` : `${title} '${name}'`];
    });
    const keys = hashMapOrder([...values.keys()], javaStringHash, values.size);
    const pairs = keys.map((key) => `${key}=${formatDouble(values.get(key) ?? 0)}`);
    io.out(`Quota configs for ${who.join(", ")} are ${pairs.join(", ")}`);
  }
}

/** --alter of quotas. A quota that is not set cannot be deleted. */
export async function alterQuotas(
  admin: Admin,
  { types, names }: QuotaOwner,
  { added, deleted }: ChangedConfigs,
): Promise<void> {
  const [old] = await quotasOf(admin, { types, names });
  const missing = deleted.filter((key) => old?.values.has(key) !== true);
  if (missing.length > 0) throw new Error(`Invalid config(s): ${missing.join(",")}`);
  const changes = new Map<string, number | null>();
  for (const [key, value] of added) changes.set(key, quotaValue(key, value));
  for (const key of deleted) changes.set(key, null);
  const entity = new Map(types.map((type, index) => [partOf(type), names[index] || null]));
  await naming("AlterClientQuotas", admin.alterClientQuotas(entity, changes));
}

async function quotasOf(
  admin: Admin,
  { types, names }: QuotaOwner,
): Promise<readonly QuotaDescription[]> {
  if (names.length > types.length) throw new Error("More entity names specified than entity types");
  const filters: QuotaFilter[] = types.map((type, index) => ({
    entityType: partOf(type),
    name: names[index] === "" ? null : names[index],
  }));
  const found = await naming("DescribeClientQuotas", admin.describeClientQuotas(filters));
  // Kafka's client makes its maps as large as it is told of entries.
  return hashMapOrder(found, ({ entity }) => entityHash(entity), found.length);
}

function partOf(type: EntityType): string {
  if (type === "users" || type === "clients" || type === "ips") return parts[type];
  throw new Error(`Unexpected entity type: ${type}`);
}

function quotaValue(key: string, text: string): number {
  if (/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[fd]?\s*$/i.test(text)) return Number.parseFloat(text);
  throw new Error(`Cannot parse quota configuration value for ${key}: ${text}`);
}

/** As Java hashes the map of an entity's parts, inside an array. */
function entityHash(entity: QuotaEntity): number {
  let hash = 0;
  for (const [part, name] of entity) {
    hash += javaStringHash(part) ^ (name === null ? 0 : javaStringHash(name));
  }
  return (31 + hash) | 0;
}
