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
  const lines = linesOf(file.text);
  const long = lines.flatMap((text, index) => (isTooLong(text) ? [index + 1] : []));
  const first = long[0];
  if (first === undefined) return [];
  const rest = long.length === 1 ? "" : `, and so have lines ${long.slice(1).join(", ")}`;
  const columns = Array.from(lines[first - 1] ?? "").length;
  return [
    {
      file: file.path,
      line: first,
      message: `has ${columns} columns, expected at most ${LINE_COLUMNS_MAX}${rest}.`,
    },
  ];
}

function isTooLong(text: string): boolean {
  const columns = Array.from(text).length;
  const max = holdsSentence(text) ? SENTENCE_COLUMNS_MAX : LINE_COLUMNS_MAX;
  return columns > max && !isUnbreakable(text);
}

/** An address, a path of an import, or what must follow a directive on its line. */
function isUnbreakable(text: string): boolean {
  return /https:\/\/|^\s*\/\/ oxlint-|^(import|export|\}).* from "/.test(text);
}

const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const SENTENCE_CHARACTERS_MIN = 50;

/** Several words in one string that fills most of the line. */
function holdsSentence(text: string): boolean {
  if (/^\s*(\/\/|\*|\/\*)/.test(text)) return false;
  return [...text.matchAll(STRINGS)].some(
    ([string]) => string.length >= SENTENCE_CHARACTERS_MIN && string.split(" ").length > 2,
  );
}
