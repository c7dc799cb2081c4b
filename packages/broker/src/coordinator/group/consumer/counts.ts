/** How many times each name was put in. One with nothing left is not there. */
export class Counts {
  readonly #counts = new Map<string, number>();

  get size(): number {
    return this.#counts.size;
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  names(): MapIterator<string> {
    return this.#counts.keys();
  }

  values(): MapIterator<number> {
    return this.#counts.values();
  }

  add(name: string): void {
    this.#counts.set(name, this.of(name) + 1);
  }

  remove(name: string): void {
    const count = this.of(name) - 1;
    if (count > 0) this.#counts.set(name, count);
    else this.#counts.delete(name);
  }

  /** The name that is there most often; of several the first that was put in. */
  mostFrequent(): string | undefined {
    let most: string | undefined;
    for (const [name, count] of this.#counts) {
      if (most === undefined || count > this.of(most)) most = name;
    }
    return most;
  }
}
