import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { newFolder } from "../../../conformance/src/runner/folders.ts";
import { freePort } from "../../../conformance/src/runner/ports.ts";
import type { Contestant } from "./measured-broker.ts";
import { spawnBroker } from "./spawned-broker.ts";

const repository = path.join(import.meta.dirname, "..", "..", "..");

/** Ours, as users start it. `settings` are what makes this one differ from the default. */
export function naru(name: string, settings: Readonly<Record<string, string>> = {}): Contestant {
  return {
    name,
    get version() {
      return `${name}: 'bin/naru start' from the bundle, commit ${commit()}`;
    },
    missing: async () => undefined,
    async spawn(options = {}) {
      bundle();
      const folder = options.folder ?? newFolder("bench-naru");
      const port = await freePort();
      const words = ["start", "--data-dir", folder, "--port", String(port)];
      for (const [key, value] of Object.entries({ ...settings, ...options.settings })) {
        words.push("--set", `${key}=${value}`);
      }
      return spawnBroker([path.join(repository, "bin", "naru"), ...words], { port, folder });
    },
  };
}

let isBundled = false;

/** What is measured is what the sources say now. */
function bundle(): void {
  if (isBundled) return;
  execFileSync(process.execPath, [path.join(repository, "tools", "bundle.mjs")]);
  isBundled = true;
}

function commit(): string {
  const git = (...words: string[]): string =>
    execFileSync("git", ["-C", repository, ...words], { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "packages") === "" ? "" : " with changes";
  return git("rev-parse", "--short", "HEAD") + changed;
}
