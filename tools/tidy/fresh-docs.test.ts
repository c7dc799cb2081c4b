import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFreshDocs } from "./fresh-docs.ts";
import { plant } from "./tree.ts";

const page = { path: "docs/reference/errors.md", text: "# Errors\n\n| a |\n" };

test("a page that its generator would change is found at the line that differs", () => {
  const tree = plant({ [page.path]: "# Errors\n\n| b |\n" });
  assert.equal(checkFreshDocs(tree, [page])[0]?.line, 3);
});

test("a page that nobody has written yet is found", () => {
  assert.match(checkFreshDocs(plant({}), [page])[0]?.message ?? "", /is missing/);
});

test("a fresh page is not found", () => {
  assert.deepEqual(checkFreshDocs(plant({ [page.path]: page.text }), [page]), []);
});
