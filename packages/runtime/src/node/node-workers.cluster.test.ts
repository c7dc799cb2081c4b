import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";

import type { Job } from "../workers.ts";
import { NodeWorkers } from "./node-workers.ts";
import * as jobs from "./testdata/double.job.ts";

const moduleUrl = new URL("./testdata/double.job.ts", import.meta.url).href;
const double: Job<number, number> = { moduleUrl, exportName: "double", run: jobs.double };
const workers = new NodeWorkers(2);
after(() => workers.close());

test("more jobs than threads all bring their results", async () => {
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  const doubled = await Promise.all(numbers.map((number) => workers.run(double, number)));
  assert.deepEqual(
    doubled,
    numbers.map((number) => number * 2),
  );
});

test("a transferred buffer is moved, not copied", async () => {
  const job = { moduleUrl, exportName: "firstByte", run: jobs.firstByte };
  const bytes = new Uint8Array(1_000_000).fill(9);
  assert.equal(await workers.run(job, bytes, [bytes.buffer]), 9);
  assert.equal(bytes.byteLength, 0);
});

test("a job's own error rejects, and so does a job that is not there", async () => {
  const failing = { moduleUrl, exportName: "fail", run: jobs.fail };
  await assert.rejects(workers.run(failing, 0), {
    name: "RangeError",
    message: "the job's own error",
  });
  await assert.rejects(
    workers.run({ ...double, exportName: "nothing" }, 0),
    /no function named nothing/,
  );
  await assert.rejects(workers.run({ ...double, moduleUrl: `${moduleUrl}x` }, 0));
  assert.equal(await workers.run(double, 4), 8);
});

test("a thread that ends takes only its own job with it", async () => {
  const ending = { moduleUrl, exportName: "endThread", run: jobs.endThread };
  const results = await Promise.allSettled([
    workers.run(ending, 0),
    workers.run(double, 1),
    workers.run(double, 2),
  ]);
  assert.deepEqual(
    results.map((result) => (result.status === "fulfilled" ? result.value : "lost")),
    ["lost", 2, 4],
  );
});

test("closing rejects what is not done, and all that comes later", async () => {
  const closing = new NodeWorkers(1);
  const jobsUnderWay = [closing.run(double, 1), closing.run(double, 2)];
  const results = Promise.allSettled(jobsUnderWay);
  await closing.close();
  for (const result of await results) assert.equal(result.status, "rejected");
  await assert.rejects(closing.run(double, 1), /closed/);
});

test("compiled files and bundles: a job's .ts address finds its .js neighbour", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-workers-"));
  fs.writeFileSync(path.join(folder, "half.job.mjs"), "export const half = (value) => value / 2;");
  const half = { moduleUrl: `file://${folder}/half.job.ts`, exportName: "half", run: () => 0 };
  assert.equal(await workers.run(half, 8), 4);
  fs.rmSync(folder, { recursive: true });
});

test("idle threads do not keep the process alive", () => {
  const script = `
    import { nodeRuntime } from "@naru/runtime/node";
    const job = { moduleUrl: ${JSON.stringify(moduleUrl)}, exportName: "double" };
    console.log(await nodeRuntime().workers.run(job, 21));
  `;
  const words = ["--conditions=@naru/source", "--input-type=module", "--eval", script];
  const cwd = import.meta.dirname;
  const result = spawnSync(process.execPath, words, { cwd, encoding: "utf8", timeout: 30_000 });
  assert.equal(result.stdout, "42\n", result.stderr);
});
