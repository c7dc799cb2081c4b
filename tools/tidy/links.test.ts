import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLinks } from "./links.ts";
import { plant } from "./tree.ts";

test("a link to a file that is not there is found, relative to its page", () => {
  const tree = plant({
    "docs/a.md": "[b](b.md), [top](../README.md#start), [lost](lost.md)\n",
    "docs/b.md": "[web](https://example.org/x.md), [here](#here), [folder](../docs)\n",
    "README.md": "",
  });
  assert.deepEqual(
    checkLinks(tree).map((finding) => finding.message.split(",")[0]),
    ["points to docs/lost.md"],
  );
});

test("a path in code letters that is not there is found", () => {
  const tree = plant({ "docs/a.md": "first\n`packages/x/src/gone.ts` and `gone.ts`\n" });
  assert.deepEqual(
    checkLinks(tree).map((finding) => `${finding.line}: ${finding.message.split(",")[0]}`),
    ["2: points to packages/x/src/gone.ts"],
  );
});
