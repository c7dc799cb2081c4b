import {
  applyChanges,
  replaceAll,
  updatesBetween,
  type AlterResult,
  type ChangedConfigs,
  type ConfigChange,
  type ConfigUpdate,
} from "./alter-configs.ts";
import type { ConfigTexts } from "./config-layers.ts";
import { topicConfigTable, validateTopicConfigs } from "./validate-topic-configs.ts";

/** IncrementalAlterConfigs on a topic that exists. */
export function alterTopicConfigs(
  current: ConfigTexts,
  changes: readonly ConfigChange[],
): AlterResult {
  const changed = applyChanges(current, changes, {
    definitionOf: (name) => topicConfigTable.get(name),
    notAList: (name, operation) =>
      `Can't ${operation} to key ${name} because its type is not LIST.`,
  });
  return checked(current, changed);
}

/** AlterConfigs on a topic that exists: what is not named goes back to its default. */
export function replaceTopicConfigs(
  current: ConfigTexts,
  entries: readonly ConfigUpdate[],
): AlterResult {
  return checked(current, replaceAll(entries));
}

function checked(current: ConfigTexts, changed: ChangedConfigs): AlterResult {
  if (changed.error !== undefined) return changed;
  const updates = updatesBetween(current, changed.configs);
  const names = updates.map(({ name }) => name);
  const message = validateTopicConfigs(changed.configs, names)[0];
  if (message !== undefined) return { error: "INVALID_CONFIG", message };
  const notes = updates.flatMap(({ name, value }) => {
    const definition = topicConfigTable.get(name);
    if (value === null || definition?.state !== "does-not-apply") return [];
    return [`${name} does not apply here. ${definition.doc}`];
  });
  return { updates, notes };
}
