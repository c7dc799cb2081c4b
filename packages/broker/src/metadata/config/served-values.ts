import { parseConfigValue, type ConfigDefinition } from "@naru/runtime";

/**
 * Why this version cannot take a value that Kafka takes; undefined when it can. Asked on the ways
 * in (file, create, alter), never when records are read: a folder with such a value still opens.
 */
export function notServed(
  key: string,
  definition: ConfigDefinition,
  text: string,
): string | undefined {
  const { state, doc, notYetValues, type } = definition;
  if (state === "not-yet" && text !== defaultText(key, definition)) {
    const found = type === "password" ? "a value" : `'${text}'`;
    return `Configuration ${key} is not served yet: found ${found}, expected it unset. ${doc}`;
  }
  const refused = text.split(",").find((item) => notYetValues?.includes(item));
  if (refused === undefined) return undefined;
  const served = listedValues(definition).filter((value) => !notYetValues?.includes(value));
  return (
    `Invalid value ${refused} for configuration ${key}: It is not served yet. ` +
    `Served now: ${served.join(", ")}`
  );
}

function listedValues({ valid }: ConfigDefinition): readonly string[] {
  return valid?.kind === "one-of" || valid?.kind === "list-of" ? valid.values : [];
}

/** The default as Kafka writes it once it has read it. */
function defaultText(key: string, definition: ConfigDefinition): string | null {
  if (definition.default === null) return null;
  const parsed = parseConfigValue(key, definition, definition.default);
  return parsed.problem === undefined ? parsed.text : definition.default;
}
