import type { Finding } from "./finding.ts";
import { isSource, linesOf, type Tree, type TreeFile } from "./tree.ts";

/** When a file nears this, two things met in it: give each its own noun. */
const FILE_LINES_MAX = 500;
const LINE_COLUMNS_MAX = 100;
/** A sentence in a string stays whole, so that a search for it finds it. */
const SENTENCE_COLUMNS_MAX = 140;

/** Files of at most 500 raw lines, lines of at most 100 columns. */
export function checkSizes(tree: Tree): Finding[] {
  return tree.filter(isSource).flatMap((file) => [...fileSize(file), ...lineSizes(file)]);
}

function fileSize(file: TreeFile): Finding[] {
  const count = linesOf(file.text).length;
  if (count <= FILE_LINES_MAX) return [];
  return [
    {
      file: file.path,
      message: `has ${count} lines, expected at most ${FILE_LINES_MAX}. Ask which two things met here, and give each its own file.`,
    },
  ];
}

function lineSizes(file: TreeFile): Finding[] {
  return linesOf(file.text).flatMap((text, index) => {
    const columns = Array.from(text).length;
    const max = holdsSentence(text) ? SENTENCE_COLUMNS_MAX : LINE_COLUMNS_MAX;
    if (columns <= max || isUnbreakable(text)) return [];
    return [
      {
        file: file.path,
        line: index + 1,
        message: `has ${columns} columns, expected at most ${max}.`,
      },
    ];
  });
}

/** An address, a path of an import, or what must follow a directive on its line. */
function isUnbreakable(text: string): boolean {
  return /https:\/\/|^\s*\/\/ oxlint-|^(import|export|\}).* from "/.test(text);
}

/** One string of several words that fills most of the line. */
function holdsSentence(text: string): boolean {
  if (/^\s*(\/\/|\*|\/\*)/.test(text)) return false;
  return /(["'`])(?=[^"'`]* [^"'`]* )[^"'`]{50,}\1/.test(text) || /`[^`]{60,}`/.test(text);
}
