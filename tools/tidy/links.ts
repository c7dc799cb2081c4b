import * as path from "node:path";
import type { Finding } from "./finding.ts";
import { linesOf, type Tree, type TreeFile } from "./tree.ts";

const LINK = /\]\(([^)\s]+)\)/g;
// A path from the root in code letters. Shorter names are prose.
const CODE_PATH = /`((?:packages|tools|docs|bin|examples|conformance|bench)\/[\w./-]+\.\w+)`/g;

/** What a page points to is there: links to files, and paths in code letters. */
export function checkLinks(tree: Tree): Finding[] {
  const names = new Set(tree.map((file) => file.path));
  for (const file of tree) {
    for (let folder = file.path; folder !== "."; folder = path.posix.dirname(folder)) {
      names.add(folder);
    }
  }
  return tree
    .filter((file) => file.path.endsWith(".md"))
    .flatMap((file) => linesOf(file.text).flatMap((text, at) => dead(file, text, at, names)));
}

function dead(file: TreeFile, text: string, at: number, names: ReadonlySet<string>): Finding[] {
  const links = [...text.matchAll(LINK)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => path.posix.join(path.posix.dirname(file.path), target.replace(/#.*$/, "")));
  const paths = [...text.matchAll(CODE_PATH)].map((match) => match[1] ?? "");
  return [...links, ...paths]
    .map((target) => target.replace(/\/$/, ""))
    .filter((target) => !names.has(target))
    .map((target) => ({
      file: file.path,
      line: at + 1,
      message: `points to ${target}, which is not there. Correct the path, or leave it out.`,
    }));
}
