#!/usr/bin/env node
// Starts the naru command: from its bundle, or in a checkout without one from the sources.
//
// Nothing newer than Node 18 may stand here, so that an old Node can say that it is too old.
import * as fs from "node:fs";
import * as module from "node:module";
import { fileURLToPath } from "node:url";

const bundle = new URL("../dist/bundle/naru.mjs", import.meta.url);
const source = new URL("../src/main.ts", import.meta.url);

// 22.18 is the first Node that runs TypeScript as it is.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isOldNode = major < 22 || (major === 22 && minor < 18);

if (isOldNode) {
  fail(`Node ${process.versions.node} runs it, expected 22.18 or newer. Install a newer Node.`);
} else if (fs.existsSync(bundle)) {
  // Keeps what was compiled, so that the next start is faster.
  module.enableCompileCache?.();
  await import(bundle.href);
} else if (fs.existsSync(source) && process.execve !== undefined) {
  // The sources of the packages are found by a condition that only the command line can set. This
  // process becomes that command, so signals still reach it.
  const words = [process.execPath, "--conditions=@naru/source", fileURLToPath(source)];
  process.execve(process.execPath, [...words, ...process.argv.slice(2)], process.env);
} else {
  fail(`${fileURLToPath(bundle)} was not found. Run 'npm run bundle' in the checkout.`);
}

function fail(text) {
  process.stderr.write(`naru: ${text}\n`);
  process.exitCode = 1;
}
