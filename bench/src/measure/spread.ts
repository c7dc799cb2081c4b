/** Values of one figure over the rounds. */
export class Spread {
  readonly #values: number[] = [];

  add(value: number): void {
    this.#values.push(value);
  }

  get median(): number {
    const sorted = this.#values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const upper = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
  }

  /** `median (min-max)`, in three digits that count. */
  toString(): string {
    if (this.#values.length === 0) return "-";
    const range = `${short(Math.min(...this.#values))}-${short(Math.max(...this.#values))}`;
    return `${short(this.median)} (${range})`;
  }
}

function short(value: number): string {
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString("en", {
    minimumFractionDigits: Math.min(digits, 3),
    maximumFractionDigits: Math.min(digits, 3),
  });
}

/** Makes a Spread for each key that is asked for. */
export class Spreads {
  readonly #byKey = new Map<string, Spread>();

  of(...key: readonly string[]): Spread {
    const joined = key.join("\n");
    const found = this.#byKey.get(joined) ?? new Spread();
    this.#byKey.set(joined, found);
    return found;
  }
}

/** The value below which this share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
