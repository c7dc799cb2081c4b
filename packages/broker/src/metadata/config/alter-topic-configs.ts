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

/** IncrementalAlterConfigs on a topic; `wrongName` says why no topic can be called so. */
export function alterTopicConfigs(
  current: ConfigTexts,
  changes: readonly ConfigChange[],
  wrongName?: string,
): AlterResult {
  const changed = applyChanges(current, changes, {
    definitionOf: (name) => topicConfigTable.get(name),
    notAList: (name, operation) =>
      `Can't ${operation} to key ${name} because its type is not LIST.`,
  });
  return checked(current, changed, wrongName);
}

/** AlterConfigs on a topic: what is not named goes back to its default. */
export function replaceTopicConfigs(
  current: ConfigTexts,
  entries: readonly ConfigUpdate[],
  wrongName?: string,
): AlterResult {
  return checked(current, replaceAll(entries), wrongName);
}

function checked(
  current: ConfigTexts,
  changed: ChangedConfigs,
  wrongName: string | undefined,
): AlterResult {
  if (changed.error !== undefined) return changed;
  // Between the two, as in Kafka: the request makes sense, and its values were not looked at.
  if (wrongName !== undefined) return { error: "INVALID_TOPIC_EXCEPTION", message: wrongName };
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
