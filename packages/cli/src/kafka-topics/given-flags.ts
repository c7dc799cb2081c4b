import { flags, type Flag, type FlagName } from "./flags.ts";

const table: Readonly<Record<string, Flag>> = flags;

/** A mistake in the words: its sentence, and whether the usage follows. */
export class UsageError extends Error {
  readonly showsUsage: boolean;

  constructor(message: string, options: { showsUsage: boolean }) {
    super(message);
    this.showsUsage = options.showsUsage;
  }
}

/** What was given, flag by flag. Values are read when asked for, as in Kafka's tool. */
export class GivenFlags {
  readonly #given = new Map<string, string[]>();

  /** Reads `--flag value`, `--flag=value`, and the same with one dash; passes over other words. */
  constructor(words: readonly string[]) {
    const queue = [...words];
    for (let word = queue.shift(); word !== undefined && word !== "--"; word = queue.shift()) {
      if (!/^--?[^-]/.test(word)) continue;
      const [name = "", ...rest] = word.replace(/^--?/, "").split("=");
      const flag = Object.hasOwn(table, name) ? table[name] : undefined;
      if (flag === undefined) {
        throw new UsageError(`${name} is not a recognized option`, { showsUsage: false });
      }
      const values = this.#given.get(name) ?? [];
      this.#given.set(name, values);
      if (flag.value === undefined) continue;
      const value = rest.length > 0 ? rest.join("=") : queue.shift();
      if (value === undefined || value === "") {
        throw new UsageError(`Option ${name} requires an argument`, { showsUsage: false });
      }
      values.push(value);
    }
  }

  has(name: FlagName): boolean {
    return this.#given.has(name);
  }

  all(name: FlagName): readonly string[] {
    return this.#given.get(name) ?? [];
  }

  text(name: FlagName): string | undefined {
    const values = this.all(name);
    if (values.length > 1) {
      throw new Error(`Found multiple arguments for option ${name}, but you asked for only one`);
    }
    return values[0];
  }

  integer(name: FlagName): number | undefined {
    const word = this.text(name);
    if (word === undefined) return undefined;
    if (!/^[+-]?\d+$/.test(word) || Math.abs(Number(word)) > 2_147_483_647) {
      throw new Error(`Cannot parse argument '${word}' of option ${name}`);
    }
    return Number(word);
  }
}
