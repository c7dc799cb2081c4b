// What is known of the transactions of a simulated life, and what that allows anybody to see.
import assert from "node:assert/strict";
import { nameOf } from "./broker-life.ts";
import type { Place } from "./test-client.ts";

/**
 * open ──> asked to commit ──> committed
 *   └────> aborted (by its end, by who came after it, or by a crash: nothing else is possible)
 */
type Knowledge = "open" | "asked to commit" | "committed" | "aborted";

export interface LedgerEntry {
  readonly producer: number;
  readonly number: number;
  knowledge: Knowledge;
  /** Its records that were answered for, by place: the values, in order. */
  readonly values: Map<string, string[]>;
  /** Where its first record of each place is. */
  readonly firstOffsets: Map<string, number>;
  hasOffset: boolean;
}

export class TransactionLedger {
  readonly entries: LedgerEntry[] = [];

  begin(producer: number): LedgerEntry {
    const entry: LedgerEntry = {
      producer,
      number: this.entries.length + 1,
      knowledge: "open",
      values: new Map(),
      firstOffsets: new Map(),
      hasOffset: false,
    };
    this.entries.push(entry);
    return entry;
  }

  /** From here on nothing that this producer has left open can be committed. */
  fence(producer: number): void {
    for (const entry of this.entries) {
      if (entry.producer === producer && entry.knowledge === "open") entry.knowledge = "aborted";
    }
  }

  added(entry: LedgerEntry, place: Place, record: { value: string; offset: number }): void {
    const name = nameOf(place);
    entry.values.set(name, [...(entry.values.get(name) ?? []), record.value]);
    if (!entry.firstOffsets.has(name)) entry.firstOffsets.set(name, record.offset);
  }

  /** Nothing is seen that nobody has asked to commit. */
  checkSeen(values: readonly string[]): void {
    for (const value of values) {
      const { knowledge } = this.#entryOf(value);
      assert.ok(/commit/.test(knowledge), `${value} was seen, and its transaction is ${knowledge}`);
    }
  }

  checkStable(place: Place, lastStableOffset: number): void {
    for (const { knowledge, firstOffsets, number } of this.entries) {
      const first = firstOffsets.get(nameOf(place));
      if (knowledge !== "open" || first === undefined) continue;
      assert.ok(
        lastStableOffset <= first,
        `the last stable offset ${lastStableOffset} of ${nameOf(place)} has passed ` +
          `transaction ${number}, open since ${first}`,
      );
    }
  }

  /** At the end, when nothing is open: each transaction is there whole, or not at all. */
  checkOutput(output: ReadonlyMap<string, readonly string[]>): void {
    const all = [...output.values()].flat();
    assert.equal(new Set(all).size, all.length, "nothing is there twice");
    this.checkSeen(all);
    for (const entry of this.entries) {
      if (!this.isThere(entry, all)) {
        assert.notEqual(entry.knowledge, "committed", `transaction ${entry.number} is there`);
        continue;
      }
      for (const [place, values] of entry.values) {
        const own = output.get(place)!.filter((value) => this.#entryOf(value) === entry);
        assert.deepEqual(own, values, `transaction ${entry.number} is whole in ${place}`);
      }
    }
    for (const values of output.values()) this.#checkOrder(values);
  }

  isThere(entry: LedgerEntry, all: readonly string[]): boolean {
    return all.some((value) => this.#entryOf(value) === entry);
  }

  #checkOrder(values: readonly string[]): void {
    const last = new Map<number, number>();
    for (const value of values) {
      const { producer, number } = this.#entryOf(value);
      assert.ok((last.get(producer) ?? 0) <= number, `${value} is in its producer's order`);
      last.set(producer, number);
    }
  }

  #entryOf(value: string): LedgerEntry {
    return this.entries[Number(value.split("/")[0]) - 1]!;
  }
}
