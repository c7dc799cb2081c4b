// Goal: `bin/naru` is one process on the newest code there is, and says what to do when it cannot.
// Method: a small checkout with a stand-in for the command, so that nothing else can fail here.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, test } from "node:test";

const root = path.dirname(import.meta.dirname);
const copied = [
  "bin",
  "tools/bundle.mjs",
  "packages/cli/bin",
  "package.json",
  "package-lock.json",
  "tsconfig.base.json",
];
const command =
  'const { made } = await import("./lazy.ts");\n' +
  "console.log(JSON.stringify({ pid: process.pid, made, words: process.argv.slice(2) }));\n" +
  'if (process.argv.includes("wait")) setInterval(() => {}, 1000);\n';

interface Said {
  readonly pid: number;
  readonly made: string;
  readonly words: readonly string[];
}

let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-launch-"));
  for (const name of copied) {
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  write("packages/cli/src/main.ts", command);
  write("packages/cli/src/lazy.ts", 'export const made: string = "first";\n');
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

/** Files that change within one tick of the clock must still count as newer. */
function age(name: string): void {
  const past = new Date(Date.now() - 60_000);
  fs.utimesSync(path.join(folder, name), past, past);
}

function run(
  name: string,
  ...words: string[]
): { said: Said; stderr: string; status: number | null } {
  const result = spawnSync(path.join(folder, name), words, { encoding: "utf8", timeout: 60_000 });
  const said: Said = JSON.parse(result.stdout === "" ? "{}" : result.stdout);
  return { said, stderr: result.stderr, status: result.status };
}

function bundle(): string {
  const words = [path.join(folder, "tools/bundle.mjs")];
  const result = spawnSync(process.execPath, words, { encoding: "utf8", timeout: 60_000 });
  return result.stderr;
}

test("without a bundle the sources run, with every word as it was given", () => {
  const { said } = run("bin/naru", "topic", "a b");
  assert.equal(said.made, "first");
  assert.deepEqual(said.words, ["topic", "a b"]);
});

test("kafka-topics.sh is the command of that name", () => {
  assert.deepEqual(run("bin/kafka-topics.sh", "--list").said.words, ["kafka-topics", "--list"]);
});

test("a bundle runs while it is newer than the sources, and not after", () => {
  assert.equal(bundle(), "");
  write("packages/cli/src/lazy.ts", 'export const made: string = "second";\n');
  age("packages/cli/src/lazy.ts");
  age("packages/cli/src");
  assert.equal(run("bin/naru").said.made, "first", "the bundle, which is newer");
  age("packages/cli/dist/bundle/naru.mjs");
  write("packages/cli/src/lazy.ts", 'export const made: string = "third";\n');
  assert.equal(run("bin/naru").said.made, "third", "the sources, which are newer");
});

test("the launcher becomes the command: one process, which a signal ends", async () => {
  const child = spawn(path.join(folder, "bin/naru"), ["wait"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line]: string[] = await once(child.stdout.setEncoding("utf8"), "data");
  const said: Said = JSON.parse(line ?? "");
  assert.equal(said.pid, child.pid);
  child.kill("SIGTERM");
  const [, signal] = await once(child, "exit");
  assert.equal(signal, "SIGTERM");
});

test("with nothing installed the launcher says what to run", () => {
  fs.rmSync(path.join(folder, "node_modules"));
  const { stderr, status } = run("bin/naru");
  assert.match(stderr, /was not found, expected the project's own Node\. Run 'npm install'/);
  assert.equal(status, 1);
});

test("a job of a worker thread is a file of its own beside the bundle", () => {
  write("packages/broker/src/inflate.job.ts", "export const inflate = (n: number): number => n;\n");
  assert.equal(bundle(), "");
  assert.ok(fs.existsSync(path.join(folder, "packages/cli/dist/bundle/inflate.job.mjs")));
});

test("two jobs of one name are refused, since one would hide the other", () => {
  write("packages/broker/src/inflate.job.ts", "export {};\n");
  write("packages/protocol/src/inflate.job.ts", "export {};\n");
  assert.match(bundle(), /have one name\. Rename one of them/);
});

test("a bundle of unchanged sources is not written again, and is newer than a new test", () => {
  bundle();
  const map = "packages/cli/dist/bundle/naru.mjs.map";
  age(map);
  const before = fs.statSync(path.join(folder, map)).mtimeMs;
  age("packages/cli/dist/bundle/naru.mjs");
  write("packages/cli/src/main.test.ts", "export {};\n");
  bundle();
  assert.equal(fs.statSync(path.join(folder, map)).mtimeMs, before);
  write("packages/cli/src/lazy.ts", 'export const made: string = "second";\n');
  age("packages/cli/src/lazy.ts");
  assert.equal(run("bin/naru").said.made, "first", "the bundle");
});
