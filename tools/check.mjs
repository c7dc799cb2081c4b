// Runs every `check:*` script of package.json, also after one has failed, and says which did.
//
//   npm run check
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const root = path.dirname(import.meta.dirname);
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
const checks = Object.keys(scripts).filter((name) => name.startsWith("check:"));

const failed = checks.filter((name) => {
  const startMs = performance.now();
  const result = spawnSync(scripts[name], { cwd: root, stdio: "inherit", shell: true });
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`${result.status === 0 ? "passed" : "FAILED"} ${name} after ${seconds} s`);
  return result.status !== 0;
});

if (failed.length > 0) console.error(`check: failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
