import type { Finding } from "./finding.ts";
import { isGenerated, isInside, isTest, linesOf, type Tree, type TreeFile } from "./tree.ts";

/** Text that may not stand in the tree. */
interface BannedWord {
  readonly pattern: RegExp;
  /** Why, and what to do instead. */
  readonly reason: string;
  /** Where the rule holds; everywhere when absent. */
  readonly applies?: (name: string) => boolean;
}

const isCode = (name: string): boolean => /\.(ts|mts|mjs|sh)$/.test(name);
const recordFolders = ["log", "partition", "network", "apis"];
const isRecordPath = (name: string): boolean =>
  recordFolders.some((folder) => isInside(name, `packages/broker/src/${folder}`)) && !isTest(name);

// A tilde stands inside each word, so that this file does not find itself.
function whole(text: string): string {
  return text.replaceAll("~", "");
}

function pattern(text: string, flags = ""): RegExp {
  return new RegExp(whole(text), flags);
}

const bannedWords: readonly BannedWord[] = [
  {
    pattern: /^(<{7}|>{7}) \S/,
    reason: "is what a merge left. Choose one of the two sides.",
  },
  {
    pattern: pattern(String.raw`\bFIX~ME\b`),
    reason: "may not land. Fix it, or file an issue and name it.",
    applies: isCode,
  },
  {
    pattern: pattern(String.raw`\bTO~DO\b(?!\s*\(?#\d)`),
    reason: whole("needs the number of an issue, as in TO~DO(#12)."),
    applies: isCode,
  },
  {
    pattern: pattern("@ts-(ig~nore|no~check)"),
    reason: "hides what the compiler knows. Use @ts-expect-error with a reason in a test.",
    applies: isCode,
  },
  {
    pattern: pattern(String.raw`\b(test|it|describe|suite)\.on~ly\(`),
    reason: "leaves the other tests out. Remove it before landing.",
    applies: isTest,
  },
  {
    pattern: pattern("oxlint-dis~able(?!.* -- )"),
    reason: "needs a reason after ' -- '.",
    applies: isCode,
  },
  {
    pattern: pattern(String.raw`Buffer\.con~cat\(`),
    reason: "copies on the path of a record. Write into the buffer that is there.",
    applies: isRecordPath,
  },
  {
    pattern: pattern(String.raw`(^|[\s"'(=:])/(ro~ot|ho~me|wo~rk|Us~ers)/\w`),
    reason: "is a path of one machine. Use a relative or a temporary one.",
  },
  {
    pattern: pattern("sha~red/(design|reference|tools)"),
    reason: "is not in this repository. Say it here, or leave it out.",
  },
  {
    pattern: pattern(String.raw`regis~try\.(npm~js|yarn~pkg)|arti~factory|ne~xus\.`, "i"),
    reason: "names a host that packages come from. npm's own configuration knows where.",
  },
  {
    pattern: pattern(String.raw`\b(clau~de|anthro~pic|chat~gpt|open~ai|language mo~del)\b`, "i"),
    reason: "says who typed, which the reader need not know.",
  },
];

// Names that say nothing of what is inside.
const bannedNames = [
  "util",
  "utils",
  "helper",
  "helpers",
  "misc",
  "manager",
  "impl",
  "base",
  "common",
];

/** No leftovers, no words that belong to one machine, no file that is named after nothing. */
export function checkWords(tree: Tree): Finding[] {
  return tree
    .filter((file) => !isGenerated(file.path) && file.path !== "package-lock.json")
    .flatMap((file) => [...nameFindings(file), ...wordFindings(file)]);
}

function nameFindings(file: TreeFile): Finding[] {
  const stem = file.path.split("/").at(-1)?.split(".")[0] ?? "";
  const last = stem.split("-").at(-1) ?? "";
  if (!isCode(file.path) || !bannedNames.includes(last.toLowerCase())) return [];
  return [
    { file: file.path, message: `is named '${last}', which names nothing. Say what it holds.` },
  ];
}

function wordFindings(file: TreeFile): Finding[] {
  const banned = bannedWords.filter((word) => word.applies?.(file.path) ?? true);
  return linesOf(file.text).flatMap((text, index) =>
    banned.flatMap((word) => {
      const found = word.pattern.exec(text)?.[0].trim();
      if (found === undefined) return [];
      return [{ file: file.path, line: index + 1, message: `'${found}' ${word.reason}` }];
    }),
  );
}
