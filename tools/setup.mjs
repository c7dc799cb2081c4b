// Makes a fresh clone ready: dependencies as the lock file says, and the project's own Node.
//
// Runs before every root script and after every install. Plain JavaScript, because it must run on
// whatever Node the machine has. It does nothing (about 40 ms) when node_modules was made from this
// very lock file.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const nodeCommand = path.join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");
const stampFile = path.join(modules, ".naru-setup");
const lockFile = path.join(root, ".naru-setup.lock");
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

/** Runs npm, and ends with it: a set-up that is stopped must not leave an npm that writes on. */
async function npm(...words) {
  const child = spawn("npm", ["--loglevel=error", ...words], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NARU_SETUP: "1" },
    shell: process.platform === "win32",
  });
  const pass = (signal) => child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  const [code, signal] = await once(child, "close");
  process.off("SIGINT", pass).off("SIGTERM", pass);
  if (code === 0) return;
  console.error(`setup: 'npm ${words.join(" ")}' ended with ${code ?? signal}, expected 0.`);
  console.error("Fix what it says above, then run the command again.");
  process.exit(1);
}

// npm 10 drops the `node` command when several platform packages offer it.
async function putNodeBack() {
  if (!fs.existsSync(nodeCommand)) await npm("rebuild", "--ignore-scripts");
  if (fs.existsSync(nodeCommand)) return;
  const platform = `${process.platform}-${process.arch}`;
  console.error(`setup: npm has no Node for ${platform}, expected one that package.json names.`);
  console.error("Set-up goes on with the Node of this machine, which must be 22.18 or newer.");
}

/** The process that set-up waits for; undefined when it has ended and left its lock behind. */
function lockHolder() {
  try {
    const pid = Number(fs.readFileSync(lockFile, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return error.code === "EPERM" ? "of another user" : undefined;
  }
}

/** Makes the lock together with its content, so that nobody reads one that is still empty. */
function tryLock() {
  const own = `${lockFile}.${process.pid}`;
  fs.writeFileSync(own, `${process.pid}`);
  try {
    fs.linkSync(own, lockFile);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    fs.rmSync(own);
  }
}

/** One set-up at a time: two commands started together must not both write node_modules. */
async function withLock(work) {
  let hasSaid = false;
  while (!tryLock()) {
    const holder = lockHolder();
    if (holder === undefined) {
      fs.rmSync(lockFile, { force: true });
      continue;
    }
    if (!hasSaid) console.error(`setup: waiting for the set-up that process ${holder} runs ...`);
    hasSaid = true;
    await delay(LOCK_POLL_MS);
  }
  // process.exit inside npm() passes no `finally`, and a lock left behind would stop the next run.
  const unlock = () => fs.rmSync(lockFile, { force: true });
  process.once("exit", unlock);
  await work();
  process.removeListener("exit", unlock);
  unlock();
}

function writeStamp() {
  fs.writeFileSync(stampFile, `${fs.existsSync(nodeCommand) ? lockHash : ownNodeStamp}\n`);
}

if (process.argv[2] === "after-install") {
  // npm itself has just filled node_modules; inside our own `npm ci` the caller does the rest.
  if (process.env.NARU_SETUP === undefined) {
    await putNodeBack();
    writeStamp();
  }
} else if (!isReady()) {
  await withLock(async () => {
    if (isReady()) return;
    console.error("setup: installing the dependencies that package-lock.json names ...");
    await npm("ci", "--ignore-scripts");
    await putNodeBack();
    writeStamp();
  });
}
