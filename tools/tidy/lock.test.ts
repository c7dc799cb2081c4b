import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLock } from "./lock.ts";
import { plant } from "./tree.ts";

function lock(packages: Record<string, object>): ReturnType<typeof plant> {
  return plant({ "package-lock.json": JSON.stringify({ packages }) });
}

test("an optional package of another platform that the lock lacks is found", () => {
  const tree = lock({
    "": {},
    "node_modules/lint": { optionalDependencies: { "lint-linux": "1", "lint-mac": "1" } },
    "node_modules/lint/node_modules/lint-linux": {},
  });
  assert.deepEqual(
    checkLock(tree).map((finding) => finding.message.split(":")[0]),
    ["node_modules/lint needs lint-mac, which the lock lacks"],
  );
});

test("a download address is found, the folder of a workspace is not", () => {
  const tree = lock({
    "node_modules/a": { resolved: "https://example.org/a.tgz" },
    "node_modules/b": { resolved: "packages/b", link: true },
  });
  assert.deepEqual(
    checkLock(tree).map((finding) => finding.message.split(".")[0]),
    ["node_modules/a has a download address"],
  );
});

test("a tree without a lock file is found", () => {
  assert.match(checkLock(plant({}))[0]?.message ?? "", /is missing/);
});
