// Goal: what the pages tell people to write compiles.
// Method: every TypeScript block of every page becomes a module in a folder of its own, and the
// compiler reads them all with the project's options.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { after, before, test } from "node:test";
import { readTree } from "./tidy/tree.ts";

const root = path.dirname(import.meta.dirname);
const BLOCK = /^```ts\n(.*?)^```$/gms;
const options = {
  extends: "../../../tsconfig.check.json",
  include: ["*.ts"],
};

let folder = "";

before(() => {
  // Inside node_modules, so that packages are found as a user's code finds them.
  fs.mkdirSync(path.join(root, "node_modules/.cache"), { recursive: true });
  folder = fs.mkdtempSync(path.join(root, "node_modules/.cache/naru-snippets-"));
});

after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** One module for each block, named after its page. */
function writeSnippets(): number {
  const pages = readTree(root).filter((file) => file.path.endsWith(".md"));
  const snippets = pages.flatMap((page) =>
    [...page.text.matchAll(BLOCK)].map((match, index) => ({
      name: `${page.path.replaceAll(/[^\w]/g, "-")}-${index + 1}.ts`,
      text: match[1] ?? "",
    })),
  );
  for (const { name, text } of snippets) fs.writeFileSync(path.join(folder, name), text);
  fs.writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(options));
  return snippets.length;
}

// The README shows what the broker's package is about to export; drop this when it does.
const skip = "startBroker is not exported yet";

test("every TypeScript block of the documentation compiles", { skip }, () => {
  assert.ok(writeSnippets() > 0, "found no block, expected at least the README's.");
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const run = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  assert.equal(run.stdout, "");
  assert.equal(run.status, 0);
});
