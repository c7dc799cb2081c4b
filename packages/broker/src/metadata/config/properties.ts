/**
 * Java's properties format.
 *
 *   # comment         ! comment
 *   key = value       key: value       key value
 *   long = one, \
 *          two                         a backslash at the end goes on, less the next line's blanks
 *   path = C\:\\data  name = \u00e9    escapes: \t \n \r \f \\ \: \= \# \! \uXXXX
 *
 * A key without a separator has an empty value. A key given twice stands twice in the answer, in
 * order: the reader decides (Java, and we, let the last one win).
 */
export interface Property {
  readonly key: string;
  readonly value: string;
  /** Of the line that the key stands on, from 1. */
  readonly line: number;
}

/** Reads a properties file; a wrong `\u` escape throws with its line. */
export function parseProperties(text: string): Property[] {
  return logicalLines(text).map(({ content, line }) => {
    const keyEnd = endOfKey(content);
    const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(content.slice(keyEnd))?.[0] ?? "";
    return {
      key: unescape(content.slice(0, keyEnd), line),
      value: unescape(content.slice(keyEnd + separator.length), line),
      line,
    };
  });
}

interface LogicalLine {
  readonly content: string;
  readonly line: number;
}

function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  // Line 0 stands for nothing begun.
  let begun: LogicalLine = { content: "", line: 0 };
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const content = raw.replace(/^[ \t\f]+/, "");
    // A continuation may look like a comment, and then is none.
    if (begun.line === 0 && /^(?:$|[#!])/.test(content)) continue;
    const goesOn = endsInBackslash(content);
    const joined = begun.content + (goesOn ? content.slice(0, -1) : content);
    begun = { content: joined, line: begun.line === 0 ? index + 1 : begun.line };
    if (goesOn) continue;
    lines.push(begun);
    begun = { content: "", line: 0 };
  }
  lines.push(begun);
  return lines.filter(({ content }) => content !== "");
}

function endsInBackslash(content: string): boolean {
  const backslashes = /\\*$/.exec(content)?.[0].length ?? 0;
  return backslashes % 2 === 1;
}

/** The first separator that no backslash stands before. */
function endOfKey(content: string): number {
  for (let index = 0; index < content.length; index += 1) {
    if (content[index] === "\\") index += 1;
    else if (/[=: \t\f]/.test(content[index] ?? "")) return index;
  }
  return content.length;
}

const controlEscapes: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f" };

function unescape(content: string, line: number): string {
  return content.replace(/\\(u[\da-fA-F]{4}|[^]|$)/g, (_, escaped: string) => {
    if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    if (escaped === "u") {
      throw new Error(`line ${line}: found '\\u' without four hexadecimal digits after it.`);
    }
    return controlEscapes[escaped] ?? escaped;
  });
}
