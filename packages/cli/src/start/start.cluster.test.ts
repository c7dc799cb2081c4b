// Goal: `naru start` says what it does, stops cleanly, and refuses what would go wrong.
// Method: the real command, from its sources, on free ports and folders of its own.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";

const main = path.join(import.meta.dirname, "../main.ts");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-start-"));
const children: ChildProcess[] = [];

after(() => {
  for (const child of children) child.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  output: string;
}

function naru(...words: string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ["--conditions=@naru/source", main, ...words], {
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  return { child, output: () => output };
}

async function finished(words: string[], input = ""): Promise<{ code: number; output: string }> {
  const { child, output } = naru(...words);
  child.stdin?.end(input);
  const [code] = await once(child, "close");
  return { code, output: output() };
}

async function started(...words: string[]): Promise<Running> {
  const { child, output } = naru("start", ...words);
  while (!/consume greetings .*\n/.test(output())) {
    const [event] = await Promise.race([once(child.stdout!, "data"), once(child, "exit")]);
    if (typeof event !== "string") throw new Error(`it ended: ${output()}`);
  }
  const port = Number(/listens on [^\n]*:(\d+)/.exec(output())?.[1]);
  return { child, port, output: output() };
}

async function stopped({ child }: Running, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  const [code] = await once(child, "exit");
  return code;
}

test("it says where it listens and keeps its data, what it says to try works, and a signal stops it", async () => {
  const broker = await started("--port", "0", "--data-dir", "data");
  assert.match(
    broker.output,
    /^Naru \d+\.\d+\.\d+ listens on 127\.0\.0\.1:\d+\.\nIts data is in .*data\.\n/,
  );
  const tries = broker.output.trimEnd().split("\n").slice(-3);
  const [create = [], produce = [], consume = []] = tries.map((line) =>
    line.slice(line.indexOf("naru ") + 5).split(" "),
  );
  assert.equal((await finished(create)).output, "Created topic greetings.\n");
  assert.equal((await finished(produce, "hello\n")).code, 0);
  assert.deepEqual(await finished([...consume, "--exit-at-end"]), { code: 0, output: "hello\n" });

  const second = await finished(["start", "--port", "0", "--data-dir", "data"]);
  assert.equal(second.code, 1);
  assert.match(second.output, /\.lock: held by process \d+.*, or start on another folder\.\n$/);

  assert.equal(await stopped(broker, "SIGTERM"), 0);
  const again = await started("--port", "0", "--data-dir", "data");
  const there = ["--bootstrap-server", `localhost:${again.port}`];
  const reread = ["consume", "greetings", "--from-beginning", "--exit-at-end", ...there];
  assert.deepEqual(await finished(reread), { code: 0, output: "hello\n" });
  assert.equal(await stopped(again, "SIGINT"), 0);
});

test("in memory nothing is left", async () => {
  const broker = await started("--memory", "--port", "0");
  assert.match(broker.output, /Its data is in memory, and gone when it stops\./);
  assert.equal(await stopped(broker, "SIGINT"), 0);
  assert.ok(!fs.existsSync(path.join(folder, "naru-data")));
});

test("a listener that others reach needs --insecure-listen", async () => {
  const words = ["start", "--memory", "--set", "listeners=PLAINTEXT://:0"];
  const { code, output } = await finished(words);
  assert.equal(code, 1);
  assert.match(output, /PLAINTEXT:\/\/:0 can be reached from other machines.*--insecure-listen/);
  const broker = await started(...words.slice(1), "--insecure-listen");
  assert.equal(await stopped(broker, "SIGTERM"), 0);
});

test("wrong settings are all named, with the place they came from", async () => {
  fs.writeFileSync(path.join(folder, "wrong.properties"), "\nnum.partitions=none\n");
  const { code, output } = await finished([
    "start",
    "--memory",
    "--config",
    "wrong.properties",
    "--set",
    "log.segment.bytes=x",
  ]);
  assert.equal(code, 1);
  assert.match(output, /found 2 problems/);
  assert.match(output, /wrong\.properties line 2: .*num\.partitions/);
  assert.match(output, /--set: .*log\.segment\.bytes/);
});

test("a missing file, a port in use and two places for the data are refused", async () => {
  const missing = await finished(["start", "--config", "nobody.properties"]);
  assert.deepEqual([missing.code, /nobody\.properties/.test(missing.output)], [1, true]);
  const broker = await started("--memory", "--port", "0");
  const taken = await finished(["start", "--memory", "--port", String(broker.port)]);
  assert.deepEqual([taken.code, /EADDRINUSE/.test(taken.output)], [1, true]);
  await stopped(broker, "SIGTERM");
  const both = await finished(["start", "--memory", "--data-dir", "x"]);
  assert.match(both.output, /--memory and --data-dir: found both, expected one/);
});

test("a signal ends a command that waits for input, and what it was given is written", async () => {
  const broker = await started("--memory", "--port", "0");
  const at = ["--bootstrap-server", `localhost:${broker.port}`];
  const { child, output } = naru("produce", "typed", "--json", ...at);
  child.stdin?.write("one\n");
  // It is there once another reads it.
  const read = ["consume", "typed", "--from-beginning", "--max-messages", "1", ...at];
  while ((await finished(read)).output !== "one\n");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.match(output(), /"topic":"typed","records":1,/);
  await stopped(broker, "SIGTERM");
});

test("a consumer waits while its broker is started anew, and goes on", async () => {
  const first = await started("--data-dir", "again", "--port", "0");
  const at = ["--bootstrap-server", `localhost:${first.port}`];
  await finished(["produce", "t", ...at], "one\n");
  const reader = naru("consume", "t", "--from-beginning", "--max-messages", "2", ...at);
  const ended = once(reader.child, "close");
  await once(reader.child.stdout!, "data");
  await stopped(first, "SIGTERM");
  // It says so when it has noticed.
  await once(reader.child.stderr!, "data");
  const second = await started("--data-dir", "again", "--port", String(first.port));
  await finished(["produce", "t", ...at], "two\n");
  assert.deepEqual(await ended, [0, null]);
  assert.match(reader.output(), /^one\n[^]*It is tried again\.\n[^]*it works again\.\n[^]*two\n$/);
  await stopped(second, "SIGTERM");
});
