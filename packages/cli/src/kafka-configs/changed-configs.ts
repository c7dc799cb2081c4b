import { scalaOrder, stringKeyOrder } from "../kafka-tool/java-order.ts";
import type { Services } from "../services.ts";
import type { Given } from "./flags.ts";

/** What --alter is to do, in the order in which Kafka's tool sends it. */
export interface ChangedConfigs {
  readonly added: ReadonlyMap<string, string>;
  readonly deleted: readonly string[];
}

/** Reads --add-config, --add-config-file and --delete-config. */
export async function changedConfigs(given: Given, services: Services): Promise<ChangedConfigs> {
  const added = new Map<string, string>();
  const file = given.text("add-config-file");
  if (file !== undefined) {
    const { parseProperties } = await import("@naru/broker");
    for (const { key, value } of parseProperties(await services.readText(file))) {
      added.set(key, value);
    }
  }
  for (const [key, value] of pairsOf(given.text("add-config"))) added.set(key, value);
  for (const key of added.keys()) {
    if (!/^[$a-zA-Z0-9._-]*$/.test(key)) {
      throw new Error(`Invalid character found for config key: ${key}`);
    }
  }
  const order = scalaOrder(stringKeyOrder([...added.keys()]));
  const deleted = given.all("delete-config").flatMap((words) => words.split(","));
  return {
    added: new Map(order.map((key) => [key, added.get(key) ?? ""])),
    deleted: deleted.filter((key) => key !== "").map((key) => key.trim()),
  };
}

/** Only where no bracket is open: [compact,delete] is one value. */
const commas = /,(?=[^\]]*(?:\[|$))/;
const equals = /\s*=\s*(?=[^\]]*(?:\[|$))/;

function pairsOf(text: string | undefined): [string, string][] {
  if (text === undefined) return [];
  const words = text.split(commas);
  // As Java splits: what is empty at the end is not there.
  if (words.length > 1) while (words.at(-1) === "") words.pop();
  return words.map((word) => {
    const [key = "", value, ...more] = word.split(equals);
    if (value === undefined || more.length > 0) {
      throw new Error(
        'requirement failed: Invalid entity config: all configs to be added must be in the format "key=val" ' +
          'or  "key=[val1,val2]" to group values which contain commas.',
      );
    }
    return [key.trim(), value.replaceAll(/[[\]]/g, "").trim()];
  });
}
