import assert from "node:assert/strict";
import { test } from "node:test";
import { plant } from "./tree.ts";
import { checkWords } from "./words.ts";

// Written apart, so that the check does not find its own test.
const mark = ["TO", "DO"].join("");
const only = ["on", "ly"].join("");
const hide = ["@ts", "ignore"].join("-");
const except = ["oxlint", "disable", "next", "line"].join("-");
const copy = ["Buffer", "concat(parts)"].join(".");

const conflict = `${"<".repeat(7)} HEAD`;

const faults: readonly (readonly [name: string, file: string, line: string])[] = [
  ["a leftover without an issue", "packages/client/src/a.ts", `// ${mark}: later`],
  ["a leftover of the worse kind", "tools/a.mjs", `// ${["FIX", "ME"].join("")} #3`],
  ["a test that leaves the others out", "packages/client/src/a.test.ts", `test.${only}("x")`],
  ["a hidden type error", "packages/client/src/a.ts", `// ${hide}`],
  ["a lint exception without a reason", "a.ts", `// ${except} max-lines`],
  ["a copy on the path of a record", "packages/broker/src/log/a.ts", copy],
  ["a conflict that a merge left", "docs/a.md", conflict],
  ["a path of one machine", "docs/a.md", `run ${["/ho", "me/me/bin"].join("")}`],
  ["a host of packages", ".npmrc", `url=https://${["regis", "try.npmjs.org"].join("")}`],
];

for (const [name, file, line] of faults) {
  test(`${name} is found`, () => {
    const findings = checkWords(plant({ [file]: `first\n${line}\n` }));
    assert.deepEqual(
      findings.map((finding) => finding.line),
      [2],
    );
  });
}

test("a leftover that names its issue, and a lint exception with a reason, may stand", () => {
  const text = `// ${mark}(#12): later\n// ${except} complexity -- flat switch\n`;
  assert.deepEqual(checkWords(plant({ "packages/client/src/a.ts": text })), []);
});

test("a file named after nothing is found, a word that only begins so is not", () => {
  const tree = plant({
    "packages/client/src/utils.ts": "",
    "packages/client/src/string-helpers.test.ts": "",
    "packages/client/src/base-offset.ts": "",
  });
  assert.deepEqual(
    checkWords(tree).map((finding) => finding.file),
    ["packages/client/src/utils.ts", "packages/client/src/string-helpers.test.ts"],
  );
});
