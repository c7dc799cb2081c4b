// Makes a fresh clone ready: dependencies as the lock file says, and the project's own Node.
//
// Runs before every root script and after every install. Plain JavaScript, because it must run on
// whatever Node the machine has. It does nothing (about 40 ms) when node_modules was made from this
// very lock file.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const nodeCommand = path.join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");
const stampFile = path.join(modules, ".naru-setup");
const lockFolder = path.join(root, ".naru-setup.lock");
const LOCK_STALE_MS = 10 * 60 * 1000;
const LOCK_POLL_MS = 200;

const lockHash = createHash("sha256")
  .update(fs.readFileSync(path.join(root, "package-lock.json")))
  .digest("hex");

// What the stamp says when npm has no Node for this platform, and the machine's own must do.
const ownNodeStamp = `${lockHash} with the machine's own Node`;

function isReady() {
  if (!fs.existsSync(stampFile)) return false;
  const stamp = fs.readFileSync(stampFile, "utf8").trim();
  return stamp === ownNodeStamp || (stamp === lockHash && fs.existsSync(nodeCommand));
}

function npm(...words) {
  const result = spawnSync("npm", words, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NARU_SETUP: "1" },
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  const ending = result.error?.message ?? result.status ?? result.signal;
  console.error(`setup: 'npm ${words.join(" ")}' ended with ${ending}, expected 0.`);
  console.error("Fix what it says above, then run the command again.");
  process.exit(1);
}

// npm 10 drops the `node` command when several platform packages offer it.
function putNodeBack() {
  if (!fs.existsSync(nodeCommand)) npm("rebuild", "--ignore-scripts");
  if (fs.existsSync(nodeCommand)) return;
  const platform = `${process.platform}-${process.arch}`;
  console.error(`setup: npm has no Node for ${platform}, expected one that package.json names.`);
  console.error("Set-up goes on with the Node of this machine, which must be 22.18 or newer.");
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** One set-up at a time: two commands started together must not both write node_modules. */
function withLock(work) {
  for (;;) {
    try {
      fs.mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (fs.statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > LOCK_STALE_MS) fs.rmSync(lockFolder, { recursive: true, force: true });
      else sleep(LOCK_POLL_MS);
    }
  }
  // process.exit inside npm() passes no `finally`, and a lock left behind would stop the next run.
  const unlock = () => fs.rmSync(lockFolder, { recursive: true, force: true });
  process.once("exit", unlock);
  work();
  process.removeListener("exit", unlock);
  unlock();
}

function writeStamp() {
  fs.writeFileSync(stampFile, `${fs.existsSync(nodeCommand) ? lockHash : ownNodeStamp}\n`);
}

if (process.argv[2] === "after-install") {
  // npm itself has just filled node_modules; inside our own `npm ci` the caller does the rest.
  if (process.env.NARU_SETUP === undefined) {
    putNodeBack();
    writeStamp();
  }
} else if (!isReady()) {
  withLock(() => {
    if (isReady()) return;
    console.error("setup: installing the dependencies that package-lock.json names ...");
    npm("ci", "--ignore-scripts");
    putNodeBack();
    writeStamp();
  });
}
