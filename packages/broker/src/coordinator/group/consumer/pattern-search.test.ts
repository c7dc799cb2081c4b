import assert from "node:assert/strict";
import { test } from "node:test";
import { PatternSearch } from "./pattern-search.ts";
import type { TopicsView } from "../topics-view.ts";

function view(names: readonly string[]): TopicsView {
  return {
    version: 7,
    newestTopicVersion: 7,
    byName: () => undefined,
    byId: () => undefined,
    names: () => names,
  };
}

test("each pattern gets the topics that it matches, sorted, with what was looked through", () => {
  const search = new PatternSearch(["o.*", "("], view(["orders", "a", "offers"]), 5);
  assert.equal(search.goOn(), true);
  assert.deepEqual(
    search.results,
    new Map([
      ["o.*", { topics: ["offers", "orders"], version: 7, timestampMs: 5 }],
      ["(", { topics: [], version: 7, timestampMs: 5 }],
    ]),
  );
});

// Goal: a cluster of many topics does not hold up what else the broker does.
test("many topics are looked through in several turns", () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `topic-${index}`);
  const search = new PatternSearch(["topic-.*9"], view(names), 0);
  const turns = [search.goOn(), search.goOn(), search.goOn()];
  assert.deepEqual(turns, [false, false, true]);
  assert.equal(search.results.get("topic-.*9")?.topics.length, 500);
});

// Goal: nobody holds up the broker with a pattern that takes long, or with many.
test("long patterns make shorter turns, and many of them are read in several", () => {
  const names = Array.from({ length: 10 }, (_, index) => `topic-${index}`);
  const long = new PatternSearch(["a".repeat(20_000)], view(names), 0);
  assert.deepEqual([long.goOn(), long.goOn()], [false, false]);
  const patterns = ["a", "b", "c"].map((letter) => letter.repeat(20_000));
  const many = new PatternSearch(patterns, view([]), 0);
  assert.deepEqual([many.goOn(), many.goOn()], [false, true]);
});
