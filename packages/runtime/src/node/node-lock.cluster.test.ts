import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";

import { lockFile } from "./node-lock.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-lock-"));
after(() => fs.rmSync(folder, { recursive: true }));

const holder = path.join(import.meta.dirname, "testdata/hold-lock.ts");
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts a process that takes the lock, and returns the first line that it says. */
async function start(
  file: string,
  command = [process.execPath, "--conditions=@naru/source", holder],
): Promise<{ child: ChildProcess; said: string }> {
  const [program = "", ...words] = command;
  const child = spawn(program, [...words, file], { stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  const [bytes] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: bytes.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

test("a lock is refused to a second taker in this process until it is released", () => {
  const file = path.join(folder, "own");
  const lock = lockFile(file);
  assert.throws(() => lockFile(file), {
    name: "DiskError",
    code: "LOCKED",
    message: new RegExp(`own: held by this process \\(${process.pid}\\), expected to be free`),
  });
  lock.release();
  lock.release();
  lockFile(file).release();
  assert.equal(fs.existsSync(file), true, "the file stays, as Kafka leaves it");
});

test("another process is refused and told who holds the lock, until kill -9 ends that", async () => {
  const file = path.join(folder, "other");
  const { child, said } = await start(file);
  assert.equal(said, "held");
  const second = await start(file);
  assert.match(
    second.said,
    new RegExp(`held by process ${child.pid} \\(.+\\), expected to be free`),
  );
  assert.throws(() => lockFile(file), {
    code: "LOCKED",
    hint: new RegExp(`Stop process ${child.pid}`),
  });
  await kill(child);
  lockFile(file).release();
});

test("the same folder by another path is the same lock", () => {
  const real = path.join(folder, "real");
  fs.mkdirSync(real);
  fs.symlinkSync(real, path.join(folder, "link"));
  const lock = lockFile(path.join(real, ".lock"));
  assert.throws(() => lockFile(path.join(folder, "link", ".lock")), { code: "LOCKED" });
  lockFile(path.join(folder, ".lock")).release();
  lock.release();
});

test("of many processes that start at once, one holds the lock", async () => {
  const file = path.join(folder, "race");
  const starts = await Promise.all(Array.from({ length: 6 }, () => start(file)));
  const held = starts.filter(({ said }) => said === "held");
  assert.equal(held.length, 1, starts.map(({ said }) => said).join("\n"));
  await kill(held[0]!.child);
});

const hasJava = spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
const skipJava =
  process.platform !== "linux" ? "/proc/locks is Linux's" : !hasJava && "no java here";

test(
  "a lock that a Java process holds is seen, until kill -9 ends it",
  { skip: skipJava },
  async () => {
    const file = path.join(folder, "java");
    const source = path.join(import.meta.dirname, "testdata/HoldLock.java");
    const { child, said } = await start(file, ["java", source]);
    assert.equal(said, "held");
    const message = new RegExp(`held by process ${child.pid} \\(java\\), expected to be free`);
    assert.throws(() => lockFile(file), { code: "LOCKED", message });
    assert.throws(() => lockFile(file), { code: "LOCKED", message }, "our own part was given back");
    await kill(child);
    lockFile(file).release();
  },
);

test("a refused taker leaves no descriptor open", { skip: process.platform !== "linux" }, () => {
  const file = path.join(folder, "descriptors");
  const lock = lockFile(file);
  const countBefore = fs.readdirSync("/proc/self/fd").length;
  for (let count = 0; count < 5; count += 1) assert.throws(() => lockFile(file));
  assert.equal(fs.readdirSync("/proc/self/fd").length, countBefore);
  lock.release();
});
