import { isIP } from "node:net";
import { lookup } from "node:dns/promises";
import { withUsage } from "../kafka-tool/tool.ts";
import { entityTypes, hasShortFlag, namesIn, typesIn, type EntityType } from "./entities.ts";
import type { FlagName, Given } from "./flags.ts";

/** What the flags ask for, once they fit together. */
export interface Asked {
  readonly action: "alter" | "describe";
  /** One, or users and clients. */
  readonly types: readonly EntityType[];
  readonly names: readonly string[];
}

/** What was asked for. Throws what Kafka's tool says of flags that do not fit. */
export async function checkFlags(given: Given): Promise<Asked> {
  if (given.has("alter") === given.has("describe")) {
    throw withUsage("Command must include exactly one action: --describe, --alter");
  }
  const action = given.has("alter") ? "alter" : "describe";
  for (const flag of ["add-config", "delete-config"] as const) {
    if (action !== "describe" || !given.has(flag)) continue;
    throw withUsage(`Option "[describe]" can't be used with option "[${flag}]"`);
  }
  const types = checkTypes(given);
  const names = namesIn(given);
  if (given.has("bootstrap-server") && given.has("bootstrap-controller")) {
    throw new Error("Only one of --bootstrap-server or --bootstrap-controller can be specified");
  }
  await checkNames(given, types, names);
  if (action === "describe") checkDescribe(given, types, names);
  else checkAlter(given, types, names);
  return { action, types, names };
}

function checkTypes(given: Given): readonly EntityType[] {
  const types = typesIn(given);
  const repeated = types.filter((type, index) => types.indexOf(type) !== index);
  if (repeated.length > 0) {
    throw new Error(`Duplicate entity type(s) specified: ${repeated.join(",")}`);
  }
  if (!given.has("bootstrap-server") && !given.has("bootstrap-controller")) {
    throw new Error("Either --bootstrap-server or --bootstrap-controller must be specified.");
  }
  const wrong = types.find((type) => !isEntityType(type));
  if (wrong !== undefined) {
    throw new Error(
      `Invalid entity type ${wrong}, the entity type must be one of ${entityTypes.join(", ")} ` +
        "with a --bootstrap-server or --bootstrap-controller argument",
    );
  }
  if (types.length === 0) throw new Error("At least one entity type must be specified");
  const isUserAndClient = types.includes("users") && types.includes("clients");
  if (types.length > 1 && !(types.length === 2 && isUserAndClient)) {
    throw new Error("Only 'users' and 'clients' entity types may be specified together");
  }
  const long: readonly FlagName[] = ["entity-name", "entity-type", "entity-default"];
  if (long.some((flag) => given.has(flag)) && hasShortFlag(given)) {
    throw new Error(
      "--entity-{type,name,default} should not be used in conjunction with specific entity flags",
    );
  }
  return types.filter(isEntityType);
}

function isEntityType(type: string): type is EntityType {
  return (entityTypes as readonly string[]).includes(type);
}

async function checkNames(
  given: Given,
  types: readonly EntityType[],
  names: readonly string[],
): Promise<void> {
  if (!names.some((name) => name !== "")) return;
  if (types.includes("brokers") || types.includes("broker-loggers")) {
    for (const flag of ["entity-name", "broker", "broker-logger"] as const) {
      const id = given.text(flag);
      if (id === undefined || isBrokerId(id)) continue;
      throw new Error(
        `The entity name for ${types[0]} must be a valid integer broker id, but it is: ${id}`,
      );
    }
  }
  if (!types.includes("ips")) return;
  for (const flag of ["entity-name", "ip"] as const) {
    const ip = given.text(flag);
    if (ip === undefined || (await isHost(ip))) continue;
    throw new Error(
      `The entity name for ${types[0]} must be a valid IP or resolvable host, but it is: ${ip}`,
    );
  }
}

const INT32_MAX = 2_147_483_647;

function isBrokerId(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) <= INT32_MAX;
}

async function isHost(name: string): Promise<boolean> {
  if (isIP(name) !== 0) return true;
  return lookup(name).then(
    () => true,
    () => false,
  );
}

/** Of these there are defaults. */
const withDefaults: readonly EntityType[] = ["users", "clients", "brokers", "ips"];

function checkDescribe(given: Given, types: readonly EntityType[], names: readonly string[]): void {
  const hasDefaults = types.some((type) => withDefaults.includes(type));
  if (!hasDefaults && given.has("entity-default")) {
    throw new Error(`--entity-default must not be specified with --describe of ${types.join(",")}`);
  }
  if (types.includes("broker-loggers") && names.length === 0) {
    throw new Error(`An entity name must be specified with --describe of ${types.join(",")}`);
  }
}

function checkAlter(given: Given, types: readonly EntityType[], names: readonly string[]): void {
  const hasDefaults = types.some((type) => withDefaults.includes(type));
  if (hasDefaults && names.length === 0) {
    throw new Error(
      "An entity-name or default entity must be specified with --alter of users, clients, brokers or ips",
    );
  }
  if (!hasDefaults && !names.some((name) => name !== "")) {
    throw new Error(`An entity name must be specified with --alter of ${types.join(",")}`);
  }
  if (given.has("add-config") && given.has("add-config-file")) {
    throw new Error("Only one of --add-config or --add-config-file must be specified");
  }
  const changes: readonly FlagName[] = ["add-config", "add-config-file", "delete-config"];
  if (changes.some((flag) => given.has(flag))) return;
  throw new Error(
    "At least one of --add-config, --add-config-file, or --delete-config must be specified with --alter",
  );
}
