/**
 * What the members of one group said, and what must be true of it:
 *
 *   every record is read by somebody;
 *   what a member reads of a partition, from its assignment on, has no gap;
 *   it begins at or after every commit that was answered before the assignment (none is lost),
 *   and not after the last offset that anybody read and could have committed (none is skipped).
 *
 * The times of the lines order what two processes said: a commit is said after it was answered and
 * a record before it is committed, so a line that comes late accuses nobody who is innocent.
 */
import assert from "node:assert/strict";
import type { Division } from "./division.ts";
import type { MemberEvent } from "./member-program.ts";

/** Keeps what the members of one group said. */
export class GroupLedger {
  readonly #events: MemberEvent[] = [];
  readonly #owned = new Map<string, Set<number>>();
  readonly #times: Map<number, number>[];
  #changes = 0;

  constructor(partitions: number) {
    this.#times = Array.from({ length: partitions }, () => new Map<number, number>());
  }

  /** Grows with each assignment and revocation. */
  get changes(): number {
    return this.#changes;
  }

  take(event: MemberEvent): void {
    this.#events.push(event);
    const owned = this.#owned.get(event.member) ?? new Set();
    this.#owned.set(event.member, owned);
    if (event.event === "records") {
      const times = this.#times[event.partition]!;
      for (const offset of event.offsets) times.set(offset, (times.get(offset) ?? 0) + 1);
    } else if (event.event === "assigned" || event.event === "revoked") {
      this.#changes += 1;
      for (const one of event.partitions) {
        if (event.event === "assigned") owned.add(one);
        else owned.delete(one);
      }
    }
  }

  /** What these members have now, as they say. */
  division(members: readonly string[]): Division {
    return new Map(
      members.map((member) => [
        member,
        [...(this.#owned.get(member) ?? [])].toSorted((a, b) => a - b),
      ]),
    );
  }

  /** How often a record was read. */
  timesRead(partition: number, offset: number): number {
    return this.#times[partition]!.get(offset) ?? 0;
  }

  /** Offsets from `from` up to `to`, each a list by partition, that were not read `times` times. */
  notRead(times: number, from: readonly number[], to: readonly number[]): string[] {
    const found: string[] = [];
    for (const [partition, end] of to.entries()) {
      for (let offset = from[partition]!; offset < end; offset += 1) {
        const read = this.timesRead(partition, offset);
        if (times === 0 ? read === 0 : read !== times)
          found.push(`${partition}-${offset}: ${read}`);
      }
    }
    return found;
  }

  /** Judges the order of things; a client that reads again may go back, but skip nothing. */
  check({ readsAgain }: { readonly readsAgain: boolean } = { readsAgain: false }): void {
    const checks = this.#times.map(
      (_, partition) => new PartitionCheck(`partition ${partition}`, readsAgain),
    );
    for (const event of this.#events.toSorted((a, b) => a.at - b.at)) {
      if (event.event === "records") {
        checks[event.partition]!.read(event.member, event.offsets);
      } else if (event.event === "committed") {
        checks[event.partition]!.committed(event.at, event.offset);
      } else if (event.event !== "refused") {
        for (const one of event.partitions) checks[one]![event.event](event);
      }
    }
  }
}

/** A member's reading of one partition, from its assignment to the next change. */
interface Reading {
  readonly assignedAt: number;
  /** Undefined until it has read something. */
  next: number | undefined;
}

class PartitionCheck {
  readonly #name: string;
  readonly #readsAgain: boolean;
  readonly #readings = new Map<string, Reading>();
  readonly #commits: { readonly at: number; readonly offset: number }[] = [];
  #highestRead = -1;

  constructor(name: string, readsAgain: boolean) {
    this.#name = name;
    this.#readsAgain = readsAgain;
  }

  assigned({ member, at }: MemberEvent): void {
    this.#readings.set(member, { assignedAt: at, next: undefined });
  }

  revoked({ member }: MemberEvent): void {
    this.#readings.delete(member);
  }

  committed(at: number, offset: number): void {
    this.#commits.push({ at, offset });
  }

  read(member: string, offsets: readonly number[]): void {
    const reading = this.#readings.get(member);
    // A member may still hold records of what was revoked: nobody counts on what it does with them.
    if (reading !== undefined) this.#follow(member, reading, offsets);
    this.#highestRead = Math.max(this.#highestRead, offsets.at(-1)!);
  }

  #follow(member: string, reading: Reading, offsets: readonly number[]): void {
    const [first] = offsets as [number, ...number[]];
    const who = `${this.#name}: ${member}`;
    if (reading.next === undefined) {
      const before = this.#commits.filter(({ at }) => at < reading.assignedAt);
      const committed = Math.max(0, ...before.map(({ offset }) => offset));
      assert.ok(
        this.#readsAgain || first >= committed,
        `${who} begins at ${first}, committed was ${committed}`,
      );
      const end = this.#highestRead + 1;
      assert.ok(first <= end, `${who} begins at ${first}, nobody has read beyond ${end}`);
    } else if (!this.#readsAgain || first > reading.next) {
      assert.equal(first, reading.next, `${who} goes on at ${first}, after ${reading.next - 1}`);
    }
    const expected = offsets.map((_, index) => first + index);
    assert.deepEqual(offsets, expected, `${who} reads without gaps`);
    reading.next = first + offsets.length;
  }
}
