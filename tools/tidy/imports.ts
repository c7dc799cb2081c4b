/** One import, re-export or dynamic import of a file. */
export interface Import {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
}

// Statements start a line, as the formatter leaves them. `[^;"]` crosses lines, but no statement.
const STATEMENT = /^(?:import|export)\b(?:[^;"]*?\bfrom)?\s*"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;
const META = /\bimport\.meta\.resolve\(\s*"([^"]+)"/g;

/** Finds what a formatted TypeScript file imports, types included. */
export function importsOf(text: string): Import[] {
  return [STATEMENT, DYNAMIC, META].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      specifier: match[1] ?? "",
      line: text.slice(0, match.index).split("\n").length,
    })),
  );
}

/** `@naru/runtime/node` -> `@naru/runtime`; `kafkajs/src/x` -> `kafkajs`. */
export function packageNameOf(specifier: string): string {
  const words = specifier.split("/");
  return words.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
