// Runs the project's tests by kind, and fails when a kind has none.
//
//   node tools/test.mjs quick [cluster] [slow] [--only DIR]
//
//   quick    *.test.ts, one process for all: no ports, no real clock, no change of global state
//   cluster  *.cluster.test.ts, a process each: real sockets on loopback
//   slow     *.slow.test.ts, a process each
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const kinds = process.argv.slice(2).filter((word) => !word.startsWith("--") && word !== onlyFolder());
const folders = onlyFolder() === undefined ? ["packages", "tools", "conformance", "bench"] : [onlyFolder()];

function onlyFolder() {
  const at = process.argv.indexOf("--only");
  return at === -1 ? undefined : process.argv[at + 1];
}

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

const files = folders.flatMap((folder) => [...filesBelow(folder)]).sort();
let failed = false;
for (const kind of kinds) {
  const chosen = files.filter((file) => kindOf(file) === kind);
  if (chosen.length === 0) {
    if (onlyFolder() === undefined) {
      console.error(`test: there is no ${kind} test, so nothing was tested.`);
      failed = true;
    }
    continue;
  }
  const words = ["--conditions=@naru/source", "--test", "--test-reporter=spec"];
  if (kind === "quick") words.push("--test-isolation=none", "--test-force-exit");
  const result = spawnSync(process.execPath, [...words, ...chosen], { stdio: "inherit" });
  if (result.status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
