import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDependencies, checkNodeImports } from "./dependencies.ts";
import { checkLayers } from "./layers.ts";
import { plant } from "./tree.ts";

const rootManifest = '{"name":"root","version":"1.0.0","devDependencies":{"fast-check":"4"}}';

// Written apart, so that the check does not find its own test.
const dynamicImport = ["import", '("@naru/protocol/messages/x")'].join("");

function manifest(name: string, dependencies: Record<string, string>): string {
  return JSON.stringify({ name, version: "1.0.0", dependencies });
}

test("a package that imports what its row does not allow is found, with file, line and row", () => {
  const tree = plant({
    "packages/client/src/index.ts":
      'import { a } from "@naru/runtime";\nimport type { b } from "@naru/broker";\n',
  });
  assert.deepEqual(checkLayers(tree), [
    {
      file: "packages/client/src/index.ts",
      line: 2,
      message:
        "@naru/client imports @naru/broker, but may import only: @naru/runtime, @naru/protocol.",
    },
  ]);
});

test("an import over several lines, a re-export and a dynamic import are all seen", () => {
  const tree = plant({
    "packages/runtime/src/a.ts": 'import {\n  a,\n  b,\n} from "@naru/protocol";\n',
    "packages/runtime/src/b.ts": 'export * from "@naru/protocol";\n',
    "packages/runtime/src/c.ts": `const c = await ${dynamicImport};\n`,
  });
  assert.equal(checkLayers(tree).length, 3);
});

test("a relative path into another package is found", () => {
  const tree = plant({ "packages/client/src/a.ts": 'import "../../runtime/src/clock.ts";\n' });
  assert.match(checkLayers(tree)[0]?.message ?? "", /Import the package by its name/);
});

test("a folder of the broker that imports one above it is found", () => {
  const tree = plant({
    "packages/broker/src/log/deep/a.ts": 'import { b } from "../../server/b.ts";\n',
    "packages/broker/src/partition/b.ts": 'import { c } from "../log/c.ts";\n',
  });
  assert.deepEqual(
    checkLayers(tree).map((finding) => finding.message),
    ["broker/src/log imports broker/src/server, but may import only: nothing of ours."],
  );
});

test("a folder of the broker without a row in the table is found", () => {
  const tree = plant({ "packages/broker/src/attic/a.ts": 'import { b } from "../log/b.ts";\n' });
  assert.match(checkLayers(tree)[0]?.message ?? "", /has no row/);
});

test("an undeclared import is found, and a test may use what the root declares", () => {
  const tree = plant({
    "package.json": rootManifest,
    "packages/client/package.json": manifest("@naru/client", { "@naru/runtime": "1.0.0" }),
    "packages/client/src/a.ts": 'import "@naru/runtime/node";\nimport "@naru/protocol";\n',
    "packages/client/src/b.ts": 'import fc from "fast-check";\n',
    "packages/client/src/b.test.ts": 'import fc from "fast-check";\n',
  });
  assert.deepEqual(
    checkDependencies(tree).map(({ file, line }) => `${file}:${line}`),
    ["packages/client/src/a.ts:2", "packages/client/src/b.ts:1"],
  );
});

test("a manifest with another version, or that names what the layers forbid, is found", () => {
  const tree = plant({
    "package.json": rootManifest,
    "packages/client/package.json": manifest("@naru/client", { "@naru/broker": "0.9.0" }),
  });
  assert.deepEqual(
    checkDependencies(tree).map((finding) => finding.message),
    [
      "names @naru/broker at 0.9.0, expected exactly 1.0.0.",
      "names @naru/broker, which @naru/client may not import.",
    ],
  );
});

test("a module of Node is found but where rooms.ts allows it", () => {
  const net = 'import * as net from "node:net";\n';
  const tree = plant({
    "packages/client/src/a.ts": net,
    "packages/client/src/a.test.ts": `${net}import { test } from "node:test";\n`,
    "packages/client/src/a.cluster.test.ts": net,
    "packages/runtime/src/node/a.ts": net,
  });
  assert.deepEqual(
    checkNodeImports(tree).map((finding) => finding.file),
    ["packages/client/src/a.ts", "packages/client/src/a.test.ts"],
  );
});
