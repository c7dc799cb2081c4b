import { isInside, isSource, isTest, linesOf, type Tree, type TreeFile } from "./tree.ts";

/** What is watched and not enforced. */
export interface Report {
  readonly fileCount: number;
  readonly medianLines: number;
  readonly p90Lines: number;
  readonly longest: string;
  /** Percent of comment lines among those that are not empty, by folder. */
  readonly commentShares: Readonly<Record<string, number>>;
  /** Files that export something that runs and have no test beside them. */
  readonly untested: readonly string[];
}

// Where a reader needs the reasons most; 15 to 30 percent is the aim.
const commentedFolders = ["log", "metadata", "controller", "coordinator"];

/** Measures the sources that a person wrote, tests included in the sizes only. */
export function report(tree: Tree): Report {
  const sources = tree.filter(isSource).filter((file) => !file.path.startsWith("tools/"));
  const sizes = sources
    .map((file) => ({ path: file.path, lines: linesOf(file.text).length }))
    .toSorted((left, right) => left.lines - right.lines);
  const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;
  const longest = sizes.at(-1);
  return {
    fileCount: sizes.length,
    medianLines: at(0.5),
    p90Lines: at(0.9),
    longest: longest === undefined ? "none" : `${longest.path} (${longest.lines})`,
    commentShares: Object.fromEntries(
      commentedFolders.map((folder) => [
        folder,
        commentShare(sources, `packages/broker/src/${folder}`),
      ]),
    ),
    untested: untested(tree),
  };
}

/** Tables, whose every row has a sentence of its own that is no comment. */
const isTable = (name: string): boolean => /\/broker-configs\/|\/topic-configs\.ts$/.test(name);

function commentShare(sources: readonly TreeFile[], folder: string): number {
  const lines = sources
    .filter(({ path }) => isInside(path, folder) && !isTest(path) && !isTable(path))
    .flatMap((file) => linesOf(file.text))
    .filter((line) => line.trim() !== "");
  const comments = lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line));
  return lines.length === 0 ? 0 : Math.round((100 * comments.length) / lines.length);
}

function untested(tree: Tree): string[] {
  const tests = tree.map((file) => file.path).filter(isTest);
  return tree
    .filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file.path) && isSource(file))
    .filter((file) => !isTest(file.path) && !file.path.endsWith("/index.ts"))
    .filter((file) => /^export (async )?(function|class|const)\b/m.test(file.text))
    .map((file) => file.path)
    .filter((name) => !tests.some((test) => test.startsWith(`${name.slice(0, -".ts".length)}.`)));
}

/** One short paragraph. */
export function formatReport(measured: Report): string {
  const shares = Object.entries(measured.commentShares).filter(([, share]) => share > 0);
  const lines = [
    `${measured.fileCount} files: median ${measured.medianLines} lines, ` +
      `90 of 100 below ${measured.p90Lines + 1}, longest ${measured.longest}.`,
  ];
  if (shares.length > 0) {
    lines.push(`Comment lines: ${shares.map(([name, share]) => `${name} ${share}%`).join(", ")}.`);
  }
  if (measured.untested.length > 0) {
    lines.push(
      `${measured.untested.length} files have no test beside them (--untested lists them).`,
    );
  }
  return lines.join("\n");
}
