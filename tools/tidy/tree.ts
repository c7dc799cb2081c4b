import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

/** One text file of the repository; `path` is relative to the root and has forward slashes. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** Every text file that git tracks or would track, sorted by path. */
export type Tree = readonly TreeFile[];

// A zero byte near the start: what git itself calls a binary file.
const BINARY_PROBE_CHARACTERS = 8000;

/** Reads the work tree as it stands, committed or not, without what .gitignore names. */
export function readTree(root: string): Tree {
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", words, { cwd: root, encoding: "utf8" });
  return listed
    .split("\0")
    .filter((name) => name !== "")
    .toSorted(byName)
    .flatMap((name) => readText(root, name));
}

function readText(root: string, name: string): TreeFile[] {
  const stat = fs.lstatSync(path.join(root, name), { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return [];
  const text = fs.readFileSync(path.join(root, name), "utf8");
  return text.slice(0, BINARY_PROBE_CHARACTERS).includes("\0") ? [] : [{ path: name, text }];
}

function byName(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** A tree that stands in no folder: what the tests of the checks plant their faults in. */
export function plant(files: Readonly<Record<string, string>>): Tree {
  return Object.entries(files).map(([name, text]) => ({ path: name, text }));
}

/** TypeScript that a person wrote. */
export function isSource(file: TreeFile): boolean {
  return /\.(ts|mts|mjs)$/.test(file.path) && !isGenerated(file.path);
}

/** Written by a program, read by nobody line by line. */
export function isGenerated(name: string): boolean {
  return /(^|\/)(generated|testdata|golden)\//.test(name);
}

/** A test by its name, whatever its kind. */
export function isTest(name: string): boolean {
  return name.endsWith(".test.ts");
}

/** `path` lies in `folder`, or is it. */
export function isInside(name: string, folder: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

/** The lines of a text; a newline at the end opens no further line. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
