import type { Flag } from "./flag.ts";

const OPTION_WIDTH = 41;
const LINE_WIDTH = 80;

/** The help: every flag with its meaning, in two columns. */
export function usage(flags: Readonly<Record<string, Flag>>): string[] {
  const lines = [
    `${"Option".padEnd(OPTION_WIDTH)}Description`,
    `${"------".padEnd(OPTION_WIDTH)}-----------`,
  ];
  const sorted = Object.entries(flags).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, { value, isOptional, doc }] of sorted) {
    const words = value === undefined ? "" : isOptional === true ? ` [${value}]` : ` <${value}>`;
    const left = wrap(`--${name}${words}`, OPTION_WIDTH - 1);
    const right = wrap(doc, LINE_WIDTH - OPTION_WIDTH);
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const line = (left[index] ?? "").padEnd(OPTION_WIDTH) + (right[index] ?? "");
      lines.push(line.trimEnd());
    }
  }
  return lines;
}

/** Words in lines of at most `width`; all but the first are indented. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `  ${word}`;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
