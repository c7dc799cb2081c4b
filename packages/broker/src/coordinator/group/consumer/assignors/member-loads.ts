/**
 * The readers of one topic in the order of how much each has, seen from both ends while partitions
 * move from the most to the least loaded.
 *
 *   sorted:   [ least loaded ...          | ...            | ... most loaded | excluded ]
 *              0         next    leastEnd   mostStart  next           mostEnd
 *
 * Each end is a range of members that had the same load when the range was made. A range is walked
 * once, each member gaining or losing one partition; then the range grows by those who have
 * the load that it has reached. So a whole levelling is linear in members and partitions.
 */
export class MemberLoads {
  /** How much more the most loaded has than the least. */
  readonly spread: number;
  readonly #loads: Int32Array;
  readonly #sorted: number[];
  #leastEnd = 0;
  #leastNext = 0;
  #leastLoad: number;
  #mostStart: number;
  #mostEnd: number;
  #mostNext: number;
  #mostLoad: number;

  /** `loads` is of all members of the group, and is read anew as the caller changes it. */
  constructor(readers: readonly number[], loads: Int32Array) {
    this.#loads = loads;
    this.#sorted = readers.toSorted((a, b) => loads[a]! - loads[b]! || a - b);
    const least = loads[this.#sorted[0]!]!;
    const most = loads[this.#sorted.at(-1)!]!;
    this.spread = most - least;
    this.#leastLoad = least - 1;
    this.#mostStart = this.#sorted.length;
    this.#mostEnd = this.#sorted.length;
    this.#mostNext = this.#sorted.length - 1;
    this.#mostLoad = most + 1;
  }

  get isLevel(): boolean {
    return this.#mostLoad - this.#leastLoad <= 1;
  }

  /** The next member to get a partition. */
  nextLeast(): number {
    if (this.#leastNext >= this.#leastEnd) {
      this.#leastLoad += 1;
      while (this.#loadAt(this.#leastEnd) === this.#leastLoad) this.#leastEnd += 1;
      this.#leastNext = 0;
    }
    this.#leastNext += 1;
    return this.#sorted[this.#leastNext - 1]!;
  }

  /** The next member to give one up; undefined when none is left. */
  nextMost(): number | undefined {
    if (this.#mostNext < this.#mostStart) {
      const isEmptyRange = this.#mostEnd <= this.#mostStart && this.#mostStart > 0;
      this.#mostLoad = isEmptyRange ? this.#loadAt(this.#mostStart - 1)! : this.#mostLoad - 1;
      while (this.#loadAt(this.#mostStart - 1) === this.#mostLoad) this.#mostStart -= 1;
      this.#mostNext = this.#mostEnd - 1;
    }
    if (this.#mostNext < 0) return undefined;
    this.#mostNext -= 1;
    return this.#sorted[this.#mostNext + 1]!;
  }

  /** What `nextMost` gave last has nothing to give: it is not asked again. */
  excludeLastMost(): void {
    const place = this.#mostNext + 1;
    const last = this.#mostEnd - 1;
    const member = this.#sorted[place]!;
    this.#sorted[place] = this.#sorted[last]!;
    this.#sorted[last] = member;
    this.#mostEnd = last;
  }

  #loadAt(place: number): number | undefined {
    const member = this.#sorted[place];
    return member === undefined ? undefined : this.#loads[member];
  }
}
