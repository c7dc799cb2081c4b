import * as path from "node:path";
import type { Finding } from "./finding.ts";
import { type Import, importsOf, packageNameOf } from "./imports.ts";
import { brokerLayers, packageLayers } from "./rooms.ts";
import { isTest, type Tree, type TreeFile } from "./tree.ts";

const brokerSource = "packages/broker/src/";

/** Imports between packages, and between the folders of the broker, go only where rooms.ts says. */
export function checkLayers(tree: Tree): Finding[] {
  const sources = tree.filter((file) => /^packages\/.*\.(ts|mjs)$/.test(file.path));
  return sources.flatMap((file) =>
    importsOf(file.text).flatMap((found) => [
      ...packageFinding(file, found),
      ...escapeFinding(file, found),
      ...folderFinding(file, found),
    ]),
  );
}

function packageFinding(file: TreeFile, found: Import): Finding[] {
  const from = packageOf(file.path);
  const to = packageNameOf(found.specifier);
  if (packageLayers[to] === undefined || from === to) return [];
  const allowed = packageLayers[from];
  if (allowed === undefined) return [missingRow(file, from)];
  if (allowed.includes(to)) return [];
  return [
    {
      file: file.path,
      line: found.line,
      message: `${from} imports ${to}, but may import only: ${list(allowed)}.`,
    },
  ];
}

/** A relative path into another package goes round its exports and round the table. */
function escapeFinding(file: TreeFile, found: Import): Finding[] {
  if (!found.specifier.startsWith(".")) return [];
  const target = resolve(file, found);
  const room = file.path.split("/").slice(0, 2).join("/");
  // A test of the repository's own tools is the one reason to leave a package by path.
  if (target.startsWith(`${room}/`) || (isTest(file.path) && target.startsWith("tools/")))
    return [];
  return [
    {
      file: file.path,
      line: found.line,
      message: `imports ${target} by its path. Import the package by its name instead.`,
    },
  ];
}

function folderFinding(file: TreeFile, found: Import): Finding[] {
  const from = brokerFolderOf(file.path);
  if (from === undefined || !found.specifier.startsWith(".")) return [];
  const to = brokerFolderOf(resolve(file, found));
  if (to === from) return [];
  const allowed = brokerLayers[from];
  if (allowed === undefined) return [missingRow(file, `broker/src/${from}`)];
  if (to !== undefined && allowed.includes(to)) return [];
  const target = to === undefined ? "the root of broker/src" : `broker/src/${to}`;
  return [
    {
      file: file.path,
      line: found.line,
      message: `broker/src/${from} imports ${target}, but may import only: ${list(allowed)}.`,
    },
  ];
}

function missingRow(file: TreeFile, room: string): Finding {
  return {
    file: file.path,
    message: `${room} has no row in tools/tidy/rooms.ts. Add one that says what it may import.`,
  };
}

function packageOf(name: string): string {
  const folder = name.split("/")[1] ?? "";
  return folder === "cli" ? "naru" : `@naru/${folder}`;
}

function brokerFolderOf(name: string): string | undefined {
  if (!name.startsWith(brokerSource)) return undefined;
  const words = name.slice(brokerSource.length).split("/");
  return words.length > 1 ? words[0] : undefined;
}

function resolve(file: TreeFile, found: Import): string {
  return path.posix.join(path.posix.dirname(file.path), found.specifier);
}

function list(allowed: readonly string[]): string {
  return allowed.length === 0 ? "nothing of ours" : allowed.join(", ");
}
