import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const made = new Set<string>();

/** A new temporary folder, removed when this run ends. */
export function newFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `naru-conformance-${name}-`));
  made.add(folder);
  return folder;
}

/** Removes a folder that `newFolder` made. */
export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
  made.delete(folder);
}

/** Removes what is left of all of them. */
export function removeAllFolders(): void {
  for (const folder of made) removeFolder(folder);
}
