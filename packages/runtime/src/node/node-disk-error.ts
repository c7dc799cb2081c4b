import { DiskError } from "../disk.ts";
import type { DiskErrorCode } from "../disk.ts";

/** The operating system's codes, as far as callers tell them apart. */
const codes = new Map<string, DiskErrorCode>([
  ["ENOSPC", "ENOSPC"],
  ["EDQUOT", "ENOSPC"],
  ["EIO", "EIO"],
  ["ENOENT", "ENOENT"],
  ["EEXIST", "EEXIST"],
  ["EACCES", "EACCES"],
  ["EPERM", "EACCES"],
  ["EMFILE", "EMFILE"],
  ["ENFILE", "EMFILE"],
]);

const hints = new Map<DiskErrorCode, string>([
  ["ENOSPC", "Make room on the volume, or lower the retention of its topics."],
  ["EACCES", "Give the user that runs this process the right to read and write here."],
  ["EMFILE", "Raise the limit of open files (ulimit -n)."],
]);

/** What went wrong in a call of the operating system, as the disk's callers know it. */
export function toDiskError(doing: string, path: string, cause: unknown): DiskError {
  if (cause instanceof DiskError) return cause;
  const osCode = osCodeOf(cause);
  const code = codes.get(osCode ?? "") ?? "OTHER";
  const hint = hints.get(code);
  const reason = cause instanceof Error ? cause.message : String(cause);
  const next = hint === undefined ? "" : ` ${hint}`;
  return new DiskError(`${path}: ${doing} failed: ${reason}.${next}`, {
    code,
    path,
    cause,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The code of an error of Node's: ENOENT, EADDRINUSE, ... */
export function osCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Runs a synchronous call of the operating system; its failure becomes a `DiskError`. */
export function diskCall<Result>(doing: string, path: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw toDiskError(doing, path, error);
  }
}
