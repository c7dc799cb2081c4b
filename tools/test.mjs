// Runs the project's tests by kind, and fails when a kind has none.
//
//   node tools/test.mjs quick [cluster] [slow] [--only DIR]
//
//   quick    *.test.ts, one process for all: no ports, no real clock, no change of global state
//   cluster  *.cluster.test.ts, a process each: real sockets on loopback, files, processes
//   slow     *.slow.test.ts, a process each
//
// Plain JavaScript: it is also what `npm test` of a single package calls.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";

const root = path.dirname(import.meta.dirname);
const defaultFolders = ["packages", "tools", "conformance", "bench", "examples"];
// A test that hangs must not hang its run: the longest of each kind, in milliseconds.
const timeoutsMs = { quick: 60_000, cluster: 120_000, slow: 900_000 };

const { positionals: kinds, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" } },
});

function kindOf(file) {
  if (file.endsWith(".slow.test.ts")) return "slow";
  if (file.endsWith(".cluster.test.ts")) return "cluster";
  return file.endsWith(".test.ts") ? "quick" : undefined;
}

function* filesBelow(folder) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist") continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

function run(kind, files) {
  const words = ["--conditions=@naru/source", "--test", `--test-timeout=${timeoutsMs[kind]}`];
  // One process for all quick tests: a process for each file takes twenty times as long.
  if (kind === "quick") words.push("--test-isolation=none", "--test-force-exit");
  words.push("--test-reporter=spec", "--test-reporter-destination=stdout");
  const cache = path.join(root, "node_modules", ".cache", "naru", "compiled");
  return spawnSync(process.execPath, [...words, ...files], {
    stdio: "inherit",
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
}

let failed = false;
for (const kind of kinds) {
  if (timeoutsMs[kind] === undefined) {
    console.error(`test: '${kind}' is no kind of test; there are quick, cluster and slow.`);
    process.exit(2);
  }
  const folders = values.only === undefined ? defaultFolders : [values.only];
  const files = folders
    .flatMap((folder) => [...filesBelow(folder)])
    .filter((file) => kindOf(file) === kind);
  if (files.length > 0) {
    failed = run(kind, files).status !== 0 || failed;
  } else if (values.only === undefined) {
    console.error(`test: there is no ${kind} test, so nothing was tested.`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
