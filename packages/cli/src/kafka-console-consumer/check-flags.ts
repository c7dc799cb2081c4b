import type { Io } from "../io.ts";
import {
  fileProperties,
  readProperties,
  wordProperties,
  type Properties,
} from "../kafka-tool/client-properties.ts";
import { UsageError } from "../kafka-tool/given-flags.ts";
import { withUsage } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { consumerDefaults, consumerKeys, type ConsumerSettings } from "./consumer-settings.ts";
import type { FlagName, Given } from "./flags.ts";

/** Throws what Kafka's tool says of flags that do not fit. */
export function checkFlags(given: Given): void {
  if (given.has("topic") === given.has("include")) {
    throw withUsage("Exactly one of the following arguments is required: [topic], [include]");
  }
  if (given.integer("partition") !== undefined) {
    if (!given.has("topic")) {
      throw withUsage("The topic is required when partition is specified.");
    }
    if (given.has("from-beginning") && given.has("offset")) {
      throw withUsage("Options from-beginning and offset cannot be specified together.");
    }
  } else if (given.has("offset")) {
    throw withUsage("The partition is required when offset is specified.");
  }
  if (!given.has("bootstrap-server")) {
    throw withUsage('Missing required argument "[bootstrap-server]"');
  }
  const pairs = [
    ["consumer-property", "command-property"],
    ["consumer.config", "command-config"],
  ] as const;
  for (const [older, newer] of pairs) {
    if (given.has(older) && given.has(newer)) {
      throw withUsage(`Options --${older} and --${newer} cannot be specified together.`);
    }
  }
}

/** The name that was given, the old one with Kafka's word of warning. */
export function oldOrNew(
  given: Given,
  [older, newer]: readonly [FlagName, FlagName],
  io: Pick<Io, "out">,
): FlagName {
  if (!given.has(older)) return newer;
  io.out(
    `Option --${older} is deprecated and will be removed in a future version. Use --${newer} instead.`,
  );
  return older;
}

/** The consumer's properties as the user gave them. */
export async function givenProperties(
  given: Given,
  services: Services,
  io: Pick<Io, "out">,
): Promise<Properties> {
  const words = oldOrNew(given, ["consumer-property", "command-property"], io);
  const config = oldOrNew(given, ["consumer.config", "command-config"], io);
  const inFile = await fileProperties(given.text(config), services);
  const inWords = wordProperties(given.all(words));
  checkGroup(given, [inFile, inWords]);
  return new Map([...inFile, ...inWords]);
}

/** The group may be named in three places, but only one group. */
function checkGroup(given: Given, places: readonly Properties[]): void {
  const named = [given.text("group"), ...places.map((each) => each.get("group.id"))];
  const groups = [...new Set(named.filter((name) => name !== undefined))];
  if (groups.length > 1) {
    throw withUsage(
      "The group ids provided in different places (directly using '--group', via '--consumer-property', " +
        "or via '--consumer.config') do not match. Detected group ids: " +
        groups.map((group) => `'${group}'`).join(", "),
    );
  }
  if (groups.length > 0 && given.has("partition")) {
    throw withUsage("Options group and partition cannot be specified together.");
  }
}

/** The consumer's settings: defaults, then properties, then flags. */
export function settingsOfConsumer(
  given: Given,
  properties: Properties,
  { io, services }: { readonly io: Pick<Io, "err">; readonly services: Services },
): ConsumerSettings {
  const reset = properties.get("auto.offset.reset");
  if (given.has("from-beginning") && reset !== undefined && reset !== "earliest") {
    const message = `Can't simultaneously specify --from-beginning and 'auto.offset.reset=${reset}', please remove one option`;
    throw new UsageError(message, { showsUsage: false });
  }
  const isolation = given.text("isolation-level");
  const all = new Map([
    ["auto.offset.reset", given.has("from-beginning") ? "earliest" : "latest"],
    ...properties,
    ...(isolation === undefined ? [] : [["isolation.level", isolation] as const]),
  ]);
  const read = readProperties(all, consumerKeys, io);
  const groupId = given.text("group") ?? read.groupId;
  if (groupId !== undefined) return { ...consumerDefaults, ...read, groupId };
  return {
    ...consumerDefaults,
    // Nobody comes back to a group with a name made up here: its offsets are not kept.
    enableAutoCommit: false,
    ...read,
    groupId: `console-consumer-${services.runtime.random.integer(100_000)}`,
  };
}

/** Where --partition begins. */
export function startOffset(given: Given): "earliest" | "latest" | number {
  const word = given.text("offset");
  if (word === undefined) return given.has("from-beginning") ? "earliest" : "latest";
  const name = word.toLowerCase();
  if (name === "earliest" || name === "latest") return name;
  if (/^\+?\d+$/.test(word) && Number.isSafeInteger(Number(word))) return Number(word);
  throw withUsage(
    `The provided offset value '${word}' is incorrect. Valid values are 'earliest', 'latest', or a non-negative long.`,
  );
}
