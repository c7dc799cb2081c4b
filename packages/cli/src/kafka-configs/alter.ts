import type { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { scalaOrder, SMALL_SET } from "../kafka-tool/java-order.ts";
import { alterResource } from "./alter-resource.ts";
import type { ChangedConfigs } from "./changed-configs.ts";
import { singular, type EntityType } from "./entities.ts";
import { alterQuotas, isClientQuota, isIpQuota, type QuotaOwner } from "./quotas.ts";
import { alterScram, isScram } from "./scram.ts";

/** --alter: one entity, or one user's client. */
export async function alter(
  admin: Admin,
  { types, names }: QuotaOwner,
  { changes, io }: { readonly changes: ChangedConfigs; readonly io: Io },
): Promise<void> {
  const [type = "topics"] = types;
  const [name = ""] = names;
  if (type === "users" || type === "clients") {
    await alterUserOrClient(admin, { types, names }, changes);
  } else if (type === "ips") {
    const keys = scalaOrder([...changes.added.keys(), ...changes.deleted]);
    const unknown = keys.filter((key) => !isIpQuota(key));
    if (unknown.length > 0)
      throw onlyQuotas("connection quota", "added", [type, unknown.join(",")]);
    await alterQuotas(admin, { types, names }, changes);
  } else {
    await alterResource(admin, { type, name }, changes);
  }
  io.out(
    name === ""
      ? `Completed updating default config for ${type} in the cluster.`
      : `Completed updating config for ${singular(type)} ${name}.`,
  );
}

/** Quotas of users and clients, or the credentials of a user: not both at once. */
async function alterUserOrClient(
  admin: Admin,
  { types, names }: QuotaOwner,
  changes: ChangedConfigs,
): Promise<void> {
  const { added, deleted } = changes;
  const keys = [...added.keys()];
  const hasClient = types.includes("clients");
  const isKnown = (key: string): boolean => isClientQuota(key) || (!hasClient && isScram(key));
  const what = hasClient ? "quota" : "quota and SCRAM credential";
  const type: EntityType = hasClient ? "clients" : "users";
  // Mechanisms stand behind what is quite unknown.
  const isKnownLast = (a: string, b: string): number => Number(isScram(a)) - Number(isScram(b));
  const notAdded = keys.filter((key) => !isKnown(key)).toSorted(isKnownLast);
  if (notAdded.length > 0) {
    throw onlyQuotas(what, "added", [type, hasClient ? union(notAdded) : setText(notAdded)]);
  }
  const notDeleted = deleted.filter((key) => !isKnown(key)).toSorted(isKnownLast);
  if (notDeleted.length > 0) {
    throw onlyQuotas(what, "deleted", [type, setText(notDeleted, "ArrayBuffer")]);
  }
  const hasQuota = [...keys, ...deleted].some(isClientQuota);
  if ([...keys, ...deleted].some(isScram)) {
    if (names.includes("")) {
      throw new Error(
        "The use of --entity-default or --user-defaults is not allowed with User SCRAM Credentials " +
          "using --bootstrap-server.",
      );
    }
    if (hasQuota) {
      throw new Error(
        "Cannot alter both quota and SCRAM credential configs simultaneously for 'users' " +
          "using --bootstrap-server.",
      );
    }
  }
  if (hasQuota) await alterQuotas(admin, { types, names }, changes);
  else await alterScram(admin, names[0] ?? "", changes);
}

/** Kafka's tool prints its collections as Scala does. */
function setText(keys: readonly string[], name = "Set"): string {
  return `${name}(${keys.join(", ")})`;
}

/** Two sets that were put together, where Scala tells a large one from a small one. */
function union(keys: readonly string[]): string {
  return setText(scalaOrder(keys), keys.length > SMALL_SET ? "HashSet" : "Set");
}

function onlyQuotas(
  what: string,
  done: "added" | "deleted",
  [type, unknown]: readonly [EntityType, string],
): Error {
  return new Error(
    `Only ${what} configs can be ${done} for '${type}' using --bootstrap-server. ` +
      `Unexpected config names: ${unknown}`,
  );
}
