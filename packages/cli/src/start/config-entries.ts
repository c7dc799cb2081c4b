import { parseProperties, type ConfigEntry } from "@naru/broker";
import { ConfigError } from "@naru/protocol";
import type { StartOptions } from "./start-options.ts";

const folderKeys = ["log.dirs", "log.dir"];
const addressKeys = ["listeners", "advertised.listeners"];

/** The settings of file and --set, in the order in which a later one wins. */
export async function configEntries(
  options: StartOptions,
  readText: (path: string) => Promise<string>,
): Promise<ConfigEntry[]> {
  const fromFile = options.config === undefined ? [] : await fileEntries(options.config, readText);
  const entries = [...fromFile, ...setEntries(options.set)];
  // A flag wins over what it stands for, and over what would contradict it.
  const replaced = [
    ...(options.dataDir !== undefined || options.memory ? folderKeys : []),
    ...(options.port === undefined ? [] : addressKeys),
  ];
  return entries.filter(({ key }) => !replaced.includes(key));
}

/** Whether the configuration says where the data is. */
export function namesFolder(entries: readonly ConfigEntry[]): boolean {
  return entries.some(({ key }) => folderKeys.includes(key));
}

/** Whether the configuration says where to listen. */
export function namesListeners(entries: readonly ConfigEntry[]): boolean {
  return entries.some(({ key }) => key === "listeners");
}

async function fileEntries(
  file: string,
  readText: (path: string) => Promise<string>,
): Promise<ConfigEntry[]> {
  const text = await readText(file);
  return parseProperties(text).map(({ key, value, line }) => ({
    key,
    value,
    source: `${file} line ${line}`,
  }));
}

function setEntries(words: readonly string[]): ConfigEntry[] {
  const wrong = words.filter((word) => word.indexOf("=") < 1);
  if (wrong.length > 0) {
    throw new ConfigError(
      wrong.map((word) => ({
        key: "--set",
        source: "--set",
        problem: `found '${word}', expected KEY=VALUE, such as num.partitions=3.`,
      })),
    );
  }
  return words.map((word) => {
    const equals = word.indexOf("=");
    return { key: word.slice(0, equals).trim(), value: word.slice(equals + 1), source: "--set" };
  });
}
