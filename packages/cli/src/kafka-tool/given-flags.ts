import type { Flag } from "./flag.ts";

/** A mistake in the words: its sentence, and whether the usage follows. */
export class UsageError extends Error {
  readonly showsUsage: boolean;

  constructor(message: string, options: { showsUsage: boolean }) {
    super(message);
    this.showsUsage = options.showsUsage;
  }
}

/** What was given, flag by flag. Values are read when asked for, as in Kafka's tool. */
export class GivenFlags<Name extends string> {
  readonly #given = new Map<string, string[]>();
  readonly #order: string[] = [];

  /** Reads `--flag value`, `--flag=value`, and the same with one dash; passes over other words. */
  constructor(flags: Readonly<Record<Name, Flag>>, words: readonly string[]) {
    const table: Readonly<Record<string, Flag>> = flags;
    const queue = [...words];
    for (let word = queue.shift(); word !== undefined && word !== "--"; word = queue.shift()) {
      if (!/^--?[^-]/.test(word)) continue;
      const [name = "", ...rest] = word.replace(/^--?/, "").split("=");
      const flag = Object.hasOwn(table, name) ? table[name] : undefined;
      if (flag === undefined) {
        throw new UsageError(`${name} is not a recognized option`, { showsUsage: false });
      }
      this.#order.push(name);
      const values = this.#given.get(name) ?? [];
      this.#given.set(name, values);
      const value = flag.value === undefined ? undefined : valueOf({ name, flag }, rest, queue);
      if (value !== undefined) values.push(value);
    }
  }

  has(name: Name): boolean {
    return this.#given.has(name);
  }

  /** The flags as they came, one for each time. */
  get order(): readonly string[] {
    return this.#order;
  }

  all(name: Name): readonly string[] {
    return this.#given.get(name) ?? [];
  }

  text(name: Name): string | undefined {
    const values = this.all(name);
    if (values.length > 1) {
      throw new Error(`Found multiple arguments for option ${name}, but you asked for only one`);
    }
    return values[0];
  }

  integer(name: Name, max = INT32_MAX): number | undefined {
    const word = this.text(name);
    if (word === undefined) return undefined;
    if (!/^[+-]?\d+$/.test(word) || Math.abs(Number(word)) > max) {
      throw new Error(`Cannot parse argument '${word}' of option ${name}`);
    }
    return Number(word);
  }
}

const INT32_MAX = 2_147_483_647;

/** The value of a flag, taken from the words after it; undefined where it may stand without. */
function valueOf(
  { name, flag }: { readonly name: string; readonly flag: Flag },
  afterEquals: readonly string[],
  queue: string[],
): string | undefined {
  const isOptional = flag.isOptional === true;
  if (afterEquals.length === 0 && isOptional && (queue[0] ?? "-").startsWith("-")) return undefined;
  const value = afterEquals.length > 0 ? afterEquals.join("=") : queue.shift();
  if (value !== undefined && value !== "") return value;
  throw new UsageError(`Option ${name} requires an argument`, { showsUsage: false });
}
