import assert from "node:assert/strict";
import { test } from "node:test";
import { report } from "./report.ts";
import { checkSizes } from "./sizes.ts";
import { plant } from "./tree.ts";

test("a file of 501 lines is found, one of 500 is not, and generated code may be long", () => {
  const line = "export {};\n";
  const tree = plant({
    "packages/client/src/long.ts": line.repeat(501),
    "packages/client/src/full.ts": line.repeat(500),
    "packages/client/src/generated/long.ts": line.repeat(5000),
  });
  assert.deepEqual(
    checkSizes(tree).map((finding) => finding.file),
    ["packages/client/src/long.ts"],
  );
});

test("a line of 101 columns is found, where a drawing's characters count once", () => {
  const tree = plant({
    "a.ts": `// ${"x".repeat(98)}\n`,
    "b.ts": `// ${"─".repeat(97)}\n`,
  });
  assert.deepEqual(checkSizes(tree), [
    { file: "a.ts", line: 1, message: "has 101 columns, expected at most 100." },
  ]);
});

test("a sentence in a string stays whole up to 140 columns, a comment does not", () => {
  const sentence = "it's `one` sentence of several words, ".repeat(3);
  const tree = plant({
    "a.ts": `fail("${sentence}");\n// ${sentence}\n// ${sentence}\nfail("${sentence.repeat(2)}");\n`,
  });
  assert.deepEqual(
    checkSizes(tree).map((finding) => finding.message),
    ["has 117 columns, expected at most 100, and so have lines 3, 4."],
  );
});

test("the report counts sizes, comment lines and files without a test", () => {
  const tree = plant({
    "packages/broker/src/log/a.ts": "// Why.\nexport const a = 1;\n\nexport const b = 2;\n",
    "packages/broker/src/log/b.ts": "export function b(): void {}\n",
    "packages/broker/src/log/b.property.test.ts": "export {};\n",
    "packages/broker/src/log/types.ts": "export interface T {}\n",
  });
  const measured = report(tree);
  assert.equal(measured.fileCount, 4);
  assert.equal(measured.longest, "packages/broker/src/log/a.ts (4)");
  assert.equal(measured.commentShares["log"], 20);
  assert.deepEqual(measured.untested, ["packages/broker/src/log/a.ts"]);
});
