import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SortedMap } from "./sorted-map.ts";

const steps = fc.array(
  fc.record({ key: fc.nat({ max: 60 }), value: fc.option(fc.nat(), { nil: undefined }) }),
  { maxLength: 200 },
);

// Goal: the same answers as Map, for every key, after any history.
// Method: a random history of sets and deletes (value undefined), applied to both.
test("a sorted map agrees with Map and iterates in key order", () => {
  fc.assert(
    fc.property(steps, fc.nat({ max: 61 }), (history, start) => {
      let map = SortedMap.empty<number, number>();
      const model = new Map<number, number>();
      for (const { key, value } of history) {
        map = value === undefined ? map.delete(key) : map.set(key, value);
        if (value === undefined) model.delete(key);
        else model.set(key, value);
      }
      const sorted = [...model].sort(([a], [b]) => a - b);
      assert.deepEqual([...map], sorted);
      assert.equal(map.size, model.size);
      assert.deepEqual(
        [...map.from(start)],
        sorted.filter(([key]) => key >= start),
      );
      for (let key = 0; key <= 60; key += 1) assert.equal(map.get(key), model.get(key));
    }),
  );
});

test("a map that was handed out stays as it was", () => {
  fc.assert(
    fc.property(steps, (history) => {
      let map = SortedMap.empty<number, number>();
      const versions: [SortedMap<number, number>, string][] = [];
      for (const { key, value } of history) {
        map = value === undefined ? map.delete(key) : map.set(key, value);
        versions.push([map, JSON.stringify([...map])]);
      }
      for (const [version, text] of versions) assert.equal(JSON.stringify([...version]), text);
    }),
  );
});

test("depth stays logarithmic when keys arrive in order", () => {
  let map = SortedMap.empty<number, number>();
  for (let key = 0; key < 10_000; key += 1) map = map.set(key, key);
  let steps = 0;
  const counting = { valueOf: (): number => ((steps += 1), 9_999) } as unknown as number;
  map.has(counting);
  // An AVL tree of 10,000 keys is at most 19 deep.
  assert.ok(steps > 5 && steps <= 20, `${steps} comparisons`);
});
