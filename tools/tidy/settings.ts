import type { Finding } from "./finding.ts";
import { isInside, isSource, isTest, type Tree, type TreeFile } from "./tree.ts";

/** What the check reads of a configuration key's definition. */
interface Setting {
  readonly state: string;
  /** Of a topic's or a group's key: the broker key that counts where it is not set. */
  readonly brokerKey?: string | null;
}

/** The tables of keys, by scope. */
export interface SettingTables {
  readonly broker: Readonly<Record<string, Setting>>;
  readonly topic: Readonly<Record<string, Setting>>;
  readonly group: Readonly<Record<string, Setting>>;
}

const BROKER = "packages/broker/src";
const CONFIG = `${BROKER}/metadata/config`;

/** Where keys are defined; naming one here is not reading it. */
const definitions = [
  `${CONFIG}/broker-configs`,
  `${CONFIG}/broker-configs.ts`,
  `${CONFIG}/topic-configs.ts`,
  `${CONFIG}/group-configs.ts`,
];

/** Files of the configuration that turn keys into something else, which the broker then reads. */
const resolvers = [
  `${CONFIG}/config-layers.ts`,
  `${CONFIG}/group-config.ts`,
  `${CONFIG}/listeners.ts`,
];

/** The whole effect of these is that values which are not served are refused by name. */
const checkedOnly = [
  "process.roles",
  "controller.quorum.voters",
  "controller.quorum.bootstrap.servers",
  "compression.type",
];

/**
 * A key that says it has effect is read by the broker, and one that is read says so. Reading is its
 * name in camel case behind a dot or in a pattern, or the key itself in quotes; copying it on under
 * the same name is not.
 */
export function checkSettings(tree: Tree, tables: SettingTables): Finding[] {
  const sources = tree.filter(
    (file) => isSource(file) && !isTest(file.path) && isInside(file.path, BROKER),
  );
  const isRead = readerOf(sources);
  const read = Object.entries({ ...tables.topic, ...tables.group }).filter(([key]) => isRead(key));
  const throughOthers = new Set(read.map(([, { brokerKey }]) => brokerKey));
  const broker = Object.entries(tables.broker).flatMap(([key, setting]) =>
    findings(key, setting, {
      file: `${CONFIG}/broker-configs.ts`,
      isRead: throughOthers.has(key) || isRead(key),
    }),
  );
  const topic = Object.entries(tables.topic).flatMap(([key, setting]) =>
    findings(key, setting, { file: `${CONFIG}/topic-configs.ts`, isRead: isRead(key) }),
  );
  const group = Object.entries(tables.group).flatMap(([key, setting]) =>
    findings(key, setting, { file: `${CONFIG}/group-configs.ts`, isRead: isRead(key) }),
  );
  return [...broker, ...topic, ...group];
}

function findings(
  key: string,
  { state }: Setting,
  { file, isRead }: { readonly file: string; readonly isRead: boolean },
): Finding[] {
  if (state === "has-effect" && !isRead && !checkedOnly.includes(key)) {
    const message = `${key} is said to have effect, and nothing reads it.`;
    return [{ file, message: `${message} Read it, or say why it does not apply.` }];
  }
  // One that is not served yet cannot be set, and its name may be that of something else.
  if (state === "does-not-apply" && isRead) {
    return [{ file, message: `${key} is said not to apply, and something reads it.` }];
  }
  return [];
}

function readerOf(sources: readonly TreeFile[]): (key: string) => boolean {
  const texts = sources
    .filter(({ path }) => !isInside(path, CONFIG) || resolvers.includes(path))
    .filter(({ path }) => !definitions.some((folder) => isInside(path, folder)))
    .map(({ text }) => text.replaceAll(/^\s*(\w+): \w+\.\1,$/gm, ""));
  return (key) => {
    const quoted = `"${key}"`;
    const name = key.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());
    const read = new RegExp(String.raw`(?:\.|[{,]\s*)${name}\b(?!:)`);
    return texts.some((text) => text.includes(quoted) || (key !== name && read.test(text)));
  };
}
