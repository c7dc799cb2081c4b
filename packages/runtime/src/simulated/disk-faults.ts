import type { DiskErrorCode } from "../disk.ts";

/** One call of a disk or of a file. Reads count, too. */
export interface DiskCall {
  /** The first call of a disk is number 1. */
  readonly number: number;
  readonly kind: DiskCallKind;
  readonly path: string;
}

export type DiskCallKind =
  | "open"
  | "stat"
  | "list"
  | "makeFolder"
  | "rename"
  | "unlink"
  | "removeFolder"
  | "syncFolder"
  | "space"
  | "readWhole"
  | "lock"
  | "append"
  | "writeAt"
  | "readAt"
  | "readCold"
  | "truncate"
  | "sync";

/** A call by its number, or every call that a function says yes to. */
export type DiskCallMatch = number | ((call: DiskCall) => boolean);

/**
 * The machine is off: every call of its disk says so, until the disk is opened anew by `crash()`.
 */
export class CrashError extends Error {
  override readonly name = "CrashError";
  readonly code = "CRASHED";
}

interface Fault {
  readonly match: DiskCallMatch;
  readonly outcome: DiskErrorCode | "crash";
}

/** Counts the calls of a disk and says which of them fail. */
export class DiskFaults {
  #callCount = 0;
  #isCrashed = false;
  readonly #faults = new Set<Fault>();

  get callCount(): number {
    return this.#callCount;
  }

  get isCrashed(): boolean {
    return this.#isCrashed;
  }

  /** Returns how to take the fault back. */
  add(match: DiskCallMatch, outcome: DiskErrorCode | "crash"): () => void {
    const fault: Fault = { match, outcome };
    this.#faults.add(fault);
    return () => void this.#faults.delete(fault);
  }

  crash(): void {
    this.#isCrashed = true;
  }

  /** Counts the call. Returns the error that it must fail with; throws when the machine is off. */
  next(kind: DiskCallKind, path: string): DiskErrorCode | undefined {
    this.throwIfCrashed(path);
    this.#callCount += 1;
    const call: DiskCall = { number: this.#callCount, kind, path };
    for (const { match, outcome } of this.#faults) {
      const isMet = typeof match === "number" ? match === call.number : match(call);
      if (!isMet) continue;
      if (outcome !== "crash") return outcome;
      this.#isCrashed = true;
      this.throwIfCrashed(path);
    }
    return undefined;
  }

  throwIfCrashed(path: string): void {
    if (this.#isCrashed) throw new CrashError(`${path}: the simulated machine is off.`);
  }
}
