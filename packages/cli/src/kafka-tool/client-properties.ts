// The properties that the console tools hand to their client, from a file and from flags.
import { ConfigError, type ConfigProblem } from "@naru/protocol";
import type { Io } from "../io.ts";
import type { Services } from "../services.ts";
import { UsageError } from "./given-flags.ts";
import { bareFailure } from "./tool.ts";

/** Values by key; of a key that was given more than once the last one counts. */
export type Properties = ReadonlyMap<string, string>;

/** What a key's value sets; a string says what is wrong with it. */
type Reader<Settings> = (value: string) => Partial<Settings> | string;

/** What becomes of the keys of one of Kafka's clients; each is in one of the three lists. */
export interface KeyTable<Settings> {
  readonly served: Readonly<Record<string, Reader<Settings>>>;
  /** They change nothing that a user of the tool sees: told, and passed over. */
  readonly withoutEffect: ReadonlySet<string>;
  /** By key, or by a beginning with its dot. */
  readonly refused: ReadonlySet<string>;
}

/** Words `key=value`; as in Kafka's tools a word without the sign is a key without a value. */
export function wordProperties(words: readonly string[]): Properties {
  return new Map(
    words.map((word) => {
      const at = word.indexOf("=");
      return at < 0 ? [word, ""] : [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

/** The properties in a file; none without one. */
export async function fileProperties(
  file: string | undefined,
  services: Services,
): Promise<Properties> {
  if (file === undefined) return new Map();
  try {
    // Loaded when it is asked for: properties files are read with the broker's own reader.
    const { parseProperties } = await import("@naru/broker");
    const read = parseProperties(await services.readText(file));
    return new Map(read.map(({ key, value }) => [key, value]));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const message = isMissing ? `${file}: there is no such file.` : bareFailure(error);
    throw new UsageError(message, { showsUsage: false });
  }
}

/** What the properties set. What is not served is refused by name, all of it at once. */
export function readProperties<Settings>(
  properties: Properties,
  table: KeyTable<Settings>,
  io: Pick<Io, "err">,
): Partial<Settings> {
  const problems: ConfigProblem[] = [];
  const unused: string[] = [];
  let settings: Partial<Settings> = {};
  for (const [key, value] of properties) {
    const reader = Object.hasOwn(table.served, key) ? table.served[key] : undefined;
    if (reader !== undefined) {
      const read = reader(value);
      if (typeof read === "string") problems.push({ key, problem: `${key}: ${read}` });
      else settings = { ...settings, ...read };
    } else if (isListed(key, table.refused)) {
      problems.push({ key, problem: `${key}: is not served yet. Leave it out.` });
    } else if (table.withoutEffect.has(key)) {
      io.err(`${key}: has no effect here.`);
    } else {
      unused.push(key);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  if (unused.length > 0) {
    io.err(`These configurations '[${unused.join(", ")}]' were supplied but are not used.`);
  }
  return settings;
}

function isListed(key: string, list: ReadonlySet<string>): boolean {
  return list.has(key) || list.has(key.slice(0, key.indexOf(".") + 1));
}

/** A whole number from `least` on. */
export function wholeNumber<Settings>(
  least: number,
  settings: (number: number) => Partial<Settings>,
): Reader<Settings> {
  return (value) => {
    const number = Number(value);
    const isWhole = value.trim() !== "" && Number.isSafeInteger(number);
    if (isWhole && number >= least) return settings(number);
    return `found '${value}', expected a whole number of at least ${least}.`;
  };
}

/** One of some words. */
export function oneOf<Settings, Word extends string>(
  words: readonly Word[],
  settings: (word: Word) => Partial<Settings>,
): Reader<Settings> {
  return (value) => {
    const word = words.find((each) => each === value);
    if (word !== undefined) return settings(word);
    return `found '${value}', expected one of ${words.join(", ")}.`;
  };
}

/** true or false, in any case. */
export function trueOrFalse<Settings>(
  settings: (value: boolean) => Partial<Settings>,
): Reader<Settings> {
  return (value) =>
    oneOf(["true", "false"], (word) => settings(word === "true"))(value.trim().toLowerCase());
}
