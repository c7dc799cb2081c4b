// Goal: the lint rules that hold the house together are seen to fail.
// Method: a small tree of planted faults, linted with the project's own configuration.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, before, test } from "node:test";

const root = path.dirname(import.meta.dirname);
const planted: Readonly<Record<string, string>> = {
  "packages/broker/src/log/layer.ts": 'import { x } from "../server/x.ts";\nexport const y = x;\n',
  "packages/broker/src/apis/sibling.ts": 'export { connect } from "@naru/client";\n',
  "packages/broker/src/log/files.ts": 'export { readFileSync } from "node:fs";\n',
  "packages/client/src/clock.ts": "export const now = (): number => Date.now();\n",
  "packages/client/src/chance.ts": "export const dice = (): number => Math.random();\n",
  "packages/client/src/real.test.ts": 'export { connect } from "node:net";\n',
  "packages/client/src/cycle-a.ts":
    'import { b } from "./cycle-b.ts";\nexport const a = () => b;\n',
  "packages/client/src/cycle-b.ts":
    'import { a } from "./cycle-a.ts";\nexport const b = () => a;\n',
  "packages/client/src/floating.ts":
    "async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n",
  "packages/client/src/long.ts": "export const n = 1;\n".concat("// line\n".repeat(500)),
  "packages/client/src/types.ts": "export function untyped(n: number) {\n  return n;\n}\n",
  // What the folders of the outside world may do.
  "packages/runtime/src/node/allowed.ts":
    'import * as fs from "node:fs";\n\n' +
    "export const now = (): number => Date.now() + fs.constants.R_OK;\n",
  "packages/client/src/allowed.test.ts":
    'import assert from "node:assert/strict";\nimport { test } from "node:test";\n\n' +
    'test("floats by design", () => {\n  assert.ok(true);\n});\n',
};

let folder = "";
let findings: { filename: string; code: string }[] = [];

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-lint-"));
  for (const name of ["oxlint.config.ts", "tools", "node_modules", "package.json"]) {
    fs.symlinkSync(path.join(root, name), path.join(folder, name));
  }
  fs.writeFileSync(path.join(folder, "tsconfig.json"), '{"compilerOptions":{"strict":true}}');
  for (const [name, text] of Object.entries(planted)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const oxlint = path.join(root, "node_modules/oxlint/bin/oxlint");
  const words = [oxlint, "--config", "oxlint.config.ts", "--format", "json", "packages"];
  const run = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
  });
  const report: { diagnostics: typeof findings } = JSON.parse(run.stdout);
  findings = report.diagnostics;
});

after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const expected: readonly (readonly [file: string, rule: string])[] = [
  ["packages/broker/src/log/layer.ts", "no-restricted-imports"],
  ["packages/broker/src/apis/sibling.ts", "no-restricted-imports"],
  ["packages/broker/src/log/files.ts", "no-restricted-imports"],
  ["packages/client/src/clock.ts", "no-restricted-globals"],
  ["packages/client/src/chance.ts", "no-restricted-properties"],
  ["packages/client/src/real.test.ts", "no-restricted-imports"],
  ["packages/client/src/cycle-a.ts", "no-cycle"],
  ["packages/client/src/floating.ts", "no-floating-promises"],
  ["packages/client/src/long.ts", "max-lines"],
  ["packages/client/src/types.ts", "explicit-module-boundary-types"],
];

for (const [file, rule] of expected) {
  test(`${rule} fails on a fault planted in ${file}`, () => {
    const found = findings.filter((finding) => finding.filename.endsWith(file));
    assert.ok(
      found.some((finding) => finding.code.includes(rule)),
      `${file}: found ${JSON.stringify(found)}, expected ${rule}.`,
    );
  });
}

test("what a folder is allowed is not found", () => {
  const found = findings.filter((finding) => finding.filename.includes("allowed"));
  assert.deepEqual(found, []);
});
