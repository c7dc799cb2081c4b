import type { Finding } from "./finding.ts";
import type { Tree } from "./tree.ts";

interface LockEntry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockName = "package-lock.json";

/**
 * A lock file that installs on every platform and from every registry.
 *
 * npm leaves out, without a word, an optional package of another platform that its registry did not
 * have when the lock was written; and it writes download addresses unless .npmrc forbids it.
 */
export function checkLock(tree: Tree): Finding[] {
  const file = tree.find((each) => each.path === lockName);
  if (file === undefined) return [{ file: lockName, message: "is missing. Run npm install." }];
  const lock: { packages: Record<string, LockEntry> } = JSON.parse(file.text);
  return Object.entries(lock.packages).flatMap(([place, entry]) => [
    ...addressFinding(place, entry),
    ...missingFindings(lock.packages, place, entry),
  ]);
}

function addressFinding(place: string, entry: LockEntry): Finding[] {
  if (entry.resolved === undefined || !/^[a-z+]+:\/\//.test(entry.resolved)) return [];
  return [
    {
      file: lockName,
      message: `${place} has a download address. .npmrc must say omit-lockfile-registry-resolved=true; write the lock again.`,
    },
  ];
}

function missingFindings(
  packages: Readonly<Record<string, LockEntry>>,
  place: string,
  entry: LockEntry,
): Finding[] {
  const needed = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
  return needed
    .filter((name) => !isLocked(packages, place, name))
    .map((name) => ({
      file: lockName,
      message: `${place || "the root"} needs ${name}, which the lock lacks: npm ci will refuse it. Pin a version whose packages all exist.`,
    }));
}

/** Node's own search: the folder of the package, then each folder around it. */
function isLocked(
  packages: Readonly<Record<string, LockEntry>>,
  place: string,
  name: string,
): boolean {
  for (let folder = place; ; folder = parentOf(folder)) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`] !== undefined)
      return true;
    if (folder === "") return false;
  }
}

function parentOf(folder: string): string {
  const at = folder.lastIndexOf("/");
  return at === -1 ? "" : folder.slice(0, at);
}
